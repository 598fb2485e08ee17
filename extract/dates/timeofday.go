package dates

import (
	"fmt"
	"strings"
)

// calendar resolves everything that is a place on the calendar.
func (r *resolver) calendar(e *expr, t func() tense) result {
	res := r.day(e, t)
	if e.dir != none && e.part != none && res.value == "" && !r.pub.isZero() {
		res = result{value: r.pub.addDays(e.dir).String(), relative: true, grain: day} // "this morning"
	}
	if e.clock == none && e.part == none || len(res.value) != 10 && res.value != "" {
		return res
	}
	if res.value == "XXXX-XX-XX" || res.value == "" {
		res = r.openTime(e)
	}
	if e.part != none && e.clock == none {
		res.value += "T" + strings.TrimPrefix(dayParts[e.part], "T")
		res.grain = night
		return res
	}
	if e.zone != none {
		res.zone = e.zone
	}
	if day, ok := parseDay(res.value); ok && e.summer && summerTime(day) {
		res.zone += 60
	}
	if e.clockTo != none {
		to := *e
		to.clock = e.clockTo
		day := res.value
		res.value = day + "T" + clockValue(e) + "/" + day + "T" + clockValue(&to)
		res.grain = hour
		res.open = false // opening hours are of no day
		return res
	}
	res.value += "T" + clockValue(e)
	if res.grain = hour; e.clockPrec > 1 {
		res.grain = minute
	}
	if e.clockPrec >= 3 {
		res.grain = second
	}
	return res
}

// summerTime reports whether clocks in the United States are an hour ahead:
// since 2007 from the second Sunday in March to the first in November.
func summerTime(c civil) bool {
	return !c.before(nthWeekday(c.y, 3, 7, 2)) && c.before(nthWeekday(c.y, 11, 7, 1))
}

// dayBase is the day that weekdays and weeks count from: in a story of long
// ago the day before, if it is known to the day.
func (r *resolver) dayBase() civil {
	if !r.narrative {
		return r.pub
	}
	if r.prevDay == r.prev {
		return r.prevDay
	}
	return civil{}
}

// openTime is the day of a time to which its own words give none: "that
// morning" is of the day last spoken of, as any is in a history. A time with
// its zone is news of the day of publication, but no more than likely so.
// Others wait for the dates beside them.
func (r *resolver) openTime(e *expr) result {
	res := result{relative: true}
	switch {
	case r.nearDay() && (r.narrative || e.then != noAnaphor):
		res.value = r.prevDay.String()
	case r.narrative:
		res.value = "XXXX-XX-XX"
	case e.zone != none && !r.pub.isZero():
		res.value, res.open, res.likely = r.pub.String(), true, true
	default:
		res.open = true
	}
	return res
}

// nearDay reports whether the last day given is one that a clock time without
// a day may belong to: not the day of something long past.
func (r *resolver) nearDay() bool {
	if r.prevDay.isZero() || r.narrative || r.pub.isZero() {
		return !r.prevDay.isZero()
	}
	return r.pub.addDays(-60).before(r.prevDay) && r.prevDay.before(r.pub.addDays(60))
}

func clockValue(e *expr) string {
	c := e.clock
	if e.part != none && !e.clockKnown && c < 12*60 {
		switch dayParts[e.part] {
		case "AF", "EV", "NI":
			c += 12 * 60
		}
	}
	v := fmt.Sprintf("%02d:%02d", c/60, c%60)
	if e.clockPrec >= 3 {
		v += fmt.Sprintf(":%02d", e.clockPrec-3)
	}
	if e.zone == 0 {
		v += "Z" // other zones move From and To, and are not said in values
	}
	return v
}
