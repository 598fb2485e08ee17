package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// money reads the sign or name of a currency before or after m, and a minus
// before it.
func (s *scan) money(m *amount) {
	if m.money {
		s.redundant(m)
		return
	}
	s.minus(m)
	if code, first, ok := s.signBefore(m.first); ok && !m.share {
		m.first, m.span.Start = first, s.t[first].Start
		s.unitOf(m, code)
		m.money, m.plain = true, false
		if sc, ok := s.g.scales[m.tail]; ok {
			s.grow(m, sc.exp)
			m.exp, m.tail = sc.exp, ""
		}
		if m.tail == "" {
			s.redundant(m)
			s.bracketScale(m)
		} else if code, ok := s.g.signs[m.tail]; ok {
			s.unitOf(m, code)
			s.tailEnd(m)
		}
		return
	}
	s.moneyAfter(m)
}

// minus reads "-5", "minus 5", "negative five", "minus-5".
func (s *scan) minus(m *amount) {
	j := m.first - 1
	switch w := s.raw(j); {
	case (w == "-" || w == "−" || w == "–") && s.tied(m.first):
		if s.tied(j) && !s.opens(j-1) && !s.g.is(s.low(j-1), "minus") {
			return
		}
		if s.g.is(s.low(j-1), "minus") {
			j--
		}
	case s.g.is(s.low(j), "minus") && s.near(m.first) && s.kind(j-1) != text.Number:
	default:
		return
	}
	if j > 0 && s.kind(j-1) == text.Number && s.t[j].Start-s.t[j-1].End <= 1 && s.raw(j) != "minus" {
		return // "7 -9"
	}
	m.low, m.high = m.low.Neg(), m.high.Neg()
	m.first, m.span.Start, m.plain = j, s.t[j].Start, false
}

// opens reports whether token j may stand before a minus without a blank: a
// bracket, a quotation mark, a currency sign.
func (s *scan) opens(j int) bool {
	switch s.raw(j) {
	case "(", "[", "“", "\"", "‘", "$", "£", "€", "¥":
		return true
	}
	return false
}

// signBefore reads the sign of a currency that ends before token i: "$",
// "US$", "HK $", "USD ".
func (s *scan) signBefore(i int) (code string, first int, ok bool) {
	j := i - 1
	if j < 0 || s.t[i].Start-s.t[j].End > 1 || !s.near(i) {
		return "", 0, false
	}
	w := s.raw(j)
	if s.t[j].Kind == text.Word {
		code, ok = s.g.signs[w]
		return code, j, ok && !s.tied(i) && len(w) > 1 && (j == 0 || !s.tied(j))
	}
	k := j - 1
	if s.raw(k) == "." && !s.tied(j) {
		k-- // "U.S. $"
	}
	if k >= 0 && k < len(s.t) && s.t[j].Start-s.t[k].End <= 2 && s.t[k].Kind == text.Word && s.t[k].Len() <= 4 {
		prefix := strings.ReplaceAll(s.raw(k), ".", "")
		if len(prefix) == 1 && !s.tied(j) {
			prefix = "?" // "A $5 bill"
		}
		if code, ok = s.g.signs[prefix+w]; ok {
			return code, k, true
		}
	}
	code, ok = s.g.signs[w]
	return code, j, ok
}

// redundant takes in what names a currency once more: "$5.9 billion dollars",
// "$249 USD", "$75 U.S.", and says which: "$1.25 sterling".
func (s *scan) redundant(m *amount) {
	if code, last, ok := s.match(s.g.money, m.after); ok && !strings.Contains(code, "cent") {
		m.unit = code
		s.end(m, last)
		return
	}
	if code, ok := s.g.signs[s.raw(m.after)]; ok && s.near(m.after) && s.kind(m.after) == text.Word && len(s.raw(m.after)) == 3 && s.kind(m.after+1) != text.Number {
		m.unit = code
		s.end(m, m.after)
	}
}

// moneyAfter reads "5.2 million Danish crowns", "10 €", "164p", "75 USD
// million", "15 dollars 50".
func (s *scan) moneyAfter(m *amount) {
	if m.tail != "" {
		s.moneyTail(m)
		return
	}
	j := m.after
	if s.raw(j) == "-" && s.tied(j) && s.tied(j+1) {
		j++
	}
	if s.kind(j) == text.Mark || s.kind(j) == text.Word && strings.ToLower(s.raw(j)) != s.raw(j) || len(s.raw(j)) == 3 {
		if code, ok := s.g.signs[s.raw(j)]; ok && s.near(j) && len(s.raw(j)) > 0 && !(s.kind(j) == text.Mark && s.kind(j+1) == text.Number && s.near(j+1)) {
			s.unitOf(m, code)
			m.money, m.plain = true, false
			s.end(m, j)
			if s.scaleAt(m.after) {
				n := s.g.numeral[s.low(m.after)]
				if n.kind == 'e' {
					m.low, m.high, m.scaled = m.low.Shift(int(n.n)), m.high.Shift(int(n.n)), true
					s.end(m, m.after)
				}
			}
			s.cents(m)
			return
		}
	}
	if m.vague && s.g.is(s.low(j), "of") || m.scaled && s.g.is(s.low(j), "scaleof") {
		j++ // "billions of dollars", "4 millones de dólares"
	}
	if s.raw(j) == "p" && !m.words && !s.tied(j+1) && !s.scaleAt(j) {
		m.unit, m.money, m.plain = "penny", true, false
		s.end(m, j)
		return
	}
	code, last, ok := s.match(s.g.money, j)
	if !ok || code == "GBP" && s.pounds(m, j) || code == "KRW" && s.low(last) == "won" && m.low.Cmp(extract.NewNumber(1000)) < 0 {
		return
	}
	m.unit, m.money, m.plain = code, true, false
	m.hyphen = j > m.after && !m.vague
	s.end(m, last)
	s.cents(m)
}

