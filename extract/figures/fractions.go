package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// denominator reads what makes a fraction of a cardinal: "two thirds",
// "three-quarters", "one fifth".
func (s *scan) denominator(m *amount) bool {
	j := m.after
	if s.raw(j) == "-" && s.near(j) && s.near(j+1) {
		j++
	} else if !s.near(j) {
		return false
	}
	n, ok := s.g.numeral[s.low(j)]
	one := m.low.Equal(extract.NewNumber(1))
	if !ok || !(n.kind == 's' || n.kind == '/' && one) || m.low.Coef <= 0 || s.ordinalNoun(j, n) {
		return false
	}
	q, _ := m.low.Quo(extract.NewNumber(n.n))
	m.low, m.share = q, q.Cmp(extract.NewNumber(1)) < 0
	s.end(m, j)
	s.ofScale(m)
	return true
}

// ordinalNoun reports whether the denominator at token j is a thing of its
// own: "two quarters of falling sales", "two halves of a match".
func (s *scan) ordinalNoun(j int, n numeral) bool {
	next := s.low(j + 1)
	if s.raw(j+1) == "-" && s.tied(j+1) {
		return true // "one-third-party"
	}
	if n.kind == 's' && n.n == 4 {
		return !(s.g.is(next, "of") || s.scaleAt(j+1) || s.end1(j+1))
	}
	return n.kind == 's' && n.n == 2
}

// oneFraction reads "half", "a third", "a quarter of a million".
func (s *scan) oneFraction(m *amount, i int, n numeral) bool {
	s.end(m, i)
	m.low = quotient(1, n.n)
	_, _, first := s.fewBefore(i)
	article := first >= 0 && s.g.is(s.low(first), "a")
	if n.n == 2 && s.g.is(s.low(i), "half") {
		return s.half(m, i, article, first)
	}
	if s.scaleAt(i+1) && n.n == 4 { // "quarter million"
		if article {
			m.first = first
		}
		s.ofScale(m)
		return true
	}
	if !article {
		return false
	}
	m.first, m.share = first, true
	return s.g.is(s.low(i+1), "of") || s.end1(i+1) || s.unitAt(i+1) && n.n == 4 && !s.durationAt(i+1)
}

func (s *scan) half(m *amount, i int, article bool, first int) bool {
	if s.raw(i+1) == "-" && s.tied(i+1) && !s.scaleAt(i+2) {
		return false // "half-time"
	}
	if s.halfMore(m, i) {
		return true
	}
	if article {
		m.first = first
	} else if s.g.is(s.low(i-1), "nohalf") && s.near(i) {
		return false // "the second half"
	} else if s.g.is(s.low(i-1), "the") && !s.g.is(s.low(i+1), "of") {
		return false // "led 13-3 at the half"
	}
	if s.scaleAt(i + 1) {
		s.ofScale(m)
		return true
	}
	if s.g.is(s.low(i+1), "a") && s.near(i+1) {
		if s.scaleAt(i + 2) {
			s.end(m, i+1)
			s.ofScale(m)
			return true
		}
		if s.unitAt(i + 2) { // "half a mile"
			s.end(m, i+1)
			return true
		}
		return false
	}
	m.share = true
	return s.g.is(s.low(i+1), "half") || s.g.is(s.low(i+1), "of") || s.end1(i+1) || s.unitAt(i+1) && !s.durationAt(i+1) ||
		s.g.is(s.low(i+1), "afterhalf")
}

// end1 reports whether nothing that a fraction could qualify stands at j: a
// mark, the end, or a function word.
func (s *scan) end1(j int) bool {
	return j >= len(s.t) || s.kind(j) == text.Mark && s.raw(j) != "-" || !s.near(j) || s.g.function(s.low(j)) && s.g.closed[s.low(j)] != "v" || s.kind(j) == text.Number
}

// scaleAt reports whether a scale or a dozen stands at token j.
func (s *scan) scaleAt(j int) bool {
	if s.raw(j) == "-" && s.tied(j) {
		j++
	}
	n, ok := s.g.numeral[s.low(j)]
	return ok && (n.kind == 'e' || n.kind == 'x') && s.near(j)
}

// ofScale multiplies a fraction by the scale after it: "half a million",
// "three quarters billion".
func (s *scan) ofScale(m *amount) {
	j := m.after
	if s.g.is(s.low(j), "of") && s.g.is(s.low(j+1), "a") {
		j += 2 // "a quarter of a million"
	}
	if s.raw(j) == "-" && s.tied(j) {
		j++
	}
	if !s.near(j) {
		return
	}
	n, ok := s.g.numeral[s.low(j)]
	switch {
	case ok && n.kind == 'e':
		m.low = m.low.Shift(int(n.n))
		m.scaled = true
	case ok && n.kind == 'x':
		m.low = m.low.Mul(extract.NewNumber(n.n)).Trim()
	default:
		return
	}
	m.share = false
	s.end(m, j)
}

// andFraction reads "two and a half", "3 million and three quarters": of a
// scale, that share of it.
func (s *scan) andFraction(m *amount) {
	j := m.after
	if !s.g.is(s.low(j), "and") || !s.near(j) {
		return
	}
	q, last, ok := s.fractionAt(j + 1)
	if !ok {
		return
	}
	if n, scaled := s.g.numeral[s.low(m.last)]; scaled && n.kind == 'e' && n.n >= 6 {
		q = q.Shift(int(n.n))
	}
	m.low, m.plain = m.low.Add(q), false
	s.end(m, last)
	if s.scaleAt(m.after) { // "two and a half million"
		n := s.g.numeral[s.low(m.after)]
		if n.kind == 'e' && !m.scaled {
			m.low, m.scaled = m.low.Shift(int(n.n)), true
			s.end(m, m.after)
		}
	}
}

// fractionAt reads "a half", "one fourth", "three fifths" at token j.
func (s *scan) fractionAt(j int) (q extract.Number, last int, ok bool) {
	num := int64(0)
	if s.g.is(s.low(j), "a") {
		num = 1
	} else if n, known := s.g.numeral[s.low(j)]; known && n.kind == 'v' {
		num = n.n
	}
	d, known := s.g.numeral[s.low(j+1)]
	if num <= 0 || !known || !(d.kind == 's' || d.kind == '/' && num == 1) || num >= d.n || !s.near(j+1) {
		return q, 0, false
	}
	return quotient(num, d.n), j + 1, true
}

// multiple reads "double the", "twice as", "sixfold", "doubled".
func (s *scan) multiple(m *amount, i int, n numeral) bool {
	m.low, m.kind = n.value, extract.Multiple
	s.end(m, i)
	w, next := s.low(i), s.low(i+1)
	switch {
	case len(w) > 4 && w[len(w)-4:] == "fold":
		return true
	case s.g.is(w, "beforeas"):
		return s.g.is(next, "aftertwice") && s.near(i+1)
	case s.g.is(w, "growth"):
		return next != "down" && next != "up"
	}
	return false
}
