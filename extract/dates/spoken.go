package dates

import "github.com/newsvet/newsvet/corpus/text"

// spoken appends the clock times that are said in words from token i on:
// "half past seven", "a quarter to six", "20 minutes past eight", "seven
// thirty", "las siete y media", "las ocho menos cuarto".
func (r *reader) spoken(i int, out []atom) []atom {
	if r.g.minutesAfter {
		return r.hourThenMinutes(i, out)
	}
	m, j := r.spokenMinutes(i)
	if j > i && j < len(r.tokens) && r.near(j) {
		to := r.is(j, "to") || r.is(j, "before")
		if h, n := r.spokenHour(j + 1); n > 0 && (r.is(j, "past") || to && (r.tokens[j-1].Kind == text.Word && m > 0 && r.unitOfMinutes(j-1))) {
			at := h*60 + m
			if to {
				at = (h+24)%24*60 - m
				if at <= 0 {
					at += 12 * 60
				}
			}
			return r.spokenClock(i, j+1+n, at, out)
		}
	}
	return r.hourAndMinutes(i, out)
}

// spokenMinutes reads "half", "a quarter", "20 minutes", "five".
func (r *reader) spokenMinutes(i int) (m, next int) {
	switch {
	case r.is(i, "half"):
		return 30, i + 1
	case r.is(i, "quarter"):
		return 15, i + 1
	case r.is(i, "a") && r.is(i+1, "quarter"):
		return 15, i + 2
	}
	m, n := r.smallNumber(i)
	if n == 0 || m < 1 || m > 59 {
		return 0, i
	}
	next = i + n
	if r.unitOfMinutes(next) {
		next++
	}
	return m, next
}

// unitOfMinutes reports whether token i counts minutes, or is a quarter.
func (r *reader) unitOfMinutes(i int) bool {
	if i >= len(r.tokens) || !r.near(i) {
		return false
	}
	for _, a := range r.entry(i).atoms {
		if (a.class == cUnit || a.class == cUnits) && (unit(a.v) == minute || unit(a.v) == quarter && a.class == cUnit) {
			return true
		}
	}
	return false
}

// spokenHour reads an hour from 1 to 12.
func (r *reader) spokenHour(i int) (h, n int) {
	h, n = r.smallNumber(i)
	if h < 1 || h > 12 || i < len(r.tokens) && !r.near(i) {
		return 0, 0
	}
	return h, n
}

// smallNumber reads a number of one or two digits, or in words.
func (r *reader) smallNumber(i int) (v, n int) {
	if i >= len(r.tokens) {
		return 0, 0
	}
	if s := r.of(i); r.tokens[i].Kind == text.Number {
		if len(s) > 2 || !isDigits(s) {
			return 0, 0
		}
		return atoi(s), 1
	}
	if r.entry(i).number.kind != 'N' {
		return 0, 0
	}
	v, n, ord := r.wordNumber(i)
	if ord || v > 60 {
		return 0, 0
	}
	return v, n
}

// hourAndMinutes reads "seven thirty" after a word that a clock time follows.
func (r *reader) hourAndMinutes(i int, out []atom) []atom {
	if r.tokens[i].Kind != text.Word || r.entry(i).number.kind != 'N' || i == 0 || !(r.is(i-1, "at") || r.is(i-1, "by") || r.is(i-1, "around") || r.is(i-1, "about") || r.is(i-1, "until")) {
		return out
	}
	h, m := int(r.entry(i).number.value), 0
	if h < 1 || h > 12 || i+1 >= len(r.tokens) || !r.near(i+1) || r.tokens[i+1].Kind != text.Word {
		return out
	}
	m, n := r.smallNumber(i + 1)
	if n == 0 || m < 10 || m > 59 || r.counted(i+1+n) {
		return out
	}
	return r.spokenClock(i, i+1+n, h*60+m, out)
}

// hourThenMinutes reads "siete y media", "ocho menos cuarto", "una y veinte"
// after the article of the hour.
func (r *reader) hourThenMinutes(i int, out []atom) []atom {
	h, n := r.spokenHour(i)
	if n == 0 || i == 0 || i+n+1 >= len(r.tokens) || !r.near(i+n) || !r.near(i+n+1) {
		return out
	}
	article := r.is(i-1, "las") || r.is(i-1, "la") && h == 1
	plus, less := r.is(i+n, "y"), r.is(i+n, "menos")
	if !plus && !less {
		return out
	}
	m, k := 0, 1
	switch j := i + n + 1; {
	case r.is(j, "media"):
		m = 30
	case r.is(j, "cuarto"):
		m = 15
	default:
		m, k = r.smallNumber(j)
	}
	end := i + n + 1 + k
	if k == 0 || m < 1 || m > 59 || !article && !(r.is(end, "de") && r.is(end+1, "la")) {
		return out
	}
	if less {
		m = -m
	}
	at := h*60 + m
	if at < 60 {
		at += 12 * 60
	}
	return r.spokenClock(i, end, at, out)
}

// spokenClock appends a clock time of the tokens i to end, with what may say
// of which half of the day it is.
func (r *reader) spokenClock(i, end, at int, out []atom) []atom {
	known := int32(0)
	if r.is(end, "o'clock") || r.is(end, "oclock") {
		end++
	}
	if h, n, ok := r.meridiem(end, at/60); ok {
		at, end, known = h*60+at%60, end+n, clockKnown
	}
	if at >= 13*60 {
		known = clockKnown
	}
	if end-i > 16 {
		return out
	}
	return append(out, atom{class: cClock, n: uint8(end - i), v: int32(at), w: 2, u: known})
}
