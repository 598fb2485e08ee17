package rules

import (
	"github.com/newsvet/newsvet/check"
)

// FigureQualifierDrift finds a hedge that is lost or turned round.
var FigureQualifierDrift = &check.Rule{
	Name: "figure-qualifier-drift",
	Doc: `A hedge of a number that is lost or turned round

"About", "over" and "up to" say how a number is meant. Where one outlet has
them and another prints the bare number, the numbers still agree: info. So is
one end of a range without the other, and two numbers of as many digits that
agree because one of them is "some". Where one says "up to" and the other "at
least", they point in opposite directions: a warning.

Known misses: hedges that stand in another sentence.`,
	Standard: "General editorial practice: no more precision than the source gives; BBC Editorial Guidelines, section 3, accuracy: the caveats and limitations of statistics are named.",
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
		if !ok || g.Members[d.a].Item.Measure.Grows && d.kind != hedgeTurned {
			continue
		}
		one, other := quoted(x.Readings[d.a].Item.Text, 40), quoted(x.Readings[d.b].Item.Text, 40)
		f := check.Finding{
			Verdict: check.Agree, Confidence: sameFigure(scoreOf(g.Pairs, d.a, d.b)), Subject: figureName(g), Key: g.Key, Why: x.Why,
			Evidence: places(x, []int{d.a, d.b}), Sides: numbers(g, []int{d.a, d.b}), Occasion: c.Month,
			Message: d.kind.String() + ": " + one + " in one article, " + other + " in another",
		}
		if d.kind != hedgeGone {
			f.Verdict = check.Diverge
		}
		if d.kind == hedgeTurned {
			f.Level = check.Warning
		}
		out = append(out, f)
	}
	return out
}
