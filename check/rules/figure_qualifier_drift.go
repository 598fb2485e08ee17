package rules

import (
	"maps"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// FigureQualifierDrift finds a hedge that is lost or turned round.
var FigureQualifierDrift = &check.Rule{
	Name: "figure-qualifier-drift",
	Doc: `A hedge of a number that is lost or turned round

"About", "over" and "up to" say how a number is meant. Where one outlet has
them and another prints the bare number, the numbers still agree: info. Where
one says "up to" and the other "at least", they point in opposite directions:
a warning.

Known misses: hedges that stand in another sentence.`,
	Standard: "BBC Editorial Guidelines, guidance on reporting statistics: no more precision than the source gives.",
	Good:     `Bugle: about 40 boats. Courier: around 40 boats.`,
	Bad:      `Bugle: up to 40 boats were lost. Courier: at least 40 boats were lost.`,
	Level:    check.Info,
	Run:      figureQualifierDrift,
}

func figureQualifierDrift(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		d, ok := driftIn(c, g)
		if !ok || g.Members[d.a].Item.Measure.Grows && !d.turned {
			continue
		}
		one, other := quoted(x.Readings[d.a].Item.Text, 40), quoted(x.Readings[d.b].Item.Text, 40)
		f := check.Finding{
			Verdict: check.Agree, Confidence: confidence(g.Score), Subject: figureName(g), Key: g.Key, Why: x.Why,
			Evidence: places(x, []int{d.a, d.b}), Sides: numbers(g, []int{d.a, d.b}), Occasion: month(c, x.Readings),
			Message: "a hedge is lost: " + one + " in one article, " + other + " in another",
		}
		if d.turned {
			f.Level, f.Verdict = check.Warning, check.Diverge
			f.Message = "a bound is turned round: " + one + " in one article, " + other + " in another"
		}
		out = append(out, f)
	}
	return out
}

// A drift is two members of a group that give one number with other hedges.
type drift struct {
	a, b   int // in order
	turned bool
}

// driftIn returns a drift of a group: one that is turned round before one that
// is lost, then that of the least values, whoever prints them.
func driftIn(c *check.Case, g *align.Group[extract.Figure]) (drift, bool) {
	type key struct {
		value string
		mod   extract.Modifier
	}
	at := map[key][]int{} // the first member, and the first of another outlet
	mods := map[string][]extract.Modifier{}
	for i, m := range g.Members {
		v := m.Item.Low.String()
		if m.Item.Kind != extract.Count {
			v += " " + m.Item.Unit // about $48 million is not a hedge of €48 million
		}
		k := key{v, m.Item.Modifier}
		switch have := at[k]; {
		case len(have) == 0:
			mods[v] = append(mods[v], m.Item.Modifier)
			at[k] = []int{i}
		case len(have) == 1 && !c.SameOutlet(g.Members[have[0]].Article, m.Article):
			at[k] = append(have, i)
		}
	}
	var found drift
	ok := false
	for _, v := range slices.Sorted(maps.Keys(mods)) {
		slices.Sort(mods[v])
		for i, p := range mods[v] {
			for _, q := range mods[v][i+1:] {
				turned := direction(p)*direction(q) < 0
				if found.turned || ok && !turned || !turned && (p == extract.Exactly) == (q == extract.Exactly) {
					continue
				}
				if a, b, apart := twoOutlets(c, g, at[key{v, p}], at[key{v, q}]); apart {
					found, ok = drift{min(a, b), max(a, b), turned}, true
				}
			}
		}
	}
	return found, ok
}

// twoOutlets returns one of as and one of bs that are of two outlets.
func twoOutlets(c *check.Case, g *align.Group[extract.Figure], as, bs []int) (a, b int, ok bool) {
	for _, a := range as {
		for _, b := range bs {
			if !c.SameOutlet(g.Members[a].Article, g.Members[b].Article) {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// direction says where a modifier points: 1 up, -1 down, 0 nowhere.
func direction(m extract.Modifier) int {
	switch m {
	case extract.More, extract.AtLeast:
		return 1
	case extract.Less, extract.AtMost:
		return -1
	}
	return 0
}
