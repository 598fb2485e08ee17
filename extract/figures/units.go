package figures

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// percentOrUnit reads "%", "percentage points", "km", "square feet", "years
// old" after m, glued to it, after a blank or a hyphen.
func (s *scan) percentOrUnit(m *amount) {
	if m.tail != "" && !s.tailUnit(m) {
		return
	}
	if m.unit == "" {
		s.unitAfter(m)
	}
	if m.unit == "" {
		return
	}
	m.plain = false
	if ageUnits[m.unit] != "" {
		s.age(m)
	}
	if m.kind == "" {
		m.kind = kindOf(m.unit)
	}
}

// ageUnits are the units of time that people and things are old in.
var ageUnits = map[string]string{"year": "age_year", "month": "age_month", "week": "age_week", "day": "age_day"}

func kindOf(unit string) extract.FigureKind {
	switch unit {
	case "percent", "pp", "bp":
		return extract.Percent
	case "year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "ms", "fortnight":
		return extract.Lasting
	case "age_year", "age_month", "age_week", "age_day":
		return extract.Age
	}
	return extract.Quantity
}

// tailUnit reads a unit that is glued to the digits: "256GB", "35m".
func (s *scan) tailUnit(m *amount) bool {
	if sc, ok := s.g.scales[m.tail]; ok && sc.money && s.millions(m) {
		s.grow(m, sc.exp)
		m.tail = ""
		return true
	}
	switch m.tail {
	case "K", "C", "F":
		if w := s.low(m.first - 1); m.low.Coef > 0 && !s.g.is(w, "degreebefore") && !s.hedged(m.first-1) && w != "(" {
			return false // "a 13F filing", "Boeing 777F"
		}
	case "s":
		if m.low.Exp >= 0 {
			return false // "the 1970s"
		}
	case "pm", "am", "A":
		return false
	case "sq":
		if code, last, ok := s.match(s.g.units, m.after); ok && last == m.after {
			if sq, ok := s.g.symbols["sq"+code]; ok {
				m.unit, m.tail = sq, ""
				s.end(m, last)
				return true
			}
		} else if code, ok := s.g.symbols["sq"+s.raw(m.after)]; ok {
			m.unit, m.tail = code, ""
			s.end(m, m.after)
			return true
		}
	}
	if m.tail == "deg" {
		if code, ok := s.g.symbols["deg"+s.raw(m.after)]; ok {
			m.unit = code
			s.end(m, m.after)
			m.tail = ""
			return true
		}
	}
	code, ok := s.g.symbols[m.tail]
	if !ok {
		code, ok = s.g.units.entries[strings.ToLower(m.tail)]
	}
	if !ok {
		return false
	}
	m.unit, m.tail = code, ""
	s.end(m, m.last)
	if code == "m" || code == "km" || code == "cm" || code == "ft" {
		s.squared(m, code)
	}
	return true
}

// squared reads "km^2".
func (s *scan) squared(m *amount, code string) {
	if s.raw(m.after) == "^" && s.tied(m.after) && (s.raw(m.after+1) == "2" || s.raw(m.after+1) == "3") && s.tied(m.after+1) {
		if u, ok := s.g.symbols[code+s.raw(m.after+1)]; ok {
			m.unit = u
			s.end(m, m.after+1)
		}
	}
	if s.raw(m.after) == "²" && s.tied(m.after) {
		if u, ok := s.g.symbols[code+"²"]; ok {
			m.unit = u
			s.end(m, m.after)
		}
	}
}

// millions reports whether the m or b glued to a number without a currency
// counts millions or billions: what follows is plural, as in "35m users", and
// not what has a length.
func (s *scan) millions(m *amount) bool {
	j := m.after
	if m.tail != "m" && m.tail != "M" && m.tail != "b" && m.tail != "B" {
		return false
	}
	if s.g.is(s.low(j), "of") {
		return m.tail == "m" || m.tail == "b"
	}
	for k := j; k < j+5 && s.kind(k) == text.Word && s.near(k); k++ {
		w := s.low(k)
		if s.g.is(w, "dimension") || s.g.function(w) {
			return false
		}
		if s.plural(w) {
			return true
		}
	}
	return false
}

