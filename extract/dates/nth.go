package dates

import "fmt"

// nthOf is the nth or the last weekday, day, week or month of a month or a
// year: "the first Monday of next month", "the last week of July". It is not
// ok if e is no such thing.
func (r *resolver) nthOf(e *expr, t func() tense) (result, bool) {
	n := e.nth
	if n == 0 && e.dir == -1 && e.month != none && e.weekday == none && (e.unit == week || e.unit == day) {
		n = -1
	}
	whole := e.outer
	if e.weekday != none {
		whole = e.unit
	} else if e.unit != day && e.unit != week && e.unit != month {
		return result{}, false
	}
	if n == 0 || e.day != none || e.then != noAnaphor {
		return result{}, false
	}
	first, next, ok := r.whole(e, whole, t)
	if !ok {
		return result{}, false
	}
	res := result{relative: e.year == none, grain: day}
	c := first
	switch {
	case e.weekday != none && n > 0:
		c = first.addDays(floorMod(e.weekday-first.weekday(), 7) + 7*(n-1))
	case e.weekday != none:
		c = next.addDays(-1 - floorMod(next.addDays(-1).weekday()-e.weekday, 7))
	case e.unit == month && n > 0:
		c, res.grain = first.addMonths(n-1), month
	case e.unit == month:
		c, res.grain = next.addMonths(-1), month
	case e.unit == week && whole != month && e.month == none:
		return result{}, false // weeks of a year are numbered
	case e.unit == week && n > 0:
		c, res.grain = first.addDays(7*(n-1)), week
	case e.unit == week:
		c, res.grain = next.addDays(-1), week
	case n > 0:
		c = first.addDays(n - 1)
	default:
		c = next.addDays(-1)
	}
	if c.before(first) || !c.before(next) {
		return result{value: fmt.Sprintf("%04d-%02d", first.y, first.m), grain: month, relative: true}, true // a fifth Monday that is not
	}
	res.value = r.at(c, res.grain)
	return res, true
}

// whole is the month or the year that e is a part of.
func (r *resolver) whole(e *expr, u unit, t func() tense) (first, next civil, ok bool) {
	base := r.base()
	switch {
	case e.month != none:
		m := *e
		m.dir, m.unit, m.nth, m.weekday = none, noUnit, 0, none
		return dayRange(r.monthOnly(&m, e.year, t).value)
	case e.year != none && !e.bc:
		return civil{e.year, 1, 1}, civil{e.year + 1, 1, 1}, true
	case base.isZero() || e.dir == none:
		return first, next, false
	case u == month:
		first = civil{base.y, base.m, 1}.addMonths(e.dir)
		return first, first.addMonths(1), true
	case u == yearUnit:
		return civil{base.y + e.dir, 1, 1}, civil{base.y + e.dir + 1, 1, 1}, true
	}
	return first, next, false
}
