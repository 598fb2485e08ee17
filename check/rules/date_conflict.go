package rules

import (
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// DateConflict finds two days for one event.
var DateConflict = &check.Rule{
	Name: "date-conflict",
	Doc: `Two days for one event

Two outlets say when one thing happened, and the days do not meet. Words like
"Tuesday" and "yesterday" count from the day of publication; clock times within
a quarter of an hour, hedged times, "this week" and "last week", and days that
a time zone may move never make a conflict: they are info.

Known misses: events that two articles tell in words of which none is the same;
articles without a date of publication, where relative days are not known.`,
	Standard: "Reuters Handbook of Journalism, accuracy: dates and times are checked before publication; AP Stylebook, entries on dates and on time element.",
	Good:     `Bugle, 12 June: the council voted on Tuesday. Courier, 13 June: the council voted on 11 June.`,
	Bad:      `Bugle: The council voted for the bridge on 11 June. Courier: The council voted for the bridge on 10 June.`,
	Level:    check.Error,
	Run:      dateConflict,
}

func dateConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnDates {
		x, g := &c.OnDates[i], &c.Dates[i]
		for _, p := range matchedPairs(x, g.Pairs, differs) {
			out = append(out, datesDiffer(c, x, g, p))
		}
	}
	return out
}

// differs reports whether two readings diverge or conflict.
func differs(k check.Contrast) bool { return k.Verdict == check.Conflict || k.Verdict == check.Diverge }

// datesDiffer makes a finding of two dates of one event.
func datesDiffer(c *check.Case, x *check.Comparison, g *align.Group[extract.Date], p matched) check.Finding {
	rs := []int{p.A, p.B}
	f := check.Finding{
		Level: check.Error, Verdict: p.Verdict, Confidence: dateConfidence(p.score), Subject: g.Key, Why: p.why, Evidence: places(x, rs),
	}
	if p.Verdict == check.Diverge {
		f.Level = check.Info
	}
	if p.Why != "" {
		f.Notes = []check.Line{{Label: "note", Text: p.Why}}
	}
	if f.Level == check.Error && (p.Hedged || yearsApart(g, p.Contrast) || onTheClock(g, p.Contrast)) {
		f.Level = check.Warning
	}
	f.Level = lookLevel(f.Level, f.Confidence)
	f.Occasion = g.Members[p.A].Item.From.Format("2006-01")
	for _, r := range rs {
		f.Sides = append(f.Sides, x.Readings[r].Value)
		f.Occasion = min(f.Occasion, g.Members[r].Item.From.Format("2006-01"))
	}
	f.Message = "the date differs: "
	if g.Subject != "" {
		f.Message = "the date of " + quoted(g.Subject, 50) + " differs: "
	}
	f.Message += values(x, rs)
	f.Notes = append(f.Notes, check.Line{Label: "resolved", Text: resolved(x, rs)})
	return f
}

// onTheClock reports whether two dates are of one day and differ by the clock.
func onTheClock(g *align.Group[extract.Date], k check.Contrast) bool {
	return g.Members[k.A].Item.From.Sub(g.Members[k.B].Item.From).Abs() < 24*time.Hour && g.Members[k.A].Item.Type == extract.TimeDate
}

// Scores of the best pair of dates that differ at which the match is sure, and
// at which an editor should look. Most events of a story have their own days:
// that two sentences are as likely as not of one event is context, no more.
const (
	sureDates   = align.ClearDate
	likelyDates = 0.65
)

func dateConfidence(best float64) float64 {
	switch {
	case best >= sureDates:
		return high
	case best >= likelyDates:
		return medium
	}
	return low
}

// yearsApart reports whether two years are not neighbours: elections, games
// and fairs come again.
func yearsApart(g *align.Group[extract.Date], k check.Contrast) bool {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	d := a.From.Year() - b.From.Year()
	return d > 1 || d < -1
}

// resolved lists the days that the words stand for.
func resolved(x *check.Comparison, rs []int) string {
	var vs []string
	for _, r := range rs {
		vs = append(vs, x.Readings[r].Item.Text+" = "+x.Readings[r].Value)
	}
	return list(vs)
}