// unitAfter reads the unit after a blank or a hyphen.
func (s *scan) unitAfter(m *amount) {
	j := m.after
	hyphen := false
	if (s.raw(j) == "-" || s.raw(j) == "‑") && s.tied(j) && (s.tied(j+1) || s.near(j+1) && s.g.is(s.low(j+1), "to")) {
		if !s.tied(j + 1) {
			return
		}
		j, hyphen = j+1, true
	}
	if !s.near(j) && !s.tied(j) {
		return
	}
	if s.kind(j) == text.Mark {
		s.markUnit(m, j)
		return
	}
	if m.vague && s.g.is(s.low(j), "of") {
		j++
	}
	if code, last, ok := s.match(s.g.units, j); ok && s.fits(m, code, j, last) {
		m.unit, m.hyphen = code, hyphen
		s.end(m, last)
		return
	}
	w := s.raw(j)
	if code, ok := s.g.symbols[w]; ok && s.symbolFits(m, w, j) {
		m.unit, m.hyphen = code, hyphen
		s.end(m, j)
		s.squared(m, code)
		return
	}
	if code, last, ok := s.match(s.g.money, j); ok && code == "GBP" {
		m.unit, m.hyphen = "lb", hyphen
		s.end(m, last)
	}
}

// fits reports whether a name of a unit is one here, and no noun: "two second
// chances", "one point", "four degrees from Oxford".
func (s *scan) fits(m *amount, code string, j, last int) bool {
	switch code {
	case "percent":
		return s.low(j) != "percentage" || !m.words || s.end1(last+1)
	case "second", "minute":
		return s.low(last) != "second" && s.low(last) != "minute" || last > j || m.hyphen || s.raw(j-1) == "-" || s.one(m) || m.low.Exp != 0 || s.kind(j+1) == text.Number || s.closedOrEnd(last+1)
	case "cup", "quart":
		return s.g.is(s.low(last+1), "of") || m.low.Exp != 0 || m.share
	case "point":
		return s.low(j) == "points" || m.hyphen || s.one(m)
	}
	return true
}

func (s *scan) closedOrEnd(j int) bool { return s.end1(j) }

func (s *scan) one(m *amount) bool { return m.low.Equal(extract.NewNumber(1)) }

// symbolFits reports whether the word w after a blank is the symbol of a
// unit: single letters are so only after a number in digits, and where no
// noun is meant.
func (s *scan) symbolFits(m *amount, w string, j int) bool {
	if m.words && len(w) < 3 {
		return false
	}
	switch w {
	case "in", "A", "s", "PS", "t", "g", "K", "h", "min", "a":
		return w == "in" && s.inches(j) || w == "min"
	case "F", "C":
		return s.g.is(s.low(j-1), "degree") || m.low.Sign() < 0
	case "L", "l", "W", "V", "m":
		return !s.capital(j+1) || w == "W" || w == "V" || w == "m"
	}
	return true
}

// inches reports whether the "in" at token j is an inch: nothing follows that
// a preposition could govern.
func (s *scan) inches(j int) bool {
	if !s.near(j+1) && !s.tied(j+1) {
		return true
	}
	return s.kind(j+1) == text.Mark && s.raw(j+1) != "“" && s.raw(j+1) != "\"" && s.raw(j+1) != "‘" && s.raw(j+1) != "$" && s.raw(j+1) != "£" && s.raw(j+1) != "'"
}

