package rules

import (
	"github.com/newsvet/newsvet/check"
)

// WeekdayDateMismatch finds a weekday beside a date that falls on another.
var WeekdayDateMismatch = &check.Rule{
	Name: "weekday-date-mismatch",
	Doc: `A weekday and a date that do not go together

"Thursday, 27 June 2017" was a Tuesday. One of the two is wrong; which, the
calendar does not say: both are marked and neither is picked. A date without a
year is of the year of publication, or of the one beside it that fits.

Known misses: a weekday that stands away from its date.`,
	Standard: "General editorial practice: days and dates are checked before publication.",
	Good:     `The council voted on Tuesday, 11 June 2024.`,
	Bad:      `The council voted on Friday, 11 June 2024.`,
	Level:    check.Error,
	Run:      weekdayDateMismatch,
}

func weekdayDateMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, d := range c.Items[i].Dates {
			if d.Weekday == "" || d.Impossible == "" {
				continue
			}
			f := one(i, d.Item, d.Value, "weekday and date do not go together in "+quoted(d.Text, 60)+": "+d.Impossible)
			f.Sides = []string{d.Weekday, d.Value}
			f.Notes = []check.Line{{Label: "sum", Text: d.Impossible}, {Label: "look for", Text: "the day meant; neither is picked here"}}
			out = append(out, f)
		}
	}
	return out
}
