package rules

import (
	"cmp"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus/text"
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

Each paper may tell what was new to it: "on Wednesday" in Wednesday's, "on
Friday" in Friday's, are two things. Where one sentence has both days, it is
a warning: the other article may tell of either.

Known misses: events that two articles tell in words of which none is the same;
articles without a date of publication, where relative days are not known.`,
	Standard: "General editorial practice: dates and times are checked before publication; SPJ Code of Ethics: verify information before releasing it.",
	Good:     `Bugle, 12 June: the council voted on Tuesday. Courier, 13 June: the council voted on 11 June.`,
	Bad:      `Bugle: The council voted for the bridge on 11 June. Courier: The council voted for the bridge on 10 June.`,
	Level:    check.Error,
	Run:      dateConflict,
}

func dateConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnDates {
		x, g := &c.OnDates[i], &c.Dates[i]
		in := bySentence(g)
		direct := map[[2]int]bool{} // of dates, only what was matched for itself is compared
		for _, p := range g.Pairs {
			direct[[2]int{p.A, p.B}] = true
		}
		j := judge{
			want:  func(k check.Contrast) bool { return differs(k) && direct[[2]int{k.A, k.B}] },
			sure:  func(score float64, k check.Contrast) float64 { return dateChance(g, k, score) },
			level: func(k check.Contrast) check.Level { return dateLevel(g, in, k) },
			rank:  func(k check.Contrast) int { return unnamed(g, k) },
		}
		for _, ft := range j.faults(x, g.Pairs) {
			out = append(out, datesDiffer(x, g, &ft))
		}
	}
	return out
}

// differs reports whether two readings diverge or conflict.
func differs(k check.Contrast) bool { return k.Verdict == check.Conflict || k.Verdict == check.Diverge }

// dateLevel says how much two dates of one event ask of an editor.
func dateLevel(g *align.Group[extract.Date], in map[told][]int, k check.Contrast) check.Level {
	switch {
	case k.Verdict == check.Diverge, namedByYear(g, k):
		return check.Info
	case k.Hedged, yearsApart(g, k), onTheClock(g, k), bothDays(g, in, k):
		return check.Warning
	}
	return check.Error
}

// A told sentence is one of an article.
type told struct {
	article  int
	sentence string
}

// bySentence returns the dates of a comparison by the sentence they stand in.
func bySentence(g *align.Group[extract.Date]) map[told][]int {
	out := map[told][]int{}
	for i := range g.Members {
		t := told{g.Members[i].Article, g.Members[i].Item.Sentence}
		out[t] = append(out[t], i)
	}
	return out
}

// bothDays reports whether the sentence of one of two dates has the day of the
// other, too: "in Saturday's match they meet Brant, who won on Friday" tells
// of two matches, and another article may tell of either.
func bothDays(g *align.Group[extract.Date], in map[told][]int, k check.Contrast) bool {
	for _, r := range [][2]int{{k.A, k.B}, {k.B, k.A}} {
		own, other := &g.Members[r[0]], g.Members[r[1]].Item
		for _, i := range in[told{own.Article, own.Item.Sentence}] {
			if i != r[0] && align.MeetDates(g.Members[i].Item, other) {
				return true
			}
		}
	}
	return false
}

// namedByYear reports whether both dates are years that name what happened then:
// "the 2016 election" and "the 2020 election" are two.
func namedByYear(g *align.Group[extract.Date], k check.Contrast) bool {
	for _, r := range []int{k.A, k.B} {
		d := &g.Members[r].Item
		const most = len(" presidential ") // between the year and the noun
		gap := d.Head.Start - d.Span.End
		before := strings.Fields(text.Bare(d.Sentence[:min(max(d.InSentence.Start, 0), len(d.Sentence))]))
		if d.Grain != "year" || gap < 1 || gap > most || len(before) == 0 {
			return false
		}
		if last := before[len(before)-1]; last != "the" && !strings.HasSuffix(last, "'s") && !strings.HasSuffix(last, "’s") {
			return false
		}
	}
	return true
}

// datesDiffer makes a finding of the dates of one event.
func datesDiffer(x *check.Comparison, g *align.Group[extract.Date], ft *fault) check.Finding {
	f := check.Finding{
		Level: ft.lead.level, Verdict: ft.lead.Verdict, Confidence: ft.lead.confidence, Subject: g.Subject, Key: g.Key, Why: ft.lead.why,
		Evidence: places(x, ft.shown), Also: ft.pairs(x), Sides: ft.values(x, exacterDate(g)),
	}
	if ft.lead.Why != "" {
		f.Notes = []check.Line{{Label: "note", Text: ft.lead.Why}}
	}
	for _, r := range ft.exactest(x, exacterDate(g)) {
		if !g.Members[r].Item.Resolved() {
			continue
		}
		if m := g.Members[r].Item.From.Format("2006-01"); f.Occasion == "" || m < f.Occasion {
			f.Occasion = m
		}
	}
	f.Message = "the date differs: "
	if g.Subject != "" {
		f.Message = "the date of " + quoted(g.Subject, 50) + " differs: "
	}
	f.Message += days(x, ft.shown)
	if days := resolved(x, ft.shown); days != "" {
		f.Notes = append(f.Notes, check.Line{Label: "resolved", Text: days})
	}
	return f
}

// exacterDate orders dates by how short a time they leave open.
func exacterDate(g *align.Group[extract.Date]) func(a, b int) int {
	return func(a, b int) int {
		p, q := &g.Members[a].Item, &g.Members[b].Item
		return cmp.Compare(p.To.Sub(p.From), q.To.Sub(q.From))
	}
}

// onTheClock reports whether two dates are of one day and differ by the clock.
func onTheClock(g *align.Group[extract.Date], k check.Contrast) bool {
	return g.Members[k.A].Item.From.Sub(g.Members[k.B].Item.From).Abs() < 24*time.Hour && g.Members[k.A].Item.Type == extract.TimeDate
}

// yearsApart reports whether two years are not neighbours: elections, games
// and fairs come again.
func yearsApart(g *align.Group[extract.Date], k check.Contrast) bool {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	d := a.From.Year() - b.From.Year()
	return d > 1 || d < -1
}

// unnamed is how many of the readings of a contrast do not name their day, "at
// about 6.10am": of the readings of one side, one that does is shown.
func unnamed(g *align.Group[extract.Date], k check.Contrast) int {
	n := 0
	for _, r := range []int{k.A, k.B} {
		if align.BareClock(g.Members[r].Item) {
			n++
		}
	}
	return n
}

// days lists what the sides print; of two that print one word, with the day it
// stands for.
func days(x *check.Comparison, rs []int) string {
	times := map[string]int{}
	for _, r := range rs {
		times[text.Bare(x.Readings[r].Item.Text)]++
	}
	var vs []string
	for _, r := range rs {
		v := quoted(x.Readings[r].Item.Text, 40)
		if times[text.Bare(x.Readings[r].Item.Text)] > 1 {
			v += " (" + x.Readings[r].Value + ")"
		}
		vs = append(vs, v)
	}
	return inArticles(vs)
}

// resolved lists the days that the words stand for.
func resolved(x *check.Comparison, rs []int) string {
	var vs []string
	for _, r := range rs {
		if v := x.Readings[r].Value; !strings.HasPrefix(v, "XXXX") {
			vs = append(vs, x.Readings[r].Item.Text+" = "+v)
		}
	}
	return list(vs)
}
