package rules

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// QuoteSelection finds another sentence of one speaker in each outlet.
var QuoteSelection = &check.Rule{
	Name: "quote-selection",
	Doc: `Another sentence of one speaker in each outlet

Two outlets quote one speaker on one occasion and have no sentence in common.
That is what selection is, and mostly no more than that: info. It is a warning
where each gives its sentence as the answer, no outlet has both, and none has
more: then a reader of one would not know the answer of the other, and either
both are parts of one answer or they are of two occasions.

Known misses: answers that no word like "response" or "statement" announces;
speakers whom one article names by their post alone.`,
	Standard: "SPJ Code of Ethics: put information into context, and do not misrepresent or oversimplify.",
	Good:     `Bugle: Roe answered: “No. The mill stays.” Courier: Roe answered: “No. The mill stays. We have nothing else.”`,
	Bad:      `Bugle: Roe’s response was short: “The mill is not for sale.” Courier: Roe responded, saying, “This town was built by that mill.”`,
	Level:    check.Info,
	Run:      quoteSelection,
}

func quoteSelection(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		j := judge{
			want:  func(k check.Contrast) bool { return g.Answers && !k.Speaker && k.Match.Equal == 0 },
			sure:  func(float64, check.Contrast) float64 { return medium },
			level: func(check.Contrast) check.Level { return check.Warning },
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := check.Finding{
				Level: ft.lead.level, Verdict: check.Diverge, Confidence: ft.lead.confidence, Subject: g.Key, Why: x.Why,
				Evidence: places(x, ft.shown), Also: ft.pairs(x), Occasion: occasion(c, g),
				Message: number(len(ft.shown)) + " different answers quoted from " + speakerOf(g),
				Sides:   ft.values(x, func(a, b int) int { return len(x.Readings[b].Value) - len(x.Readings[a].Value) }),
			}
			f.Notes = []check.Line{{Label: "verdict", Text: "no sentence in common; both may be true (two parts of one answer, or two occasions)"}}
			if unplaced(g) {
				f.Notes = append(f.Notes, check.Line{Label: "weak", Text: neither(len(f.Evidence)) + " says when, where or in which language the words were spoken"})
			}
			f.Notes = append(f.Notes, check.Line{Label: "look for", Text: "one transcript with both; then give place and day, or mark the cut"})
			out = append(out, f)
		}
	}
	return append(out, otherSentences(c)...)
}

func number(n int) string {
	if n == 2 {
		return "two"
	}
	return "several"
}

func neither(n int) string {
	if n == 2 {
		return "neither article"
	}
	return "no article"
}

// unplaced reports whether no article gives day or venue.
func unplaced(g *align.Group[extract.Quote]) bool {
	for _, m := range g.Members {
		if o := m.Item.Occasion; !o.From.IsZero() || o.Venue != "" {
			return false
		}
	}
	return true
}

// leastSentence is how many words a quotation has that is compared as a
// sentence of its own.
const leastSentence = 8

// otherSentences finds, once for each speaker, outlets that quote other
// sentences of one speaker from one day and one venue, none of them both.
func otherSentences(c *check.Case) []check.Finding {
	type place struct{ group, member int }
	by := map[string][]place{}
	for i, g := range c.Quotes {
		if len(g.Members) != 1 || g.Answers {
			continue
		}
		q := g.Members[0].Item
		if q.Speaker.Kind == extract.Named && q.Speaker.Name != "" && q.Form == extract.Direct &&
			len(q.Words) >= leastSentence && !q.Occasion.From.IsZero() && q.Occasion.Venue != "" {
			k := g.Key + "\x00" + q.Occasion.From.Format("2006-01-02") + "\x00" + q.Occasion.Venue
			by[k] = append(by[k], place{i, 0})
		}
	}
	keys := make([]string, 0, len(by))
	for k := range by {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out []check.Finding
	for _, k := range keys {
		ps := by[k]
		slices.SortFunc(ps, func(a, b place) int { return cmp.Compare(a.group, b.group) })
		first := c.Quotes[ps[0].group]
		for _, p := range ps[1:] {
			g := c.Quotes[p.group]
			a, b := first.Members[0], g.Members[0]
			if c.Origins[a.Article] == c.Origins[b.Article] || c.SameOutlet(a.Article, b.Article) {
				continue
			}
			out = append(out, check.Finding{
				Level: check.Info, Verdict: check.Diverge, Confidence: medium, Subject: g.Key,
				Occasion: a.Item.Occasion.From.Format("2006-01"),
				Message:  "another sentence of " + g.Subject + " in each article",
				Why:      []string{"same speaker", "same day and venue (" + a.Item.Occasion.Venue + ")"},
				Evidence: []check.Evidence{{Article: a.Article, Item: a.Item.Item}, {Article: b.Article, Item: b.Item.Item}},
				Sides:    []string{c.OnQuotes[ps[0].group].Readings[0].Value, c.OnQuotes[p.group].Readings[0].Value},
			})
			break
		}
	}
	return out
}
