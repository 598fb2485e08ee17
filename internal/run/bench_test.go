package run_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
	"github.com/newsvet/newsvet/extract/extractors"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/quotes"
	"github.com/newsvet/newsvet/extract/syntax"
)

// articles are invented, of the length and make of those in the news: of five
// sentences three say who says something, two have a date and two a figure.
func articles(n int) []*corpus.Document {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	who := func() string {
		return pick("Mayor Jane Roe", "The council of Brant", "A spokesman for the ferry company", "Police", "Tom Hale, who runs the mill,", "She")
	}
	what := func() string {
		return pick("the bridge over the river would be rebuilt", "nobody had been told of the leak", "the harbour had to close twice", "talks with the union had failed", "the old hall is safe")
	}
	when := func() string {
		return pick("on Monday", "last week", "on 3 May 2024", "in March", "two years after the flood")
	}
	var out []*corpus.Document
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "%s in Aldport: %s\n\n", pick("Anger", "Relief", "New doubts"), what())
		for k := range 30 {
			switch rng.IntN(5) {
			case 0:
				fmt.Fprintf(&b, "%s said %s that %s. ", who(), when(), what())
			case 1:
				fmt.Fprintf(&b, "“We knew that %s,” said Jane Roe, %d. ", what(), 30+rng.IntN(40))
			case 2:
				fmt.Fprintf(&b, "%s %s, when about %d people and %d%% of the ferries were stuck outside of the small harbour. ", pick("It began", "The storm came", "Work stopped"), when(), 100+rng.IntN(900), rng.IntN(90))
			case 3:
				fmt.Fprintf(&b, "The road to Brant runs along the coast and through %s, past farms that have stood empty for most of a generation. ", pick("the marshes", "two villages", "old woods"))
			case 4:
				fmt.Fprintf(&b, "According to the Courier, the company paid $%d.%d million, and %s. ", 1+rng.IntN(30), rng.IntN(10), what())
			}
			if k%4 == 3 {
				b.WriteString("\n\n")
			}
		}
		out = append(out, corpus.Plain(corpus.Ref{Name: fmt.Sprint(i), Lang: "en", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)}, strings.TrimSpace(b.String())))
	}
	return out
}

// stages are what an article goes through, each by itself; what they share is
// in each.
var stages = []struct {
	name string
	run  func(*corpus.Document)
}{
	{"words", wordsPass},
	{"article", func(d *corpus.Document) { extract.NewArticle(d) }},
	{"names", func(d *corpus.Document) { extract.NewArticle(d).Attribution() }},
	{"tags of all", func(d *corpus.Document) {
		for s := range text.Sentences(d.Text) {
			syntax.Tag(s.Of(d.Text))
		}
	}},
	{"trees of all", func(d *corpus.Document) {
		for s := range text.Sentences(d.Text) {
			syntax.Parse(s.Of(d.Text))
		}
	}},
	{"dates", func(d *corpus.Document) { extract.Run(d, dates.Extractor) }},
	{"quotes", func(d *corpus.Document) { extract.Run(d, quotes.Extractor) }},
	{"figures", func(d *corpus.Document) { extract.Run(d, figures.Extractor) }},
	{"record", func(d *corpus.Document) {
		check.NewRecord(d, extractors.All...)
	}},
}

// wordsPass is the pass that the others are multiples of.
func wordsPass(d *corpus.Document) {
	text.Tokens(d.Text)
	for range text.Sentences(d.Text) {
	}
}

// BenchmarkExtract reports what each stage takes per byte, and how many passes
// over the words would take as long. Both are of the fastest article group, so
// that other work on the machine counts for little.
func BenchmarkExtract(b *testing.B) {
	docs := articles(100)
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	fastest := func(f func(*corpus.Document)) time.Duration { // for all, at the pace of the best tenth
		best := time.Hour
		for k := 0; k+10 <= len(docs); k += 10 {
			start := time.Now()
			for _, d := range docs[k : k+10] {
				f(d)
			}
			best = min(best, time.Since(start))
		}
		return best * time.Duration(len(docs)/10)
	}
	for _, s := range stages {
		b.Run(s.name, func(b *testing.B) {
			s.run(docs[0])
			ref, own := time.Hour, time.Hour
			for range 5 {
				ref = min(ref, fastest(wordsPass))
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				own = min(own, fastest(s.run))
			}
			b.ReportMetric(float64(own)/float64(size), "ns/byte")
			b.ReportMetric(float64(own)/float64(ref), "passes")
		})
	}
}
