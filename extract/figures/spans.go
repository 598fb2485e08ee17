package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// rangeFrom reads the second number of a range and makes one amount of both:
// "$10 to $15 billion", "between 62 and 68", "15-20%", "three or four years".
// A change of level, "rose from 6.29% to 6.7%", is no range.
func (s *scan) rangeFrom(m *amount) (amount, bool) {
	j, word := s.connector(m)
	if j < 0 || m.vague || m.kind == extract.Multiple || m.kind == extract.Age {
		return amount{}, false
	}
	n, ok := s.second(j)
	if !ok || n.vague || n.share != m.share || n.kind == extract.Multiple {
		return amount{}, false
	}
	first := *m
	if !s.share(&first, &n) {
		return amount{}, false
	}
	c := first.low.Cmp(n.low)
	switch {
	case word == "-" && m.unit == "" && n.unit == "" && s.score(m, &n, c):
		n.first, n.span.Start = m.first, m.span.Start
		n.low, n.high, n.kind = m.low, n.low, extract.Score
		return n, true
	case c >= 0:
		return amount{}, false
	case word == "to" && s.levels(m):
		return amount{}, false
	case word == "or" && !s.neighbours(&first, &n):
		return amount{}, false
	}
	n.low = first.low
	n.modifier = extract.Between
	n.first, n.span.Start = m.first, m.span.Start
	if k := m.first - 1; s.g.is(s.low(k), "between") && s.near(m.first) {
		n.first, n.span.Start = k, s.t[k].Start
	}
	return n, true
}

// connector returns the token after what joins m to a second number, and what
// joins it.
func (s *scan) connector(m *amount) (next int, word string) {
	j := m.after
	w := s.low(j)
	switch {
	case !s.near(j) && !s.tied(j):
		return -1, ""
	case s.g.is(w, "to"):
		if s.raw(j+1) == "-" {
			j++ // "200,000 to-260,000"
		}
		return j + 1, "to"
	case w == "-" || w == "–" || w == "—" || w == "~" || w == "−":
		if s.tied(j) && !s.tied(j+1) && s.near(j+1) && s.g.is(s.low(j+1), "to") {
			return j + 2, "to" // "a 40- to 60-hour course"
		}
		if s.tied(j) != s.tied(j+1) && s.kind(j+1) == text.Number || s.kind(j+1) == text.Mark && !s.signed(j+1) {
			return -1, ""
		}
		if w == "—" && !s.tied(j) {
			return -1, ""
		}
		if s.g.is(s.low(j+1), "to") && s.tied(j+1) {
			return j + 2, "or" // "a five-to-ten-minute walk"
		}
		return j + 1, "-"
	case s.g.is(w, "up") && s.g.is(s.low(j+1), "to"):
		return j + 2, "to"
	case s.g.is(w, "and") && (s.g.is(s.low(m.first-1), "between") || s.hedged(m.first-1) && s.g.is(s.low(m.first-2), "between")):
		return j + 1, "and"
	case s.g.is(w, "or"):
		return j + 1, "or"
	case w == "/" && s.tied(j) && m.money && s.signed(j+1):
		return j + 1, "/"
	}
	return -1, ""
}

func (s *scan) hedged(j int) bool { _, first := s.phraseEnding(s.g.left, j); return first >= 0 }

// signed reports whether the sign of a currency stands at token j.
func (s *scan) signed(j int) bool { _, ok := s.g.signs[s.raw(j)]; return ok }

// second reads the number at token j, after the sign of its currency.
func (s *scan) second(j int) (n amount, ok bool) {
	k := j
	for k < j+4 && k < len(s.t) && s.near2(k, j) && s.kind(k) != text.Number {
		if _, known := s.g.numeral[s.low(k)]; known {
			break
		}
		if !s.signed(k) && s.raw(k) != "." && !s.signed(k+1) && !s.hedged(k) && !s.g.is(s.low(k), "minus") && s.raw(k) != "-" {
			break
		}
		k++
	}
	if k >= len(s.t) {
		return n, false
	}
	if s.g.is(s.low(k), "a") && s.scaleAt(k+1) {
		k++
	}
	if s.kind(k) == text.Word && !s.mayCount(s.t[k].Span) {
		return n, false
	}
	n, ok = s.core(k)
	if !ok {
		return n, false
	}
	s.money(&n)
	if !n.money {
		s.percentOrUnit(&n)
	}
	return n, n.tail == ""
}

func (s *scan) near2(k, j int) bool { return k == j || s.near(k) }

