package align

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/extract"
)

// differs says why two figures that look alike are of different things: the
// guards against another place, another time, a part of the whole.
func differs(a, b *measured, near bool) string {
	x, y := a.figure, b.figure
	m, n := x.Measure, y.Measure
	switch {
	case m.Change != n.Change && !(near && (m.Change == "" || n.Change == "")):
		return "a change and a level"
	case m.Subset != "" && n.Subset != "" && m.Subset != n.Subset, !near && (m.Subset == "") != (n.Subset == ""):
		return "a subset"
	case m.Period != "" && n.Period != "" && !samePeriod(m.Period, n.Period) && !((m.Grows && n.Grows || m.Revised != n.Revised) && sameMonth(m.Period, n.Period)):
		return "another period"
	case !near && m.Change != "" && m.Period != n.Period && strings.Contains(m.Period+n.Period, "T"), !near && market(m.Name) && market(n.Name) && !sameHour(x, y):
		return "another hour" // a price at the close, and in the afternoon
	case !near && len(m.Places) > 0 && len(n.Places) > 0 && !shareAny(m.Places, n.Places) && !shareNames(&a.context, &b.context):
		return "another place or body"
	case x.Per != y.Per && !(near && shortPrice(*x, *y)):
		return "another rate"
	case m.Name != n.Name && m.Grows && n.Grows, !near && m.Grows != n.Grows:
		return "another measure"
	}
	if x.Kind == extract.Age && !near && !shareNames(&a.context, &b.context) {
		return "another person"
	}
	return ""
}

// market reports whether a measure moves while the market is open, so that
// two reporters who look at it see two numbers.
func market(name string) bool { return name == "shares" || name == "stock" }

// sameHour reports whether two prices or rises of the market are of one hour
// of one day, and the articles say so.
func sameHour(a, b *extract.Figure) bool {
	p, q := a.Measure.Period, b.Measure.Period
	return p != "" && p == q && (a.Measure.Change != "" || strings.Contains(p, "T") || atClose(a) && atClose(b))
}

// atClose reports whether a price is that of the end of a day.
func atClose(f *extract.Figure) bool { return strings.Contains(f.Sentence, " clos") }

// apartNouns reports whether both name what they count, and nothing of it is
// the same.
func apartNouns(a, b *measured) bool {
	if a.figure.Kind != extract.Count || a.figure.Measure.Grows && b.figure.Measure.Grows {
		return false
	}
	return len(a.nouns) > 0 && len(b.nouns) > 0 && shareOf(a.nouns, b.nouns) == 0
}

// samePeriod reports whether one of two TIMEX3 values holds the other.
func samePeriod(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// sameMonth reports whether two TIMEX3 values lie in one month: a toll of
// Thursday night and one of Friday are of one event.
func sameMonth(a, b string) bool {
	const month = len("2006-01")
	return len(a) >= month && len(b) >= month && a[:month] == b[:month]
}

func shareAny(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || len(x) > 3 && strings.Contains(y, x) || len(y) > 3 && strings.Contains(x, y) {
				return true
			}
		}
	}
	return false
}

// carried knows which numbers each article has.
type carried map[string][]int

func carriers(fs []measured) carried {
	c := carried{}
	for i, m := range fs {
		k := carriedKey(m.article, m.figure)
		c[k] = append(c[k], i)
	}
	return c
}

func carriedKey(article int, f *extract.Figure) string {
	return strconv.Itoa(article) + dimension(f)
}

// either reports whether the article of one of two figures that are linked has
// what the other says, too. Where both stand in what is all but one sentence,
// only that sentence counts: what is said elsewhere is of something else.
func (c carried) either(fs []measured, l link) bool {
	const sameSentence = 0.7
	near := likeness(&fs[l.a].context, &fs[l.b].context) >= sameSentence
	return c.has(fs, l.a, fs[l.b], near) || c.has(fs, l.b, fs[l.a], near)
}

// has reports whether the article of figure i has a figure other than i that
// says what m says of something alike; if near, in the sentence of i.
func (c carried) has(fs []measured, i int, m measured, near bool) bool {
	for _, k := range c[carriedKey(fs[i].article, m.figure)] {
		if near && fs[k].figure.Print != fs[i].figure.Print {
			continue
		}
		if k == i || oneFact(&fs[k].figure.Item, &fs[i].figure.Item) || fs[k].figure.Unit == m.figure.Unit && !fs[k].likely.Meets(m.likely) || !SameValue(*fs[k].figure, *m.figure) {
			continue
		}
		if fs[k].figure.Kind != extract.Count || shareOf(fs[k].nouns, m.nouns) > 0 || fs[k].figure.Measure.Name == m.figure.Measure.Name {
			return true
		}
	}
	return false
}

// oneFact reports whether two figures of one article are so near that they
// may be one fact in two units: "230 km (140 miles)".
func oneFact(a, b *extract.Item) bool {
	const gap = 3 // bytes between them: " ("
	return a.Print == b.Print && a.Span != b.Span && max(a.Span.Start-b.Span.End, b.Span.Start-a.Span.End) <= gap
}
