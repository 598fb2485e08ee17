package figures

import (
	"strings"

	"github.com/newsvet/newsvet/extract/syntax"
)

// A node is a token of a parsed sentence.
type node struct {
	tree  *syntax.Tree
	base  int // of the sentence in the text
	i     int
	words string // the sentence
}

// treeOf returns the topmost token of m in the syntax of its sentence.
func (s *scan) treeOf(m *amount) (node, bool) {
	if s.shallow || m.sentence < 0 {
		return node{}, false
	}
	t := s.a.Tree(m.sentence)
	if t == nil || !t.Parsed() {
		return node{}, false
	}
	base := s.a.Sentences[m.sentence].Start
	from, to := m.span.Start-base, m.span.End-base
	top := -1
	for i := max(t.At(max(from, 0)), 0); i < len(t.Tokens) && t.Tokens[i].Span.Start < to; i++ {
		tok := t.Tokens[i]
		if tok.Span.End <= from || tok.UPOS == "ADP" || tok.UPOS == "ADV" && top >= 0 {
			continue
		}
		h := tok.Head
		if h < 0 || t.Tokens[h].Span.Start >= to || t.Tokens[h].Span.End <= from {
			if top < 0 || counting(t.Tokens[i]) && !counting(t.Tokens[top]) {
				top = i
			}
		}
	}
	return node{t, base, top, s.a.Word(s.a.Sentences[m.sentence])}, top >= 0
}

// counting reports whether a token is a number, or the sign or name of a unit.
func counting(t syntax.Token) bool {
	return t.UPOS == "NUM" || t.UPOS == "SYM" || t.UPOS == "NOUN"
}

// headBySyntax returns the token of the article's tokens that m counts or
// measures, as the syntax of its sentence has it; -1 if it does not say. known
// tells whether there is syntax at all.
func (s *scan) headBySyntax(m *amount) (head int, known bool) {
	n, ok := s.treeOf(m)
	if !ok {
		return -1, false
	}
	tok := n.tree.Tokens[n.i]
	if c := s.complement(n, m); c >= 0 {
		return s.tokenOf(n, c), true
	}
	for i := range n.tree.Tokens { // "the rate was 35.7 percent"
		if sp := n.tree.Tokens[i].Span.Shift(n.base); m.span.Covers(sp) {
			if c := n.tree.Subject(i); c >= 0 && n.nominal(c) {
				return s.tokenOf(n, c), true
			}
		}
	}
	h := tok.Head
	if h < 0 {
		return -1, true
	}
	switch tok.Rel.Base() {
	case syntax.NumMod, syntax.Compound, syntax.Amod, "dep", "nmod", "obl", "flat":
		if n.nominal(h) && (h > n.i || tok.Rel.Base() == syntax.NumMod) {
			if tok.Rel.Base() == syntax.NumMod && h < n.i {
				return -1, false
			}
			return s.tokenOf(n, h), true
		}
		if n.nominal(h) && n.preposition(n.i, "of", "at", "to", "from") {
			return s.tokenOf(n, h), true
		}
	}
	return s.throughVerb(n, h, tok), true
}

// complement returns the noun after "of" (of money also "in", "on") that
// depends on the number: "70% of fentanyl", "$5 million in damage", -1 if
// there is none.
func (s *scan) complement(n node, m *amount) int {
	for _, c := range n.tree.Children(n.i) {
		if c < n.i || !n.nominal(c) {
			continue
		}
		if at := n.tree.Tokens[c].Span.Start + n.base; at < m.span.End && n.preposition(c, "of") {
			return s.complement(node{n.tree, n.base, c, n.words}, m) // "tens of thousands of students"
		}
		if n.preposition(c, "of") || m.money && n.preposition(c, "in", "on") {
			if s.unitToken(n, c) {
				return s.complement(node{n.tree, n.base, c, n.words}, m)
			}
			return c
		}
	}
	return -1
}

// unitToken reports whether a token is only the unit: "billions of dollars".
func (s *scan) unitToken(n node, c int) bool {
	w := strings.ToLower(n.word(s, c))
	_, money := s.g.money.entries[w]
	return money
}

// throughVerb returns what a verb with a number beside it is about: the
// object that is raised to a level, else the subject that rose.
func (s *scan) throughVerb(n node, verb int, tok syntax.Token) int {
	if n.nominal(verb) {
		return -1
	}
	switch tok.Rel.Base() {
	case syntax.Obl, syntax.Advmod, "xcomp", syntax.Obj, "advcl", "acl", "ccomp":
	default:
		return -1
	}
	if tok.Rel.Base() != syntax.Obj {
		if o := n.tree.Child(verb, syntax.Obj); o >= 0 && o != n.i && n.nominal(o) && n.preposition(n.i, "to", "by", "from", "at") {
			return s.tokenOf(n, o)
		}
	}
	w := strings.ToLower(n.word(s, verb))
	if tok.Rel.Base() == syntax.Obj && !s.g.is(w, "change") && !s.g.is(w, "weighs") {
		return -1
	}
	if tok.Rel.Base() != syntax.Obj && !s.g.is(w, "change") && !s.g.is(w, "level") && !n.preposition(n.i, "at", "to", "below", "above") && n.tree.Child(n.i, syntax.Cop) < 0 {
		return -1
	}
	return s.tokenOf(n, s.subjectOf(n, verb))
}

// subjectOf returns the subject of a verb, or of the verb that it is joined
// to; of a participle the noun that it describes. -1 if it is a pronoun.
func (s *scan) subjectOf(n node, verb int) int {
	for range 3 {
		if verb < 0 {
			return -1
		}
		if c := n.tree.Subject(verb); c >= 0 {
			if !n.nominal(c) {
				return -1
			}
			return c
		}
		v := n.tree.Tokens[verb]
		switch v.Rel.Base() {
		case "acl":
			if v.Head >= 0 && n.nominal(v.Head) {
				return v.Head
			}
			return -1
		case syntax.Conj, syntax.Xcomp, "advcl":
			verb = v.Head
		default:
			return -1
		}
	}
	return -1
}

// nominal reports whether token i is a noun or a name.
func (n node) nominal(i int) bool {
	u := n.tree.Tokens[i].UPOS
	return u == "NOUN" || u == "PROPN"
}

// preposition reports whether token i is governed by one of words.
func (n node) preposition(i int, words ...string) bool {
	for _, c := range n.tree.Children(i) {
		if n.tree.Tokens[c].Rel.Base() != syntax.Case {
			continue
		}
		for _, w := range words {
			if n.tree.Tokens[c].Span.Len() == len(w) && n.is(c, w) {
				return true
			}
		}
	}
	return false
}

func (n node) is(i int, w string) bool {
	return n.words != "" && strings.EqualFold(n.tree.Tokens[i].Span.Of(n.words), w)
}

func (n node) word(s *scan, i int) string { return n.tree.Tokens[i].Span.Shift(n.base).Of(s.s) }

// tokenOf returns the index among the article's tokens of token i.
func (s *scan) tokenOf(n node, i int) int {
	if i < 0 {
		return -1
	}
	sp := n.tree.Tokens[i].Span.Shift(n.base)
	k := s.a.TokenAt(sp.Start)
	if k < len(s.t) && s.t[k].Span.Overlaps(sp) {
		return k
	}
	return -1
}
