package dates

import "fmt"

// day resolves the days, leaving parts of the day and clock times to the caller.
func (r *resolver) day(e *expr, t func() tense) result {
	base := r.base()
	year := r.yearOf(e)
	if res, ok := r.nthOf(e, t); ok {
		return res
	}
	switch {
	case e.today != none:
		if e.today == 0 || !r.narrative {
			base = r.pub
		}
		if base.isZero() {
			return result{value: "XXXX-XX-XX", relative: true}
		}
		return result{value: base.addDays(e.today).String(), grain: day, relative: true}
	case e.decade != none:
		return result{value: fmt.Sprintf("%s%03d", bc(e), e.decade), grain: decade}
	case e.century != none:
		return result{value: fmt.Sprintf("%s%02d", bc(e), e.century), grain: century}
	case e.holiday != none:
		return r.holiday(e, year, t)
	case e.quarter != none || e.half != none:
		return r.quarterly(e, year, t)
	case e.season != none:
		return r.seasonal(e, year, t)
	case e.month != none && e.day != none:
		return r.monthDay(e, year, t)
	case e.month != none:
		return r.monthOnly(e, year, t)
	case e.weekday != none && e.day != none:
		return r.weekdayDay(e)
	case e.weekday != none:
		return r.weekdayOnly(e, t)
	case e.day != none:
		return r.dayOnly(e, t)
	case e.year != none && e.unit == week && (e.nth != 0 || e.dir == -1):
		return r.nthUnit(e)
	case e.year != none:
		v := fmt.Sprintf("%04d", e.year)
		if e.bc {
			return result{value: "BC" + v, grain: yearUnit}
		}
		if e.yearTo != none {
			return result{value: fmt.Sprintf("%s/%04d", v, e.yearTo), grain: yearUnit}
		}
		if e.period || e.unit == quarter {
			if r.quarterN > 0 {
				return result{value: fmt.Sprintf("%s-Q%d", v, r.quarterN), grain: quarter, relative: true}
			}
		}
		if e.fiscal {
			v = "FY" + v
		}
		return result{value: v, grain: yearUnit}
	case e.unit != noUnit || e.period:
		return r.byUnit(e)
	}
	return result{}
}

func bc(e *expr) string {
	if e.bc {
		return "BC"
	}
	return ""
}

// era is a year as values write it: those before Christ have no sign.
func era(e *expr, year int) string {
	if e.bc || year < 0 {
		return fmt.Sprintf("BC%04d", max(year, -year))
	}
	return fmt.Sprintf("%04d", year)
}

// yearOf is the year that e itself gives, in words such as "last year" too.
func (r *resolver) yearOf(e *expr) int {
	if e.year != none {
		return e.year
	}
	if e.unit != yearUnit {
		return none
	}
	switch {
	case e.then == same && !r.prev.isZero():
		return r.prev.y
	case e.then == following && !r.prev.isZero() && e.dir == none:
		return r.prev.y + 1
	case e.then == preceding && !r.prev.isZero():
		return r.prev.y - 1
	case e.dir != none && !r.base().isZero():
		return r.base().y + e.dir
	case e.dir == none && !r.prev.isZero():
		return r.prev.y
	case e.dir == none && !r.pub.isZero():
		return r.pub.y
	}
	return none
}

func (r *resolver) monthDay(e *expr, year int, t func() tense) result {
	res := result{grain: day}
	if year == none {
		base := r.base()
		res.relative = true
		if base.isZero() {
			res.value = unknown(e)
			return res
		}
		year = base.y
		c := civil{year, e.month, min(e.day, daysIn(year, e.month))}
		switch {
		case e.dir == 1 && e.unit == noUnit && e.weekday == none:
			if !base.before(c) {
				year++ // next 6th of April
			}
		case e.dir == -1 && e.unit == noUnit && e.weekday == none:
			if !c.before(base) {
				year-- // last October 23
			}
		case r.since.isZero():
			year += r.nearest(c, base, t)
		default:
			year = r.firstSince(c)
		}
		if e.month == 2 && e.day == 29 && !leap(year) {
			year = leapNear(year, base.y)
		}
	} else if e.weekday != none {
		res.weekday = e.weekday
	}
	res.value = fmt.Sprintf("%s-%02d-%02d", era(e, year), e.month, e.day)
	if e.day > daysIn(year, e.month) {
		res.badDay = true
	} else if e.weekday != none && !e.bc && (civil{year, e.month, e.day}).weekday() == e.weekday {
		res.weekday = e.weekday
	}
	res.bad = civil{year, e.month, e.day}
	if (e.unit == week || e.unit == weekend) && e.dir == none && !res.badDay {
		return result{value: r.at(res.bad, e.unit), grain: e.unit, relative: res.relative}
	}
	return res
}

// leapNear is the leap year next to year.
func leapNear(year, base int) int {
	for d := range 8 {
		if leap(year - d) {
			return year - d
		}
	}
	return base
}

// nearest says how many years to add to c, in the year of base.
func (r *resolver) nearest(c, base civil, t func() tense) int {
	if r.narrative {
		if r.prevGrain < yearUnit && c.addMonths(10).before(base) {
			return 1
		}
		return 0
	}
	switch ahead := base.before(c); {
	case ahead && (base.addMonths(soonMonths).before(c) && t() == past || base.addMonths(6).before(c) && t() != future):
		return -1
	case !ahead && (c.addMonths(9).before(base) || c.addMonths(7).before(base) && t() != past || c.addMonths(1).before(base) && t() == future):
		return 1
	}
	return 0
}

// firstSince is the year in which c first falls on or after the day from
// which a range runs.
func (r *resolver) firstSince(c civil) int {
	if c.y = r.since.y; c.before(civil{r.since.y, r.since.m, min(r.since.d, c.d)}) {
		c.y++
	}
	return c.y
}

// soonMonths is how far ahead a day without a year may lie although the
// sentence is in the past: "set a Jan. 14 deadline". Chosen on TimeBank.
const soonMonths = 2

func (r *resolver) monthOnly(e *expr, year int, t func() tense) result {
	res := result{grain: month}
	base := r.base()
	if year == none {
		res.relative = true
		if base.isZero() {
			res.value = unknown(e)
			return res
		}
		year = base.y
		switch c := (civil{year, e.month, 1}); {
		case !r.since.isZero() && e.dir == none:
			year = r.firstSince(c)
		case e.dir == -1 && e.month >= base.m:
			year--
		case e.dir == 1 && e.month <= base.m:
			year++
		case e.then == following && !r.prev.isZero():
			if year = r.prev.y; e.month <= r.prev.m {
				year++
			}
		case e.dir == none && e.month != base.m:
			if !r.narrative && t() == past {
				if base.before(c) {
					year--
				}
			} else {
				year += r.nearest(c, civil{base.y, base.m, 1}, t)
			}
		}
	}
	res.value = fmt.Sprintf("%s-%02d", era(e, year), e.month)
	return res
}