// markUnit reads "%", "°C", "″".
func (s *scan) markUnit(m *amount, j int) {
	switch w := s.raw(j); w {
	case "%", "٪", "％":
		m.unit = "percent"
		s.end(m, j)
	case "°", "º", "˚":
		m.unit = "degree"
		s.end(m, j)
		if code, ok := s.g.symbols["°"+s.raw(j+1)]; ok && s.near(j+1) {
			m.unit = code
			s.end(m, j+1)
		} else if code, last, ok := s.match(s.g.units, j+1); ok && (code == "C" || code == "F") {
			m.unit = code
			s.end(m, last)
		}
	case "″", "′":
		if s.tied(j) {
			m.unit = map[string]string{"″": "in", "′": "ft"}[w]
			s.end(m, j)
		}
	}
}

// age reads "old", "-old", "of age" after a unit of time.
func (s *scan) age(m *amount) {
	j := m.after
	if s.raw(j) == "-" && s.tied(j) && s.tied(j+1) {
		j++
	}
	switch w := s.low(j); {
	case !s.near(j) && !s.tied(j):
	case s.g.is(w, "old"):
		m.unit, m.kind = ageUnits[m.unit], extract.Age
		s.end(m, j)
	case s.g.is(w, "of") && s.g.is(s.low(j+1), "age") && s.near(j+1):
		m.unit, m.kind = ageUnits[m.unit], extract.Age
		s.end(m, j+1)
	}
}

// unitAt reports whether a unit stands at token j.
func (s *scan) unitAt(j int) bool {
	if s.raw(j) == "-" && s.tied(j) {
		j++
	}
	_, _, ok := s.match(s.g.units, j)
	return ok || s.low(j) == "pound"
}

// durationAt reports whether a unit of time stands at token j.
func (s *scan) durationAt(j int) bool {
	code, _, ok := s.match(s.g.units, j)
	return ok && kindOf(code) == extract.Lasting
}

// rate reads what a figure is per: "a barrel", "per square foot", "/hour",
// "-a-share".
func (s *scan) rate(m *amount) {
	if m.kind == extract.Age || m.kind == extract.Percent || m.share && m.unit == "" {
		return
	}
	s.rateAt(m, m.after, false)
}

// rateAt reads a rate at token j; after a noun only "per" and units of time
// count.
func (s *scan) rateAt(m *amount, j int, noun bool) bool {
	hyphen := s.raw(j) == "-" && s.tied(j) && s.tied(j+1)
	if hyphen {
		j++
	}
	if !s.near(j) && !s.tied(j) {
		return false
	}
	w := s.low(j)
	per := s.g.is(w, "per")
	article := s.g.is(w, "a") || s.g.is(w, "each")
	slash := w == "/" && s.tied(j) && s.tied(j+1) && (m.unit != "" || m.money)
	if !per && !article && !slash || m.kind == extract.Lasting && !per {
		return false
	}
	j++
	if hyphen && s.raw(j) == "-" {
		j++
	}
	if !s.near(j) && !s.tied(j) || m.kind == extract.Lasting && s.g.is(s.low(j), "perword") {
		return false
	}
	code, last, ok := s.match(s.g.units, j)
	if !ok || code == "point" || code == "second" && article && !s.end1(last+1) {
		code, last, ok = s.low(j), j, s.g.is(s.low(j), "perword")
		if sym, known := s.g.symbols[s.raw(j)]; known && (per || slash) {
			code, ok = sym, true
		}
		if !ok && per && s.kind(j) == text.Word && !m.words {
			code, ok = s.singular(s.low(j)), true
		}
	}
	if !ok || article && noun && kindOf(code) != extract.Lasting {
		return false
	}
	if k := last + 1; last == j && strings.HasSuffix(code, "ed") && s.near(k) && s.kind(k) == text.Word && !s.g.function(s.low(k)) {
		code, last = s.singular(s.low(k)), k // "per trained employee"
	}
	m.per = code
	s.end(m, last)
	return true
}

// capital reports whether token j begins with a capital letter.
func (s *scan) capital(j int) bool {
	w := s.raw(j)
	if w == "" || s.kind(j) != text.Word {
		return false
	}
	c := w[0]
	if c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	return strings.ToLower(w) != w && strings.ToUpper(w[:2]) == w[:2]
}
