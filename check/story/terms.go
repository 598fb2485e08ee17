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
	hash         uint32 // of the folded word
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
	room   []mention
}

// mention returns a new one. They are made many at a time.
func (r *reading) mention() *mention {
	const many = 64
	if len(r.room) == 0 {
		r.room = make([]mention, many)
	}
	m := &r.room[0]
	r.room = r.room[1:]
	return m
}

func newReading(doc *corpus.Document) *reading {
	const letters = 12 // of a text, per word that is new to it
	r := &reading{terms: make(map[string]*mention, min(len(doc.Text)/letters, 1000)), names: map[string]*mention{}}
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
		hash := hash32(folded)
		r.hashes = append(r.hashes, hash)
		count := int32(1)
		if title {
			count = titleCount
		} else if seen++; seen <= leadWords {
			count = leadCount
		}
		upper := startsUpper(w)
		m := r.term(w, folded, hash, upper)
		m.count(w, count, upper, start || title, title)
		if upper && t.Kind == text.Word {
			if !start || !frequent(folded, hash) { // “When Jane Roe”: the name begins at Jane
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

// term returns what has been counted of a word; nil of a letter.
func (r *reading) term(w, folded string, hash uint32, upper bool) *mention {
	if utf8.RuneCountInString(folded) < 2 {
		return nil
	}
	m := r.terms[folded]
	if m == nil {
		m = r.mention()
		m.hash = hash
		if upper {
			m.first = bare(w)
		}
		r.terms[folded] = m
	}
	return m
}

func (m *mention) count(w string, count int32, upper, initial, title bool) {
	if m == nil {
		return
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
				m = r.mention()
				m.show = n
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
		w    int64
		text string
		*mention
	}
	bg := background()
	all := make([]weighed, 0, len(r.terms))
	for t, m := range r.terms {
		all = append(all, weighed{weight(m.n, bg.rarity(m.hash)), t, m})
	}
	slices.SortFunc(all, func(a, b weighed) int {
		if a.w != b.w {
			return cmp.Compare(b.w, a.w)
		}
		return cmp.Compare(a.text, b.text)
	})
	all = all[:min(len(all), MaxTerms)]
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Compare(a.text, b.text) })
	out := make([]Term, len(all))
	for i, t := range all {
		out[i] = Term{Text: strings.Clone(t.text), N: t.n, Title: t.title}
		switch {
		case t.caps*2 > t.all:
			out[i].Show = strings.Clone(t.show)
		case t.all == 0 && bg.share(t.hash) == 0:
			out[i].Show = strings.Clone(t.first) // begins sentences only, but is no common word
		}
	}
	return out
}

// frequent reports whether one article in fifty has the word, or it is a
// letter: "A", "I".
func frequent(folded string, hash uint32) bool {
	return background().share(hash) >= 200 || utf8.RuneCountInString(folded) == 1
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