// moneyTail reads currencies glued to the digits: "164p", "115USD", "5m
// euros".
func (s *scan) moneyTail(m *amount) {
	if code, ok := s.g.signs[m.tail]; ok {
		s.unitOf(m, code)
		m.money, m.plain = true, false
		s.tailEnd(m)
		return
	}
	switch {
	case m.tail == "p" || m.tail == "c" && s.g.is(s.low(m.after), "aftercents"):
		m.unit = map[string]string{"p": "penny", "c": "cent"}[m.tail]
		m.money, m.plain = true, false
		s.tailEnd(m)
		return
	}
	if sc, ok := s.g.scales[m.tail]; ok {
		if code, last, ok := s.match(s.g.money, m.after); ok {
			s.grow(m, sc.exp)
			m.exp, m.tail, m.unit, m.money = sc.exp, "", code, true
			s.end(m, last)
		}
	}
}

func (s *scan) tailEnd(m *amount) { m.tail, m.span.End = "", s.t[m.last].End }

// cents reads the hundredths after a currency in words: "3 dollars 50 cents",
// "15 dollars 50".
func (s *scan) cents(m *amount) {
	if m.low.Exp != 0 || m.unit == "cent" || m.unit == "penny" || m.vague {
		return
	}
	j := m.after
	and := s.g.is(s.low(j), "and")
	if and {
		j++
	}
	if !s.near(j) || j >= len(s.t) {
		return
	}
	var n extract.Number
	k := j
	if s.kind(j) == text.Number {
		v, used, plain, ok := s.g.digits(s.raw(j))
		if !ok || !plain || used != len(s.raw(j)) {
			return
		}
		n = v
	} else if first, known := s.g.numeral[s.low(j)]; known && first.kind == 'v' {
		p := speller{s: s}
		last, ok := p.read(j)
		if !ok {
			return
		}
		n, k = p.value(), last
	} else {
		return
	}
	if n.Exp != 0 || n.Coef >= 100 || n.Coef < 0 {
		return
	}
	if code, last, ok := s.match(s.g.money, k+1); ok && (code == "cent" || code == "penny") {
		m.low = m.low.Add(n.Shift(-2))
		s.end(m, last)
	} else if !ok && !and && n.Coef >= 10 && (s.end1(k+1) || s.low(k+1) == "more") && s.raw(k+1) != "%" && s.kind(j) == text.Number {
		m.low = m.low.Add(n.Shift(-2))
		s.end(m, k)
	}
	m.high = m.low
}

// match reads the longest phrase of p that begins at token j, over the full
// stops of abbreviations and over hyphens.
func (s *scan) match(p phrases, j int) (value string, last int, ok bool) {
	if !s.near(j) && !s.tied(j) {
		return "", 0, false
	}
	var buf [64]byte
	key := buf[:0]
	for k, words := j, 0; k < len(s.t) && words < p.longest; k++ {
		w := s.low(k)
		if k > j {
			if !s.near(k) {
				break
			}
			if w == "." && s.tied(k) {
				continue
			}
			if w == "-" && s.tied(k) && s.tied(k+1) {
				key = append(key, '-')
				continue
			}
			if key[len(key)-1] != '-' {
				key = append(key, ' ')
			}
		}
		if len(key)+len(w) > len(buf) || s.kind(k) == text.Mark {
			break
		}
		key = append(key, w...)
		words++
		if v, found := p.entries[string(key)]; found {
			value, last, ok = v, k, true
		}
	}
	return value, last, ok
}

// pounds reports whether the pounds of m are a weight.
func (s *scan) pounds(m *amount, j int) bool {
	w := s.low(j)
	if w != "pound" && w != "pounds" {
		return false
	}
	if s.pound == 0 {
		s.pound = -1
		if strings.Contains(s.s, "£") || strings.Contains(s.s, "sterling") {
			s.pound = 1
		}
	}
	if s.pound > 0 || m.scaled && m.exp >= 6 {
		return false
	}
	if s.g.is(s.low(j+1), "of") || j > m.after {
		return true
	}
	for k := max(0, m.first-8); k < min(len(s.t), j+8); k++ {
		if s.g.is(s.low(k), "spend") {
			return false
		}
	}
	return true
}
