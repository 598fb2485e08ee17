package rules

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// FigureConflict finds two numbers for one measure.
var FigureConflict = &check.Rule{
	Name: "figure-conflict",
	Doc: `Two numbers for one measure

Two outlets give a number for the same thing: the same unit, the same things
counted, of the same whole, in the same place and period, and the numbers do
not meet. Rounding, hedges and notation are allowed for: "over 40,000" and
"41,318" agree. It is an error where both are stated as exact, and a warning
where one is hedged; where the places do not show that both are of one bearer
and time, as the carries of "he", the forecasts of two banks, shares of two
places, ages in articles of two years, or where a sum is converted in brackets
or given in a rounder number, it is info. Counts that grow, as of the dead, are
figure-update unless both are exact and of one time.

Left alone: a number that the other article has, too, of something else; a
part beside its whole; another period, place, body or basis.

Known misses: one thing under two names that share no word and are not listed
as names of one kind of thing, as "homes" and "structures" are.`,
	Standard: "Editors’ Code of Practice, clause 1: no inaccurate information, and significant inaccuracies are corrected; BBC Editorial Guidelines, section 3, accuracy: facts and statistics are checked.",
	Good:     `Bugle: More than 40,000 people signed. Courier: 41,318 people have signed.`,
	Bad:      `Bugle: The bridge will cost $48 million. Courier: The bridge will cost $84 million.`,
	Level:    check.Error,
	Run:      figureConflict,
}

func figureConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		j := judge{
			want: func(k check.Contrast) bool {
				return differs(k) && !unitsDiffer(g, k) && k.Why != check.AnotherBase && !fromPrimary(c, x, k)
			},
			sure: func(score float64, k check.Contrast) float64 { return figureChance(c, g, k, score) },
			level: func(k check.Contrast) check.Level {
				if apart(c, g, k) {
					return check.Info
				}
				if bounded(g, k) || rounder(g, k) {
					return check.Info
				}
				if k.Verdict == check.Conflict && !k.Hedged && proved(g, k) {
					return check.Error
				}
				return check.Warning
			},
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := figureFinding(c, x, g, &ft)
			if ft.lead.Why != "" {
				f.Notes = append(f.Notes, check.Line{Label: "note", Text: ft.lead.Why})
			}
			f.Message = figureMessage(g) + ": " + values(x, ft.shown)
			out = append(out, f)
		}
	}
	return out
}

// proved reports whether the places alone show that two counts cannot both be
// true. Counts that grow prove it only for one stated time; small ones are met
// so often that the two may be of two things.
func proved(g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A], g.Members[k.B]
	small := extract.NewNumber(12)
	if a.Item.Kind == extract.Count && a.Item.Low.Cmp(small) <= 0 && b.Item.Low.Cmp(small) <= 0 {
		return false
	}
	if tally(a.Item) && tally(b.Item) {
		return false
	}
	if !a.Item.Measure.Grows && !b.Item.Measure.Grows {
		return true
	}
	return a.Item.Measure.Period != "" && a.Item.Measure.Period == b.Item.Measure.Period
}

// tally reports whether a figure is the count of a player or a season, which
// the next game changes, or the length of one play, "a 36-yard field goal".
func tally(f extract.Figure) bool {
	if f.Kind == extract.Quantity && f.Unit == "point" {
		return true
	}
	return (f.Kind == extract.Count || f.Kind == extract.Quantity) && words.Tally(words.Stem(text.Bare(f.Noun)))
}

// bounded reports whether one of two figures is a bound that the other keeps:
// "33" and "more than 30", "more than 100" and "up to 120" may both be true.
func bounded(g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	if k.Verdict != check.Diverge || direction(a.Modifier) == 0 && direction(b.Modifier) == 0 || a.Unit != b.Unit {
		return false
	}
	x, y := a.Low, b.Low
	if x.Cmp(y) > 0 {
		x, y = y, x
	}
	const near = 15 // tenths: nobody says "more than 10" of 30
	return a.Logical().Meets(b.Logical()) && y.Cmp(x.Mul(extract.Number{Coef: near, Exp: -1})) <= 0
}

