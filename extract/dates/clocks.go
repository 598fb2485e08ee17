package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// clocks appends the clock times that may stand at token i: 10:30, 3 p.m.,
// 7.30pm, 15:04:05, 1630 GMT. The value is in minutes, w its precision (1
// hours, 2 minutes, 3 and more 3 plus the seconds).
func (r *reader) clocks(i int, out []atom) []atom {
	s := r.of(i)
	if i > 0 && r.glued(i) && (r.is(i-1, ":") || r.is(i-1, "-") && i > 1 && r.glued(i-1) && r.tokens[i-2].Kind == text.Number && len(r.of(i-2)) > 2 && isDigits(r.of(i-2))) {
		return out
	}
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 4 {
		return out
	}
	h, m, n, w := atoi(s[:digits]), 0, 1, int32(1)
	rest := s[digits:]
	switch {
	case digits <= 2 && rest == "" && r.is(i+1, ":") && r.glued(i+1) && r.glued(i+2) && r.minutes(i+2):
		m, n, w, rest = atoi(r.of(i + 2)[:2]), 3, 2, r.of(i + 2)[2:]
		if rest == "" && r.is(i+3, ":") && r.glued(i+3) && r.glued(i+4) && r.minutes(i+4) {
			n, w, rest = 5, int32(3+atoi(r.of(i + 4)[:2])), r.of(i + 4)[2:]
		}
	case digits <= 2 && rest == "" && r.is(i+1, ":") && r.glued(i+1) && r.near(i+2) && r.minutes(i+2) && (len(r.of(i+2)) > 2 || r.halfOfDay(i+3)):
		m, n, w, rest = atoi(r.of(i + 2)[:2]), 3, 2, r.of(i + 2)[2:] // "11: 30 a.m."
	case digits <= 2 && len(rest) >= 3 && rest[0] == '.' && isDigits(rest[1:3]) && rest[1] < '6':
		m, w, rest = atoi(rest[1:3]), 2, rest[3:]
		if rest == "" {
			if _, _, ok := r.meridiem(i+1, h); !ok && (r.counted(i+1) || m%5 != 0 || !(i > 0 && (r.is(i-1, "las") || r.is(i-1, "at")))) {
				return out // 7.30 may be anything
			}
		}
	case digits <= 2 && len(rest) == 3 && rest[0] == 'h' && isDigits(rest[1:]):
		m, w, rest = atoi(rest[1:]), 2, ""
	case digits >= 3 && rest == "" && r.halfOfDay(i+1) && s[digits-2] < '6':
		h, m, w = h/100, h%100, 2 // 1140 a.m.
	case digits == 4 && rest == "" && (r.zoneAt(i+1) || (r.is(i+1, "hrs") || r.is(i+1, "hours")) && (s[0] == '0' || r.zoneAt(i+2) || r.is(i+2, "local"))):
		h, m, w = h/100, h%100, 2
	case digits > 2:
		return out
	}
	return r.finishClock(i, h, m, n, w, rest, out)
}

// halfOfDay reports whether token i is a.m. or p.m.
func (r *reader) halfOfDay(i int) bool {
	_, _, ok := r.meridiem(i, 0)
	return ok
}

func (r *reader) finishClock(i, h, m, n int, w int32, rest string, out []atom) []atom {
	if h > 24 || m > 59 || h == 24 && m > 0 {
		return out
	}
	known := int32(0)
	rest = strings.ToLower(rest)
	switch {
	case rest == "am" || rest == "a.m" || rest == "pm" || rest == "p.m":
		if h > 12 || h == 0 && rest[0] == 'p' {
			return out
		}
		h, known = h%12, clockKnown
		if rest[0] == 'p' {
			h += 12
		}
		if r.is(i+n, ".") && r.glued(i+n) && len(rest) == 3 {
			n++
		}
	case rest != "":
		return out
	default:
		if hh, more, ok := r.meridiem(i+n, h); ok {
			h, n, known = hh, n+more, clockKnown
		} else if r.is(i+n, "o'clock") || r.is(i+n, "oclock") || (r.is(i+n, "hours") || r.is(i+n, "hrs")) && w == 2 {
			n++
		} else if w == 1 {
			return out // a bare number is no clock time
		}
	}
	if h > 12 || h == 0 {
		known = clockKnown
	}
	return append(out, atom{class: cClock, n: uint8(n), v: int32(h*60 + m), w: w, u: known})
}

// minutes reports whether token i begins with two digits below 60.
func (r *reader) minutes(i int) bool {
	if i >= len(r.tokens) || r.tokens[i].Kind != text.Number {
		return false
	}
	s := r.of(i)
	return len(s) >= 2 && isDigits(s[:2]) && s[0] < '6' && (len(s) == 2 || s[2] == 'a' || s[2] == 'p')
}

func (r *reader) zoneAt(i int) bool {
	if i >= len(r.tokens) || r.info[i] == 0 {
		return false
	}
	for _, a := range r.entry(i).atoms {
		if a.class == cZone {
			return r.of(i) == strings.ToUpper(r.of(i))
		}
	}
	return false
}

