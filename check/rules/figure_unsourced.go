package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// counted reports whether a figure is a count of more than one. Most are what
// anybody at the place could see, and are no more than info. "The two presidents"
// are counted by nobody: it is known who they are.
func counted(g extract.Figure) bool {
	const few = 12
	if g.Kind != extract.Count || g.Low.Cmp(extract.NewNumber(1)) <= 0 {
		return false
	}
	before := strings.TrimSpace(g.Sentence[:min(max(g.InSentence.Start, 0), len(g.Sentence))])
	return g.Low.Cmp(extract.NewNumber(few)) > 0 || text.Bare(before[strings.LastIndexByte(before, ' ')+1:]) != "the"
}

// estimated reports whether a figure is a rough duration by the clock, "over
// 100 hours": an estimate is somebody's. An exact one anybody may have timed,
// and terms of years are set and not measured.
func estimated(g extract.Figure) bool {
	return g.Kind == extract.Lasting && g.Hedged() && (g.Unit == "hour" || g.Unit == "minute")
}

// FigureUnsourced finds figures that nobody is given for.
var FigureUnsourced = &check.Rule{
	Name: "figure-unsourced",
	Doc: `A figure that nobody is given for

A share, a sum, a count of victims or a large total is somebody's count, and a
reader cannot weigh it without knowing whose. The source may stand in the
sentence, in its paragraph, or with the same number elsewhere in the article.
Ages, scores and distances are left alone, and times but for rough ones: "over
100 hours" is somebody's estimate.

Most figures in the news name nobody in their sentence, and most of those have
a source that a reader can see: this is info. It is a warning for a share of
some whole, "40% of the water", in the headline or the first paragraph that no
other independent outlet has, one for each article.

Known misses: sources that a table's caption or a graphic gives.`,
	Standard: "BBC Editorial Guidelines, section 3, accuracy: what could not be verified is attributed.",
	Good:     `The ferry carried 90,000 passengers last year, the Harbour Board said in its report.`,
	Bad:      `Children drink 40% of the town’s tap water.`,
	Level:    check.Info,
	Run:      figureUnsourced,
}

func figureUnsourced(c *check.Case) []check.Finding {
	elsewhere, on := elsewhereIn(c), newFigureSides(c)
	var out []check.Finding
	for i := range c.Items {
		if primary(c.Articles[i]) {
			continue
		}
		known, repeated := sourced(c.Items[i]), inText(c.Items[i])
		for _, g := range c.Items[i].Figures {
			if g.Provenance != extract.NoSource && g.Provenance != "" || !g.Speaker.IsZero() || !statistic(g) && !counted(g) && !estimated(g) || known.has(g) {
				continue
			}
			f := aloneIn(i, g.Item, g.Noun, "nobody is given for "+quoted(g.Text, 40))
			if headlineOrLead(c.Articles[i], g.Item) && shareOf(g) && !(g.Part == extract.Title && repeated.has(g)) && !corroborated(c, on, i, g) {
				f.Level = check.Warning
			}
			f.Notes = []check.Line{
				{Label: "missing", Text: "whose count it is"},
				elsewhere(i, g),
			}
			out = append(out, f)
		}
	}
	return onePerArticle(out)
}

// shareOf reports whether a figure is a share in digits of what the sentence
// says, "40% of the water", and no poll is spoken of: somebody worked it out.
func shareOf(g extract.Figure) bool {
	if g.Kind != extract.Percent || !strings.ContainsAny(g.Text, "0123456789") || g.InSentence.End > len(g.Sentence) {
		return false
	}
	return strings.HasPrefix(g.Sentence[g.InSentence.End:], " of ") && !words.Polls.In(g.Sentence)
}

// inText returns the figures of an article that do not stand in its headline:
// of what does again in the text, the text is where a source is asked for.
func inText(items extract.Items) *measures {
	return newMeasures(slices.DeleteFunc(slices.Clone(items.Figures), func(f extract.Figure) bool { return f.Part == extract.Title }))
}

// corroborated reports whether another independent outlet has the figure g of
// article i, too.
func corroborated(c *check.Case, on *figureSides, i int, g extract.Figure) bool {
	return slices.ContainsFunc(on.with(i, g), func(r *check.Reading) bool { return c.Origins[r.Article] != c.Origins[i] })
}
