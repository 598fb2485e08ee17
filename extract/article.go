package extract

import (
	"hash/fnv"
	"sort"
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// An Article is a document with the analyses that every extractor needs, made
// once. Extractors read it and must not change it. It is for one goroutine.
type Article struct {
	Doc       *corpus.Document
	Tokens    []text.Token // words, numbers and marks of Doc.Text, in order
	Sentences []text.Span  // in Doc.Text, in order; each lies in one block
	Found     Items        // by the extractors that ran before

	lex        *lexicon.Lexicon
	firstToken []int // per sentence, and one more: index of its first token
	blockOf    []int // per sentence: index of its block
	said       said
	prints     map[int]uint64 // of sentences, once asked for
}

// NewArticle analyzes doc.
func NewArticle(doc *corpus.Document) *Article {
	a := &Article{Doc: doc, Tokens: text.Tokens(doc.Text), lex: lexicon.For(doc.Lang)}
	for i, b := range doc.Blocks {
		for sp := range text.Sentences(b.Of(doc.Text)) {
			a.divide(sp.Shift(b.Start), i)
		}
	}
	t := 0
	for _, s := range a.Sentences {
		for t < len(a.Tokens) && a.Tokens[t].Start < s.Start {
			t++
		}
		a.firstToken = append(a.firstToken, t)
	}
	a.firstToken = append(a.firstToken, len(a.Tokens))
	return a
}

// longest bounds a sentence, in bytes: what stands in one is held against all
// of it. Of 60,000 sentences of news none is longer; what is, is a table or a
// list without stops.
const longest = 4000

// divide adds the sentence sp of a block, in as many pieces as it takes for
// none to be longer than longest. They end before a space if they can, and
// always at the end of a token.
func (a *Article) divide(sp text.Span, block int) {
	for sp.End-sp.Start > longest {
		end, spaced := 0, 0
		for t := a.TokenAt(sp.Start); t < len(a.Tokens) && a.Tokens[t].End < sp.End; t++ {
			if end > 0 && a.Tokens[t].End > sp.Start+longest {
				break
			}
			if end = a.Tokens[t].End; t+1 < len(a.Tokens) && a.Tokens[t+1].Start > end {
				spaced = end
			}
		}
		if spaced > 0 {
			end = spaced
		}
		next := a.TokenAt(end)
		if end == 0 || next == len(a.Tokens) || a.Tokens[next].Start >= sp.End {
			break
		}
		a.Sentences = append(a.Sentences, text.Span{Start: sp.Start, End: end})
		a.blockOf = append(a.blockOf, block)
		sp.Start = a.Tokens[next].Start
	}
	a.Sentences = append(a.Sentences, sp)
	a.blockOf = append(a.blockOf, block)
}

// Lexicon returns the word lists of the article's language; those of English
// if there are none.
func (a *Article) Lexicon() *lexicon.Lexicon { return a.lex }

// SentenceTokens returns the tokens of sentence i.
func (a *Article) SentenceTokens(i int) []text.Token {
	from, to := a.firstToken[i], a.firstToken[i+1]
	for to > from && a.Tokens[to-1].Start >= a.Sentences[i].End {
		to--
	}
	return a.Tokens[from:to]
}

// SentenceAt returns the index of the sentence that holds byte i, else of the
// nearest one before it; -1 if there is none.
func (a *Article) SentenceAt(i int) int {
	return sort.Search(len(a.Sentences), func(k int) bool { return a.Sentences[k].Start > i }) - 1
}

// TokenAt returns the index of the first token that ends after byte i.
func (a *Article) TokenAt(i int) int {
	return sort.Search(len(a.Tokens), func(k int) bool { return a.Tokens[k].End > i })
}

// BlockOf returns the index of the block in which sentence i stands.
func (a *Article) BlockOf(i int) int { return a.blockOf[i] }

// BlockAt returns the index of the block that holds byte i, else of the
// nearest one before it; -1 if there is none.
func (a *Article) BlockAt(i int) int {
	return sort.Search(len(a.Doc.Blocks), func(k int) bool { return a.Doc.Blocks[k].Start > i }) - 1
}

// Word returns the words of sp.
func (a *Article) Word(sp text.Span) string { return a.Doc.Text[sp.Start:sp.End] }

// finish sorts the items, keeps the first most of them and fills in what all
// have in common.
func (a *Article) finish(most int) {
	f := &a.Found
	sort.SliceStable(f.Quotes, func(i, j int) bool { return f.Quotes[i].Span.Start < f.Quotes[j].Span.Start })
	sort.SliceStable(f.Figures, func(i, j int) bool { return f.Figures[i].Span.Start < f.Figures[j].Span.Start })
	sort.SliceStable(f.Dates, func(i, j int) bool { return f.Dates[i].Span.Start < f.Dates[j].Span.Start })
	sort.SliceStable(f.Names, func(i, j int) bool { return f.Names[i].Span.Start < f.Names[j].Span.Start })
	sort.SliceStable(f.Notes, func(i, j int) bool { return f.Notes[i].Span.Start < f.Notes[j].Span.Start })
	sort.SliceStable(f.Cites, func(i, j int) bool { return f.Cites[i].Span.Start < f.Cites[j].Span.Start })
	f.limit(most)
	for i := range f.Quotes {
		q := &f.Quotes[i]
		a.complete(&q.Item)
		q.PartsAt, q.QuotedAt = a.places(q.Parts), a.places(q.Quoted)
		if !q.Cue.Empty() {
			q.CueAt, q.CueText = a.Doc.Map.Place(q.Cue), a.Word(q.Cue)
		}
	}
	for i := range f.Figures {
		a.complete(&f.Figures[i].Item)
	}
	for i := range f.Dates {
		a.complete(&f.Dates[i].Item)
	}
	for i := range f.Names {
		n := &f.Names[i]
		a.complete(&n.Item)
		for k := range n.Facts {
			a.complete(&n.Facts[k].Item)
		}
	}
	for i := range f.Notes {
		a.complete(&f.Notes[i].Item)
	}
	for i := range f.Cites {
		a.complete(&f.Cites[i].Item)
	}
	for i := range f.Corrections {
		a.complete(&f.Corrections[i].Item)
	}
}

func (a *Article) places(spans []text.Span) []text.Place {
	var out []text.Place
	for _, sp := range spans {
		out = append(out, a.Doc.Map.Place(sp))
	}
	return out
}

func (a *Article) complete(it *Item) {
	it.At, it.Text = a.Doc.Map.Place(it.Span), a.Word(it.Span)
	if !it.Speaker.Span.Empty() {
		it.Speaker.At = a.Doc.Map.Place(it.Speaker.Span)
		if it.Speaker.Mention == "" {
			it.Speaker.Mention = a.Word(it.Speaker.Span)
		}
	}
	it.Part = Text
	if it.Block = max(a.BlockAt(it.Span.Start), 0); len(a.Doc.Blocks) > 0 && a.Doc.Blocks[it.Block].Kind == corpus.Headline {
		it.Part = Title
	}
	if i := a.SentenceAt(it.Span.Start); i >= 0 {
		s := a.Sentences[i]
		it.Sentence = a.Word(s)
		it.InSentence = text.Span{Start: it.Span.Start - s.Start, End: min(it.Span.End, s.End) - s.Start}
		it.Print = a.fingerprint(i)
	}
}

// fingerprint hashes sentence i once, however many items it holds.
func (a *Article) fingerprint(i int) uint64 {
	if a.prints == nil {
		a.prints = map[int]uint64{}
	}
	p, ok := a.prints[i]
	if !ok {
		p = fingerprint(a.Word(a.Sentences[i]))
		a.prints[i] = p
	}
	return p
}

// fingerprint is the FNV-1a hash of the folded words of s.
func fingerprint(s string) uint64 {
	h := fnv.New64a()
	for _, t := range text.Tokens(s) {
		if t.Kind != text.Mark {
			h.Write([]byte(strings.ToLower(t.Of(s))))
			h.Write([]byte{' '})
		}
	}
	return h.Sum64()
}
