package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Range returns the half-open range of instants that a TIMEX3 value stands
// for. It is not ok for durations, sets, references and values with unknown
// parts, for years before 0 or after 9999, and for days that do not exist.
// A season belongs to the year it begins in; a part of the day is as long as
// people use it in news ("morning" is 05:00 to 12:00).
func Range(value string) (from, to time.Time, ok bool) {
	if a, b, found := strings.Cut(value, "/"); found {
		from, _, okA := Range(a)
		to, end, okB := Range(b)
		if okB && strings.Contains(a, "T") == strings.Contains(b, "T") && to.After(from) {
			return from, to, okA
		}
		return from, end, okA && okB && end.After(from)
	}
	day, clock, hasClock := strings.Cut(value, "T")
	if day == "" {
		return from, to, false
	}
	if hasClock {
		c, ok := parseDay(day)
		if !ok {
			return from, to, false
		}
		return clockRange(c, clock)
	}
	first, next, ok := dayRange(day)
	if !ok {
		return from, to, false
	}
	from, to = first.time(), clamp(next.time())
	return from, to, to.After(from)
}

// clamp keeps the end of the year 9999 in the years that JSON can hold.
func clamp(t time.Time) time.Time {
	if t.Year() > 9999 {
		return time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	}
	return t
}

// dayRange is the first day of value and the day after its last.
func dayRange(value string) (first, next civil, ok bool) {
	parts := strings.Split(strings.TrimPrefix(strings.TrimPrefix(value, "FY"), "SY"), "-")
	y, ok := year(parts[0])
	if !ok || len(parts) > 3 {
		return decadeRange(value)
	}
	if len(parts) == 1 {
		return civil{y, 1, 1}, civil{y + 1, 1, 1}, true
	}
	if len(parts[1]) == 2 && isDigits(parts[1]) {
		m, _ := strconv.Atoi(parts[1])
		if m < 1 || m > 12 {
			return named(y, parts)
		}
		first = civil{y, m, 1}
		if len(parts) == 2 {
			return first, first.addMonths(1), true
		}
		first, ok = parseDay(value)
		return first, first.addDays(1), ok
	}
	return named(y, parts)
}

// named is the range of a quarter, half, season, week or weekend of a year.
func named(y int, parts []string) (first, next civil, ok bool) {
	p := parts[1]
	months := func(m, n int) (civil, civil, bool) {
		f := civil{y, m, 1}
		return f, f.addMonths(n), len(parts) == 2
	}
	switch p {
	case "SP":
		return months(3, 3)
	case "SU":
		return months(6, 3)
	case "FA":
		return months(9, 3)
	case "WI":
		return months(12, 3)
	}
	if len(p) < 2 || !isDigits(p[1:]) {
		return first, next, false
	}
	n, _ := strconv.Atoi(p[1:])
	switch {
	case p[0] == 'Q' && 1 <= n && n <= 4:
		return months(n*3-2, 3)
	case p[0] == 'H' && 1 <= n && n <= 2:
		return months(n*6-5, 6)
	case p[0] == 'W' && 1 <= n && n <= 53:
		first = monday(y, n)
		if len(parts) == 3 && parts[2] == "WE" {
			return first.addDays(5), first.addDays(7), true
		}
		return first, first.addDays(7), len(parts) == 2
	}
	return first, next, false
}

// decadeRange reads "199", a decade, and "19", the hundred years from 1900.
func decadeRange(value string) (first, next civil, ok bool) {
	if !isDigits(value) || len(value) < 2 || len(value) > 3 {
		return first, next, false
	}
	n, _ := strconv.Atoi(value)
	span := 10
	if len(value) == 2 {
		span = 100
	}
	return civil{n * span, 1, 1}, civil{(n + 1) * span, 1, 1}, true
}

// partHours are the hours that parts of the day begin and end at.
var partHours = map[string][2]int{
	"MO": {5, 12}, "MI": {12, 13}, "AF": {12, 18}, "EV": {17, 22}, "NI": {18, 30}, "DT": {6, 18},
	"MEL": {11, 14}, "DA": {4, 7}, "DU": {17, 20},
}

func clockRange(c civil, clock string) (from, to time.Time, ok bool) {
	zone := time.UTC
	if z := strings.TrimSuffix(clock, "Z"); z != clock {
		clock = z
	} else if i := strings.LastIndexAny(clock, "+-"); i > 0 {
		off, ok := offset(clock[i:])
		if !ok {
			return from, to, false
		}
		clock, zone = clock[:i], time.FixedZone("", off*60)
	}
	at := func(h, m, s int) time.Time {
		return clamp(time.Date(c.y, time.Month(c.m), c.d, h, m, s, 0, zone).UTC())
	}
	if h, ok := partHours[clock]; ok {
		return at(h[0], 0, 0), at(h[1], 0, 0), true
	}
	n := [3]int{}
	parts := strings.Split(clock, ":")
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(p) != 2 || i > 2 || v > 59 {
			return from, to, false
		}
		n[i] = v
	}
	if n[0] > 24 || n[0] == 24 && n[1]+n[2] > 0 {
		return from, to, false
	}
	from = at(n[0], n[1], n[2])
	step := [3]time.Duration{time.Hour, time.Minute, time.Second}[len(parts)-1]
	to = clamp(from.Add(step))
	if n[0] == 24 {
		from, to = from.Add(-step), clamp(from) // the end of its day
	}
	return from, to, to.After(from) && from.Year() >= 0
}

// offset reads "+01:00" as minutes.
func offset(s string) (int, bool) {
	if len(s) != 6 || s[3] != ':' || !isDigits(s[1:3]) || !isDigits(s[4:]) {
		return 0, false
	}
	h, _ := strconv.Atoi(s[1:3])
	m, _ := strconv.Atoi(s[4:])
	if h > 14 || m > 59 {
		return 0, false
	}
	if s[0] == '-' {
		return -h*60 - m, true
	}
	return h*60 + m, true
}

func parseDay(s string) (civil, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !isDigits(s[:4]) || !isDigits(s[5:7]) || !isDigits(s[8:]) {
		return civil{}, false
	}
	y, _ := strconv.Atoi(s[:4])
	m, _ := strconv.Atoi(s[5:7])
	d, _ := strconv.Atoi(s[8:])
	return civil{y, m, d}, 1 <= m && m <= 12 && 1 <= d && d <= daysIn(y, m)
}

func year(s string) (int, bool) {
	if len(s) != 4 || !isDigits(s) {
		return 0, false
	}
	y, _ := strconv.Atoi(s)
	return y, true
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func (c civil) String() string { return fmt.Sprintf("%04d-%02d-%02d", c.y, c.m, c.d) }
