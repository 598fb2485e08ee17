package check_test

import (
	"fmt"
	"slices"
	"testing"

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
