package check_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// drafted makes a story whose first article is a draft.
func drafted(t *rapid.T) ([]*check.Record, *check.Record) {
	rs := draw(t)
	rs[0].Ref.Draft = true
	return rs, rs[0]
}

func TestEveryItemOfADraftHasOneStanding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs, draft := drafted(t)
		res := check.Run(rs, rules.All...)
		if len(res.Drafts) != 1 {
			t.Fatalf("%d drafts, want 1", len(res.Drafts))
		}
		seen := map[string]int{}
		for _, it := range res.Drafts[0].Items {
			if !slices.Contains(check.Standings, it.Standing) {
				t.Errorf("%q stands %q", it.Item.Text, it.Standing)
			}
			for _, x := range append([]extract.Item{it.Item}, it.Again...) {
				seen[place(it.Kind, x.Span)]++
			}
			if it.Standing == check.Confirmed && it.Outlets == 0 || it.Standing == check.Unshared && it.Outlets > 0 {
				t.Errorf("%q is %s with %d outlets", it.Item.Text, it.Standing, it.Outlets)
			}
		}
		for _, f := range draft.Items.Figures {
			if n := seen[place("figure", f.Span)]; n != 1 {
				t.Errorf("figure %q at %v is there %d times, want once", f.Text, f.Span, n)
			}
		}
		for _, q := range draft.Items.Quotes {
			if n := seen[place("quote", q.Span)]; q.Form != extract.Indirect && n != 1 {
				t.Errorf("quote %q at %v is there %d times, want once", q.Text, q.Span, n)
			}
		}
		for _, d := range draft.Items.Dates {
			if n := seen[place("date", d.Span)]; n > 1 {
				t.Errorf("date %q at %v is there %d times", d.Text, d.Span, n)
			}
		}
	})
}

func place(kind string, sp text.Span) string { return fmt.Sprint(kind, sp) }

func TestADraftCountsForNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs, draft := drafted(t)
		twin := *draft
		twin.Ref.Name, twin.Ref.URI = "twin", "twin"
		twin.Ref.ID[0]++
		want := check.Run(rs, rules.All...).Drafts
		for _, d := range check.Run(append(rs, &twin), rules.All...).Drafts {
			if got, want := standings(d), standings(want[0]); !cmp.Equal(got, want) {
				t.Fatalf("with a second draft of the same words: %v, want %v", got, want)
			}
		}
	})
}

// Of what one outlet has against a draft the hardest counts, wherever the
// draft stands among the articles and whatever the outlet says first.
func TestTheHardestOfAnOutletCounts(t *testing.T) {
	const own = "“We could not open the second stair in time,” the fire chief said.\n\n“We could not open the second stair in time,” said fire chief Roland Pike."
	const mild, hard = "“We could not open the second stair in time,” said mayor Jane Roe.", "“We could open the second stair in time,” said fire chief Roland Pike."
	for _, name := range []string{"a", "z"} {
		for _, body := range []string{mild + "\n\n" + hard, hard + "\n\n" + mild} {
			draft := record(name, "Bugle", own, time.Time{})
			draft.Ref.Draft = true
			it := check.Run([]*check.Record{draft, record("m", "Courier", body, time.Time{})}, rules.All...).Drafts[0].Items[0]
			if it.Compared != check.Contradicted || len(it.Against) != 1 {
				t.Errorf("draft %s beside %q: %s by %d, want %s by one", name, body, it.Compared, len(it.Against), check.Contradicted)
			}
		}
	}
}

// Words that an article gives to somebody by his post go with those of the one
// who holds it, whichever article comes first.
func TestWordsOfAPostGoWithItsHolder(t *testing.T) {
	const post = "“We could not open the second stair in time,” the fire chief said."
	const mayor, chief = "“We could not open the second stair in time,” said mayor Jane Roe.", "“We could not open the second stair in time,” said fire chief Roland Pike."
	for _, names := range [][]string{{"a", "b", "c"}, {"a", "c", "b"}, {"b", "a", "c"}, {"b", "c", "a"}, {"c", "a", "b"}, {"c", "b", "a"}} {
		draft := record(names[0], "Bugle", post, time.Time{})
		draft.Ref.Draft = true
		it := check.Run([]*check.Record{draft, record(names[1], "Courier", mayor, time.Time{}), record(names[2], "Herald", chief, time.Time{})}, rules.All...).Drafts[0].Items[0]
		if len(it.With) != 1 || it.With[0].Item.Speaker.Name != "Roland Pike" {
			t.Errorf("%v: with %v, want Roland Pike's", names, it.With)
		}
	}
}

// standings leaves out what was nearly compared: of that only so much is kept.
func standings(d check.Draft) []string {
	var out []string
	for _, it := range d.Items {
		if it.Compared == check.NotCompared {
			it.Compared = check.Unshared
		}
		out = append(out, fmt.Sprint(it.Item.Text, " ", it.Compared, " ", it.Outlets))
	}
	return out
}

func TestSettlingTwiceIsSettlingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs, _ := drafted(t)
		res := check.Run(rs, rules.All...)
		again := *res
		again.Drafts = slices.Clone(res.Drafts)
		again.Settle()
		if diff := cmp.Diff(res.Drafts, again.Drafts, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-once +twice):\n%s", diff)
		}
		res.Findings = nil
		res.Settle()
		for _, it := range res.Drafts[0].Items {
			if it.Standing != it.Compared || len(it.Findings) > 0 {
				t.Fatalf("%q stands %s without findings, %s by comparison", it.Item.Text, it.Standing, it.Compared)
			}
		}
	})
}

// An item at a place of a finding has it, be it the one the finding is told at
// or another one of its sides.
func TestItemsHaveTheFindingsOfTheirPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs, _ := drafted(t)
		res := check.Run(rs, rules.All...)
		for n := range res.Findings {
			f := &res.Findings[n]
			for _, places := range append([][]check.Evidence{f.Evidence}, f.Also...) {
				own := slices.IndexFunc(places, func(e check.Evidence) bool { return e.Article == res.Drafts[0].Article })
				if own < 0 {
					continue
				}
				for _, it := range res.Drafts[0].Items {
					if it.Item.Span == places[own].Item.Span && !slices.Contains(it.Findings, n) {
						t.Errorf("%q has not the %s at its place: %s", it.Item.Text, f.Rule, f.Message)
					}
				}
			}
		}
	})
}

func TestWhatADraftGetsWrongTwiceIsToMendTwice(t *testing.T) {
	rule := &check.Rule{Name: "rule", Level: check.Warning, Run: func(c *check.Case) []check.Finding {
		var out []check.Finding
		for _, q := range c.Items[0].Quotes {
			out = append(out, check.Finding{Subject: "the mill", Verdict: check.Conflict, Confidence: .9, Evidence: []check.Evidence{{Item: q.Item}}})
		}
		return out
	}}
	draft := record("a", "Bugle", "“The mill will close in May,” said Jane Roe.\n\n“Nobody will buy the old boats,” said John Marlow.", time.Time{})
	draft.Ref.Draft = true
	items := check.Run([]*check.Record{draft}, rule).Drafts[0].Items
	for _, it := range items {
		if it.Kind == "quote" && it.Standing != check.ToMend {
			t.Errorf("%q stands %s, want %s", it.Item.Text, it.Standing, check.ToMend)
		}
	}
	if len(items) < 2 {
		t.Errorf("%d items, want both quotes", len(items))
	}
}
