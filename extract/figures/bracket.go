package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// bracketScale gives a sum the scale that stands after the sum in brackets
// beside it: "$40 (£26) million" is 40 million dollars, and 26 million pounds.
func (s *scan) bracketScale(m *amount) {
	if m.scaled || m.tail != "" || m.vague {
		return
	}
	j := -1
	switch {
	case s.raw(m.after) == "(" && s.near(m.after) && s.kind(m.after+2) == text.Number && s.raw(m.after+3) == ")":
		j = m.after + 4
	case s.raw(m.first-1) == "(" && s.kind(m.first-2) == text.Number && s.raw(m.after) == ")":
		j = m.after + 1
	}
	if j < 0 || !s.near(j) {
		return
	}
	if n, ok := s.g.numeral[s.low(j)]; ok && n.kind == 'e' && n.n >= 6 {
		exp := int(n.n)
		m.low, m.high = m.low.Shift(exp), m.high.Shift(exp)
		m.plain, m.scaled, m.exp = false, true, m.exp+exp
	}
}

// halfMore reads "an hour and a half", whose "half" stands at token i.
func (s *scan) halfMore(m *amount, i int) bool {
	unit := i - 3 // of "hour", "and", "a", "half"
	if unit < 1 || !s.g.is(s.low(i-1), "a") || !s.g.is(s.low(i-2), "and") || !s.g.is(s.low(unit-1), "a") || !s.near(unit) || !s.near(i-2) || !s.near(i-1) || !s.durationAt(unit) {
		return false
	}
	code, last, ok := s.match(s.g.units, unit)
	if !ok || last != unit {
		return false
	}
	m.low, m.unit, m.kind, m.share = extract.NewNumber(1).Add(quotient(1, 2)), code, extract.Lasting, false
	m.first = unit - 1
	s.end(m, i)
	return true
}
