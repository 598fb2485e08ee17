package dates

import (
	"fmt"
	"time"
)

// shift is "three days ago", "two weeks later".
func (r *resolver) shift(e *expr, t func() tense) result {
	from, ok := r.shiftFrom(e, t)
	if res, ok := r.yearBack(e); ok {
		return res
	}
	if ok && e.yearEarlier && e.ago < 0 && r.quarterN > 0 {
		return result{value: fmt.Sprintf("%04d-Q%d", r.quarterY-1, r.quarterN), grain: quarter, relative: true}
	}
	if !ok || len(e.amounts) == 0 || from.isZero() {
		v, u := duration(e.amounts)
		return result{value: v, grain: u, relative: true}
	}
	if res, ok := r.clockShift(e); ok {
		return res
	}
	if a := e.amounts[len(e.amounts)-1]; a.tenths < 0 || a.unit.clock() || e.ago == 0 {
		if e.ago < 0 {
			return result{value: "PAST_REF", relative: true}
		}
		return result{value: "FUTURE_REF", relative: true}
	}
	c, grain := from, day
	for _, a := range e.amounts {
		if c = c.after(a.unit, e.ago*a.tenths/10); a.unit == yearUnit {
			c = c.addMonths(e.ago * a.tenths % 10 * 12 / 10)
		}
		grain = a.unit
	}
	inWeeks := grain == week || grain == fortnight
	switch {
	case c.y < 0 || c.y > 9999:
	case e.path[0].class == cWeekday && inWeeks:
		return result{value: c.addDays(e.weekday - c.weekday()).String(), grain: day, relative: true} // "Monday two weeks from now"
	case inWeeks && len(e.amounts) == 1:
		return result{value: c.String(), grain: week, relative: true, slack: 3}
	}
	if res, ok := r.toTheDay(e, c, grain); ok {
		return res
	}
	return result{value: r.at(c, grain), grain: grain, relative: true}
}

// shiftFrom is the day from which e counts; it is not ok if that is a day
// that cannot be told. It turns "two days after" and "a year earlier" into
// days on or back.
func (r *resolver) shiftFrom(e *expr, t func() tense) (from civil, ok bool) {
	from = r.pub
	if !e.fromPub && !r.prev.isZero() {
		from = r.prev
	}
	if e.ago != 0 && e.today != none && !r.pub.isZero() {
		from = r.pub.addDays(e.today) // "dos días antes de ayer"
	}
	if e.side != 0 && e.ago == 0 {
		if from, ok = r.anchor(e, t); ok {
			e.ago = e.side
		}
		return from, ok
	}
	return from, true
}

// yearBack is "Sales rose 3 percent in June from a year earlier": the June
// before.
func (r *resolver) yearBack(e *expr) (result, bool) {
	if e.yearEarlier && e.ago < 0 && !e.fromPub && !r.prev.isZero() && !r.narrative && (r.prevGrain == month || r.prevGrain == half) {
		return result{value: r.at(r.prev.addMonths(-12), r.prevGrain), grain: r.prevGrain, relative: true}, true
	}
	return result{}, false
}

// clockShift is "two hours ago", "in five minutes", where the minute of
// publication is known.
func (r *resolver) clockShift(e *expr) (result, bool) {
	if r.now.IsZero() || e.ago == 0 || !e.fromPub && !(e.arranged && r.prev.isZero()) {
		return result{}, false
	}
	steps := [...]time.Duration{second: time.Second, minute: time.Minute, hour: time.Hour}
	at := r.now
	for _, a := range e.amounts {
		if !a.unit.clock() || a.tenths < 0 || a.tenths > 1e5 {
			return result{}, false
		}
		at = at.Add(time.Duration(e.ago*a.tenths) * steps[a.unit] / 10)
	}
	if at.Year() < 0 || at.Year() > 9999 {
		return result{}, false
	}
	return result{value: at.Format("2006-01-02T15:04"), grain: minute, relative: true, about: true}, true
}

// anchor is the day that "two days after May 3" counts from.
func (r *resolver) anchor(e *expr, t func() tense) (civil, bool) {
	if e.refKind && e.ref == 0 {
		return r.pub, !r.pub.isZero()
	}
	sub := *e
	sub.amounts, sub.unit = nil, noUnit
	first, _, ok := dayRange(r.day(&sub, t).value)
	return first, ok
}
