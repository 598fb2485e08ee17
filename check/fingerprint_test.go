package check_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

// facts are things that articles of one story tell, each in versions that
// cannot all be true.
var facts = [][]string{
	{
		"The harbour bridge in Brant will cost $48 million, the council said.",
		"The harbour bridge in Brant will cost $84 million, the council said.",
		"The harbour bridge in Brant will cost $66 million, the council said.",
	},
	{
		"The council of Brant voted for the new school by the river on 10 June 2024.",
		"The council of Brant voted for the new school by the river on 11 June 2024.",
		"The council of Brant voted for the new school by the river on 12 June 2024.",
	},
	{
		"“We could not open the second stair of the mill in time,” said fire chief Roland Pike.",
		"“We could open the second stair of the mill in time,” said fire chief Roland Pike.",
		"“We should open the second stair of the mill in time,” said fire chief Roland Pike.",
	},
	{
		"The mill fire in Aldport on 9 June 2024 killed 31 people, the fire service said.",
		"The mill fire in Aldport on 9 June 2024 killed 46 people, the fire service said.",
		"The mill fire in Aldport on 9 June 2024 killed 57 people, the fire service said.",
	},
}

// telling makes one article of each row: row[f] is the version of fact f.
func telling(rows [][]int) []*check.Record {
	var out []*check.Record
	for i, row := range rows {
		var body strings.Builder
		for f, v := range row {
			body.WriteString(facts[f][v] + "\n\n")
		}
		day := time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC)
		out = append(out, record(fmt.Sprintf("a%02d", i), fmt.Sprint("Outlet ", i), body.String(), day))
	}
	return out
}

// drawRows tells which version of each fact each of three to six articles has.
func drawRows(t *rapid.T) [][]int {
	var rows [][]int
	for range rapid.IntRange(3, 6).Draw(t, "articles") {
		rows = append(rows, drawRow(t))
	}
	return rows
}

func drawRow(t *rapid.T) []int {
	return rapid.SliceOfN(rapid.IntRange(0, len(facts[0])-1), len(facts), len(facts)).Draw(t, "versions")
}

// fingerprints are those of the findings across outlets, by rule.
func fingerprints(rs []*check.Record) map[string][]string {
	out := map[string][]string{}
	for _, f := range check.Run(rs, rules.All...).Findings {
		if len(f.Evidence) > 1 && f.Evidence[0].Article != f.Evidence[1].Article && !slices.Contains(out[f.Rule], f.Fingerprint) {
			out[f.Rule] = append(out[f.Rule], f.Fingerprint)
		}
	}
	for _, r := range slices.Collect(maps.Keys(out)) {
		slices.Sort(out[r])
	}
	return out
}

func TestOneMoreOutletOnAKnownSideKeepsFingerprints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		var more []int
		for f := range facts {
			more = append(more, rows[rapid.IntRange(0, len(rows)-1).Draw(t, "like")][f])
		}
		want := fingerprints(telling(rows))
		at := rapid.IntRange(0, len(rows)).Draw(t, "at") // its path may come before the others
		got := fingerprints(telling(slices.Insert(slices.Clone(rows), at, more)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v, one more as %v (-before +after):\n%s", rows, more, diff)
		}
	})
}

// What another outlet tells in words of its own, or told a month before, is
// on the sides that are known.
func TestOtherWordsAndAnEarlierMonthKeepFingerprints(t *testing.T) {
	told := [][]string{
		{"The harbour bridge in Brant will cost $48 million, according to the council.", "In Brant, the council put the cost of the harbour bridge at $84 million."},
		{"In Brant on 10 June 2024 the council voted for a school beside the river.", "A school by the river got the votes of the council of Brant on 11 June 2024."},
		{"“We could not open the second stair of the mill in time,” Roland Pike said.", "Roland Pike, the fire chief: “We could open the second stair of the mill in time.”"},
		{"On 9 June 2024 a fire in the mill at Aldport killed 31 people.", "In Aldport the mill fire killed 46 people on 9 June 2024."},
	}
	rapid.Check(t, func(t *rapid.T) {
		rows := [][]int{{0, 0, 0, 0}, {1, 1, 1, 1}, drawRow(t)}
		for f := range rows[2] {
			rows[2][f] %= 2
		}
		var body strings.Builder
		for f := range facts {
			body.WriteString(told[f][rapid.IntRange(0, 1).Draw(t, "version")] + "\n\n")
		}
		want := fingerprints(telling(rows))
		day := time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC).AddDate(0, -rapid.IntRange(0, 1).Draw(t, "months before"), 0)
		got := fingerprints(append(telling(rows), record("b", "Herald", body.String(), day)))
		for rule, fs := range want {
			for _, f := range fs {
				if !slices.Contains(got[rule], f) {
					t.Fatalf("%s has fingerprints %v, then %v, without %s", rule, fs, got[rule], f)
				}
			}
		}
	})
}

