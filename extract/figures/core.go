package figures

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// core reads the number that begins at token i, with its scale: "1,234.5",
// ".500", "2 1/2", "four hundred", "4 hundred million", "dozens". If it fails,
// after may still say how far what it tried to read goes.
func (s *scan) core(i int) (m amount, ok bool) {
	m = amount{first: i, last: i, nounTok: -1, after: i + 1}
	switch s.t[i].Kind {
	case text.Number:
		ok = s.number(&m, s.raw(i), s.t[i].Start)
	case text.Word:
		if n, known := s.g.numeral[s.low(i)]; known {
			ok = s.spelled(&m, i, n)
		} else {
			ok = s.coded(&m)
		}
	default:
		ok = s.marked(&m)
	}
	if !ok {
		return m, false
	}
	if !m.vague {
		m.high = m.low
	}
	m.span = text.Span{Start: s.t[m.first].Start, End: m.span.End}
	return m, true
}

// number reads the digits w, which begin at byte at of the text, what is
// glued to them, and the fraction or scale words that follow.
func (s *scan) number(m *amount, w string, at int) bool {
	n, used, plain, ok := s.g.digits(w)
	if !ok {
		m.after = s.skipGlued(m.last)
		return false
	}
	m.low, m.plain, m.tail = n, plain, w[used:]
	m.span.End = at + used
	if m.tail == "" {
		s.spaced(m)
		s.fractioned(m)
	}
	return s.scaleTail(m) && s.scaleWords(m)
}

