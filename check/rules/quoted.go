package rules

import (
	"slices"
	"sort"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// carries reports whether an article quotes ws anywhere.
func carries(c *check.Case, article int, ws []words.Word) bool {
	x := quotations.Of(c).article(article)
	for _, n := range x.sharing(ws) {
		m := words.Compare(ws, x.words[n])
		if m.Run >= grams && m.Equal*4 >= 3*len(ws) || len(ws) == 2 && m.Equal == 2 {
			return true
		}
	}
	return false
}

// quotations are what the articles of a story quote.
var quotations = check.NewShared(func(c *check.Case) *quotedIn { return &quotedIn{c, make([]*quoteIndex, len(c.Items))} })

// quotedIn has for each article what it quotes, made when it is asked for.
type quotedIn struct {
	c  *check.Case
	of []*quoteIndex
}

// A quoteIndex finds among the quotes of an article, indirect ones left out, those
// that share words or hold a place.
type quoteIndex struct {
	quotes []*extract.Quote
	reach  []int                     // per quote: the end of the one that ends last up to it
	words  [][]words.Word            // per quote
	rows   map[[grams]string][]int32 // quotes with these words in a row; of many the first
	single map[string][]int32        // quotes with this word
}

func (in *quotedIn) article(i int) *quoteIndex {
	if in.of[i] == nil {
		in.of[i] = newQuoteIndex(in.c.Items[i].Quotes)
	}
	return in.of[i]
}

func newQuoteIndex(qs []extract.Quote) *quoteIndex {
	x := &quoteIndex{rows: map[[grams]string][]int32{}, single: map[string][]int32{}}
	reach := 0
	for i := range qs {
		if q := &qs[i]; q.Form != extract.Indirect {
			reach = max(reach, q.Span.End)
			x.quotes, x.reach = append(x.quotes, q), append(x.reach, reach)
		}
	}
	return x
}

// index finds the quotes by their words, once somebody asks for them.
func (x *quoteIndex) index() {
	if x.words != nil {
		return
	}
	x.words = make([][]words.Word, len(x.quotes))
	for n, q := range x.quotes {
		ws := align.Words(*q)
		x.words[n] = ws
		for k := range ws {
			if at := x.single[ws[k].Norm]; len(at) == 0 || at[len(at)-1] != int32(n) {
				x.single[ws[k].Norm] = append(at, int32(n))
			}
			if k+grams > len(ws) {
				continue
			}
			if at := x.rows[gram(ws, k)]; len(at) < mostAlike && (len(at) == 0 || at[len(at)-1] != int32(n)) {
				x.rows[gram(ws, k)] = append(at, int32(n))
			}
		}
	}
}

// sharing returns the quotes that share some words in a row with ws, or both
// where ws are two; of many alike the first.
func (x *quoteIndex) sharing(ws []words.Word) []int32 {
	x.index()
	var out []int32
	if len(ws) == 2 {
		few, many := x.single[ws[0].Norm], x.single[ws[1].Norm]
		if len(few) > len(many) {
			few, many = many, few
		}
		for _, n := range few {
			if _, both := slices.BinarySearch(many, n); both {
				out = append(out, n)
			}
			if len(out) == mostAlike {
				break
			}
		}
		return out
	}
	for k := 0; k+grams <= len(ws); k++ {
		out = append(out, x.rows[gram(ws, k)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// at returns the first quote that covers a place, or nil.
func (x *quoteIndex) at(sp text.Span) *extract.Quote {
	n := sort.SearchInts(x.reach, sp.End)
	if n < len(x.quotes) && x.quotes[n].Span.Covers(sp) {
		return x.quotes[n]
	}
	return nil
}

// wholeOf returns the quote of the article that a member is a sentence of: what
// stands around it.
func wholeOf(c *check.Case, m align.Member[extract.Quote]) extract.Quote {
	if q := quotations.Of(c).article(m.Article).at(m.Item.Span); q != nil {
		return *q
	}
	return m.Item
}