func TestOrderAndPathKeepFingerprints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		want := fingerprints(telling(rows))
		if diff := cmp.Diff(want, fingerprints(telling(rapid.Permutation(rows).Draw(t, "order")))); diff != "" {
			t.Fatalf("%v (-one order +another):\n%s", rows, diff)
		}
	})
}

func TestAChangedOrThirdReadingChangesTheFingerprint(t *testing.T) {
	rule := []string{"figure-conflict", "date-conflict"}
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.IntRange(0, len(rule)-1).Draw(t, "fact")
		rows := [][]int{{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}
		rows[1][f] = 1
		before := fingerprints(telling(rows))[rule[f]]
		who := rapid.IntRange(1, 2).Draw(t, "who") // whose reading changes, or who brings a third
		rows[who][f] = 2
		after := fingerprints(telling(rows))[rule[f]]
		if len(before) == 0 || len(after) == 0 {
			t.Fatalf("%s: %d findings, then %d, want some", rule[f], len(before), len(after))
		}
		for _, p := range before {
			if slices.Contains(after, p) {
				t.Errorf("%s keeps fingerprint %s though a reading is another", rule[f], p)
			}
		}
	})
}

// TestNoReadingIsLeftOut: whoever has an amount that another contradicts has a
// place in the finding, and the places of each pair contradict each other.
func TestNoReadingIsLeftOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		versions := map[int]bool{}
		for i := range rows {
			rows[i] = rows[i][:1]
			versions[rows[i][0]] = true
		}
		told := map[int]bool{}
		for _, f := range check.Run(telling(rows), rules.All...).Findings {
			if f.Rule != "figure-conflict" {
				continue
			}
			for _, e := range f.Places() {
				told[e.Article] = true
			}
			for _, p := range f.Also {
				if p[0].Item.Text == p[1].Item.Text {
					t.Errorf("%q and %q are told as a conflict", p[0].Item.Text, p[1].Item.Text)
				}
			}
		}
		if len(versions) > 1 && len(told) != len(rows) {
			t.Errorf("%d of %d articles have a place in the finding", len(told), len(rows))
		}
	})
}

// Whatever articles tell, and however often, a finding of a story is known by
// its rule and fingerprint, and each of its other places is told once.
func TestAFingerprintNamesOneFindingOfAStory(t *testing.T) {
	again := []string{
		"The council counted 40 new trees by the harbour.",
		"There are now 40 trees by the harbour, and nobody waters them.",
		"Analysts said the mill would close.",
		"The bridge will cost far more, analysts said.",
	}
	day := time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		var rs []*check.Record
		for i := range rapid.IntRange(1, 4).Draw(t, "articles") {
			body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(slices.Concat(again, sentences)), 1, 9).Draw(t, "text"), "\n\n")
			outlet := rapid.SampledFrom([]string{"", "Bugle", "Courier"}).Draw(t, "outlet")
			rs = append(rs, record(fmt.Sprint("a", i), outlet, body, day))
		}
		named := map[string]bool{}
		for _, f := range check.Run(rs, rules.All...).Findings {
			name := f.Rule + " " + f.Fingerprint
			if named[name] {
				t.Fatalf("%s names two findings", name)
			}
			named[name] = true
			seen := map[string]bool{}
			for _, places := range append(f.Also, f.Evidence) {
				at := ""
				for _, e := range places {
					at += fmt.Sprint(e.Article, e.Item.Span)
				}
				if seen[at] {
					t.Fatalf("%s is told twice at %s", name, at)
				}
				seen[at] = true
			}
		}
	})
}

func TestFindingsOfOneNameAreToldByTheGravest(t *testing.T) {
	rule := &check.Rule{Name: "rule", Level: check.Info, Run: func(c *check.Case) []check.Finding {
		var out []check.Finding
		for i, q := range c.Items[0].Quotes {
			f := check.Finding{Subject: "the mill", Verdict: check.Alone, Evidence: []check.Evidence{{Item: q.Item}}}
			if i == 1 {
				f.Level, f.Confidence = check.Warning, .7
			}
			out = append(out, f, f)
		}
		return out
	}}
	body := "“The mill will close,” said Jane Roe. “The mill has to close,” said Jane Roe. “The mill is closed,” said Jane Roe."
	fs := check.Run([]*check.Record{record("a", "Bugle", body, time.Time{})}, rule).Findings
	if len(fs) != 1 || fs[0].Level != check.Warning || !strings.Contains(fs[0].Evidence[0].Item.Text, "has to close") || len(fs[0].Also) != 2 {
		t.Errorf("findings are %+v, want the second quote as a warning, and the others with it", fs)
	}
}
