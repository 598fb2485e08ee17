package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// named reports whether m is part of a name: "S&P 500", "Boeing 747", "Big
// 12", "Chapter Two".
func (s *scan) named(m *amount) bool {
	j := m.first - 1
	if j < 0 || !s.near(m.first) || s.t[m.first].Start-s.t[j].End > 1 {
		return false
	}
	if m.words {
		return s.capital(m.first) && s.capital(j) && !s.initial(m.first) && !s.g.function(s.low(j)) && !s.titled(m)
	}
	if s.raw(j) == "'s" || s.raw(j) == "’s" {
		return false
	}
	if !m.plain || s.kind(j) != text.Word || !s.nameLike(j) {
		return false
	}
	w := s.low(j)
	if s.g.function(w) || s.g.is(w, "noname") || s.initial(j) && s.phraseStart(j) || s.counts(m.after) {
		return false
	}
	if s.titled(m) {
		return false
	}
	if k := j - 1; s.g.is(s.low(k), "place") && s.plural(s.low(m.after)) && s.lowerCase(m.after) {
		return false // "in Brant 25 soldiers died"
	}
	s.names[s.raw(m.first)] = true
	return true
}

// forget drops what was taken for a count and is a name by what the article
// says elsewhere: "the 787" beside "Boeing's 787 Dreamliner".
func (s *scan) forget() {
	if len(s.names) == 0 {
		return
	}
	kept := s.found[:0]
	for _, m := range s.found {
		if m.plain && m.first == m.last && s.names[s.raw(m.first)] && m.modifier == "" && !s.counts(m.after) && m.low.Coef > 2 {
			continue
		}
		kept = append(kept, m)
	}
	s.found = kept
}

// phraseStart reports whether the word at token j is a hedge or verb that
// only begins a sentence: "About 40", "Some 30".
func (s *scan) phraseStart(j int) bool {
	_, first := s.phraseEnding(s.g.left, j)
	return first >= 0
}

// nameLike reports whether a capital stands in token j: "Boeing", "iPhone".
func (s *scan) nameLike(j int) bool { return s.capital(j) || strings.ToLower(s.raw(j)) != s.raw(j) }

func (s *scan) lowerCase(j int) bool { return s.kind(j) == text.Word && !s.capital(j) }

// titled reports whether m stands in a headline whose words have capitals.
func (s *scan) titled(m *amount) bool {
	i := s.a.BlockAt(m.span.Start)
	if i < 0 || s.a.Doc.Blocks[i].Kind != corpus.Headline && s.a.Doc.Blocks[i].Kind != corpus.Heading {
		return false
	}
	capitals, words := 0, 0
	for k := max(0, m.first-8); k < min(len(s.t), m.after+8); k++ {
		if s.kind(k) != text.Word || !s.a.Doc.Blocks[i].Covers(s.t[k].Span) || len(s.raw(k)) < 4 {
			continue
		}
		words++
		if s.capital(k) {
			capitals++
		}
	}
	return capitals*3 > words*2
}

// keep reports whether m, now that all around it is known, is a figure.
func (s *scan) keep(m *amount) bool {
	if m.unit != "" || m.money || m.share || m.vague || m.kind == extract.Multiple || m.kind == extract.Score || m.kind == extract.Age {
		return !(m.unit == "point" && m.words && s.one(m)) && !s.setPhrase(m)
	}
	before := s.low(m.first - 1)
	if s.one(m) && m.words {
		return s.keepOne(m, before)
	}
	if m.words && m.nounTok < 0 && m.low.Cmp(extract.NewNumber(13)) < 0 && m.modifier == "" && s.g.is(before, "pronounbefore") {
		return false
	}
	if s.modelled(m) {
		s.names[s.raw(m.first)] = true
		return false
	}
	if m.hyphen && m.nounTok >= 0 {
		return s.g.is(s.low(m.nounTok), "sized")
	}
	return true
}

// modelled reports whether m is rather the name of a model than a count: in
// digits without separators, a hundred or more, and what follows is one thing,
// as in "the 737 airliner".
func (s *scan) modelled(m *amount) bool {
	if !m.plain || m.first != m.last || m.low.Coef < 100 || m.low.Coef > 9999 || m.modifier != "" || m.nounTok < m.after || m.hyphen || m.before {
		return false
	}
	for k := m.after; k <= m.nounTok; k++ {
		if s.plural(s.low(k)) || s.g.is(s.low(k), "sized") || s.g.is(s.low(k), "threshold") || s.g.is(s.low(k), "state") || s.g.is(s.low(k), "people") {
			return false
		}
	}
	if before := s.low(m.first - 1); s.capital(m.after) && s.capital(m.nounTok) && (before == "," || s.g.is(before, "place")) {
		return true // "163 Research Hall"
	}
	return !s.g.is(s.low(m.after), "of") && s.g.is(s.low(m.first-1), "beforemodel")
}

// keepOne reports whether "one" counts: "one man", not "one of the", "no
// one", "the one", "one day".
func (s *scan) keepOne(m *amount, before string) bool {
	if m.span.Len() > 3 { // "minus one"
		return true
	}
	if m.nounTok < 0 || s.g.is(before, "notone") || s.g.is(s.low(m.after), "onewhat") {
		return false
	}
	return !s.g.is(s.low(m.after), "of") && s.raw(m.after) != "-"
}

// setPhrase reports whether m is worn down to a phrase: "one day", "one
// hundred percent sure".
func (s *scan) setPhrase(m *amount) bool {
	return m.words && s.one(m) && m.kind == extract.Lasting && (s.endsClause(m.after) || s.g.is(s.low(m.after), "of") || s.initial(m.first) || s.g.function(s.low(m.after))) && !s.g.is(s.low(m.first-1), "lasting") && s.low(m.last) == "day"
}
