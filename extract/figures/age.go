package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// oldest is how old people get.
const oldest = 122

// ageOf reads the ages that no word for years stands beside: "Jane Roe, 41,",
// "Roe (41)", "aged 10", "at the age of 87", "a woman in her 30s" not.
func (s *scan) ageOf(m *amount) bool {
	if m.unit != "" || m.money || m.share || m.vague || m.low.Exp != 0 || m.low.Coef < 0 || m.high.Coef > oldest || m.scaled || m.tail != "" {
		return false
	}
	j := m.first - 1
	before := s.low(j)
	switch {
	case (s.g.is(before, "aged") || s.g.is(before, "turned")) && s.near(m.first):
	case s.g.is(before, "of") && s.g.is(s.low(j-1), "age"):
	case before == "," && m.plain && m.low.Coef >= 1 && s.personBefore(j) && s.endsAge(m.after):
	case before == "(" && m.plain && m.low.Coef >= 5 && s.personBefore(j) && s.raw(m.after) == ")":
	default:
		return false
	}
	m.unit, m.kind, m.plain = "age_year", extract.Age, false
	m.sentence = s.sentenceAt(m.span.Start)
	if n, ok := s.a.Names().At(s.t[max(j-1, 0)].Start); ok && before != "aged" {
		m.noun, m.phrase = n.Span, n.Span
	}
	return true
}

// endsAge reports whether an age between commas may end at token j.
func (s *scan) endsAge(j int) bool {
	if j >= len(s.t) {
		return true
	}
	switch s.raw(j) {
	case ",", ".", ";", ")", "—", "–":
		return true
	}
	return s.g.is(s.low(j), "and") || s.g.is(s.low(j), "of") || s.g.is(s.low(j), "from") || s.g.closed[s.low(j)] == "x"
}

// personBefore reports whether a name, or a noun for a person, ends right
// before token j.
func (s *scan) personBefore(j int) bool {
	if j < 1 || s.kind(j-1) != text.Word {
		return false
	}
	if s.g.is(s.low(j-1), "kin") {
		return true
	}
	n, ok := s.a.Names().At(s.t[j-1].Start)
	if !ok || n.Span.End != s.t[j-1].End {
		return false
	}
	return s.a.Names().Entities[n.Entity].Kind == names.Person
}
