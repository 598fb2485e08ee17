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
	Standard: "Reuters Handbook of Journalism, sourcing: a toll is given with who states it and when.",
	Good:     `Bugle, 9 a.m.: 31 people were killed. Courier, 9 a.m.: 46 people were killed. (figure-conflict)`,
	Bad:      `Bugle, in the morning: at least 8 people were killed. Courier, the next day: 14 people were killed.`,
	Level:    check.Info,
	Run:      figureUpdate,
}

func figureUpdate(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		ks := only(x, func(k check.Contrast) bool { return k.Verdict == check.Update })
		if len(ks) == 0 {
			continue
		}
		rs := pick(x, ks, g.Pairs)
		f := figureFinding(c, x, g, contrasted(x, g.Pairs, func(k check.Contrast) bool { return k.Verdict == check.Update })[0])
		f.Why, f.Evidence, f.Sides = x.Why, places(x, rs), nil
		for _, r := range rs {
			f.Sides = append(f.Sides, x.Readings[r].Value) // a toll that grows has many steps
		}
		f.Occasion = month(c, f.Evidence)
		f.Message = "the number of " + figureName(g) + " grew or was revised: " + values(x, rs)
		f.Notes = []check.Line{{Label: "note", Text: ks[0].Why}}
		out = append(out, f)
	}
	return out
}
