package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A speller adds up number words: "two hundred and thirty-one thousand".
type speller struct {
	s        *scan
	total    extract.Number // of the scales that are done
	cur      extract.Number // since the last scale
	last     int64          // exponent of the last scale; 0 if none
	hasTotal bool
	hasCur   bool
	digits   bool // cur came from digits
	tens     bool // cur ends in twenty … ninety and may take one to nine
	open     bool // cur ends in hundred and may take less than that
	scales   int
}

func (p *speller) value() extract.Number {
	switch {
	case p.hasTotal && p.hasCur:
		return p.total.Add(p.cur)
	case p.hasTotal:
		return p.total
	}
	return p.cur
}

// exp returns the power of ten that multiplies all of the number, or 0.
func (p *speller) exp() int {
	if p.hasTotal && !p.hasCur && p.scales == 1 {
		return int(p.last)
	}
	return 0
}

// read goes on from token j for as long as the words make one number, and
// returns the last token that did.
func (p *speller) read(j int) (last int, ok bool) {
	last = j - 1
	for j < len(p.s.t) {
		k := p.join(j, last)
		if k < 0 {
			break
		}
		n, known := p.s.g.numeral[p.s.low(k)]
		if p.s.kind(k) == text.Number {
			n, known = p.small(k)
		}
		if !known || !p.take(n) {
			break
		}
		last, j = k, k+1
	}
	return last, last >= 0 && (p.hasCur || p.hasTotal)
}

// join returns the token of the next number word: j itself, or the one after
// "and", a hyphen or a comma; -1 if there is none.
func (p *speller) join(j, last int) int {
	s := p.s
	if !p.hasCur && !p.hasTotal {
		return j
	}
	switch w := s.low(j); {
	case w == "-" || w == "‑":
		if _, ok := s.g.numeral[s.low(j+1)]; ok && (s.near(j) && s.near(j+1)) && !p.open {
			return j + 1
		}
		return -1
	case s.g.is(w, "and"):
		if !p.open && !p.hasTotal && !(p.tens && s.g.is(w, "tensand")) {
			return -1
		}
		k := j + 1
		if _, _, ok := s.fractionAt(k); ok {
			return -1 // "two million and one half"
		}
		if n, ok := s.g.numeral[s.low(k)]; s.kind(k) == text.Number || ok && n.kind == 'v' {
			if !p.ownNumber(k) {
				return k
			}
		}
		return -1
	case !s.near(j):
		return -1
	}
	return j
}

// ownNumber reports whether the number word at k begins a number of its own:
// "3 hundred and 2 hundred", "two million and 20 dollars".
func (p *speller) ownNumber(k int) bool {
	n, ok := p.s.g.numeral[p.s.low(k+1)]
	if ok && n.kind == 'e' && p.s.near(k+1) {
		return p.hasTotal && n.n >= p.last || !p.hasTotal && n.n == 2
	}
	return p.s.raw(k+1) == "%"
}

// small reads a digit token below a thousand as a value.
func (p *speller) small(k int) (numeral, bool) {
	w := p.s.raw(k)
	n, used, plain, ok := p.s.g.digits(w)
	return numeral{kind: 'v', n: n.Coef}, ok && plain && used == len(w) && n.Coef < 1000
}

// take adds one number word; it reports false where the word cannot follow.
func (p *speller) take(n numeral) bool {
	switch n.kind {
	case 'v':
		return p.value1(n.n)
	case 'e':
		if n.n == 2 {
			return p.hundred()
		}
		return p.scale(n.n)
	case 'x':
		if !p.hasCur {
			return false
		}
		p.cur = p.cur.Mul(extract.NewNumber(n.n))
		p.tens, p.open = false, false
		return true
	}
	return false
}

func (p *speller) value1(v int64) bool {
	switch {
	case !p.hasCur:
		if p.hasTotal && (p.last <= 2 || v >= 1000) {
			return false
		}
		p.cur, p.hasCur = extract.NewNumber(v), true
	case p.open && v < 100 && v > 0 && (p.cur.Exp >= 2 || p.cur.Coef%100 == 0):
		p.cur, p.open = p.cur.Add(extract.NewNumber(v)), false
	case p.tens && v < 10 && v > 0:
		p.cur, p.tens = p.cur.Add(extract.NewNumber(v)), false
		return true
	default:
		return false
	}
	p.tens = v >= 20 && v < 100 && v%10 == 0
	p.open = p.open || v >= 100 && v%100 == 0 // "doscientos"
	return true
}

func (p *speller) hundred() bool {
	if !p.hasCur || p.cur.Cmp(extract.NewNumber(100)) >= 0 || p.cur.Sign() <= 0 {
		return false
	}
	p.cur = p.cur.Shift(2)
	if !p.digits {
		p.cur = extract.NewNumber(p.cur.Coef * pow(p.cur.Exp))
	}
	p.open, p.tens = true, false
	return true
}

func pow(k int) int64 {
	n := int64(1)
	for range min(max(k, 0), 18) {
		n *= 10
	}
	return n
}

