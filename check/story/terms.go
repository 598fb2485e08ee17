package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

const (
	leadWords  = 80 // the lead says what happened: its words count double
	titleCount = 6
	leadCount  = 2
	maxNames   = 12
)

// A mention is what has been counted of one folded word.
type mention struct {
	n, all, caps int32  // counted mentions; those where a capital says something, those with one
	show         string // first form with a capital that says something
	first        string // first form of any mention, if it has a capital
	title        bool
}

// A reading is one pass over an article: its words counted, its names joined,
// every word hashed for shingles.
type reading struct {
	terms  map[string]*mention
	names  map[string]*mention
	hashes []uint32 // of all words, in order
}

func newReading(doc *corpus.Document) *reading {
	r := &reading{terms: map[string]*mention{}, names: map[string]*mention{}}
	seen := 0
	for i, b := range doc.Blocks {
		title := i == 0 && b.Kind == corpus.Headline
		seen = r.block(b.Of(doc.Text), title, seen)
	}
	return r
}

// block reads one block; seen counts the words of the body before it.
func (r *reading) block(s string, title bool, seen int) int {
	var run []text.Token // capitalised words without anything between them
	start := true
	for _, t := range text.Tokens(s) {
		w := t.Of(s)
		if t.Kind == text.Mark {
			if opensSentence(w) {
				start = true
			}
			if w != "-" {
				run = r.name(s, run, title)
			}
			continue
		}
		folded := foldWord(w)
		r.hashes = append(r.hashes, hash32(folded))
		count := int32(1)
		if title {
			count = titleCount
		} else if seen++; seen <= leadWords {
			count = leadCount
		}
		upper := startsUpper(w)
		r.count(w, folded, count, upper, start || title, title)
		if upper && t.Kind == text.Word {
			if !start || !frequent(folded) { // “When Jane Roe”: the name begins at Jane
				run = append(run, t)
			}
		} else {
			run = r.name(s, run, title)
		}
		start = false
	}
	r.name(s, run, title)
	return seen
}

func (r *reading) count(w, folded string, count int32, upper, initial, title bool) {
	if utf8.RuneCountInString(folded) < 2 {
		return
	}
	m := r.terms[folded]
	if m == nil {
		m = &mention{}
		if upper {
			m.first = bare(w)
		}
		r.terms[folded] = m
	}
	m.n += count
	m.title = m.title || title
	if initial {
		return // a capital says nothing here
	}
	m.all++
	if upper {
		m.caps++
		if m.show == "" {
			m.show = bare(w)
		}
	}
}

// name counts the run of capitalised words as one name, if it is one.
func (r *reading) name(s string, run []text.Token, title bool) []text.Token {
	if len(run) >= 2 && len(run) <= 4 && !title {
		sp := run[0].Span.Union(run[len(run)-1].Span)
		if sp.Len() < 50 {
			n := bare(sp.Of(s))
			m := r.names[n]
			if m == nil {
				m = &mention{show: n}
				r.names[n] = m
			}
			m.n++
		}
	}
	return run[:0]
}

func (r *reading) topNames() []Name {
	out := make([]Name, 0, len(r.names))
	for n, m := range r.names {
		out = append(out, Name{n, m.n})
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Text, b.Text))
	})
	out = slices.Clone(out[:min(len(out), maxNames)])
	for i := range out {
		out[i].Text = strings.Clone(out[i].Text) // let go of the article's text
	}
	return out
}

// topTerms picks by weight against the background alone, so that the sketch of
// an article does not depend on the others.
func (r *reading) topTerms() []Term {
	type weighed struct {
		Term
		w int64
	}
	bg := background()
	all := make([]weighed, 0, len(r.terms))
	for w, m := range r.terms {
		t := Term{Text: w, N: m.n, Title: m.title}
		switch {
		case m.caps*2 > m.all:
			t.Show = m.show
		case m.all == 0 && bg[hash32(w)] == 0:
			t.Show = m.first // begins sentences only, but is no common word
		}
		all = append(all, weighed{t, weight(m.n, bg.rarity(hash32(w)))})
	}
	slices.SortFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.w, a.w), cmp.Compare(a.Text, b.Text))
	})
	out := make([]Term, 0, min(len(all), MaxTerms))
	for _, t := range all[:min(len(all), MaxTerms)] {
		t.Text, t.Show = strings.Clone(t.Text), strings.Clone(t.Show)
		out = append(out, t.Term)
	}
	slices.SortFunc(out, func(a, b Term) int { return cmp.Compare(a.Text, b.Text) })
	return out
}

// frequent reports whether one article in fifty has the word, or it is a
// letter: "A", "I".
func frequent(folded string) bool {
	return background()[hash32(folded)] >= 200 || utf8.RuneCountInString(folded) == 1
}

func opensSentence(mark string) bool {
	switch mark {
	case ".", "?", "!", ":", "“", "\"", "„", "«":
		return true
	}
	return false
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// foldWord folds a word and takes off a possessive.
func foldWord(w string) string {
	w = text.Fold(w)
	if n, ok := strings.CutSuffix(w, "'s"); ok && n != "" {
		return n
	}
	return w
}

// bare takes a possessive off a word as printed.
func bare(w string) string {
	for _, s := range []string{"'s", "’s"} {
		if n, ok := strings.CutSuffix(w, s); ok && n != "" {
			return n
		}
	}
	return w
}
