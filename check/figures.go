package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// compareFigures judges the figures of one measure.
func (c *Case) compareFigures(g align.Group[extract.Figure]) Comparison {
	out := Comparison{Kind: "figure", Subject: g.Subject, Why: g.Why}
	n := len(g.Members)
	bases := c.bases(g)
	order, same := make([]int, n), make([]string, n)
	for i, m := range g.Members {
		order[i], same[i] = i, fmt.Sprint(FigureValue(m.Item), m.Item.Kind, m.Item.Modifier)
		if bases != nil {
			same[i] += bases[i].key()
		}
		out.Readings = append(out.Readings, Reading{Evidence: Evidence{m.Article, m.Item.Item}, Value: FigureValue(m.Item), Draft: c.Articles[m.Article].Draft})
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := g.Members[i].Item, g.Members[j].Item
		if d := a.Low.Cmp(b.Low); d != 0 {
			return d
		}
		if d := a.High.Cmp(b.High); d != 0 {
			return d
		}
		return strings.Compare(out.Readings[i].Value, out.Readings[j].Value)
	})
	agree := func(i, j int) bool {
		return align.SameValue(g.Members[i].Item, g.Members[j].Item) && (bases == nil || !bases[i].other(bases[j]))
	}
	for i, s := range sided(same, order, agree, func(i, j int) bool { return !agree(i, j) }, agree) {
		out.Readings[i].Side = s
	}
	has := holdings(out.Readings)
	c.judged(&out, same, g.Pairs, func(i, j int) {
		a, b := g.Members[i], g.Members[j]
		if out.Readings[i].Side == out.Readings[j].Side || agree(i, j) || has.both(out.Readings[i], out.Readings[j]) {
			return
		}
		v, why := CompareFigures(Dated{a.Item, c.Articles[a.Article]}, Dated{b.Item, c.Articles[b.Article]})
		if v == Agree {
			v, why = Conflict, AnotherBase
		}
		out.Contrasts = append(out.Contrasts, Contrast{A: i, B: j, Verdict: v, Why: why, Hedged: a.Item.Hedged() || b.Item.Hedged()})
	})
	c.judge(&out)
	return out
}

// CompareFigures says how two figures of one measure stand to each other, and
// if they differ, why that verdict.
func CompareFigures(a, b Dated) (Verdict, string) {
	x, y := a.Figure, b.Figure
	if align.SameValue(x, y) {
		return Agree, ""
	}
	if x.Kind != extract.Count && y.Kind != extract.Count && x.Unit != y.Unit {
		if x.Low.Trim().Coef == y.Low.Trim().Coef {
			return Conflict, "the same digits in another unit"
		}
		return Diverge, "given in two units"
	}
	if x.Measure.Grows || y.Measure.Grows {
		return growth(a, b)
	}
	if revised(a, b) || revised(b, a) {
		return Update, "growth or revision is said"
	}
	if x.Hedged() || y.Hedged() {
		return Diverge, "one of them is not stated as exact"
	}
	if x.Logical().Meets(y.Logical()) {
		return Diverge, "they meet within rounding"
	}
	return Conflict, ""
}

// revised reports whether a later article says of a count that it has come to
// another one since: "rose to 268".
func revised(late, early Dated) bool {
	p, q := late.Ref.Published, early.Ref.Published
	return late.Figure.Kind == extract.Count && late.Figure.Measure.Revised && !early.Figure.Measure.Revised && p.After(q) && p.Sub(q) <= lateness
}

// lateness is how long a count of dead is known to go on growing.
const lateness = 72 * time.Hour

// growth judges two counts of something that grows. Each is a count at an
// hour: only two that are exact and of the same time, or a number that falls
// without a word of revision, cannot both be true. What has come to another
// number is an update as long as such counts are known to grow; days later
// somebody else may have counted.
func growth(a, b Dated) (Verdict, string) {
	x, y := a.Figure, b.Figure
	unknown := a.Ref.Published.IsZero() || b.Ref.Published.IsZero()
	update := Update
	if !unknown && a.Ref.Published.Sub(b.Ref.Published).Abs() > lateness {
		update = Diverge
	}
	floor := func(f extract.Figure) bool { return f.Modifier == extract.AtLeast || f.Modifier == extract.More }
	switch {
	case x.Measure.Period != "" && x.Measure.Period == y.Measure.Period && !x.Hedged() && !y.Hedged():
		return Conflict, "both exact and for the same time"
	case x.Measure.Revised || y.Measure.Revised:
		return update, "growth or revision is said"
	case floor(x) || floor(y):
		return update, "one is a floor"
	case unknown:
		return Update, "the hours are unknown"
	case x.Hedged() || y.Hedged():
		return Diverge, "one of them is not stated as exact"
	case sameTime(a.Ref, b.Ref):
		return Conflict, "both exact, published at the same time"
	}
	early, late := a, b
	if b.Ref.Published.Before(a.Ref.Published) {
		early, late = b, a
	}
	if late.Figure.Low.Cmp(early.Figure.Low) > 0 {
		return update, "the later article has the larger number"
	}
	return Conflict, "the number falls without a word of revision"
}

// sameTime reports whether two articles are of one time, as exactly as that
// is known: of one day if that is all that is known of both.
func sameTime(a, b corpus.Ref) bool {
	if a.Dated == corpus.Instant && b.Dated == corpus.Instant {
		return a.Published.Sub(b.Published).Abs() < time.Hour
	}
	return a.Published.Format(time.DateOnly) == b.Published.Format(time.DateOnly) && a.Dated == b.Dated
}

// FigureValue is a figure in one notation, whatever words the article has.
func FigureValue(f extract.Figure) string {
	v := f.Low.String()
	if f.High.Cmp(f.Low) != 0 {
		v += "-" + f.High.String()
	}
	switch f.Modifier {
	case extract.Exactly, extract.Between, "":
	default:
		v = string(f.Modifier) + v
	}
	if f.Unit != "" {
		v += " " + f.Unit
	}
	return v
}
