package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// clockKnown marks a clock time that can only be of one half of the day:
// 3 p.m., 15:00, noon.
const clockKnown = 1

// numberAtoms appends what a number, in digits or in words, may be.
func (r *reader) numberAtoms(i int, out []atom) []atom {
	if r.tokens[i].Kind == text.Number {
		out = r.numericDates(i, out)
		out = r.clocks(i, out)
		return r.digitAtoms(i, out)
	}
	out = r.wordYears(i, out)
	if v, n, ord := r.wordNumber(i); n > 0 {
		if ord {
			out = append(out, atom{class: cOrd, n: uint8(n), v: int32(v)})
		} else {
			tenths, more := r.andHalf(i+n, v*10)
			out = append(out, atom{class: cNum, n: uint8(n + more), v: int32(tenths)})
			if v <= 24 && (r.is(i+n, "o'clock") || r.is(i+n, "oclock")) {
				out = append(out, atom{class: cClock, n: uint8(n + 1), v: int32(v * 60), w: 1})
			}
			if h, m, ok := r.meridiem(i+n, v); ok && v <= 12 {
				out = append(out, atom{class: cClock, n: uint8(n + m), v: int32(h * 60), w: 1, u: clockKnown})
			}
		}
		if 1 <= v && v <= 31 {
			out = append(out, atom{class: cDay, n: uint8(n), v: int32(v)})
		}
	}
	return out
}

// digitAtoms reads 3, 3rd, 1990, 1990s, 2.5, 1,000.
func (r *reader) digitAtoms(i int, out []atom) []atom {
	s := r.of(i)
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	n, rest := atoi(s[:digits]), s[digits:]
	switch {
	case rest == "" && digits <= 9:
		if digits <= 2 && 1 <= n && n <= 31 {
			out = append(out, atom{class: cDay, n: 1, v: int32(n)})
		}
		if digits == 2 && r.yearOfDay(i) {
			out = append(out, atom{class: cYY, n: 1, v: int32(twoDigit(n))})
		}
		if digits <= 2 && n <= 24 {
			out = append(out, atom{class: cHour, n: 1, v: int32(n * 60), w: 1})
		}
		if digits == 4 && n < 3000 {
			out = append(out, atom{class: cYear, n: 1, v: int32(n)})
			out = r.yearSpan(i, n, out)
			if k := r.apostrophe(i + 1); k > 0 && n%10 == 0 && n >= 1000 && i > 0 && (r.is(i-1, "the") || r.is(i-1, "early") || r.is(i-1, "late") || r.is(i-1, "mid")) {
				out = append(out, atom{class: cDecade, n: uint8(1 + k), v: int32(n / 10)}) // the 1990's
			}
		}
		tenths, more := r.andHalf(i+1, n*10)
		if n < 1e8 {
			out = append(out, atom{class: cNum, n: uint8(1 + more), v: int32(tenths)})
		}
	case rest == "s" && (digits == 4 && 1000 <= n && n < 3000 || digits == 2) && n%10 == 0:
		if digits == 2 {
			n = twoDigit(n)
		}
		out = append(out, atom{class: cDecade, n: 1, v: int32(n / 10)})
	case strings.EqualFold(rest, "st") || strings.EqualFold(rest, "nd") || strings.EqualFold(rest, "rd") || strings.EqualFold(rest, "th") || rest == "º" || rest == "ª" || r.g.minutesAfter && (rest == "er" || rest == "ro" || rest == "ra"):
		if 1 <= n && n <= 31 {
			out = append(out, atom{class: cDay, n: 1, v: int32(n)})
		}
		if digits <= 3 {
			out = append(out, atom{class: cOrd, n: 1, v: int32(n)}, atom{class: cOrdN, n: 1, v: int32(n)})
		}
	case len(rest) == 2 && rest[0] == '.' && isDigits(rest[1:]) && digits < 7:
		out = append(out, atom{class: cNum, n: 1, v: int32(n*10 + int(rest[1]-'0'))})
	case rest != "" && rest[0] == ',' && len(s) <= 10 && len(s)%4 == digits && isDigits(strings.ReplaceAll(s, ",", "")):
		out = append(out, atom{class: cNum, n: 1, v: int32(min(atoi(strings.ReplaceAll(s, ",", "")), 1e8) * 10)})
	}
	return out
}

// yearOfDay reports whether two digits at token i end a day and month, as
// offices write it: "on 10 Nov 11.", not "on 10 November 11 people".
func (r *reader) yearOfDay(i int) bool {
	if i < 2 || r.tokens[i-2].Kind != text.Number || !r.near(i) || !r.near(i-1) || i+1 < len(r.tokens) && r.near(i+1) && r.tokens[i+1].Kind != text.Mark || r.is(i+1, "%") || r.glued(i+1) && !r.is(i+1, ".") && !r.is(i+1, ",") && !r.is(i+1, ")") {
		return false
	}
	for _, a := range r.entry(i - 1).atoms {
		if a.class == cMonth {
			return true
		}
	}
	return false
}

// longestSpan is how many years apart the ends of "1846–1848" may be.
const longestSpan = 150

