package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// compareDates judges the dates of one event.
func (c *Case) compareDates(g align.Group[extract.Date]) Comparison {
	out := Comparison{Kind: "date", Subject: g.Subject, Why: g.Why}
	n := len(g.Members)
	order, same := make([]int, n), make([]string, n)
	for i, m := range g.Members {
		d := m.Item
		order[i], same[i] = i, fmt.Sprint(d.Value, d.From, d.To, d.Grain, d.Bound, d.Hedged, d.Relative, text.Bare(d.Text))
		out.Readings = append(out.Readings, Reading{Evidence: Evidence{m.Article, d.Item}, Value: d.Value, Draft: c.Articles[m.Article].Draft})
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := g.Members[i].Item, g.Members[j].Item
		if d := a.From.Compare(b.From); d != 0 {
			return d
		}
		return a.To.Compare(b.To)
	})
	agree := func(i, j int) bool { return align.MeetDates(g.Members[i].Item, g.Members[j].Item) }
	for i, s := range sided(same, order, agree, func(i, j int) bool { return !agree(i, j) }, agree) {
		out.Readings[i].Side = s
	}
	has, clear := holdings(out.Readings), clearPairs(g.Pairs)
	c.judged(&out, same, g.Pairs, func(i, j int) {
		a, b := g.Members[i], g.Members[j]
		if out.Readings[i].Side == out.Readings[j].Side || agree(i, j) || !clear[[2]int{i, j}] && has.both(out.Readings[i], out.Readings[j]) || has.each(out.Readings[i], out.Readings[j]) || c.eachItsDay(a, b) {
			return
		}
		v, why := CompareDates(a.Item, b.Item)
		out.Contrasts = append(out.Contrasts, Contrast{A: i, B: j, Verdict: v, Why: why, Hedged: a.Item.Hedged || b.Item.Hedged})
	})
	c.judge(&out)
	return out
}

// eachItsDay reports whether two articles of two days tell what was new to
// each of them: "on Wednesday" in Wednesday's paper, "on Friday" in Friday's.
// An office may have reported twice.
func (c *Case) eachItsDay(a, b align.Member[extract.Date]) bool {
	const fresh = 2 * 24 * time.Hour
	p, q := day(c.Articles[a.Article].Published), day(c.Articles[b.Article].Published)
	if p.IsZero() || q.IsZero() || p.Equal(q) || !a.Item.Relative || !b.Item.Relative {
		return false
	}
	d := day(a.Item.From).Sub(p)
	return d == day(b.Item.From).Sub(q) && d.Abs() <= fresh
}

// day is midnight of the day of t.
func day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// clearPairs returns the pairs of members that were matched for themselves.
func clearPairs(pairs []align.Pair) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, p := range pairs {
		if p.Score >= align.OwnDate {
			out[[2]int{p.A, p.B}] = true
		}
	}
	return out
}

// CompareDates says how two dates of one event stand to each other, and if
// they differ but may both be true, why.
func CompareDates(a, b extract.Date) (Verdict, string) {
	switch {
	case align.MeetDates(a, b):
		return Agree, ""
	case a.Hedged || b.Hedged:
		return Diverge, "one of them is not stated as exact"
	case a.Relative && b.Relative && text.Bare(a.Text) == text.Bare(b.Text):
		return Diverge, "the same words, counted from each article's own day" // both may print one memo
	case sliding(a) || sliding(b):
		return Diverge, "“this week”, “last month” and their like slide"
	case !stated(a) || !stated(b):
		return Diverge, "one of them counts from the day of publication, or a time zone may account for it"
	case (clock(a) || clock(b)) && apartBy(a, b) < 24*time.Hour:
		if d := a.From.Sub(b.From).Abs(); d > 12*time.Hour || d%(30*time.Minute) == 0 {
			return Diverge, "a time zone may account for it"
		}
	}
	return Conflict, ""
}

// apartBy is how much time lies between two dates.
func apartBy(a, b extract.Date) time.Duration { return max(a.From.Sub(b.To), b.From.Sub(a.To)) }

func clock(d extract.Date) bool { return d.Grain == "hour" || d.Grain == "minute" || d.Grain == "part" }

// sliding reports whether a date is one of the weeks that "this week" and
// "last week" may mean by a day or two more or less.
func sliding(d extract.Date) bool {
	if !d.Relative || strings.ContainsAny(d.Text, "0123456789") {
		return false
	}
	switch d.Grain {
	case "week", "weekend", "quarter", "season", "year", "decade":
		return true
	case "month":
		return strings.Contains(text.Bare(d.Text), "month") // "last month"; "in March" is a month
	}
	return false
}

// stated reports whether a date names a day, a month or a year, so that no
// midnight between two time zones can move it.
func stated(d extract.Date) bool {
	if !d.Relative {
		return true
	}
	return !words.CountsBack.In(text.Bare(d.Text))
}
