package syntax

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A Tree is a sentence, parsed. It is not changed once returned.
type Tree struct {
	Tokens []Token

	words []model.Word // what Attach asks for
	tags  []uint8
}

// Parsed reports whether the tokens have heads.
func (t *Tree) Parsed() bool { return len(t.Tokens) > 0 && t.Tokens[0].Rel != "" }

// Parsable reports whether the tokens have heads, or would if the sentence
// were parsed: it is not too long.
func (t *Tree) Parsable() bool {
	return t.Parsed() || len(t.tags) > 0 && len(t.tags) <= maxTokens
}

// At returns the index of the token that holds byte i of the sentence, else of
// the first one after it; -1 if there is none.
func (t *Tree) At(i int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Tokens[mid].Span.End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(t.Tokens) {
		return -1
	}
	return lo
}

// Root returns the index of the root, -1 if there is none.
func (t *Tree) Root() int {
	for i := range t.Tokens {
		if t.Tokens[i].Rel == Root {
			return i
		}
	}
	return -1
}

// Children returns the indices of the tokens whose head is i, in order.
func (t *Tree) Children(i int) []int {
	var out []int
	for j := range t.Tokens {
		if t.Tokens[j].Head == i && t.Tokens[j].Rel != "" && i >= 0 {
			out = append(out, j)
		}
	}
	return out
}

// Child returns the index of the first token whose head is i and whose
// relation is one of rels, -1 if there is none.
func (t *Tree) Child(i int, rels ...Rel) int {
	for j := range t.Tokens {
		if t.Tokens[j].Head != i || i < 0 {
			continue
		}
		for _, r := range rels {
			if t.Tokens[j].Rel == r {
				return j
			}
		}
	}
	return -1
}

// Subject returns the index of the subject of i, a verb or another predicate,
// active or passive; -1 if it has none of its own.
func (t *Tree) Subject(i int) int { return t.Child(i, Subj, SubjPass, "nsubj:outer") }

// Subtree returns the first and the last token of all that depend on i, i
// among them. Few other tokens lie between.
func (t *Tree) Subtree(i int) (first, last int) {
	in := make([]bool, len(t.Tokens))
	in[i] = true
	first, last = i, i
	// An arc may lead forward or back: go over the tokens until no more come in.
	for changed := true; changed; {
		changed = false
		for j := range t.Tokens {
			if h := t.Tokens[j].Head; h >= 0 && in[h] && !in[j] {
				in[j], changed = true, true
				first, last = min(first, j), max(last, j)
			}
		}
	}
	return first, last
}

// Span returns the words of all that depends on i, i among them, without the
// commas and the like at its ends.
func (t *Tree) Span(i int) text.Span {
	first, last := t.Subtree(i)
	for first < i && t.edge(first) {
		first++
	}
	for last > i && t.edge(last) {
		last--
	}
	return text.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[last].Span.End}
}

// edge reports whether token i is a mark that only divides: no bracket, and no
// quotation mark.
func (t *Tree) edge(i int) bool {
	tok := &t.Tokens[i]
	return tok.Rel == CC || tok.UPOS == PUNCT && (tok.XPOS == "," || tok.XPOS == ":" || tok.XPOS == ".")
}