func (p *speller) scale(e int64) bool {
	switch {
	case p.hasCur && (!p.hasTotal || e < p.last):
		p.cur = p.cur.Shift(int(e))
		if p.hasTotal {
			p.cur = p.total.Add(p.cur)
		}
		p.total = p.cur
	case !p.hasCur && p.hasTotal && e >= 3:
		p.total = p.total.Shift(int(e)) // "hundred thousand million"
	default:
		return false
	}
	p.hasTotal, p.hasCur, p.open, p.tens, p.digits = true, false, false, false, false
	p.last = e
	p.scales++
	return p.total.Exp < 40
}

// spelled reads the number that begins with the number word at token i.
func (s *scan) spelled(m *amount, i int, n numeral) bool {
	m.words = true
	switch n.kind {
	case 'v':
		return s.cardinal(m, i)
	case 'e', 'x':
		return s.afterArticle(m, i)
	case '/':
		return s.oneFraction(m, i, n)
	case '~':
		return s.vague(m, i, n)
	case '*':
		return s.multiple(m, i, n)
	}
	return false
}

// cardinal reads "two", "one hundred and six", "two thirds", "three and a
// half", "two hundred point zero three".
func (s *scan) cardinal(m *amount, i int) bool {
	p := speller{s: s}
	last, ok := p.read(i)
	if !ok {
		return false
	}
	m.low = p.value()
	m.scaled, m.exp = p.hasTotal, p.exp()
	s.end(m, last)
	s.dozens(m)
	s.point(m)
	if s.denominator(m) {
		return true
	}
	s.andFraction(m)
	return true
}

// dozens reads "three dozens".
func (s *scan) dozens(m *amount) {
	if n, ok := s.g.numeral[s.low(m.after)]; ok && n.kind == '~' && n.n == -12 && s.near(m.after) {
		m.low = m.low.Mul(extract.NewNumber(12))
		s.end(m, m.after)
	}
}

// end makes token last the last of m.
func (s *scan) end(m *amount, last int) {
	m.last, m.after, m.span.End = last, last+1, s.t[last].End
}

// point reads "point zero three".
func (s *scan) point(m *amount) {
	if !s.g.is(s.low(m.after), "point") {
		return
	}
	frac, k := extract.Number{}, m.after+1
	for ; s.near(k); k++ {
		n, ok := s.g.numeral[s.low(k)]
		if !ok || n.kind != 'v' || frac.Exp < -9 {
			break
		}
		digits := 1
		if n.n >= 10 {
			digits = 2
		}
		frac = extract.Number{Coef: frac.Coef*pow(digits) + n.n, Exp: frac.Exp - digits}
	}
	if k > m.after+1 {
		m.low = m.low.Add(frac)
		s.end(m, k-1)
	}
}

// afterArticle reads a scale that "a", "several" or "a few" stands before:
// "a hundred", "several thousand", "a few dozen".
func (s *scan) afterArticle(m *amount, i int) bool {
	low, high, first := s.fewBefore(i)
	if first < 0 {
		if !s.g.numeral[s.low(i)].alone {
			return false
		}
		low, high, first = 1, 1, i
	}
	p := speller{s: s, cur: extract.NewNumber(low), hasCur: true}
	last, ok := p.read(i)
	if !ok || last < i {
		return false
	}
	m.low, m.first = p.value(), first
	s.end(m, last)
	if high != low {
		q := speller{s: s, cur: extract.NewNumber(high), hasCur: true}
		q.read(i)
		m.high, m.vague = q.value(), true
		return true
	}
	m.scaled = p.hasTotal
	s.andFraction(m)
	return true
}

// fewBefore reads what may stand before a scale or a denominator in the
// place of a number.
func (s *scan) fewBefore(i int) (low, high int64, first int) {
	if !s.near(i) {
		return 0, 0, -1
	}
	j := i - 1
	if s.raw(j) == "-" && s.tied(j) && s.tied(i) {
		j--
	}
	switch w := s.low(j); {
	case s.g.is(w, "a"):
		return 1, 1, j
	case s.g.is(w, "few"):
		if s.g.is(s.low(j-1), "a") && s.near(j) {
			j--
		}
		return 2, 5, j
	case s.g.is(w, "several"):
		return 3, 9, j
	case s.g.is(w, "couple"), s.low(j) == "of" && s.g.is(s.low(j-1), "couple"):
		if s.low(j) == "of" {
			j--
		}
		if s.g.is(s.low(j-1), "a") {
			j--
		}
		return 2, 2, j
	}
	return 0, 0, -1
}

// vague reads "dozens", "tens of thousands", "hundreds of millions".
func (s *scan) vague(m *amount, i int, n numeral) bool {
	s.end(m, i)
	m.vague = true
	of := s.g.is(s.low(i+1), "of") && s.near(i+1)
	switch n.n {
	case -12:
		m.low, m.high = extract.NewNumber(12), extract.NewNumber(120)
	case -20: // "scores" are also goals
		m.low, m.high = extract.NewNumber(20), extract.NewNumber(200)
		return of
	default:
		m.low, m.high = extract.NewNumber(pow(int(n.n))), extract.NewNumber(pow(int(n.n)+1))
	}
	if next, ok := s.g.numeral[s.low(i+2)]; of && ok && next.kind == '~' && next.n > n.n && s.near(i+2) {
		k := pow(int(next.n))
		m.low, m.high = m.low.Mul(extract.NewNumber(k)), m.high.Mul(extract.NewNumber(k))
		s.end(m, i+2)
		return true
	}
	return n.n != 1 // "tens" alone are ten-pound notes
}
