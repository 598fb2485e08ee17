package rules

import "github.com/newsvet/newsvet/check"

// StatusConflict finds one person's case that has come further in one outlet
// than in another.
var StatusConflict = &check.Rule{
	Name: "status-conflict",
	Doc: `A case that has come further in one outlet

Suspected, arrested, charged, tried, convicted: two outlets, of one day, leave
one person on steps that do not go together. One says convicted where another
has a case still open; one says charged where another says that no charge has
been brought; one says acquitted and another convicted. A step nearer the start
is info, and only where nobody is said to have taken it, nor when.

A later article may know of a later step; another offence is another case; what
may happen, what is denied and what happened in another year make no
difference.

Known misses: cases told of "he" and "she"; steps of more than one day.`,
	Standard: "SPJ Code of Ethics, minimize harm: balance a suspect's right to a fair trial with the public's right to know, and consider the implications of identifying suspects before they face legal charges.",
	Good:     `Bugle: Jane Marlow was charged with theft on Monday. Courier, a day later: Jane Marlow was convicted of theft.`,
	Bad:      `Bugle: Jane Marlow, charged with theft, is on trial. Courier, the same day: Jane Marlow was convicted of theft.`,
	Level:    check.Warning,
	Run:      statusConflict,
}

func statusConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnNames {
		if x := &c.OnNames[i]; x.Person.Of == check.StatusOf {
			out = append(out, personFindings(c, x, func(k check.Contrast) check.Level {
				if k.Near {
					return check.Info
				}
				return check.Warning
			})...)
		}
	}
	return out
}