// rounder reports whether one of two sums is the other in a rounder number:
// $350 and $349.
func rounder(g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	if a.Kind != extract.Money || b.Kind != extract.Money || a.Unit != b.Unit || digits(a.Low) == digits(b.Low) {
		return false
	}
	off := a.Low.Sub(b.Low).Abs()
	const hundredth = -2
	larger := a.Low.Abs()
	if b.Low.Abs().Cmp(larger) > 0 {
		larger = b.Low.Abs()
	}
	return off.Cmp(larger.Shift(hundredth)) <= 0
}

func unitsDiffer(g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	la, lb := a.Low.Trim(), b.Low.Trim()
	if a.Unit != b.Unit && a.Kind != extract.Count && b.Kind != extract.Count {
		return la.Coef == lb.Coef
	}
	return la.Coef == lb.Coef && (la.Coef > 1 || a.Kind == extract.Money) && (la.Exp-lb.Exp)%3 == 0 && a.Unit == b.Unit && la.Exp != lb.Exp
}

// figureFinding fills in what findings about figures of one measure have in
// common.
func figureFinding(c *check.Case, x *check.Comparison, g *align.Group[extract.Figure], ft *fault) check.Finding {
	return check.Finding{
		Subject: figureName(g), Key: g.Key, Level: ft.lead.level, Verdict: ft.lead.Verdict, Confidence: ft.lead.confidence, Why: ft.lead.why,
		Evidence: places(x, ft.shown), Also: ft.pairs(x), Sides: numbers(g, ft.exactest(x, exacterFigure(g))), Occasion: c.Month,
	}
}

// exacterFigure orders figures by how exactly they are stated: "41,318" before
// "over 40,000".
func exacterFigure(g *align.Group[extract.Figure]) func(a, b int) int {
	return func(a, b int) int {
		p, q := &g.Members[a].Item, &g.Members[b].Item
		if p.Hedged() != q.Hedged() {
			if p.Hedged() {
				return 1
			}
			return -1
		}
		return digits(q.Low) - digits(p.Low)
	}
}

// digits is how many digits of a number tell: 3 of 276, 1 of 900.
func digits(n extract.Number) int {
	d := n.Trim().Coef
	return len(strconv.FormatInt(max(d, -d), 10))
}

// figureName names what is measured, for people: "people killed", "cost".
func figureName(g *align.Group[extract.Figure]) string {
	key, _, _ := strings.Cut(g.Key, "|")
	for _, m := range g.Members {
		if m.Item.Measure.Grows && m.Item.Measure.Name == key && (strings.HasSuffix(key, "ed") || key == "missing") {
			return "people " + key
		}
	}
	return g.Subject
}

func figureMessage(g *align.Group[extract.Figure]) string {
	name := figureName(g)
	switch {
	case strings.HasPrefix(name, "people "):
		return "the number of " + name + " differs"
	case name != "":
		return "the figure for " + name + " differs"
	}
	return "the figure differs"
}

// numbers are the values of readings without the nouns of what is counted: an
// outlet that says "workers" where others say "people" is on a known side.
func numbers(g *align.Group[extract.Figure], readings []int) []string {
	var out []string
	for _, r := range readings {
		f := g.Members[r].Item
		if f.Kind == extract.Count {
			f.Unit = ""
		}
		out = append(out, check.FigureValue(f))
	}
	return out
}

// values lists what the sides print: "27 in one article, 28 in another".
func values(x *check.Comparison, rs []int) string {
	var vs []string
	for _, r := range rs {
		vs = append(vs, quoted(x.Readings[r].Item.Text, 40))
	}
	return inArticles(vs)
}

// inArticles says in which two articles the values are; more are but listed.
func inArticles(vs []string) string {
	if len(vs) == 2 {
		return vs[0] + " in one article, " + vs[1] + " in another"
	}
	return list(vs)
}
