package rules

import (
	"github.com/newsvet/newsvet/check"
)

// FigureUpdate finds counts that grew or were revised.
var FigureUpdate = &check.Rule{
	Name: "figure-update",
	Doc: `A count that grew or was revised

The dead, the injured, the missing, the arrested, the votes are counted at an
hour, and the count grows. Within three days, two numbers are an update where
one is a floor ("at least 8"), growth or revision is said ("rose to"), the
later article has the larger number, or the hours are unknown.

Known misses: two counts of two authorities at one hour.`,
	Standard: "General editorial practice: a toll is given with who states it and when.",
	Good:     `Bugle, 9 a.m.: 31 people were killed. Courier, 9 a.m.: 46 people were killed. (figure-conflict)`,
	Bad:      `Bugle, in the morning: at least 8 people were killed. Courier, the next day: 14 people were killed.`,
	Level:    check.Info,
	Run:      figureUpdate,
}

func figureUpdate(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		j := judge{
			want:  func(k check.Contrast) bool { return k.Verdict == check.Update },
			sure:  func(score float64, k check.Contrast) float64 { return figureChance(c, g, k, score) },
			level: func(check.Contrast) check.Level { return check.Info },
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := figureFinding(c, x, g, &ft)
			f.Message = "the number of " + figureName(g) + " grew or was revised: " + values(x, ft.shown)
			f.Notes = append(f.Notes, check.Line{Label: "note", Text: ft.lead.Why})
			out = append(out, f)
		}
	}
	return out
}
