package quotes

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/syntax"
)

// A saying is a sentence in which something may be reported.
type saying struct {
	*reader
	sentence    text.Span
	from, to    int
	claims      map[int]*attrib.Claim
	said        []attrib.Claim
	tree        *syntax.Tree // nil if there is none
	first, last []int        // per token of the tree: the extent of what depends on it
}

// extents finds what depends on each token of the tree.
func (s *saying) extents() {
	n := len(s.tree.Tokens)
	s.first, s.last = make([]int, n), make([]int, n)
	for i := range n {
		s.first[i], s.last[i] = i, i
	}
	for i := range n {
		for h, steps := s.tree.Tokens[i].Head, 0; h >= 0 && steps < 64; h, steps = s.tree.Tokens[h].Head, steps+1 {
			s.first[h], s.last[h] = min(s.first[h], i), max(s.last[h], i)
		}
	}
}

// cue gathers what the cue at token k may report.
func (s *saying) cue(k int, c *attrib.Claim) []report {
	base := report{claim: c, cue: s.Tokens[k].Span, source: attrib.Source{Entity: -1}, said: s.class[k].Has(lexicon.Say)}
	base.lemma = s.lemmaOf(k)
	if c != nil {
		base.source, base.cue = c.Source, c.Cue
		if base.lemma == "" {
			base.lemma = "according"
		}
	}
	var out []report
	put := func(kind int, parts ...text.Span) {
		for i := range parts {
			parts[i] = s.trim(parts[i])
		}
		parts = slices.DeleteFunc(parts, text.Span.Empty)
		if len(parts) == 0 || s.unsubjected(k, parts[0]) {
			return
		}
		for i := range out {
			if out[i].parts[0] == parts[0] && len(out[i].parts) == len(parts) {
				out[i].fs = append(out[i].fs, feat(200, kind))
				return
			}
		}
		rep := base
		rep.parts = parts
		rep.fs = s.features(k, &rep, kind)
		out = append(out, rep)
	}
	v := -1
	if s.tree != nil {
		v = s.tree.At(s.Tokens[k].Start - s.sentence.Start)
		if v >= 0 {
			if base.source.Span.Empty() {
				base.source = s.subjectOf(v, 0)
			}
			s.complements(v, put)
		}
	}
	s.flanks(k, &base, put)
	if len(out) == 0 {
		return nil
	}
	none := base
	none.fs = s.nothing(k, v, &base)
	return append(out, none)
}

// unsubjected reports whether what would be reported after the verb at token k
// begins with an auxiliary, "the debt that Acme would assume, would be the
// largest": it has no subject, and of the verbs that only report clauses none
// reports it.
func (s *saying) unsubjected(k int, part text.Span) bool {
	if s.class[k].Has(lexicon.Direct) || !s.class[k].Has(lexicon.Say) || part.Start < s.Tokens[k].End {
		return false
	}
	return s.classAt(s.TokenAt(part.Start)).Has(lexicon.Aux)
}

// flanks offers the content of the claim, and what stands before and after it.
func (s *saying) flanks(k int, base *report, put func(int, ...text.Span)) {
	if c := base.claim; c != nil && !c.Content.Empty() {
		put(10+int(c.Side), c.Content)
	}
	if left := s.left(k, base); left > s.sentence.Start+8 {
		put(14, text.Span{Start: s.sentence.Start, End: left})
		if j := s.clause(left); j > s.sentence.Start {
			put(15, text.Span{Start: j, End: left})
		}
	}
	if e := base.source.Span.End; e > base.cue.End {
		put(16, text.Span{Start: e, End: s.sentence.End})
	}
	if k+2 < s.to {
		put(13, text.Span{Start: s.Tokens[k+1].Start, End: s.sentence.End})
	}
}

// left is where the attribution at token k begins: the source or the cue.
func (s *saying) left(k int, rep *report) int {
	at := rep.cue.Start
	if sp := rep.source.Span; !sp.Empty() && sp.Start >= s.sentence.Start && sp.Start < at {
		at = sp.Start
	}
	return at
}

// clause is where what stands before byte i begins: after a semicolon, a dash
// or a quotation. It is 0 if nothing divides the sentence before i.
func (s *saying) clause(i int) int {
	z := s.TokenAt(i)
	for n, k := 0, z-3; k > s.from && n < 60; n, k = n+1, k-1 {
		if s.quoted[k] && !s.quoted[k+1] {
			return s.Tokens[k].End
		}
		switch s.word(k) {
		case ";", ":", "—", "–":
			return s.Tokens[k].End
		case "but", "and", "while", "although":
			if s.word(k-1) == "," {
				return s.Tokens[k].End
			}
		}
	}
	return 0
}

