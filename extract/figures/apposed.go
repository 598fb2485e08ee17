package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// apposed lets a sum of money that stands for the one before it be of the same
// thing: "an initial offer of $70 a share, or $105 billion".
func (s *scan) apposed(fs []extract.Figure) {
	for i := 1; i < len(fs); i++ {
		f, g := &fs[i-1], &fs[i]
		if f.Of == "" || g.Of != "" || f.Currency() == "" || f.Currency() != g.Currency() || f.Block != g.Block || g.Span.Start < f.Span.End {
			continue
		}
		if between := (text.Span{Start: f.Span.End, End: g.Span.Start}); between.Len() <= len(", or about ") && strings.HasPrefix(between.Of(s.s), ", or ") {
			g.Of, g.Noun = f.Of, f.Noun
			g.Measure.Name, g.Measure.Words, g.Measure.Places = f.Measure.Name, f.Measure.Words, f.Measure.Places
		}
	}
}
