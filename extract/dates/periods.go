package dates

import (
	"fmt"
	"strings"
)

func (r *resolver) quarterly(e *expr, year int, t func() tense) result {
	res := result{grain: quarter}
	n, letter := e.quarter, "Q"
	if e.half != none {
		res.grain, n, letter = half, e.half, "H"
	}
	base := r.base()
	if year == none {
		res.relative = true
		if base.isZero() {
			res.value = unknown(e)
			return res
		}
		year = base.y
		step := 3
		if letter == "H" {
			step = 6
		}
		if start := (civil{year, n*step - step + 1, 1}); base.before(start) && start.addMonths(-2).m != base.m && t() != future {
			year--
		}
	}
	if e.ago < 0 && e.unit == yearUnit && e.year == none {
		year, e.yearEarlier = r.latestYear(year, n)-1, true
	}
	if e.fiscal {
		res.value = fmt.Sprintf("FY%04d-%s%d", year, letter, n)
		res.value = strings.TrimPrefix(res.value, "FY")
		return res
	}
	res.value = fmt.Sprintf("%04d-%s%d", year, letter, n)
	return res
}

// latestYear is the year of the last quarter spoken of, if it is the nth.
func (r *resolver) latestYear(year, n int) int {
	if r.quarterN == n {
		return r.quarterY
	}
	return year
}

func (r *resolver) seasonal(e *expr, year int, t func() tense) result {
	res := result{grain: month}
	name := seasons[e.season]
	base := r.base()
	if year == none {
		res.relative = true
		if base.isZero() {
			res.value = unknown(e)
			return res
		}
		year = base.y
		first := civil{year, map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name], 1}
		next := first.addMonths(3)
		inside := !base.before(first) && base.before(next)
		lastWinter := name == "WI" && base.m <= 2
		switch {
		case lastWinter && (e.dir == 0 || e.dir == none):
			year--
		case lastWinter && e.dir == -1:
			year -= 2
		case e.dir == -1 && base.before(next):
			year--
		case e.dir == 1 && !base.before(first):
			year++
		case e.dir == none && e.then == following && !base.before(first):
			year++
		case e.dir == none && base.before(first) && !inside && !r.narrative && t() == past:
			year--
		}
	}
	res.value = era(e, year) + "-" + name
	return res
}

// byUnit is "last week", "the same day", "the following year".
func (r *resolver) byUnit(e *expr) result {
	switch {
	case e.nth != 0:
		return r.nthUnit(e)
	case e.unit >= decade && (e.dir == 1 || e.dir == -1) && e.then == noAnaphor:
		v, u := duration([]amount{{10, e.unit}})
		return result{value: v, grain: u, relative: true, length: true}
	case e.unit.clock():
		return result{value: refs[max(min(e.dir, 1), -1)+1], relative: true}
	case e.then == latest && (e.unit == quarter || e.period) && !r.base().isZero():
		return result{value: r.at(r.base().addMonths(-3), quarter), grain: quarter, relative: true}
	case e.unit == quarter && e.then == noAnaphor && e.dir == none && r.quarterN > 0:
		return result{value: fmt.Sprintf("%04d-Q%d", r.quarterY, r.quarterN), grain: quarter, relative: true}
	}
	base, n := r.unitBase(e)
	switch {
	case base.isZero():
		return result{value: unknown(e), grain: e.unit, relative: true}
	case e.unit == noUnit:
		return result{} // "the period" of nothing
	case e.period && e.unit == yearUnit && !r.prev.isZero() && (r.prevGrain == month || r.prevGrain == quarter):
		// "the same period last year"
		return result{value: r.at(civil{base.y + n, r.prev.m, 1}, r.prevGrain), grain: r.prevGrain, relative: true}
	}
	return result{value: r.at(base.addUnits(e.unit, n), e.unit), grain: e.unit, relative: true}
}

// unitBase is the day from which "last week" or "the following year" counts,
// and how many units to go.
func (r *resolver) unitBase(e *expr) (base civil, n int) {
	base = r.base()
	if e.dir != none && (e.unit == week || e.unit == weekend || e.unit == day) {
		base = r.dayBase()
	}
	switch {
	case e.dir == 1 && e.unit == day && len(e.path) == 3 && !r.prevDay.isZero():
		return r.prevDay, 1 // "the next day"
	case e.dir != none && e.then == noAnaphor:
		return base, e.dir
	case e.unit == day && (e.then == same || e.then == noAnaphor):
		if r.nearDay() || e.then == same && !r.prevDay.isZero() {
			return r.prevDay, 0
		}
		return base, 0
	case e.then == noAnaphor && !r.pub.isZero() && !r.narrative:
		return r.bare(e, base)
	}
	if !r.prev.isZero() {
		base = r.prev
	}
	switch {
	case e.then == following || e.dir == 1:
		n = 1
	case e.then == preceding || e.dir == -1:
		n = -1
	}
	return base, n
}

// bare is for "the year", "the weekend" in the news: the year last spoken of
// unless it is long past, the weekend before publication.
func (r *resolver) bare(e *expr, base civil) (civil, int) {
	if e.unit == weekend {
		if r.pub.weekday() <= 5 && !e.toCome {
			return r.pub, -1
		}
		return r.pub, 0
	}
	far := r.prev.y - r.pub.y
	if r.prev.isZero() || e.unit == yearUnit && (far > 1 || far < -1) {
		return base, 0
	}
	return r.prev, 0
}

// addUnits is the day n units on: the first of a month, quarter, year.
func (c civil) addUnits(u unit, n int) civil {
	switch u {
	case week, weekend:
		return c.addDays(7 * n)
	case month:
		return civil{c.y, c.m, 1}.addMonths(n)
	case quarter:
		return civil{c.y, c.m, 1}.addMonths(3 * n)
	case yearUnit:
		return civil{c.y + n, 1, 1}
	case decade:
		return civil{c.y + 10*n, 1, 1}
	case century:
		return civil{c.y + 100*n, 1, 1}
	}
	return c.addDays(n)
}

// nthUnit is "the second week of May", "week 23", "the last week of 2016".
func (r *resolver) nthUnit(e *expr) result {
	base := r.base()
	if base.isZero() && e.year == none || e.unit != week {
		return result{}
	}
	year := base.y
	if e.year != none {
		year = e.year
	}
	if e.dir == -1 && e.nth == 0 {
		y, w := civil{year, 12, 28}.isoWeek() // always in the last week
		return result{value: fmt.Sprintf("%04d-W%02d", y, w), grain: week, relative: e.year == none}
	}
	if e.nth > 0 && e.nth <= 53 {
		return result{value: fmt.Sprintf("%04d-W%02d", year, e.nth), grain: week, relative: e.year == none}
	}
	return result{}
}
