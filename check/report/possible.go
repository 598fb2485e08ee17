package report

import (
	"slices"

	"github.com/newsvet/newsvet/check"
)

// possible is how people read a conflict that no error or warning tells of:
// the two may well be of two things. For machines its verdict stays conflict.
const possible check.Verdict = "possible"

// forPeople returns res with the conflicts told apart by whether a rule
// stands behind them. It does not ask which levels are listed.
func forPeople(res *check.Result) *check.Result {
	told := map[spot]bool{}
	tell := func(f *check.Finding) {
		if f.Level.Rank() < check.Warning.Rank() || !across(f) {
			return
		}
		for _, e := range f.Places() {
			told[spotOf(&e)] = true
		}
	}
	for i := range res.Findings {
		tell(&res.Findings[i])
	}
	for i := range res.Silenced {
		tell(&res.Silenced[i].Finding)
	}
	out := *res
	out.Comparisons = slices.Clone(res.Comparisons)
	for i := range out.Comparisons {
		c := &out.Comparisons[i]
		if c.Verdict == check.Conflict && !slices.ContainsFunc(c.Readings, func(r check.Reading) bool { return told[spotOf(&r.Evidence)] }) {
			c.Verdict = possible
		}
	}
	return &out
}
