package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// measured finds what a sum, a share or a quantity is of, nearest first:
// "$31 billion in earnings", "70% of fentanyl"; "a $3 billion charge"; "a hit
// of $20 billion"; what rose, fell or is by syntax; the same before a verb of
// level by words; and what the share before it is of.
func (s *scan) measured(m *amount) {
	if m.kind == extract.Age || m.kind == extract.Lasting {
		return
	}
	j := m.after
	if s.raw(j) == "'" || s.raw(j) == "’" {
		j++ // "dollars' worth"
	}
	if s.g.is(s.low(j), "worth") {
		j++
	}
	if s.raw(j) == "-" && s.tied(j) && s.g.is(s.low(j+1), "dimension") {
		j += 2 // "an 80-foot-long room"
	}
	if d := s.direction(j, j-1); d != "" && s.near(j) && (s.g.is(s.low(j+1), "sumof") || s.g.is(s.low(j+1), "of") || s.endsClause(j+1)) {
		m.change = d // "a 25% drop in wages"
		if s.complementAt(m, j+1) {
			return
		}
	}
	if s.complementAt(m, j) {
		return
	}
	if (j == m.after || m.hyphen) && s.near(j) && !s.endsClause(j) || m.hyphen {
		s.phraseFrom(m, j, true)
		if m.nounTok >= 0 && s.mayHead(m.nounTok) && !s.durationAt(m.nounTok) && (s.parsed(m) || s.plural(s.low(m.nounTok)) || s.g.capital) {
			return
		}
		s.drop(m)
	}
	if s.ofBefore(m) || s.beforeVerb(m, 3) {
		return
	}
	if head, known := s.headBySyntax(m); known && head >= 0 && s.kind(head) == text.Word && (head < m.first || head >= m.after) && s.mayHead(head) {
		s.takeHead(m, head)
		return
	}
	if s.beforeVerb(m, 9) {
		return
	}
	if m.unit == "point" {
		m.single = "point"
		return
	}
	if len(s.found) > 0 {
		p := &s.found[len(s.found)-1]
		if p.sentence == m.sentence && p.unit == m.unit && m.unit == "percent" && p.single != "" {
			m.single, m.phrase, m.noun = p.single, p.phrase, p.noun
		}
	}
}

// mayHead reports whether the word at token k can be what is measured: no
// unit, no verb of level.
func (s *scan) mayHead(k int) bool {
	w := s.low(k)
	_, unit := s.g.units.entries[w]
	code, money := s.g.money.entries[w]
	return !unit && (!money || code == "BTC") && !s.g.is(w, "nomeasure") && !s.g.is(w, "verbonly") && !s.g.pronouns.Has(w) && (!s.g.capital || s.capital(k))
}

func (s *scan) drop(m *amount) {
	m.nounTok, m.single, m.noun, m.phrase = -1, "", text.Span{}, text.Span{}
}

// complementAt reads "of NOUN", and after money "in NOUN" and "on NOUN", at
// token j.
func (s *scan) complementAt(m *amount, j int) bool {
	w := s.low(j)
	if !s.near(j) {
		return false
	}
	if s.g.is(w, "of") {
		k := s.determiners(j + 1)
		if s.g.is(s.low(k), "whom") {
			return false
		}
		if s.g.pronouns.Has(s.low(k)) {
			s.phraseFrom(m, k+1, true) // "half of them foreigners"
			if m.nounTok >= 0 && !s.plural(s.low(m.nounTok)) {
				s.drop(m)
			}
			return m.nounTok >= 0
		}
		s.phraseFrom(m, k, true)
		return m.nounTok >= 0
	}
	if !m.money && m.change == "" || !s.g.is(w, "sumof") {
		return false
	}
	k := j + 1
	if s.kind(k) != text.Word || s.capital(k) || s.g.function(s.low(k)) || s.g.closed[s.low(k)] == "t" {
		return false
	}
	s.phraseFrom(m, k, true)
	if m.nounTok >= 0 && (s.durationAt(m.nounTok) || s.g.is(s.low(m.nounTok), "nomeasure")) {
		s.drop(m)
	}
	return m.nounTok >= 0
}

// ofBefore reads the noun in "a hit of $20 billion", "a population of more
// than 100,000", "a toll of 31".
func (s *scan) ofBefore(m *amount) bool {
	k := m.first - 1
	if !s.near(m.first) || !s.g.is(s.low(k), "of") {
		return false
	}
	k--
	w := s.low(k)
	if s.kind(k) != text.Word || s.g.function(w) || !s.near(k+1) || s.verbAt(m, k, false) {
		return false
	}
	if n, ok := s.g.numeral[w]; ok && n.kind != '/' || !s.mayHead(k) && !s.g.is(w, "verbonly") {
		return false
	}
	s.takeHead(m, k)
	return true
}

// beforeVerb reads the noun before a verb of change or level that stands at
// most reach words before m: "shares fell 1.5 percent", "BTC is now priced at $6,116".
func (s *scan) beforeVerb(m *amount, reach int) bool {
	verb := -1
	for k := m.first - 1; k >= max(0, m.first-reach) && s.near(k+1); k-- {
		w := s.low(k)
		if s.kind(k) == text.Mark && w != "-" && w != "%" && w != "$" {
			break
		}
		if s.g.is(w, "change") || s.g.is(w, "level") {
			verb = k
			break
		}
	}
	if verb < 0 {
		return false
	}
	for k := verb - 1; k >= max(0, verb-6) && s.near(k+1); k-- {
		w := s.low(k)
		if s.kind(k) != text.Word || s.g.pronouns.Has(w) {
			return false
		}
		if s.g.function(w) && s.g.closed[w] != "x" && s.g.closed[w] != "v" && s.g.closed[w] != "n" {
			return false
		}
		if s.g.function(w) || s.g.is(w, "verbonly") || s.g.closed[w] != "" {
			continue
		}
		if !s.mayHead(k) || s.verbAt(m, k, true) {
			return false
		}
		s.takeHead(m, k)
		return true
	}
	return false
}

// verbAt reports whether the syntax takes token k for a verb that is no
// adjective: the first word after the number is one only in a finite form.
func (s *scan) verbAt(m *amount, k int, first bool) bool {
	if s.shallow || m.sentence < 0 {
		return false
	}
	t := s.a.Tags(m.sentence)
	if t == nil {
		return false
	}
	i := t.At(s.t[k].Start - s.a.Sentences[m.sentence].Start)
	if i < 0 {
		return false
	}
	tok := t.Tokens[i]
	switch tok.UPOS {
	case "VERB", "AUX":
	default:
		return false
	}
	switch tok.XPOS {
	case "VB", "VBP":
		if !first {
			return false // "a gold watch": after a number a base form is rather a noun
		}
	case "VBG", "VBN":
		next := i + 1
		return next >= len(t.Tokens) || t.Tokens[next].UPOS != "NOUN" && t.Tokens[next].UPOS != "ADJ" && t.Tokens[next].UPOS != "PROPN"
	}
	if first && s.plural(s.low(k+1)) {
		return false // "two tortured fans"
	}
	return !s.plural(s.low(k)) || first
}

// parsed reports whether there is syntax for the sentence of m.
func (s *scan) parsed(m *amount) bool {
	if s.shallow || m.sentence < 0 {
		return s.g.lang == "en"
	}
	t := s.a.Tags(m.sentence)
	return t != nil && t.Parsable()
}
