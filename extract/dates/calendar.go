package dates

import "time"

// A civil is a day of the proleptic Gregorian calendar.
type civil struct{ y, m, d int }

func civilOf(t time.Time) civil {
	y, m, d := t.Date()
	return civil{y, int(m), d}
}

func (c civil) time() time.Time { return time.Date(c.y, time.Month(c.m), c.d, 0, 0, 0, 0, time.UTC) }

// weekday is 1 for Monday and 7 for Sunday.
func (c civil) weekday() int { return (int(c.time().Weekday())+6)%7 + 1 }

func (c civil) addDays(n int) civil { return civilOf(c.time().AddDate(0, 0, n)) }

// addMonths keeps the day of the month, or takes the last day of a shorter one.
func (c civil) addMonths(n int) civil {
	k := c.y*12 + c.m - 1 + n
	y, m := floorDiv(k, 12), floorMod(k, 12)+1
	return civil{y, m, min(c.d, daysIn(y, m))}
}

func (c civil) isZero() bool { return c == civil{} }

func (c civil) before(d civil) bool {
	if c.y != d.y {
		return c.y < d.y
	}
	if c.m != d.m {
		return c.m < d.m
	}
	return c.d < d.d
}

// isoWeek is the week of ISO 8601 and its year.
func (c civil) isoWeek() (year, week int) { return c.time().ISOWeek() }

// monday is the first day of an ISO week.
func monday(year, week int) civil {
	jan4 := civil{year, 1, 4}
	return jan4.addDays((week-1)*7 - (jan4.weekday() - 1))
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	}
	return 31
}

// easter is Easter Sunday by the anonymous Gregorian computus.
func easter(y int) civil {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return civil{y, month, (h + l - 7*m + 33*month + 19) % 32}
}

// nthWeekday is the nth wd of a month; the last one for n = -1.
func nthWeekday(y, m, wd, n int) civil {
	if n < 0 {
		last := civil{y, m, daysIn(y, m)}
		return last.addDays(-floorMod(last.weekday()-wd, 7))
	}
	first := civil{y, m, 1}
	return first.addDays(floorMod(wd-first.weekday(), 7) + (n-1)*7)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
