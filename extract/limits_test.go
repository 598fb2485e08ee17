package extract_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// everyWord finds a note in every word, the last ones first.
var everyWord = &extract.Extractor{Name: "words", Run: func(a *extract.Article) extract.Items {
	var out extract.Items
	for i := len(a.Tokens) - 1; i >= 0; i-- {
		if a.Tokens[i].Kind != text.Mark {
			out.Notes = append(out.Notes, extract.Note{Item: extract.Item{Span: a.Tokens[i].Span}})
		}
	}
	return out
}}

func TestWhatIsPastALimitIsReported(t *testing.T) {
	line := strings.Repeat("The ferry from Aldport was late again. ", 1000) // 7,000 words
	for _, c := range []struct {
		lines, items int
		cut          string
	}{
		{1, 7000, ""},
		{8, extract.DefaultLimits.Items, "56000 items, of which the first 50000 were kept"},
		{30, extract.DefaultLimits.Items, "210000 words, of which the first 200000 were read; 200000 items, of which the first 50000 were kept"},
	} {
		doc := corpus.Plain(corpus.Ref{Lang: "en"}, strings.TrimSpace(strings.Repeat(line+"\n\n", c.lines)))
		got := extract.Run(doc, everyWord)
		if len(got.Notes) != c.items || got.Cut != c.cut {
			t.Errorf("%d words: %d items, cut %q; want %d, %q", c.lines*7000, len(got.Notes), got.Cut, c.items, c.cut)
		}
		if last := got.Notes[len(got.Notes)-1]; last.Text == "" || last.At.From.Line < 1 {
			t.Errorf("%d words: the last item is %q at %v", c.lines*7000, last.Text, last.At)
		}
	}
}

func TestFactsCountAgainstTheLimit(t *testing.T) {
	facts := &extract.Extractor{Name: "facts", Run: func(a *extract.Article) extract.Items {
		n := extract.Name{Item: extract.Item{Span: a.Tokens[0].Span}, Name: "Jane Roe"}
		for _, t := range a.Tokens {
			n.Facts = append(n.Facts, extract.Fact{Item: extract.Item{Span: t.Span}, Kind: extract.AgeFact})
		}
		return extract.Items{Names: []extract.Name{n}}
	}}
	doc := corpus.Plain(corpus.Ref{Lang: "en"}, strings.Repeat("Roe, 41, ", 10))
	got := extract.Limits{Words: 100, Items: 10}.Run(doc, facts)
	if len(got.Names) != 1 || len(got.Names[0].Facts) != 9 || got.Cut != "41 items, of which the first 10 were kept" {
		t.Errorf("%+v with %q, want one name with nine facts", got.Names, got.Cut)
	}
}
