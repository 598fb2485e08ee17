package extract

import (
	"github.com/newsvet/newsvet/corpus"
)

// An Extractor finds items of one kind.
//
// Run is a function of its argument alone: it keeps no state, does no I/O, and
// cannot fail. Text that it does not understand yields nothing. It fills in
// Span, and what is its own; [Run] fills in the rest of each Item.
type Extractor struct {
	Name string // one lower-case word, plural
	Doc  string // first line: a title with no full stop
	Run  func(*Article) Items
}

// Run applies the extractors, in their order, to doc. Each sees in
// [Article.Found] what those before it found.
func Run(doc *corpus.Document, extractors ...*Extractor) Items {
	return DefaultLimits.Run(doc, extractors...)
}

// Run is [Run] within other limits.
func (lim Limits) Run(doc *corpus.Document, extractors ...*Extractor) Items {
	doc, left := lim.cut(doc)
	a := NewArticle(doc)
	for _, x := range extractors {
		a.Found.merge(x.Run(a))
	}
	a.Found.Cut = left
	a.finish(lim.Items)
	return a.Found
}

func (it *Items) merge(more Items) {
	it.Quotes = append(it.Quotes, more.Quotes...)
	it.Figures = append(it.Figures, more.Figures...)
	it.Dates = append(it.Dates, more.Dates...)
	it.Names = append(it.Names, more.Names...)
	it.Notes = append(it.Notes, more.Notes...)
	it.Cites = append(it.Cites, more.Cites...)
	it.Corrections = append(it.Corrections, more.Corrections...)
}
