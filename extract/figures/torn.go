package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
)

// torn reports whether m is one end of a number that a blank after its mark
// has torn in two: "5. 9", "2, 000ft", "8. 40am", "11: 55p". What the whole is
// worth can only be guessed at; half of it is a false figure.
func (s *scan) torn(m *amount) bool {
	if s.kind(m.first) != text.Number || m.words {
		return false
	}
	return s.tornAt(m.first-2, m.first) || m.plain && m.first == m.last && s.tornAt(m.last, m.last+2)
}

// tornAt reports whether the numbers at tokens i and j, which a mark and one
// blank divide, are one. A number that ends a sentence or a date has another
// after it only in full.
func (s *scan) tornAt(i, j int) bool {
	if s.kind(i) != text.Number || s.kind(j) != text.Number || !s.tied(i+1) || s.t[j].Start != s.t[j-1].End+1 || s.s[s.t[j].Start-1] != ' ' {
		return false
	}
	head, tail := s.raw(i), s.raw(j)
	digits := leading(tail)
	if leading(head) != len(head) || len(head) > 3 || s.tied(i) && !(s.raw(i-1) == "-" && s.kind(i-2) == text.Word) {
		return false // but "a magnitude-6. 0 quake"
	}
	switch s.raw(i + 1) {
	case ":":
		return len(head) <= 2 && digits == 2
	case ",":
		return digits == 3 && (tail[0] == '0' || len(tail) > digits) && !s.endsDate(i)
	case ".":
		return len(head) <= 2 && (digits == 1 || digits == 2 && (len(tail) > digits || s.raw(j+1) == "%")) && !s.endsDate(i)
	}
	return false
}

// leading is how many digits w begins with.
func leading(w string) int {
	n := 0
	for n < len(w) && isDigit(w[n]) {
		n++
	}
	return n
}

// endsDate reports whether token i ends a date: "May 2, 300 people".
func (s *scan) endsDate(i int) bool {
	for k := max(0, s.date-2); k < len(s.dates) && s.dates[k].Span.Start <= s.t[i].Start; k++ {
		if s.dates[k].Span.End == s.t[i].End && s.dates[k].Span.Start < s.t[i].Start {
			return true
		}
	}
	return false
}
