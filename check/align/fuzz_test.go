package align_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/persons"
	"github.com/newsvet/newsvet/extract/quotes"
)

// FuzzAlign groups what two texts hold. Whatever they are, every member is an
// item of its article, none is in two places of a group, pairs are of members,
// and a second time gives the same.
func FuzzAlign(f *testing.F) {
	f.Add("The bridge in Brant will cost $48 million, Jane Roe said on Tuesday.", "“It will cost $84 million,” said Roe. The bridge opens on 11 June 2024.")
	f.Add("“We could not open the stair,” said Roland Pike, 51.", "Pike: “We could … open the [second] stair” – at least 8 dead, 40% of 20.")
	f.Add("", "“”, she said; ” “ 1/2 -1,000,0 31 April “a")
	f.Fuzz(func(t *testing.T, a, b string) {
		const most = 2000
		if len(a) > most || len(b) > most {
			t.Skip()
		}
		var articles []extract.Items
		for _, body := range []string{a, b} {
			doc := corpus.Plain(corpus.Ref{Name: body, Lang: "en"}, body)
			articles = append(articles, extract.Run(doc, dates.Extractor, quotes.Extractor, figures.Extractor, persons.Extractor))
		}
		in := align.ReadSentences(articles)
		fs, ds, qs, ns := align.Figures(in), align.Dates(in), align.Quotes(articles), align.Names(articles)
		checkGroups(t, fs, func(i int) int { return len(articles[i].Figures) }, len(articles))
		checkGroups(t, ds, func(i int) int { return len(articles[i].Dates) }, len(articles))
		checkGroups(t, qs, nil, len(articles)) // a quote is compared sentence by sentence
		checkGroups(t, ns, func(i int) int { return len(articles[i].Names) }, len(articles))
		if diff := cmp.Diff(fs, align.Figures(align.ReadSentences(articles))); diff != "" {
			t.Errorf("Figures a second time (-first +second):\n%s", diff)
		}
		if diff := cmp.Diff(qs, align.Quotes(articles)); diff != "" {
			t.Errorf("Quotes a second time (-first +second):\n%s", diff)
		}
	})
}

func checkGroups[T any](t *testing.T, groups []align.Group[T], items func(article int) int, articles int) {
	t.Helper()
	count := make([]int, articles)
	for _, g := range groups {
		if len(g.Members) == 0 {
			t.Error("a group without members")
		}
		for _, m := range g.Members {
			if m.Article < 0 || m.Article >= articles {
				t.Fatalf("member of article %d of %d", m.Article, articles)
			}
			count[m.Article]++
		}
		for _, p := range g.Pairs {
			if p.A < 0 || p.A >= p.B || p.B >= len(g.Members) {
				t.Errorf("pair %d, %d of %d members", p.A, p.B, len(g.Members))
			}
		}
	}
	for i, n := range count {
		if items != nil && n > items(i) {
			t.Errorf("%d members of article %d, which has %d items", n, i, items(i))
		}
	}
}