// complements offers what depends on the verb v, and what v is put into.
func (s *saying) complements(v int, put func(int, ...text.Span)) {
	t := s.tree
	after := -1
	for j := range t.Tokens {
		if t.Tokens[j].Head != v {
			continue
		}
		switch t.Tokens[j].Rel {
		case syntax.Ccomp:
			put(1, s.bytes(s.first[j], s.last[j]))
		case syntax.Xcomp:
			put(2, s.bytes(s.first[j], s.last[j]))
		case syntax.Obj:
			put(3, s.bytes(s.first[j], s.last[j]))
			after = j
		case syntax.Obl, syntax.Advcl:
			if j > v {
				put(4, s.bytes(s.first[j], s.last[j]))
				if after >= 0 {
					put(5, s.bytes(s.first[after], s.last[j]))
				}
			}
		case syntax.Parataxis:
			put(6, s.bytes(s.first[j], s.last[j]))
		}
	}
	if s.last[v] > v {
		put(7, s.bytes(v+1, s.last[v])) // all that follows the verb
	}
	if h := t.Tokens[v].Head; h >= 0 && (t.Tokens[v].Rel == syntax.Parataxis || t.Tokens[v].Rel == syntax.Advcl || t.Tokens[v].Rel == syntax.Ccomp) {
		switch {
		case s.first[v] > s.first[h] && s.last[v] < s.last[h] && s.first[v] > 0:
			put(8, s.bytes(s.first[h], s.first[v]-1), s.bytes(s.last[v]+1, s.last[h]))
			put(9, s.bytes(s.first[h], s.first[v]-1))
		case s.first[v] > s.first[h]:
			put(9, s.bytes(s.first[h], s.first[v]-1))
		}
	}
}

func (s *saying) bytes(i, j int) text.Span {
	sp := text.Span{Start: s.tree.Tokens[i].Span.Start, End: s.tree.Tokens[max(i, j)].Span.End}
	return sp.Shift(s.sentence.Start)
}

// trim takes marks and space from the ends of sp, but not quotation marks.
func (s *saying) trim(sp text.Span) text.Span {
	sp.End = min(sp.End, s.sentence.End)
	if sp.Empty() {
		return text.Span{}
	}
	const marks = " \n\t\u00a0,.;:!?-–—()"
	w := sp.Of(s.text)
	sp.Start += len(w) - len(strings.TrimLeft(w, marks))
	sp.End = sp.Start + len(strings.Trim(w, marks))
	return sp
}

// subjectOf is who does the verb v: its own subject, that of the verb it is
// joined to, or the noun that it tells more of.
func (s *saying) subjectOf(v, depth int) attrib.Source {
	t := s.tree
	if j := t.Subject(v); j >= 0 {
		if t.Tokens[j].Rel == syntax.SubjPass {
			return attrib.Source{Entity: -1}
		}
		return s.phrase(j)
	}
	h := t.Tokens[v].Head
	if h < 0 || depth > 3 {
		return attrib.Source{Entity: -1}
	}
	switch t.Tokens[v].Rel {
	case syntax.Conj, syntax.Xcomp, syntax.Advcl, syntax.Parataxis:
		return s.subjectOf(h, depth+1)
	case syntax.Acl, syntax.Relcl:
		return s.phrase(h)
	}
	return attrib.Source{Entity: -1}
}

// phrase is the noun phrase of token j of the tree, up to a comma.
func (s *saying) phrase(j int) attrib.Source {
	at := s.tree.Tokens[j].Span.Start + s.sentence.Start
	if m, ok := s.names.At(at); ok {
		return attrib.Source{Span: text.Span{Start: m.Whole.Start, End: m.Span.End}, Head: m.Span, Entity: m.Entity, Kind: attrib.Named}
	}
	k := s.TokenAt(at)
	if k >= len(s.class) {
		return attrib.Source{Entity: -1}
	}
	first, last := s.first[j], j
	for last+1 <= s.last[j] && s.tree.Tokens[last+1].UPOS != syntax.PUNCT && s.tree.Tokens[last+1].Rel != syntax.Relcl {
		last++
	}
	for first < j && s.tree.Tokens[first].UPOS == syntax.PUNCT {
		first++
	}
	src := attrib.Source{Span: s.bytes(first, last), Head: s.Tokens[k].Span, Entity: -1, Kind: attrib.Described}
	if s.class[k].Has(lexicon.Subject) {
		src.Pronoun, src.Span = s.class[k], s.Tokens[k].Span
	}
	return src
}
