package extract

import (
	"fmt"
	"slices"
	"sort"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// Limits bound what is read of one article. What lies past them is left out,
// and [Items.Cut] says so.
type Limits struct {
	Words int // that are read
	Items int // that are kept
}

// DefaultLimits are the limits of [Run].
var DefaultLimits = Limits{Words: 200_000, Items: 50_000}

// cut returns doc, or of one with more words than allowed as much as has no
// more, and what was left out.
func (lim Limits) cut(doc *corpus.Document) (*corpus.Document, string) {
	if len(doc.Text) < lim.Words { // a word is a byte at least
		return doc, ""
	}
	words, end := 0, 0
	for _, t := range text.Tokens(doc.Text) {
		if t.Kind == text.Mark {
			continue
		}
		if words++; words <= lim.Words {
			end = t.End
		}
	}
	if words <= lim.Words {
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
	return &short, fmt.Sprintf("%d words, of which the first %d were read", words, lim.Words)
}

// limit keeps the first most items, in the order of the text.
func (it *Items) limit(most int) {
	n := len(it.Quotes) + len(it.Figures) + len(it.Dates) + len(it.Names) + len(it.Notes) + len(it.Cites) + len(it.Corrections)
	for i := range it.Names {
		n += len(it.Names[i].Facts)
	}
	if n <= most {
		return
	}
	all := slices.Concat(starts(it.Quotes), starts(it.Figures), starts(it.Dates), starts(it.Names), starts(it.Notes), starts(it.Cites), starts(it.Corrections))
	for i := range it.Names {
		all = append(all, starts(it.Names[i].Facts)...)
	}
	slices.Sort(all)
	end := all[most]
	it.Quotes, it.Figures = before(it.Quotes, end), before(it.Figures, end)
	it.Dates, it.Names, it.Notes = before(it.Dates, end), before(it.Names, end), before(it.Notes, end)
	for i := range it.Names {
		it.Names[i].Facts = before(it.Names[i].Facts, end)
	}
	it.Cites, it.Corrections = before(it.Cites, end), before(it.Corrections, end)
	said := fmt.Sprintf("%d items, of which the first %d were kept", n, most)
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
