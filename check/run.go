package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/extract"
)

// Run applies the rules to the story that records tell. The order of the
// records and of the rules does not matter.
func Run(records []*Record, rules ...*Rule) *Result {
	c := NewCase(records)
	res := &Result{Story: c.ID, Articles: c.Articles, Copies: c.Copies}
	res.Comparisons = append(append(res.Comparisons, c.OnQuotes...), c.OnFigures...)
	for i, x := range c.OnDates {
		if x.Verdict != Alone || eventful(c.Dates[i].Members[0].Item) {
			res.Comparisons = append(res.Comparisons, x)
		}
	}
	res.Comparisons = append(res.Comparisons, c.OnNames...)
	slices.SortStableFunc(res.Comparisons, compareComparisons)
	for _, r := range rules {
		for _, f := range c.tellOnce(r.Run(c)) {
			res.Findings = append(res.Findings, c.finish(f, r))
		}
	}
	res.Findings = c.once(res.Findings)
	res.Notices = c.notices()
	res.Drafts = c.Drafts()
	res.Settle()
	return res
}

// finish fills in what follows from a rule and its finding.
func (c *Case) finish(f Finding, r *Rule) Finding {
	f.Rule = r.Name
	if f.Level == "" {
		f.Level = r.Level
	}
	if f.Level == Error && f.Confidence < Sure {
		f.Level = Warning // an error is proved by the places shown and a match that is high
	}
	c.ofOneOutlet(&f)
	slices.SortStableFunc(f.Evidence, c.byPlace)
	f.Sides = slices.Compact(slices.Sorted(slices.Values(f.Sides)))
	if f.Fingerprint == "" {
		f.Fingerprint = c.fingerprint(&f)
	}
	return f
}

// ofOneOutlet says of a finding between reports of one outlet that it is, and
// asks a step less of an editor: the same phrase comes back in the next report
// about another thing, and a day even more so.
func (c *Case) ofOneOutlet(f *Finding) {
	if _, one := onlyArticle(f); one || len(f.Evidence) < 2 || f.Rule == "correction-unapplied" {
		return
	}
	first := f.Evidence[0]
	for _, e := range f.Evidence {
		if !c.SameOutlet(first.Article, e.Article) {
			return
		}
	}
	f.Notes = append(slices.Clone(f.Notes), Line{Label: "note", Text: "both are reports of one outlet"})
	if f.Level == Error && f.Rule != "date-conflict" {
		f.Level = Warning
	} else if f.Level != Off {
		f.Level = Info
	}
}

// last is 0 for a place in a draft, which leads the others.
func (c *Case) last(e Evidence) int {
	if c.Articles[e.Article].Draft {
		return 0
	}
	return 1
}

// eventful reports whether a date that nobody else has is worth listing: a
// day or month of an event, no year or period that stands for itself.
func eventful(d extract.Date) bool {
	switch d.Grain {
	case "year", "decade", "century", "season", "quarter", "half":
		return false
	}
	return d.Of != ""
}

func compareComparisons(a, b Comparison) int {
	return cmp.Or(
		cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)),
		comparePlaces(a.Readings[0].Evidence, b.Readings[0].Evidence),
		cmp.Compare(a.Subject, b.Subject))
}

func kindRank(kind string) int {
	return slices.Index([]string{"quote", "date", "figure", "name"}, kind)
}

func comparePlaces(a, b Evidence) int {
	return cmp.Or(a.Article-b.Article, a.Item.Span.Start-b.Item.Span.Start, a.Item.Span.End-b.Item.Span.End)
}

// compareFindings puts the gravest first, of them the surest, then goes by
// place.
func compareFindings(a, b Finding) int {
	return cmp.Or(
		b.Level.Rank()-a.Level.Rank(),
		cmp.Compare(b.Confidence, a.Confidence),
		slices.CompareFunc(a.Evidence, b.Evidence, comparePlaces),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message))
}

// notices says what could not be used, and that a story is undated.
func (c *Case) notices() []Notice {
	var out []Notice
	for _, cut := range c.cut {
		out = append(out, Notice{Name: "cut-by-limit", Message: "the story has " + cut})
	}
	var undated []string
	for i := range c.Articles {
		if cut := c.Items[i].Cut; cut != "" {
			out = append(out, Notice{Name: "cut-by-limit", Message: c.Articles[i].Name + " has " + cut})
		}
		if !c.Articles[i].Published.IsZero() {
			continue
		}
		undated = append(undated, c.Articles[i].Name)
		for _, d := range c.Items[i].Dates {
			if d.Type == extract.DayDate && !d.Resolved() && resolvable(d) {
				out = append(out, Notice{"not-resolved", "the article has no publication date", &Evidence{i, d.Item}})
			}
		}
	}
	if len(undated) > 0 {
		const most = 5
		more := ""
		if n := len(undated) - most; n > 0 {
			undated, more = undated[:most], fmt.Sprintf(" and %d more", n)
		}
		out = append(out, Notice{Name: "missing-published-date", Message: "no publication date: " + strings.Join(undated, ", ") + more})
	}
	return out
}

// resolvable reports whether a day of publication would tell when d is: "in
// March" would, "now" and "recently" would not.
func resolvable(d extract.Date) bool {
	return !strings.HasSuffix(d.Value, "_REF") && d.Impossible == ""
}
