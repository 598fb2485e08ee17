package dates

import "fmt"

// weekdayDay is "Friday the 13th": of the month nearest to publication in
// which that day is that weekday.
func (r *resolver) weekdayDay(e *expr) result {
	base := r.base()
	if base.isZero() {
		return result{value: fmt.Sprintf("XXXX-XX-%02d", e.day), relative: true}
	}
	for n := range 24 {
		for _, sign := range [...]int{1, -1} {
			m := civil{base.y, base.m, 1}.addMonths(sign * n)
			if c := (civil{m.y, m.m, e.day}); e.day <= daysIn(m.y, m.m) && c.weekday() == e.weekday {
				return result{value: c.String(), grain: day, relative: true}
			}
		}
	}
	return result{}
}

func (r *resolver) weekdayOnly(e *expr, t func() tense) result {
	res := result{grain: day, relative: true}
	base := r.dayBase()
	if base.isZero() {
		res.value = unknown(e)
		return res
	}
	if e.unit == week && e.dir != none {
		res.value = base.addDays(7*e.dir - base.weekday() + e.weekday).String()
		return res
	}
	if e.unit == week && e.then != noAnaphor && !r.prev.isZero() {
		n := 1
		if e.then == preceding {
			n = -1
		}
		res.value = r.prev.addDays(7*n - r.prev.weekday() + e.weekday).String()
		return res
	}
	if (e.then == preceding || e.then == following) && e.dir == none && !r.prevDay.isZero() {
		base = r.prevDay
	}
	if !r.since.isZero() && e.dir == none && e.then == noAnaphor {
		res.value = r.since.addDays(floorMod(e.weekday-r.since.weekday(), 7)).String()
		return res
	}
	if e.then == preceding && e.dir == none && r.prevDay.isZero() && !r.narrative {
		res.value = base.addDays(-6 - base.weekday() + e.weekday - 1).String() // of the week before
		return res
	}
	back := floorMod(base.weekday()-e.weekday, 7)
	switch {
	case e.dir == 1 || e.then == following:
		back -= 7
	case (e.dir == -1 || e.then == preceding) && back == 0:
		back = 7
	case e.dir == -1 || e.then == preceding:
	case e.toCome && back > 3:
		back -= 7
	case e.local && back == 6:
		back = -1 // it is tomorrow already where it happened
	case back > 0 && (t() == future || e.dir == 0 && t() != past):
		back -= 7
	}
	res.value = base.addDays(-back).String()
	return res
}

// dayOnly is "the 25th".
func (r *resolver) dayOnly(e *expr, t func() tense) result {
	base := r.base()
	if !r.prev.isZero() && (r.prevGrain == month || r.narrative) {
		base = r.prev
	}
	if base.isZero() {
		return result{value: fmt.Sprintf("XXXX-XX-%02d", e.day), relative: true}
	}
	if e.day > daysIn(base.y, base.m) {
		return result{value: fmt.Sprintf("%04d-%02d-%02d", base.y, base.m, e.day), relative: true, badDay: true, bad: civil{base.y, base.m, e.day}}
	}
	c := civil{base.y, base.m, e.day}
	if base == r.pub && r.pub.before(c) && t() == past {
		p := civil{base.y, base.m, 1}.addMonths(-1)
		c = civil{p.y, p.m, min(e.day, daysIn(p.y, p.m))}
	}
	if e.unit == week && e.dir == none {
		return result{value: r.at(c, week), grain: week, relative: true} // "the week of the 18th"
	}
	return result{value: c.String(), grain: day, relative: true}
}
