package rules

import (
	"strings"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// DateOutOfRange finds days that there are not, and past events that lie
// after the day of publication.
var DateOutOfRange = &check.Rule{
	Name: "date-out-of-range",
	Doc: `A day that there is not, or a past that lies ahead

There is no 31 April; and what "was held on 9 May" was not held in an article
of 7 May. Plans, deadlines and what somebody announces are left alone.

Known misses: events in the past tense without "was" or "were".`,
	Standard: "General editorial practice: days and dates are checked before publication.",
	Good:     `Published 7 May: The fair will be held on 9 May.`,
	Bad:      `The mill was inspected on 31 April 2024.`,
	Level:    check.Error,
	Run:      dateOutOfRange,
}

func dateOutOfRange(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, d := range c.Items[i].Dates {
			switch {
			case d.Impossible != "" && d.Weekday == "":
				f := one(i, d.Item, d.Value, "there is no such day as "+quoted(d.Text, 40)+": "+d.Impossible)
				f.Notes = []check.Line{{Label: "sum", Text: d.Impossible}}
				out = append(out, f)
			case ahead(c, i, d):
				f := one(i, d.Item, d.Value, quoted(d.Text, 40)+" is told as past and lies after the day of publication")
				f.Level = check.Warning
				f.Sides = append(f.Sides, c.Articles[i].Published.Format(time.DateOnly))
				f.Notes = []check.Line{{Label: "sum", Text: "published " + c.Articles[i].Published.Format(time.DateOnly) + ", told of " + d.Value}}
				out = append(out, f)
			}
		}
	}
	return out
}

// ahead reports whether d is stated in full, more than a day after the article
// was published, and told as past: "was held on".
func ahead(c *check.Case, article int, d extract.Date) bool {
	p := c.Articles[article].Published
	if p.IsZero() || d.Relative || d.Grain != "day" || !d.Resolved() || !strings.ContainsAny(d.Value, "0123456789") || len(d.Value) < 10 {
		return false
	}
	if d.From.Before(p.AddDate(0, 0, 2)) || d.From.After(p.AddDate(0, 6, 0)) || !strings.Contains(d.Text, d.From.Format("2006")) {
		return false
	}
	before := text.Bare(d.Sentence[:min(max(d.InSentence.Start, 0), len(d.Sentence))])
	if words.Ahead.In(before) {
		return false
	}
	ws := strings.Fields(before)
	for k := max(len(ws)-5, 0); k+1 < len(ws); k++ {
		if (ws[k] == "was" || ws[k] == "were") && (strings.HasSuffix(ws[k+1], "ed") || words.Participles.Has(ws[k+1])) {
			return true
		}
	}
	return false
}