// share gives both ends of a range one unit and one scale; it reports whether
// that can be.
func (s *scan) share(m, n *amount) bool {
	if m.tail != "" {
		return false
	}
	switch {
	case m.unit == n.unit:
	case m.unit == "" && !m.scaled || m.unit == "" && n.unit != "":
		m.unit, m.kind, m.money = n.unit, n.kind, n.money
	case n.unit == "":
		n.unit, n.kind, n.money, n.hyphen = m.unit, m.kind, m.money, m.hyphen
	case n.kind == extract.Age && m.kind == extract.Lasting:
	default:
		return false
	}
	if n.exp > 0 && !m.scaled && m.low.Cmp(n.low.Shift(-n.exp)) < 0 {
		m.low, m.high, m.exp, m.scaled = m.low.Shift(n.exp), m.high.Shift(n.exp), n.exp, true
	}
	return true
}

// score reports whether two numbers joined by a dash are the score of a game
// or a vote.
func (s *scan) score(m, n *amount, c int) bool {
	if m.low.Exp != 0 || n.low.Exp != 0 || !m.plain && !m.words || !n.plain && !n.words || m.words != n.words {
		return false
	}
	hundred := extract.NewNumber(1000)
	if m.low.Cmp(hundred) >= 0 || n.low.Cmp(hundred) >= 0 || !s.tied(m.after) || !s.tied(m.after+1) {
		return false
	}
	if c >= 0 || s.raw(m.first-1) == "(" && s.raw(n.after) == ")" && s.capital(m.first-2) {
		return true // "the Hawks (15-17)" is what they won and lost
	}
	for k := max(0, m.first-5); k < min(n.after+3, len(s.t)); k++ {
		if s.g.is(s.low(k), "contest") {
			return true
		}
	}
	return false
}

// levels reports whether a verb of change stands before m: "rose from 6 % to
// 7 %", "fell 2 % to 9,000".
func (s *scan) levels(m *amount) bool {
	for k := m.first - 1; k >= max(0, m.first-12) && s.near(k+1); k-- {
		w := s.low(k)
		if w == "." || w == ";" {
			return false
		}
		if s.g.is(w, "change") {
			return true
		}
	}
	return false
}

// neighbours reports whether "or" joins a range: "three or four years", and
// no alternatives: "two or 200".
func (s *scan) neighbours(m, n *amount) bool {
	return m.low.Mul(extract.NewNumber(2)).Cmp(n.low) >= 0 && (m.words == n.words || m.low.Add(extract.NewNumber(1)).Equal(n.low))
}

// oneIn reads "one in five", "three out of five" as a share.
func (s *scan) oneIn(m *amount) (next int, ok bool) {
	j := m.after
	if m.unit != "" || m.low.Exp != 0 || m.low.Coef <= 0 || m.vague || m.share || m.modifier == extract.Between || m.low.Coef > 1e9 || m.tail != "" {
		return 0, false
	}
	out := s.g.is(s.low(j), "out") && s.g.is(s.low(j+1), "of")
	k := j + 1
	if out {
		k++
	} else if !s.g.is(s.low(j), "in") {
		return 0, false
	}
	if !s.near(j) || k >= len(s.t) || s.g.is(s.low(k), "every") {
		k++
	}
	if k >= len(s.t) || s.kind(k) == text.Mark || s.kind(k) == text.Word && !s.mayCount(s.t[k].Span) {
		return 0, false
	}
	n, read := s.core(k)
	if !read || n.tail != "" || n.low.Exp < 0 || n.vague || n.low.Cmp(m.low) <= 0 || n.low.Cmp(extract.NewNumber(2)) < 0 {
		return 0, false
	}
	if s.unitAt(n.after) || s.raw(n.after) == "%" || s.g.is(s.low(n.after), "of") && !out {
		return 0, false
	}
	if !out && (m.low.Coef > 9 || n.plain && n.low.Cmp(extract.NewNumber(1500)) > 0 && n.low.Cmp(extract.NewNumber(2100)) < 0 || !round(n.low)) {
		return 0, false
	}
	q, _ := m.low.Quo(n.low)
	m.low, m.share, m.plain = q, true, false
	m.high = q
	s.end(m, n.last)
	return m.after, true
}

// round reports whether n is a number that shares are told in: up to twelve,
// or with at most two digits that are not zero.
func round(n extract.Number) bool {
	t := n.Trim()
	return n.Cmp(extract.NewNumber(31)) < 0 || t.Coef < 100
}
