package dates

import (
	"fmt"
	"strings"
)

func (r *resolver) quarterly(e *expr, year int, t tense) result {
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
		if start := (civil{year, n*step - step + 1, 1}); base.before(start) && t != future && start.addMonths(-2).m != base.m {
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

func (r *resolver) seasonal(e *expr, year int, t tense) result {
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
		case e.dir == none && t == past && base.before(first) && !inside && !r.narrative:
			year--
		}
	}
	res.value = fmt.Sprintf("%s%04d-%s", bc(e), year, name)
	return res
}

// byUnit is "last week", "the same day", "the following year".
func (r *resolver) byUnit(e *expr) result {
	if e.nth != 0 {
		return r.nthUnit(e)
	}
	if e.unit.clock() {
		return result{value: [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[max(min(e.dir, 1), -1)+1], relative: true}
	}
	res := result{grain: e.unit, relative: true}
	base, n := r.base(), 0
	if e.dir != none && (e.unit == week || e.unit == weekend || e.unit == day) {
		base = r.dayBase()
	}
	switch {
	case e.then == latest && (e.unit == quarter || e.period):
		if base.isZero() {
			break
		}
		return result{value: r.at(base.addMonths(-3), quarter), grain: quarter, relative: true}
	case e.dir == 1 && e.unit == day && len(e.path) == 3 && !r.prevDay.isZero():
		base, n = r.prevDay, 1 // "the next day"
	case e.dir != none && e.then == noAnaphor:
		n = e.dir
	case e.unit == day && (e.then == same || e.then == noAnaphor):
		if r.nearDay() || e.then == same && !r.prevDay.isZero() {
			base = r.prevDay
		}
	case e.then == following, e.then == preceding, e.then == same, e.then == noAnaphor:
		if !r.prev.isZero() {
			base = r.prev
		}
		if e.then == following || e.dir == 1 {
			n = 1
		} else if e.then == preceding || e.dir == -1 {
			n = -1
		}
		if far := r.prev.y - r.pub.y; e.then == noAnaphor && e.unit == yearUnit && !r.pub.isZero() && !r.narrative && (far > 1 || far < -1) {
			base = r.pub
		}
		if e.unit == weekend && e.then == noAnaphor && !r.pub.isZero() && !r.narrative {
			if base = r.pub; base.weekday() <= 5 {
				n = -1
			}
		}
		if e.unit == quarter && e.then == noAnaphor && e.dir == none && r.quarterN > 0 {
			return result{value: fmt.Sprintf("%04d-Q%d", r.quarterY, r.quarterN), grain: quarter, relative: true}
		}
	}
	if base.isZero() {
		res.value = unknown(e)
		return res
	}
	if e.period && e.unit == yearUnit && !r.prev.isZero() {
		switch r.prevGrain {
		case month, quarter: // "the same period last year"
			return result{value: r.at(civil{base.y + n, r.prev.m, 1}, r.prevGrain), grain: r.prevGrain, relative: true}
		}
	}
	switch e.unit {
	case week, weekend:
		base = base.addDays(7 * n)
	case month:
		base = civil{base.y, base.m, 1}.addMonths(n)
	case quarter:
		base = civil{base.y, base.m, 1}.addMonths(3 * n)
	case yearUnit:
		base = civil{base.y + n, 1, 1}
	case decade:
		base = civil{base.y + 10*n, 1, 1}
	case century:
		base = civil{base.y + 100*n, 1, 1}
	default:
		base = base.addDays(n)
	}
	res.value = r.at(base, e.unit)
	if e.unit == noUnit {
		res.value = "" // "the period" of nothing
	}
	return res
}

// holiday is the day of a feast in a year, by the rule that the list gives.
func (r *resolver) holiday(e *expr, year int, t tense) result {
	res := result{grain: day}
	rule := r.g.holidays[e.holiday]
	base := r.base()
	if year != none {
		res.value = feast(rule, year).String()
		return res
	}
	res.relative = true
	if base.isZero() {
		res.value = "XXXX-XX-XX"
		if len(rule) == 5 {
			res.value = "XXXX-" + rule
		}
		return res
	}
	year = base.y
	day := feast(rule, year)
	switch {
	case e.dir == -1 && !day.before(base), e.dir == none && t == past && base.before(day), e.dir == none && t == noTense && base.addMonths(6).before(day):
		day = feast(rule, year-1)
	case e.dir == 1 && !base.before(day), e.dir == none && t == future && day.before(base), e.dir == none && t == noTense && day.addMonths(6).before(base):
		day = feast(rule, year+1)
	}
	res.value = day.String()
	return res
}

// feast reads 12-25, 11-4-4 (the fourth Thursday of November), 11-4-4+1 (the
// day after it), easter-2.
func feast(rule string, year int) civil {
	if off, ok := strings.CutPrefix(rule, "easter"); ok {
		n := 0
		fmt.Sscanf(off, "%d", &n)
		return easter(year).addDays(n)
	}
	if rule, more, ok := strings.Cut(rule, "+"); ok {
		n := 0
		fmt.Sscanf(more, "%d", &n)
		return feast(rule, year).addDays(n)
	}
	var m, wd, n int
	if k, _ := fmt.Sscanf(rule, "%d-%d-%d", &m, &wd, &n); k == 3 {
		return nthWeekday(year, m, wd, n)
	}
	return civil{year, m, wd}
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
