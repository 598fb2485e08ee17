package rules

import (
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// FigureUntraceable finds statistics that stand on a name alone.
var FigureUntraceable = &check.Rule{
	Name: "figure-untraceable",
	Doc: `A statistic that stands on a name alone

A share, a rate, a total, a sum is credited to a body, and nothing else is
given: no document, no link, no person, no act of publishing with its period or
day. A reader who wants to check it does not know where to look.

Traceable, and left alone: "X reported over 70,000 deaths in 2023" (an issuer,
an act, a period), "X said on Tuesday" (an act and its day), a named person, a
named document, a link, a spokesman's count of an event, a poll with the number
of those it asked, and what one thing costs. Data vendors are info.

Known misses: documents named in another paragraph.`,
	Standard: "SPJ Code of Ethics: identify sources clearly; BBC Editorial Guidelines, section 3, accuracy: statistics are checked, with their caveats and limitations.",
	Good:     `The Harbour Board reported 90,000 passengers in 2023.`,
	Bad:      `The Harbour Board links 60% of the town’s delays to the old ferry.`,
	Level:    check.Warning,
	Run:      figureUntraceable,
}

func figureUntraceable(c *check.Case) []check.Finding {
	elsewhere := elsewhereIn(c)
	var out []check.Finding
	for i := range c.Items {
		if primary(c.Articles[i]) {
			continue
		}
		for _, g := range c.Items[i].Figures {
			if g.Provenance != extract.NamedSource || !statistic(g) || casualties(g) || !body(g.Speaker) || inMarks(c.Items[i], g) || traced(c.Items[i], g) || c.Traced(i, &g.Item) >= 0 || polled(c.Items[i], g) || price(g) {
				continue
			}
			who := shortName(g.Speaker)
			f := aloneIn(i, g.Item, g.Speaker.Name+" "+g.Noun, quoted(g.Text, 40)+" stands on "+possessive(who)+" name alone")
			if vendor(g.Speaker) || nameless(g.Speaker) || g.Kind != extract.Percent && !headlineOrLead(c.Articles[i], g.Item) {
				f.Level = check.Info
			}
			f.Notes = []check.Line{
				{Label: "missing", Text: "document or link · date or period · person"},
				elsewhere(i, g),
				{Label: "look for", Text: lookFor(g)},
			}
			out = append(out, f)
		}
	}
	return onePerArticle(out)
}

// body reports whether a speaker is an organisation and not a person.
func body(s extract.Speaker) bool {
	if s.Kind == extract.Body {
		return true
	}
	for _, t := range text.Tokens(s.Name) {
		if s.Kind == extract.Named && words.BodyWord(text.Bare(t.Of(s.Name))) && !words.IsLight(text.Bare(t.Of(s.Name))) {
			return true
		}
	}
	return false
}

// polled reports whether a share is of those whom a poll asked, and how many
// they were is said beside it, "in its poll of 4,000 readers", or it is that
// number.
func polled(items extract.Items, f extract.Figure) bool {
	if !words.Polls.In(text.Bare(f.Sentence)) {
		return false
	}
	if f.Kind != extract.Percent {
		return f.Kind == extract.Count
	}
	for _, g := range items.Figures {
		if g.Kind == extract.Count && start(g.Item) == start(f.Item) && g.Low.Cmp(extract.NewNumber(100)) >= 0 {
			return true
		}
	}
	return false
}

// price reports whether a sum is what one thing costs, "its $99 pass": anybody
// can look that up at the counter.
func price(f extract.Figure) bool {
	return f.Kind == extract.Money && f.High.Cmp(extract.NewNumber(1000)) < 0
}

// nameless reports whether a body has no name of its own: "police" publish no
// statistics, but tell what they have found.
func nameless(s extract.Speaker) bool { return words.BodyWord(text.Bare(s.Name)) }

// inMarks reports whether a figure stands in somebody's quoted words: those
// are the speaker's, and the speaker is who a reader would ask.
func inMarks(items extract.Items, g extract.Figure) bool {
	for _, q := range items.Quotes {
		spans := q.Parts
		if q.Form == extract.Mixed {
			spans = q.Quoted
		}
		if q.Form == extract.Indirect {
			continue
		}
		for _, sp := range spans {
			if sp.Overlaps(g.Span) {
				return true
			}
		}
	}
	return false
}

// traced reports whether the article has the same number with a better source.
func traced(items extract.Items, f extract.Figure) bool {
	for _, g := range items.Figures {
		if g.Span != f.Span && g.Provenance == extract.Traceable && f.Kind == g.Kind && align.SameValue(f, g) {
			return true
		}
	}
	return false
}

// vendor reports whether a body sells numbers: those are looked up there.
func vendor(s extract.Speaker) bool {
	for _, w := range vendors() {
		if strings.Contains(text.Bare(s.Name), w) {
			return true
		}
	}
	return false
}

// shortName returns the acronym of a body, if the article gives one, with its
// article.
func shortName(s extract.Speaker) string {
	name := s.Name
	if i := strings.LastIndex(s.Mention, "("); i >= 0 && strings.HasSuffix(s.Mention, ")") {
		name = s.Mention[i+1 : len(s.Mention)-1]
	}
	if strings.HasPrefix(strings.ToLower(name), "the ") {
		name = name[4:]
	}
	return "the " + name
}

func possessive(s string) string {
	if strings.HasSuffix(s, "s") {
		return s + "’"
	}
	return s + "’s"
}

func lookFor(g extract.Figure) string {
	if g.Kind == extract.Percent {
		return "which report, of which year; share of what"
	}
	return "which report, of which year"
}

// elsewhereIn returns what says who else in the story has the number of an
// article.
func elsewhereIn(c *check.Case) func(article int, f extract.Figure) check.Line {
	on := newFigureSides(c)
	return func(article int, f extract.Figure) check.Line {
		const shown = 3
		l := check.Line{Label: "elsewhere", Text: "no figure of another article here was matched with it"}
		var with []string
		for _, r := range on.with(article, f) {
			if r.Article != article && len(with) < shown {
				with = append(with, who(c, r.Article)+" "+quoted(r.Item.Text, 30))
			}
		}
		if len(with) > 0 {
			l.Text = list(with)
		}
		return l
	}
}

// who names an article by its outlet.
func who(c *check.Case, i int) string {
	if o := c.Articles[i].Outlet; o != "" {
		return o
	}
	return c.Articles[i].Name
}
