package quotes_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/quotes"
)

var page = strings.Repeat(`Mayor Jane Roe of Aldport opened the bridge on Tuesday, two years after the flood took the old one away.

"It will stand for a century," she said. "Nobody believed us, and nobody helped us either."

The council announced that the toll would be lifted in June. It had been criticised by drivers from Brant, who pay twice a day.

“We lost a year,” said Tom Hale, who runs the ferry. “My men went to the mill, and the mill is closed.”

`, 50)

func bench(b *testing.B, lang string) {
	doc := corpus.Plain(corpus.Ref{Lang: lang}, page)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		extract.Run(doc, quotes.Extractor)
	}
}

func BenchmarkQuotes(b *testing.B) { bench(b, "en") }

// BenchmarkQuotesWithoutSyntax reads the page as if it were in a language
// that has lists and weights but no syntax.
func BenchmarkQuotesWithoutSyntax(b *testing.B) { bench(b, "de") }

// BenchmarkReference is what the others are multiples of.
func BenchmarkReference(b *testing.B) {
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		text.Tokens(page)
		for range text.Sentences(page) {
		}
	}
}
