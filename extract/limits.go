package extract

import (
	"fmt"
	"slices"
	"sort"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// Limits of one article. What lies past them is not read, and Items.Cut says so.
const (
	MaxWords = 200_000
	MaxItems = 50_000
)

// cut returns doc, or of one with more than MaxWords words as much as has no
// more, and what was left out.
func cut(doc *corpus.Document) (*corpus.Document, string) {
	if len(doc.Text) < MaxWords { // a word is a byte at least
		return doc, ""
	}
	words, end := 0, 0
	for _, t := range text.Tokens(doc.Text) {
		if t.Kind == text.Mark {
			continue
		}
		if words++; words <= MaxWords {
			end = t.End
		}
	}
	if words <= MaxWords {
		return doc, ""
	}
	short := *doc
	short.Text = doc.Text[:end]
	short.Blocks = nil
	for _, b := range doc.Blocks {
		if b.Start < end {
			b.End = min(b.End, end)
			short.Blocks = append(short.Blocks, b)
		}
	}
	short.Links = slices.DeleteFunc(slices.Clone(doc.Links), func(l corpus.Link) bool { return l.End > end })
	return &short, fmt.Sprintf("%d words, of which the first %d were read", words, MaxWords)
}

// limit keeps the first MaxItems items, in the order of the text.
func (it *Items) limit() {
	n := len(it.Quotes) + len(it.Figures) + len(it.Dates) + len(it.Notes)
	if n <= MaxItems {
		return
	}
	all := slices.Concat(starts(it.Quotes), starts(it.Figures), starts(it.Dates), starts(it.Notes))
	slices.Sort(all)
	end := all[MaxItems]
	it.Quotes, it.Figures = before(it.Quotes, end), before(it.Figures, end)
	it.Dates, it.Notes = before(it.Dates, end), before(it.Notes, end)
	said := fmt.Sprintf("%d items, of which the first %d were kept", n, MaxItems)
	if it.Cut != "" {
		said = it.Cut + "; " + said
	}
	it.Cut = said
}

// A placed item knows where it begins.
type placed interface{ begins() int }

func (it Item) begins() int { return it.Span.Start }

func starts[T placed](items []T) []int {
	out := make([]int, len(items))
	for i := range items {
		out[i] = items[i].begins()
	}
	return out
}

// before returns the items that begin before byte end; they are in order.
func before[T placed](items []T, end int) []T {
	return items[:sort.Search(len(items), func(i int) bool { return items[i].begins() >= end })]
}
