package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// quiet reports whether m is a number that is no figure: part of a date, a
// clock time, a telephone number, an address, a name. If so, next is the
// token to go on with.
func (s *scan) quiet(m *amount) (next int, yes bool) {
	if m.tail != "" {
		return s.skipGlued(m.last), true // an ordinal, "1990s", "5G", "747s"
	}
	if end, ok := s.inDate(m); ok {
		return end, true
	}
	if s.torn(m) {
		return m.after, true
	}
	measured := m.money || m.unit != "" || m.kind == extract.Score
	if next, ok := s.chained(m); ok {
		return next, true
	}
	if measured || m.share || m.vague || m.scaled {
		return 0, false
	}
	switch {
	case s.g.is(s.low(m.after), "notcounted"), s.clock(m), s.dayOrYear(m), s.labelled(m), s.listed(m), s.street(m), s.versioned(m), s.named(m):
		return m.after, true
	}
	return 0, false
}

// inDate reports whether m lies in a date; a length of time, "three months",
// is a figure all the same.
func (s *scan) inDate(m *amount) (next int, yes bool) {
	for s.date < len(s.dates) && s.dates[s.date].Span.End <= m.span.Start {
		s.date++
	}
	for k := s.date; k < len(s.dates) && s.dates[k].Span.Start < m.span.End; k++ {
		d := s.dates[k]
		if d.Span.End <= m.span.Start {
			continue
		}
		if s.yearLike(m) && s.averaged(m) || m.words && d.Grain == "decade" && d.Span.Len() <= m.span.Len() || m.money || m.kind == extract.Percent || m.kind == extract.Quantity || m.kind == extract.Age {
			return 0, false
		}
		if m.kind == extract.Lasting && d.Type != extract.Set && d.Type != extract.TimeDate {
			return 0, false
		}
		s.dated = -1
		next = m.after
		for next < len(s.t) && s.t[next].Start < d.Span.End {
			next++
		}
		s.dated = next
		return next, true
	}
	if m.plain && m.low.Coef <= 31 && m.first == s.dated+1 && s.dated > 0 && (s.raw(m.first-1) == "," || s.g.is(s.low(m.first-1), "and")) && s.endsList(m.after) {
		s.dated = m.after // "Jan. 12, 19 and 26"
		return m.after, true
	}
	return 0, false
}

// endsList reports whether what a list of days may go on with stands at token
// j.
func (s *scan) endsList(j int) bool {
	return s.endsClause(j) || s.g.is(s.low(j), "and") || s.g.is(s.low(j), "at") || s.g.is(s.low(j), "place")
}

// chained reports whether m is a link of a chain of digits and marks that is
// no number: a telephone number, an address on the net, a lap time, a date in
// digits.
func (s *scan) chained(m *amount) (next int, yes bool) {
	if s.inAddress(m) {
		return s.blank(m.last), true
	}
	if m.money || m.kind == extract.Percent || m.words {
		return 0, false
	}
	if w := s.raw(m.after); w == ":" && s.tied(m.after) && s.kind(m.after+1) == text.Number && s.near(m.after+1) && m.plain && m.low.Coef < 60 && s.t[m.after+1].Len() == 2 {
		return m.after + 2, true // "9: 28 p.m.", as scrapers leave it
	}
	if s.raw(m.first-1) == ":" && s.kind(m.first-2) == text.Number && s.tied(m.first-1) && m.span.Len() == 2 && m.plain {
		return m.after, true
	}
	switch w := s.raw(m.after); {
	case (w == ":" || w == "/" || w == "⁄" || w == "×" || w == "^") && s.tied(m.after) && s.kind(m.after+1) == text.Number && s.tied(m.after+1):
		return s.blank(m.last), true
	case w == "." && s.tied(m.after) && s.tied(m.after+1) && s.kind(m.after+1) == text.Word && m.plain:
		return s.blank(m.last), true // "27.pm"
	}
	if j := m.after; s.raw(j) == "-" && s.tied(j) && s.tied(j+1) && s.kind(j+1) == text.Number && !isDigit(s.s[s.t[j+1].End-1]) && m.plain && m.unit == "" {
		if _, _, ok := s.match(s.g.units, j+1); !ok {
			if _, used, _, ok := s.g.digits(s.raw(j + 1)); ok && !s.unitTail(s.raw(j + 1)[used:]) {
				s.names[s.raw(m.first)] = true
				return s.blank(m.last), true // "777-200LR"
			}
		}
	}
	if s.raw(m.first-1) == "." && s.tied(m.first) && s.tied(m.first-1) && s.kind(m.first-2) == text.Word {
		return m.after, true // "ID.3"
	}
	if s.raw(m.first-1) == "/" && s.tied(m.first) && s.tied(m.first-1) && s.kind(m.first-2) == text.Number {
		return m.after, true
	}
	return s.phone(m)
}

