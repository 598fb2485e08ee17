package rules

import (
	"slices"

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
		ks := only(x, func(k check.Contrast) bool { return k.Verdict == check.Conflict })
		level, verdict := check.Error, check.Conflict
		if len(ks) == 0 {
			ks, level, verdict = only(x, func(k check.Contrast) bool { return k.Verdict == check.Diverge }), check.Info, check.Diverge
		}
		if len(ks) == 0 {
			continue
		}
		rs := pick(x, ks, g.Pairs)
		f := check.Finding{
			Level: level, Verdict: verdict, Confidence: pairConfidence(x, g.Pairs, ks), Subject: g.Key, Why: x.Why, Evidence: places(x, rs),
		}
		if ks[0].Why != "" {
			f.Notes = []check.Line{{Label: "note", Text: ks[0].Why}}
		}
		if slices.ContainsFunc(ks, func(k check.Contrast) bool { return k.Hedged || yearsApart(g, k) }) && f.Level == check.Error {
			f.Level = check.Warning
		}
		f.Level = lookLevel(f.Level, f.Confidence)
		for _, r := range rs {
			f.Sides = append(f.Sides, x.Readings[r].Value)
		}
		f.Occasion = g.Members[0].Item.From.Format("2006-01")
		for _, m := range g.Members {
			f.Occasion = min(f.Occasion, m.Item.From.Format("2006-01"))
		}
		f.Message = "the date differs: "
		if g.Subject != "" {
			f.Message = "the date of " + quoted(g.Subject, 50) + " differs: "
		}
		f.Message += values(x, pick(x, ks, g.Pairs))
		f.Notes = append(f.Notes, check.Line{Label: "resolved", Text: resolved(x, rs)})
		out = append(out, f)
	}
	return out
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