// spaced joins groups of three that a blank divides: "1 234 567.89",
// "12 500,75" with a thin space.
func (s *scan) spaced(m *amount) {
	head := m.span.End - s.t[m.last].Start
	for m.plain && head <= 3 && m.low.Coef > 0 {
		j := m.last + 1
		if s.kind(j) != text.Number || m.low.Exp != 0 {
			return
		}
		gap := s.s[s.t[j-1].End:s.t[j].Start]
		if utf8.RuneCountInString(gap) != 1 || gap == "\n" {
			return
		}
		w := s.raw(j)
		n, used, _, ok := s.g.digits(w)
		if !ok || len(w) < 3 || used > 3 && isDigit(w[3]) || used < 3 || !isDigit(w[1]) || !isDigit(w[2]) || n.Exp < -6 {
			return
		}
		if n.Exp == 0 && used != 3 { // "500,750" after a blank is a number of its own
			return
		}
		if m.low.Coef > 1e12 {
			return
		}
		m.low = m.low.Shift(3).Add(n)
		m.last, m.tail = j, w[used:]
		m.span.End = s.t[j].Start + used
		m.after = j + 1
		head = 3
		if m.tail != "" || n.Exp != 0 {
			m.plain = false
			return
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// fractioned reads what makes "2 1/2", "3½", "1/4" of an integer.
func (s *scan) fractioned(m *amount) {
	j := m.last + 1
	if s.kind(j) == text.Mark && (s.tied(j) || s.near(j)) {
		r, size := utf8.DecodeRuneInString(s.raw(j))
		if n, d := vulgar(r); d > 0 {
			m.low, m.plain = m.low.Add(quotient(n, d)), false
			m.last, m.span.End, m.after = j, s.t[j].Start+size, j+1
			return
		}
	}
	if m.low.Exp != 0 || !m.plain {
		return
	}
	if d, ok := s.over(j); ok && m.low.Coef > 0 && d > m.low.Coef && !s.slash(j+2) && (d <= 10 || s.g.is(s.low(j+2), "of") || s.unitAt(j+2)) {
		m.low, m.plain, m.share = quotient(m.low.Coef, d), false, true
		m.last, m.span.End, m.after = j+1, s.t[j+1].End, j+2
		return
	}
	k := j
	if s.raw(k) == "-" && s.tied(k) && s.tied(k+1) {
		k++
	}
	if s.kind(k) != text.Number || !s.near(k) {
		return
	}
	n, used, plain, ok := s.g.digits(s.raw(k))
	d, fits := s.over(k + 1)
	if ok && plain && used == len(s.raw(k)) && fits && n.Coef > 0 && n.Coef < d && d <= 64 && !s.slash(k+3) {
		m.low, m.plain = m.low.Add(quotient(n.Coef, d)), false
		m.last, m.span.End, m.after = k+2, s.t[k+2].End, k+3
	}
}

// over reads "/d" at token j; the slash is tied on both sides.
func (s *scan) over(j int) (d int64, ok bool) {
	if !s.slash(j) || s.kind(j+1) != text.Number || !s.tied(j+1) {
		return 0, false
	}
	w := s.raw(j + 1)
	n, used, plain, ok := s.g.digits(w)
	return n.Coef, ok && plain && used == len(w) && n.Coef > 1 && n.Coef <= 1000
}

func (s *scan) slash(j int) bool {
	w := s.raw(j)
	return (w == "/" || w == "⁄") && s.tied(j)
}

func quotient(n, d int64) extract.Number {
	q, _ := extract.NewNumber(n).Quo(extract.NewNumber(d))
	return q
}

// scaleTail reads a scale that is glued to the digits: "10k", "2.7bn", and
// powers: "1.3x10^6", "1e10". It leaves units in m.tail and fails on ordinals
// and what else makes a name of a number.
func (s *scan) scaleTail(m *amount) bool {
	if m.tail == "" {
		return true
	}
	if m.tail == "K" && m.low.Coef < 10 {
		return true // "4K"
	}
	if sc, ok := s.g.scales[m.tail]; ok && !sc.money {
		s.grow(m, sc.exp)
		m.tail = ""
		return true
	}
	if e, ok := strings.CutPrefix(m.tail, "e"); ok && len(e) > 0 && isDigit(e[0]) {
		n, ok := extract.ParseNumber("1" + m.tail)
		if !ok || len(e) < 2 && m.plain && m.low.Coef < 10 {
			return false // "the 7E7"
		}
		m.low, m.plain, m.tail = m.low.Shift(n.Exp), false, ""
		m.span.End = s.t[m.last].End
		return true
	}
	if m.tail == "x10" && s.raw(m.last+1) == "^" && s.kind(m.last+2) == text.Number {
		n, used, _, ok := s.g.digits(s.raw(m.last + 2))
		if !ok || n.Exp != 0 || n.Coef > 40 || used != len(s.raw(m.last+2)) {
			return false
		}
		m.low, m.plain, m.tail = m.low.Shift(int(n.Coef)), false, ""
		m.last, m.after = m.last+2, m.last+3
		m.span.End = s.t[m.last].End
		return true
	}
	return true
}

// grow multiplies m by 10^exp and takes in all of its last token.
func (s *scan) grow(m *amount, exp int) {
	m.low, m.high = m.low.Shift(exp), m.high.Shift(exp)
	m.plain, m.scaled, m.exp = false, true, m.exp+exp
	m.span.End = s.t[m.last].End
}

// scaleWords reads the number words after digits: "2 million", "4 thousand 3
// hundred and 21", "3 million and a half".
func (s *scan) scaleWords(m *amount) bool {
	if m.tail != "" {
		return true
	}
	j := m.last + 1
	if s.raw(j) == "-" && s.tied(j) && s.tied(j+1) {
		j++ // "a 2-million boost"
	}
	n, ok := s.g.numeral[s.low(j)]
	if !ok || !s.near(j) && j == m.last+1 || n.kind != 'e' && n.kind != 'x' {
		if ok && n.kind == '~' && n.n == -12 && s.near(j) { // "3 dozens"
			m.low = m.low.Mul(extract.NewNumber(12))
			m.last, m.span.End, m.after, m.plain = j, s.t[j].End, j+1, false
		}
		return true
	}
	sp := speller{s: s, cur: m.low, hasCur: true, digits: true}
	if last, ok := sp.read(j); ok {
		m.low = sp.value()
		m.last, m.span.End, m.after = last, s.t[last].End, last+1
		m.plain, m.scaled, m.exp = false, true, sp.exp()
		s.andFraction(m)
	}
	return true
}

// marked reads numbers that begin with a mark: ".500", "½".
func (s *scan) marked(m *amount) bool {
	i := m.first
	if s.raw(i) == "." {
		if s.tied(i) && s.kind(i-1) != text.Mark {
			return false
		}
		w := s.raw(i + 1)
		n, used, plain, ok := s.g.digits(w)
		if !ok || !plain {
			return false
		}
		m.low = extract.Number{Coef: n.Coef, Exp: -used}
		m.last, m.after, m.tail = i+1, i+2, w[used:]
		m.span.End = s.t[i+1].Start + used
		return s.scaleTail(m) && s.scaleWords(m)
	}
	r, size := utf8.DecodeRuneInString(s.raw(i))
	n, d := vulgar(r)
	if d == 0 {
		return false
	}
	m.low, m.share = quotient(n, d), true
	m.span.End = s.t[i].Start + size
	return true
}

// coded reads an amount that is glued to the sign of its currency: "RM23.50",
// "EUR50m", and, after a dollar sign, "US55,931,000".
func (s *scan) coded(m *amount) bool {
	w := s.raw(m.first)
	cut := strings.IndexFunc(w, func(r rune) bool { return r >= '0' && r <= '9' })
	if cut <= 0 {
		return false
	}
	sign := w[:cut]
	if s.raw(m.first-1) == "$" && s.tied(m.first) {
		sign = "$" + sign
	}
	code, ok := s.g.signs[sign]
	if !ok || !s.number(m, w[cut:], s.t[m.first].Start+cut) {
		return false
	}
	s.unitOf(m, code)
	if sc, ok := s.g.scales[m.tail]; ok {
		s.grow(m, sc.exp)
		m.tail = ""
	}
	if m.tail != "" || m.plain && len(w)-cut < 2 {
		return false // "PS5" is a console
	}
	m.money = true
	if sign[0] == '$' {
		m.first--
	}
	return true
}

// unitOf sets the currency of m from a code that may count millions: "EUR 6".
func (s *scan) unitOf(m *amount, code string) {
	unit, exp, ok := strings.Cut(code, " ")
	m.unit = unit
	if ok && len(exp) == 1 {
		m.low, m.high = m.low.Shift(int(exp[0]-'0')), m.high.Shift(int(exp[0]-'0'))
		m.scaled = true
	}
}

// skipGlued returns the first token after i that is not tied to it by digits
// and separators, so that "1.1.1.1" is not read from its middle.
func (s *scan) skipGlued(i int) int {
	j := i + 1
	for s.tied(j) && (s.kind(j) == text.Number || s.raw(j) == "." && s.tied(j+1)) {
		j++
	}
	return j
}