// unitTail reports whether letters glued to digits are a unit or a scale.
func (s *scan) unitTail(w string) bool {
	_, scale := s.g.scales[w]
	_, unit := s.g.symbols[w]
	_, sign := s.g.signs[w]
	_, word := s.g.units.entries[strings.ToLower(w)]
	return scale || unit || sign || word
}

// blank returns the first token after i that a blank divides from the one
// before.
func (s *scan) blank(i int) int {
	for i++; s.tied(i); i++ {
	}
	return i
}

// inAddress reports whether the stretch without blanks around m is a URL, an
// e-mail address or an address of a computer.
func (s *scan) inAddress(m *amount) bool {
	from, to := m.span.Start, m.span.End
	for from > 0 && m.span.Start-from < 64 && !isSpace(s.s[from-1]) {
		from--
	}
	for to < len(s.s) && to-m.span.End < 64 && !isSpace(s.s[to]) {
		to++
	}
	if to-from == m.span.Len() {
		return false
	}
	w := s.s[from:to]
	return strings.Contains(w, "://") || strings.Contains(w, "www.") || strings.Contains(w, "::") ||
		strings.Count(w, ":") > 2 || strings.Contains(w, "@") && strings.Contains(w, ".")
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// phone reports whether m begins a telephone number.
func (s *scan) phone(m *amount) (next int, yes bool) {
	if m.unit != "" || m.low.Exp != 0 {
		return 0, false
	}
	groups, total, j := 0, 0, m.first
	for groups < 12 && j < len(s.t) && s.kind(j) == text.Number && s.raw(j) != "" {
		n := len(s.raw(j))
		for k := range n {
			if c := s.raw(j)[k]; !isDigit(c) && c != '.' && (c|0x20 != 'x' || groups == 0) {
				return m.after, s.cued(m) && m.span.Len() >= 5
			}
		}
		groups++
		total += n
		next = j + 1
		j = next
		for j < next+3 && j < len(s.t) && s.t[j].Start-s.t[j-1].End <= 1 && (s.raw(j) == "-" || s.raw(j) == "(" || s.raw(j) == ")" || s.raw(j) == "/" || s.low(j) == "ext" || s.low(j) == "x" || s.raw(j) == ".") {
			j++
		}
		if j < len(s.t) && s.t[j].Start-s.t[j-1].End > 1 {
			break
		}
	}
	switch {
	case groups >= 3 && total >= 7,
		groups >= 1 && total >= 6 && s.raw(m.first)[0] == '0' && m.first < next && !strings.Contains(s.raw(m.first), "."),
		groups >= 1 && total >= 7 && s.raw(m.first-1) == "+" && s.tied(m.first),
		groups >= 2 && total >= 7 && s.raw(m.first-1) == "(" && s.tied(m.first),
		groups == 2 && total >= 7 && s.raw(m.first)[0] == '0',
		groups >= 1 && total >= 7 && s.raw(m.first-1) == "@":
		return next, true
	}
	if total >= 5 && s.cued(m) {
		return max(next, m.after), true
	}
	return 0, false
}

// cued reports whether a word for telephones stands shortly before m.
func (s *scan) cued(m *amount) bool {
	for k := m.first - 1; k >= max(0, m.first-8) && s.near(k+1); k-- {
		if s.g.is(s.low(k), "phone") {
			return true
		}
	}
	return false
}

// clock reports whether m is an hour: "10 p.m.", "0401 GMT", "at 7.30am".
func (s *scan) clock(m *amount) bool {
	j := m.after
	return !m.words && s.near(j) && s.g.is(s.low(j), "clock") || m.words && s.g.is(s.low(j), "oclock")
}

// dayOrYear reports whether m is a day of a month or a year that the dates
// have missed.
func (s *scan) dayOrYear(m *amount) bool {
	if !m.plain || m.low.Exp != 0 {
		return false
	}
	v := m.low.Coef
	if v >= 1 && v <= 31 {
		before := m.first - 1
		if s.raw(before) == "." {
			before--
		}
		if s.g.months.Has(s.low(before)) && s.capital(before) && s.near(m.first) && !s.counts(m.after) {
			return true
		}
		if s.g.months.Has(s.low(m.after)) && s.capital(m.after) && s.near(m.after) {
			return true
		}
	}
	return s.yearLike(m) && !s.counts(m.after) && !s.averaged(m) && !s.measuredRange(m)
}

// yearLike reports whether m may be a year by its digits.
func (s *scan) yearLike(m *amount) bool {
	return m.last == m.first && m.span.Len() == 4 && m.low.Coef >= 1500 && m.low.Coef <= 2100
}

// measuredRange reports whether m begins a range that has a unit: "2000-2500
// calories".
func (s *scan) measuredRange(m *amount) bool {
	j, _ := s.connector(m)
	if j < 0 {
		return false
	}
	n, ok := s.second(j)
	return ok && (n.unit != "" || n.scaled) && m.low.Cmp(n.low) < 0
}

// averaged reports whether words before m say that it is an amount.
func (s *scan) averaged(m *amount) bool {
	_, first := s.phraseEnding(s.g.left, m.first-1)
	if first >= 0 && !s.g.is(s.low(m.first-1), "hedgeyear") {
		return true
	}
	return s.g.is(s.low(m.first-1), "of") && s.g.is(s.low(m.first-2), "amount")
}

// counts reports whether what begins at token j is what people count, and no
// event that a year or a model would name.
func (s *scan) counts(j int) bool {
	for k := j; k < j+3 && s.near(k) && s.kind(k) == text.Word; k++ {
		w := s.low(k)
		if s.g.is(w, "people") || s.g.is(w, "counted") {
			return true
		}
		if s.capital(k) {
			return false
		}
	}
	return false
}

// labelled reports whether a word before m makes it a label: "Section 427",
// "page 3", "No. 5", "#1", "number 10".
func (s *scan) labelled(m *amount) bool {
	j := m.first - 1
	if j < 0 || !s.near(m.first) {
		return false
	}
	w := s.raw(j)
	if w == "#" || w == "№" {
		return true
	}
	if s.g.is(s.low(j), "of") && s.kind(j-1) == text.Number && s.g.is(s.low(j-2), "label") {
		return m.plain && s.near(j-1) // "page 9 of 30"
	}
	if w == "." && s.tied(j) && s.near(m.first) {
		j--
		return s.g.is(s.low(j), "labeldot") && !m.words
	}
	if w == "-" && s.tied(j) && s.tied(m.first) { // "COVID-19", "F-16"
		return s.kind(j-1) != text.Mark && !s.g.is(s.low(j-1), "minus") && (!m.words || s.g.function(s.low(j-1)))
	}
	lw := s.low(j)
	if s.g.is(lw, "index") {
		return m.plain
	}
	if s.g.is(lw, "label") {
		return !m.words || !s.plural(s.low(m.after))
	}
	return s.g.is(lw, "caplabel") && (s.capital(j) || s.endsClause(m.after) || m.words && !s.plural(s.low(m.after)) && s.nounLabel(j)) && !s.initial(j)
}

// nounLabel reports whether the label at token j stands without an article or
// an adjective, as in "won game five".
func (s *scan) nounLabel(j int) bool {
	c := s.g.closed[s.low(j-1)]
	return c != "d" && c != "a" && s.near(j)
}

// initial reports whether token j begins its sentence.
func (s *scan) initial(j int) bool {
	i := s.a.SentenceAt(s.t[j].Start)
	if i < 0 {
		return true
	}
	toks := s.a.SentenceTokens(i)
	for _, t := range toks {
		if t.Kind == text.Mark {
			continue // an opening quotation mark
		}
		return t.Start >= s.t[j].Start
	}
	return true
}

// listed reports whether m numbers an item of a list or a reference: "1.",
// "(2)", "[3]".
func (s *scan) listed(m *amount) bool {
	if !m.plain {
		return false
	}
	next := s.raw(m.after)
	if s.raw(m.first-1) == "[" && next == "]" {
		return true
	}
	if m.low.Coef < 100 && next == ")" && s.tied(m.after) && s.raw(m.first-1) != "(" && s.openBracket(m.first) < 0 {
		return true
	}
	i := s.a.BlockAt(m.span.Start)
	if i < 0 || s.a.Doc.Blocks[i].Start != m.span.Start || s.a.Doc.Blocks[i].Kind == corpus.Cell {
		return false
	}
	return (next == "." || next == ")") && s.tied(m.after) && s.near(m.after+1)
}

// openBracket returns the token of the bracket that is open at token i, or -1.
func (s *scan) openBracket(i int) int {
	for k := i - 1; k >= max(0, i-40); k-- {
		switch s.raw(k) {
		case "(":
			return k
		case ")":
			return -1
		}
	}
	return -1
}

// street reports whether m is the number of a house: "575 Wilbraham Road".
func (s *scan) street(m *amount) bool {
	if !m.plain {
		return false
	}
	if s.g.is(s.low(m.after), "street") && s.capital(m.after) && s.capital(m.after+1) {
		return true // "22 Ave Foch"
	}
	for k := m.after; k < m.after+6 && s.near(k) && (s.capital(k) || s.kind(k) == text.Number || s.raw(k) == "." && s.tied(k)); k++ {
		if k > m.after && s.g.is(s.low(k), "street") {
			return true
		}
	}
	return false
}

// versioned reports whether m is a version or a model: "Windows 8.1".
func (s *scan) versioned(m *amount) bool {
	return m.low.Exp == -1 && !m.words && s.near(m.after) && m.low.Cmp(extract.NewNumber(20)) < 0 && s.capital(m.first-1) && s.near(m.first) && !s.initial(m.first-1) &&
		!s.g.function(s.low(m.first-1)) && s.kind(m.after) == text.Word && !s.titled(m)
}
