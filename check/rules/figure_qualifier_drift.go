package rules

import (
	"github.com/newsvet/newsvet/check"
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
		a, b, turned := -1, -1, false
		for m := range g.Members {
			for n := m + 1; n < len(g.Members) && !turned; n++ {
				p, q := g.Members[m], g.Members[n]
				if c.SameOutlet(p.Article, q.Article) || !p.Item.Low.Equal(q.Item.Low) ||
					p.Item.Unit != q.Item.Unit && (p.Item.Kind != extract.Count || q.Item.Kind != extract.Count) {
					continue // about $48 million is not a hedge of €48 million
				}
				u, d := direction(p.Item.Modifier), direction(q.Item.Modifier)
				if u*d < 0 {
					a, b, turned = m, n, true
				} else if a < 0 && (p.Item.Modifier == extract.Exactly) != (q.Item.Modifier == extract.Exactly) {
					a, b = m, n
				}
			}
		}
		if a < 0 || g.Members[a].Item.Measure.Grows && !turned {
			continue
		}
		f := check.Finding{
			Verdict: check.Agree, Confidence: confidence(g.Score), Subject: figureName(g), Why: x.Why,
			Evidence: []check.Evidence{x.Readings[a].Evidence, x.Readings[b].Evidence},
			Sides:    []string{x.Readings[a].Value, x.Readings[b].Value},
			Message:  "a hedge is lost: " + quoted(x.Readings[a].Item.Text, 40) + " in one article, " + quoted(x.Readings[b].Item.Text, 40) + " in another",
		}
		if turned {
			f.Level, f.Verdict = check.Warning, check.Diverge
			f.Message = "a bound is turned round: " + quoted(x.Readings[a].Item.Text, 40) + " in one article, " + quoted(x.Readings[b].Item.Text, 40) + " in another"
		}
		f.Occasion = month(c, f.Evidence)
		out = append(out, f)
	}
	return out
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
