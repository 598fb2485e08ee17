package rules

import (
	"cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// HeadlineFigureMismatch finds a headline's figure that the body excludes.
var HeadlineFigureMismatch = &check.Rule{
	Name: "headline-figure-mismatch",
	Doc: `A figure in the headline that the body excludes

The headline gives a number, the body gives numbers of the same measure, and
none of them is the headline's. A headline may round; "over" and "about" are
allowed for, and so is a sum: "12 killed" above "10 Americans and two pilots".
An error where both are exact. Articles under 120 words are left
alone: they are cut off, and the number may stand in what is missing.

Known misses: headlines that count in other words than the body.`,
	Standard: "Editors’ Code of Practice, clause 1: a headline is supported by the text below it.",
	Good:     `Headline: Fire kills over 30. Text: … killed 31 people …`,
	Bad:      `Headline: Fire kills 13. Text: … killed 31 people …`,
	Level:    check.Warning,
	Run:      headlineFigureMismatch,
}

func headlineFigureMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		if c.Articles[i].Words > 0 && c.Articles[i].Words < stub {
			continue
		}
		for _, h := range c.Items[i].Figures {
			if h.Part != extract.Title || h.Measure.Subset != "" || h.Kind == extract.Age || h.Kind == extract.Score {
				continue
			}
			b, ok := excluded(c.Items[i], h)
			if !ok || summed(c.Items[i].Figures, h) {
				continue
			}
			f := one(i, h.Item, h.Measure.Name, "the headline has "+quoted(h.Text, 40)+", the text "+quoted(b.Text, 40))
			f.Confidence = medium
			if b.High.Add(b.High).Cmp(h.Low) <= 0 {
				f.Level = check.Info // "12 killed" above "a family of five": the text may count parts
			}
			f.Evidence = append(f.Evidence, check.Evidence{Article: i, Item: b.Item})
			f.Sides = []string{check.FigureValue(h), check.FigureValue(b)}
			f.Notes = []check.Line{
				{Label: "measure", Text: cmp.Or(h.Of, h.Measure.Name)},
				{Label: "verdict", Text: "the headline and the text under it cannot both be true"},
			}
			out = append(out, f)
		}
	}
	return out
}

// summed reports whether counts that follow each other in one sentence make h:
// "12 killed" above "killed 10 Americans and two local pilots".
func summed(figures []extract.Figure, h extract.Figure) bool {
	const parts = 4 // of a sum
	for i, b := range figures {
		sum := extract.Number{}
		for _, x := range figures[i:min(i+parts, len(figures))] {
			if x.Print != b.Print || x.Kind != extract.Count || x.Part == extract.Title {
				break
			}
			if sum = sum.Add(x.Low); sum.Equal(h.Low) {
				return true
			}
		}
	}
	return false
}

// excluded returns the body's first figure of the measure of h, if no figure
// of the body says what h says.
func excluded(items extract.Items, h extract.Figure) (extract.Figure, bool) {
	var first extract.Figure
	found := false
	for _, b := range items.Figures {
		if b.Part == extract.Title {
			continue
		}
		if b.Low == h.Low || b.High == h.Low || align.SameValue(h, b) || b.Logical().Meets(h.Logical()) && (b.Unit == h.Unit || h.Kind == extract.Count && b.Kind == extract.Count) {
			return first, false
		}
		same := h.Kind == b.Kind && (h.Unit == b.Unit || h.Kind == extract.Count) && h.Measure.Name != "" && h.Measure.Name == b.Measure.Name &&
			h.Measure.Change == b.Measure.Change && b.Measure.Subset == "" && (b.Measure.Period == "" || h.Measure.Period == "" || b.Measure.Period == h.Measure.Period) && (h.Measure.Grows || h.Noun == b.Noun || h.Noun == "" && h.Kind == extract.Money)
		if same && !found {
			first, found = b, true
		}
	}
	return first, found
}
