package rules

import (
	"github.com/newsvet/newsvet/check"
)

// FigureUnitConflict finds the same digits in another unit.
var FigureUnitConflict = &check.Rule{
	Name: "figure-unit-conflict",
	Doc: `The same number in another unit

Million and billion, percent and percentage points, dollars and euros, miles
and kilometres, weeks and months: the digits are copied and the unit is not.
A conversion has other digits and is no conflict.

Known misses: a unit that both outlets mistake.`,
	Standard: "General editorial practice: percent and percentage points are kept apart, and units are facts to check.",
	Good:     `Bugle: The road is 45 km long. Courier: The road is 28 miles long.`,
	Bad:      `Bugle: The bridge will cost $48 million. Courier: The bridge will cost €48 million.`,
	Level:    check.Error,
	Run:      figureUnitConflict,
}

func figureUnitConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		j := judge{
			want: func(k check.Contrast) bool { return unitsDiffer(g, k) },
			sure: func(score float64, k check.Contrast) float64 { return figureChance(c, g, k, score) },
			level: func(k check.Contrast) check.Level {
				if k.Hedged {
					return check.Warning // a hedge on either side proves nothing
				}
				return check.Error
			},
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := figureFinding(c, x, g, &ft)
			f.Verdict = check.Conflict
			f.Message = "the same number in another unit: " + values(x, ft.shown)
			f.Notes = append(f.Notes, check.Line{Label: "look for", Text: "the unit in the document the number comes from"})
			out = append(out, f)
		}
	}
	return out
}
