package rules

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/extract"
)

// AnonymousOnly finds claims that only unnamed persons stand behind.
var AnonymousOnly = &check.Rule{
	Name: "anonymous-only",
	Doc: `Only unnamed persons stand behind a claim

A figure or a quotation in the headline or the first paragraph whose only
source is an unnamed person. Readers cannot judge such a source, and editors
ask for a second one, or for the reason why the name is withheld. Below the
first paragraph it is info.

Left alone: what a named source says elsewhere in the article, and what
another outlet has from a named source.

Known misses: claims that are neither quoted nor figures.`,
	Standard: "AP News Values and Principles, anonymous sources: only for information, not opinion, that is vital to the report; Reuters Handbook of Journalism, accuracy: a named source is always preferable to an unnamed one.",
	Good:     `A police officer who was not allowed to speak said 31 people died; the fire service confirmed the number.`,
	Bad:      `The bridge will cost $84 million, a person familiar with the plan said.`,
	Level:    check.Warning,
	Run:      anonymousOnly,
}

func anonymousOnly(c *check.Case) []check.Finding {
	elsewhere, named := elsewhereIn(c), namedIn(c)
	var out []check.Finding
	for i := range c.Items {
		if primary(c.Articles[i]) {
			continue
		}
		seen := map[int]bool{}
		for _, g := range c.Items[i].Figures {
			if g.Provenance != extract.AnonymousSource || !statistic(g) && !casualties(g) || named(i, g) || seen[start(g.Item)] {
				continue
			}
			seen[start(g.Item)] = true
			f := aloneIn(i, g.Item, g.Noun, "only unnamed persons stand behind "+quoted(g.Text, 40))
			if !headlineOrLead(c.Articles[i], g.Item) {
				f.Level = check.Info
			}
			f.Notes = []check.Line{{Label: "missing", Text: "a name"}, elsewhere(i, g), {Label: "look for", Text: "a second source, or why the name is withheld"}}
			out = append(out, f)
		}
	}
	return onePerArticle(out)
}

// namedIn returns what says whether anybody is named for a number of an
// article, there or in another.
func namedIn(c *check.Case) func(article int, f extract.Figure) bool {
	var known []extract.Figure
	base := make([]int, len(c.Items)+1) // articles as if they stood one after the other
	for i := range c.Items {
		base[i+1] = base[i]
		for _, f := range c.Items[i].Figures {
			base[i+1] = max(base[i+1], base[i]+f.Span.End+1)
			if rank(f.Provenance) >= rank(extract.NamedSource) {
				f.Span = f.Span.Shift(base[i])
				known = append(known, f)
			}
		}
	}
	named := newMeasures(known)
	return func(article int, f extract.Figure) bool {
		f.Span = f.Span.Shift(base[article])
		return named.has(f)
	}
}
