package rules

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// SingleSource finds key claims that one outlet alone has.
var SingleSource = &check.Rule{
	Name: "single-source",
	Doc: `A key claim that one outlet alone has

Three or more independent outlets tell the story, and a figure, a quote or a
day in the headline or the lead of one is in no other. It may be its scoop, or
its mistake. Off by default: most of what an outlet has alone is its own work.
Switch it on in the configuration, or ask for it with --only.

Left alone: small counts, ages and lengths of time; a number, a day or words
that another outlet has anywhere, be it of something else; copies of agency
text and primary documents, which are no outlets; stubs, which are cut off.

Known misses: claims that are neither figure, quote nor date.`,
	Standard: "BBC Editorial Guidelines, section 3, accuracy: a single source is relied on with reluctance; SPJ Code of Ethics: verify information before releasing it.",
	Good:     `Three outlets have 31 dead in the lead.`,
	Bad:      `Three outlets tell of the fire, and the Bugle alone has 31 dead in its headline.`,
	Level:    check.Off,
	Run:      singleSource,
}

// manyOutlets is from how many independent outlets on a key claim of one
// stands out.
const manyOutlets = 3

func singleSource(c *check.Case) []check.Finding {
	outlets := map[string]bool{}
	for i := range c.Articles {
		if !c.Primary(i) && c.Articles[i].Words >= stub {
			outlets[c.Origins[i]] = true
		}
	}
	if len(outlets) < manyOutlets {
		return nil
	}
	has := shared(c)
	var out []check.Finding
	for _, on := range [][]check.Comparison{c.OnFigures, c.OnQuotes, c.OnDates} {
		for n := range on {
			x := &on[n]
			r := &x.Readings[0]
			if x.Verdict != check.Alone || c.Primary(r.Article) || c.Copies[r.Article] != r.Article || !headlineOrLead(c.Articles[r.Article], r.Item) {
				continue
			}
			key := valueKey(c, x, n, 0)
			if key == "" || len(has[key]) > 1 {
				continue
			}
			f := aloneIn(r.Article, r.Item, x.Subject, fmt.Sprintf("of %d outlets only %s has %s", len(outlets), who(c, r.Article), quoted(r.Item.Text, 60)))
			f.Level = check.Warning
			f.Sides = []string{r.Value}
			f.Notes = []check.Line{{Label: "look for", Text: "a second source"}}
			out = append(out, f)
		}
	}
	return out
}

// shared returns by which independent outlets each value of a key claim is
// carried, whatever they carry it of.
func shared(c *check.Case) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, on := range [][]check.Comparison{c.OnFigures, c.OnQuotes, c.OnDates} {
		for n := range on {
			for k, r := range on[n].Readings {
				key := valueKey(c, &on[n], n, k)
				if key == "" || c.Primary(r.Article) {
					continue
				}
				if out[key] == nil {
					out[key] = map[string]bool{}
				}
				out[key][c.Origins[r.Article]] = true
			}
		}
	}
	return out
}

// valueKey is what reading k of the n-th comparison of its kind says, by which
// others are looked up; "" for what is no key claim.
func valueKey(c *check.Case, x *check.Comparison, n, k int) string {
	switch x.Kind {
	case "figure":
		f := &c.Figures[n].Members[k].Item
		if !statistic(*f) && !harmed(*f) || !strings.ContainsAny(f.Text, "0123456789") && !harmed(*f) {
			return ""
		}
		return "figure " + f.Low.String() + " " + string(f.Kind)
	case "date":
		if d := &c.Dates[n].Members[k].Item; d.Grain != "day" || d.Of == "" || d.Page {
			return "" // the main date is a day on which something happened
		}
	case "quote":
		if len(c.Quotes[n].Members[k].Item.Words) < leastQuoted {
			return "" // scare quotes, names of things
		}
	}
	return x.Kind + " " + x.Readings[k].Value
}