// meridiem reads "a.m." or "pm" at token i and gives hour h its half of the day.
func (r *reader) meridiem(i, h int) (hour, n int, ok bool) {
	if i >= len(r.tokens) || r.tokens[i].Kind != text.Word || h > 12 || !r.near(i) {
		return 0, 0, false
	}
	s := strings.ToLower(r.of(i))
	if s != "am" && s != "pm" && s != "a.m" && s != "p.m" {
		return 0, 0, false
	}
	n = 1
	if len(s) == 3 && r.is(i+1, ".") && r.glued(i+1) {
		n = 2
	}
	h %= 12
	if s[0] == 'p' {
		h += 12
	}
	return h, n, true
}

// numericDates appends 2024-05-03, 5/3/2024, 3.5.24, 2024/05/03.
func (r *reader) numericDates(i int, out []atom) []atom {
	if i+2 < len(r.tokens) && r.glued(i+1) && r.glued(i+2) && (!r.glued(i) || !r.is(i-1, "/") && (!r.is(i-1, "-") || r.slashed(i-2) && r.is(i+1, "/"))) {
		sep := markKey(r.of(i + 1))
		if (sep == "-" || sep == "/") && r.tokens[i+2].Kind == text.Number {
			a, b := r.of(i), r.of(i+2)
			if r.glued(i+3) && r.is(i+3, sep) && r.glued(i+4) && r.tokens[i+4].Kind == text.Number {
				if !(r.glued(i+5) && r.is(i+5, sep)) {
					out = r.triple(a, b, r.of(i+4), 5, out)
				}
			} else if sep == "/" {
				out = r.pair(a, b, 3, out)
			}
		}
	}
	if s := r.of(i); len(s) == 8 && isDigits(s) {
		out = r.compact(s, out)
	}
	if p := strings.Split(r.of(i), "."); len(p) == 3 {
		out = r.triple(p[0], p[1], p[2], 1, out)
	}
	return out
}

// compact reads 20240503.
func (r *reader) compact(s string, out []atom) []atom {
	y, m, d := atoi(s[:4]), atoi(s[4:6]), atoi(s[6:])
	if !plausible(y) || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return out
	}
	return append(out, atom{class: cNumDate, n: 1, v: int32(y), w: int32(m), u: int32(d)})
}

// slashed reports whether token i is the end of a date in figures: 10/1.
func (r *reader) slashed(i int) bool {
	return i > 1 && r.tokens[i].Kind == text.Number && r.is(i-1, "/") && r.glued(i) && r.glued(i-1)
}

// noteOrder remembers which part of a date in figures is the day, where token
// i begins one of which only one part can be: 23/5/2024.
func (r *reader) noteOrder(i int) {
	if i+4 >= len(r.tokens) || r.tokens[i].End-r.tokens[i].Start > 2 || !r.glued(i+1) || !r.is(i+1, "/") || !r.is(i+3, "/") || !r.glued(i+2) || !r.glued(i+3) || !r.glued(i+4) || r.glued(i) && r.is(i-1, "/") {
		return
	}
	a, b := r.of(i), r.of(i+2)
	if !isDigits(a) || !isDigits(b) || len(b) > 2 || !isDigits(r.of(i+4)) {
		return
	}
	x, y := atoi(a), atoi(b)
	r.dayFirst = r.dayFirst || 12 < x && x <= 31 && 1 <= y && y <= 12
	r.monthFirst = r.monthFirst || 12 < y && y <= 31 && 1 <= x && x <= 12
}

// dayBefore reports whether 3/4/2024 is the third of April: in languages that
// say so, and in an article whose other dates do and none does not.
func (r *reader) dayBefore() bool {
	return r.g.dayFirst || r.dayFirst && !r.monthFirst
}

func (r *reader) triple(a, b, c string, n int, out []atom) []atom {
	tail := ""
	if j := strings.IndexByte(c, 'T'); j == 2 && len(a) == 4 {
		c, tail = c[:2], c[2:]
	}
	if !isDigits(a) || !isDigits(b) || !isDigits(c) || len(b) > 2 {
		return out
	}
	y, m, d := atoi(a), atoi(b), atoi(c)
	switch {
	case len(a) == 4 && len(c) <= 2:
	case len(a) <= 2 && (len(c) == 4 || len(c) == 2):
		y, m, d = d, y, m
		if len(c) == 2 {
			y = twoDigit(y)
		}
		if r.dayBefore() && d <= 12 || m > 12 {
			m, d = d, m
		}
	default:
		return out
	}
	if m < 1 || m > 12 || d < 1 || d > 31 || tail != "" && len(tail) != 3 {
		return out
	}
	return append(out, atom{class: cNumDate, n: uint8(n), v: int32(y), w: int32(m), u: int32(d)})
}

func (r *reader) pair(a, b string, n int, out []atom) []atom {
	if !isDigits(a) || !isDigits(b) || len(a) > 2 || len(b) > 2 {
		return out
	}
	m, d := atoi(a), atoi(b)
	if r.dayBefore() && d <= 12 || m > 12 {
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(2000, m) {
		return out // picture 2/30
	}
	return append(out, atom{class: cNumDate, n: uint8(n), v: -1, w: int32(m), u: int32(d)})
}
