// Package syntax finds the parts of speech of an English sentence, and which
// word depends on which, in the manner of Universal Dependencies.
//
// Weights are embedded and read once, at first use. They are made by
// internal/train from annotated text; weights/MANIFEST says which.
package syntax

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A Token is a word or a mark of a sentence.
type Token struct {
	Span text.Span
	UPOS UPOS   // "" if there are no weights
	XPOS string // of the Penn Treebank: "VBD", "NNS"
	Head int    // index of the token it depends on; -1 for the root, or if not parsed
	Rel  Rel    // "" if not parsed

	// By how much this head won over others when it was taken, which is at once
	// where it leads by enough; 0 if not parsed. Of 100 heads 59 are right below
	// 25, 60 below 50, 86 below 100, and 90 from there (train score, EWT and GUM dev).
	Margin int32
}

// A UPOS is a universal part of speech.
type UPOS string

// The universal parts of speech.
const (
	ADJ   UPOS = "ADJ"
	ADP   UPOS = "ADP"
	ADV   UPOS = "ADV"
	AUX   UPOS = "AUX"
	CCONJ UPOS = "CCONJ"
	DET   UPOS = "DET"
	INTJ  UPOS = "INTJ"
	NOUN  UPOS = "NOUN"
	NUM   UPOS = "NUM"
	PART  UPOS = "PART"
	PRON  UPOS = "PRON"
	PROPN UPOS = "PROPN"
	PUNCT UPOS = "PUNCT"
	SCONJ UPOS = "SCONJ"
	SYM   UPOS = "SYM"
	VERB  UPOS = "VERB"
	X     UPOS = "X"
)

// A Rel is a relation between a token and its head, with its subtype.
type Rel string

// The relations that others ask for; there are more.
const (
	Root      Rel = "root"
	Subj      Rel = "nsubj"
	SubjPass  Rel = "nsubj:pass"
	Obj       Rel = "obj"
	IObj      Rel = "iobj"
	Obl       Rel = "obl"
	OblAgent  Rel = "obl:agent"
	OblTime   Rel = "obl:unmarked" // "on" left out: "said Monday"
	Nmod      Rel = "nmod"
	Poss      Rel = "nmod:poss"
	NmodTime  Rel = "nmod:unmarked"
	Desc      Rel = "nmod:desc" // "President" of "President Roe"
	NumMod    Rel = "nummod"
	Amod      Rel = "amod"
	Advmod    Rel = "advmod"
	Det       Rel = "det"
	Case      Rel = "case"
	Mark      Rel = "mark"
	Cop       Rel = "cop"
	Aux       Rel = "aux"
	AuxPass   Rel = "aux:pass"
	Conj      Rel = "conj"
	CC        Rel = "cc"
	Ccomp     Rel = "ccomp"
	Xcomp     Rel = "xcomp"
	Advcl     Rel = "advcl"
	Acl       Rel = "acl"
	Relcl     Rel = "acl:relcl"
	Appos     Rel = "appos"
	Compound  Rel = "compound"
	Particle  Rel = "compound:prt"
	Flat      Rel = "flat"
	Fixed     Rel = "fixed"
	Parataxis Rel = "parataxis"
	Punct     Rel = "punct"
)

// Base is r without its subtype: "nsubj" of "nsubj:pass".
func (r Rel) Base() Rel {
	for i := range len(r) {
		if r[i] == ':' {
			return r[:i]
		}
	}
	return r
}

//go:embed weights/english.bin
var english []byte

type loaded struct {
	*model.Model
	err error
}

var weights = sync.OnceValue(func() loaded {
	m, err := model.Decode(english)
	return loaded{m, err}
})

// Available returns nil if the embedded weights are good. If they are not,
// Parse and Tag divide a sentence into tokens and know no more.
func Available() error { return weights().err }

// maxTokens is the length of the longest sentence that is parsed. Longer ones
// are tables, or many sentences whose ends were not found.
const maxTokens = 400

// Parse parses s, one sentence. Spans are in s. A sentence of more than 400
// tokens has parts of speech and no heads.
func Parse(s string) *Tree { return Attach(s, Tag(s)) }

// Tag finds the parts of speech of s, and no heads.
func Tag(s string) *Tree {
	spans := Words(s)
	t := &Tree{Tokens: make([]Token, len(spans))}
	for i, sp := range spans {
		t.Tokens[i] = Token{Span: sp, Head: -1}
	}
	m := weights().Model
	if m == nil {
		return t
	}
	t.words, t.tags = make([]model.Word, len(spans)), make([]uint8, len(spans))
	lowered := headline(s, spans)
	for i, sp := range spans {
		t.words[i] = model.NewWord(sp.Of(s), lowered && i > 0, m.Lexicon)
	}
	m.Tag(t.words, t.tags)
	for i := range t.Tokens {
		tag := &m.Tags[t.tags[i]]
		t.Tokens[i].UPOS, t.Tokens[i].XPOS = UPOS(tag.UPOS), tag.XPOS
	}
	return t
}

// Attach parses s, whose parts of speech are those of tagged, and which is
// what Tag was given. Tagging takes a sixth of the time, so that who asks of
// tags alone whether a sentence is worth parsing has not lost it.
func Attach(s string, tagged *Tree) *Tree {
	t := &Tree{Tokens: slices.Clone(tagged.Tokens)}
	if n := len(t.Tokens); n == 0 || n > maxTokens || len(tagged.tags) < n {
		return t
	}
	m := weights().Model
	arcs := make([]model.Arc, len(t.Tokens))
	m.Parse(tagged.words, tagged.tags, arcs)
	for i, a := range arcs {
		tok := &t.Tokens[i]
		tok.Head, tok.Rel, tok.Margin = a.Head, Rel(m.Labels[a.Label]), a.Margin
	}
	t.mend(s)
	return t
}