// apostrophe is how many tokens a glued 's at token i has, 0 if there is none.
func (r *reader) apostrophe(i int) int {
	switch {
	case !r.glued(i):
		return 0
	case r.is(i, "'s"):
		return 1
	case r.is(i, "'") && r.glued(i+1) && r.is(i+1, "s"):
		return 2
	}
	return 0
}

// yearSpan reads 1939-45, 1846–1848, 2009/10.
func (r *reader) yearSpan(i, from int, out []atom) []atom {
	if i+2 >= len(r.tokens) || !r.glued(i+1) || !r.glued(i+2) || r.tokens[i+2].Kind != text.Number {
		return out
	}
	dash := r.is(i+1, "-")
	if !dash && !r.is(i+1, "/") || r.glued(i+3) && r.is(i+3, "-") {
		return out
	}
	s := r.of(i + 2)
	if !isDigits(s) || len(s) != 2 && len(s) != 4 {
		return out
	}
	if len(s) == 4 {
		if to := atoi(s); dash && from < to && to-from <= longestSpan && to < 3000 {
			out = append(out, atom{class: cSpan, n: 3, v: int32(from), w: int32(to)})
		}
		return out
	}
	to := from/100*100 + atoi(s)
	if to < from && from%100 == 99 {
		to += 100
	}
	if to <= from || !dash && to != from+1 || to <= from/100*100+12 && dash && to != from+1 && from%100 > 0 && to-from > 50 {
		return out
	}
	return append(out, atom{class: cSpan, n: 3, v: int32(from), w: int32(to)})
}

// andHalf reads what may follow a number: 2 1/2, "and a half".
func (r *reader) andHalf(i, tenths int) (int, int) {
	if r.is(i, "1") && r.is(i+1, "/") && r.is(i+2, "2") && r.near(i) {
		return tenths + 5, 3
	}
	if r.is(i, "and") && r.is(i+1, "a") && r.is(i+2, "half") {
		return tenths + 5, 3
	}
	if r.is(i, "and") && r.is(i+1, "half") {
		return tenths + 5, 2
	}
	if r.is(i, "½") {
		return tenths + 5, 1
	}
	return tenths, 0
}

// wordNumber reads a cardinal or an ordinal in words; n is how many tokens.
func (r *reader) wordNumber(i int) (value, n int, ordinal bool) {
	total, group := 0, 0
	last := 0 // tens may be followed by ones, ones by nothing but a scale
	for j := i; j < len(r.tokens) && n < 12; {
		w := r.entry(j).number
		k := j
		if w.kind == 0 && n > 0 && (r.is(j, "-") && r.glued(j) || last >= 100 && r.is(j, "and") || last >= 20 && last < 100 && r.is(j, "y")) && j+1 < len(r.tokens) && r.info[j+1] != 0 {
			w, k = r.entry(j+1).number, j+1
		}
		v := int(w.value)
		if w.kind == 0 || k > i && !r.near(k) || total > 1e6 {
			break
		}
		switch {
		case w.kind == 'S' && n == 0 && v == 1000 && r.g.minutesAfter:
			total = 1000 // mil novecientos
		case w.kind == 'S' && n == 0, w.kind == 'S' && v > 1e6:
			return 0, 0, false
		case w.kind == 'S':
			if v == 100 {
				group *= 100
			} else {
				total, group = total+group*v, 0
			}
		case last == 0 || last >= 20 && last < 100 && v < 10 || last >= 100 && v < 100:
			group += v
		default:
			return total + group, n, false
		}
		if last = v; v == 1000 && r.g.minutesAfter {
			last = 0 // mil novecientos
		}
		n, j = k+1-i, k+1
		if w.kind == 'O' {
			return total + group, n, true
		}
	}
	return total + group, n, false
}

// wordYears reads "nineteen ninety-one", "two thousand five", "nineteen oh two".
func (r *reader) wordYears(i int, out []atom) []atom {
	head := r.entry(i).number
	if head.kind != 'N' && !(head.kind == 'S' && r.g.minutesAfter) {
		return out
	}
	if v, n, ord := r.wordNumber(i); n > 1 && !ord && (2000 <= v || 1000 < v && r.g.minutesAfter) && v < 2100 {
		return append(out, atom{class: cYear, n: uint8(n), v: int32(v)})
	}
	j := i + 1
	if r.is(j, "-") && r.glued(j) {
		j++
	}
	if head.value < 13 || head.value > 20 || !r.near(j) || j >= len(r.tokens) {
		return out
	}
	if s := r.entry(j).number; s.kind == 'S' && s.value == 100 {
		v, n, ord := r.wordNumber(j + 1)
		if ord || v >= 100 || j+1 < len(r.tokens) && !r.near(j+1) {
			v, n = 0, 0
		}
		return append(out, atom{class: cYear, n: uint8(j + 1 + n - i), v: head.value*100 + int32(v)})
	}
	if v, n, ord := r.wordNumber(j); n > 0 && !ord && 10 <= v && v < 100 {
		out = append(out, atom{class: cYear, n: uint8(j + n - i), v: head.value*100 + int32(v)})
	} else if e := r.entry(j).atoms; len(e) > 0 && e[0].class == cDecade {
		out = append(out, atom{class: cDecade, n: uint8(j + 1 - i), v: head.value*10 + e[0].v%10})
	}
	return out
}
