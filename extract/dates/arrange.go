package dates

import (
	"fmt"
	"time"

	"github.com/newsvet/newsvet/extract"
)

// stretch is "the next three days" where something is arranged: from the day
// after publication to the day on which they are over. A report means their
// length.
func (r *resolver) stretch(e *expr) (result, bool) {
	dir := e.dir
	switch e.then {
	case following:
		dir = 1
	case preceding:
		dir = -1
	}
	if e.action != actDuration || !e.arranged || r.pub.isZero() || len(e.amounts) != 1 || dir != 1 && dir != -1 {
		return result{}, false
	}
	a := e.amounts[0]
	if a.tenths <= 0 || a.tenths%10 != 0 || a.unit.clock() || a.unit == night || a.unit == weekend {
		return result{}, false
	}
	first, n := r.pub, a.tenths/10*dir
	var end civil
	switch {
	case a.unit == quarter:
		first = civil{r.pub.y, (r.pub.m-1)/3*3 + 1, 1}
		if dir == 1 {
			first = first.addMonths(3)
		}
		end = first.addMonths(3 * n)
	case e.working && a.unit == day:
		if dir == 1 {
			first = r.pub.addWorkdays(1)
		}
		end = first.addWorkdays(n)
	default:
		if dir == 1 {
			first = r.pub.addDays(1)
		}
		end = first.after(a.unit, n)
	}
	if dir == -1 {
		first, end = end, first
	}
	if first.y < 0 || end.y > 9999 {
		return result{}, false
	}
	return result{value: first.String() + "/" + end.String(), grain: a.unit, relative: true, from: first, to: end}, true
}

// partOf is the year or the month of "the first ten months of 1915". Where
// something is arranged that is the stretch of time; a report means its
// length.
func (r *resolver) partOf(e *expr) (result, bool) {
	if e.year == none || len(e.amounts) != 1 {
		return result{}, false
	}
	res := result{value: fmt.Sprintf("%04d", e.year), grain: yearUnit}
	first, next := civil{e.year, 1, 1}, civil{e.year + 1, 1, 1}
	if e.month != none {
		first = civil{e.year, e.month, 1}
		next = first.addMonths(1)
		res = result{value: r.at(first, month), grain: month}
	}
	a := e.amounts[0]
	n := a.tenths / 10
	if !e.arranged || n <= 0 || a.unit.clock() || e.nth != 1 && e.dir != -1 {
		return res, true
	}
	if a.unit == week && e.month == none {
		first = monday(e.year, 1)
	}
	if e.dir == -1 {
		first = next.after(a.unit, -n)
	} else {
		next = first.after(a.unit, n)
	}
	return result{value: first.String() + "/" + next.String(), grain: a.unit, from: first, to: next}, true
}

// after is the day n units of time after c.
func (c civil) after(u unit, n int) civil {
	switch u {
	case week:
		return c.addDays(7 * n)
	case fortnight:
		return c.addDays(14 * n)
	case month:
		return c.addMonths(n)
	case quarter:
		return c.addMonths(3 * n)
	case half:
		return c.addMonths(6 * n)
	case yearUnit:
		return c.addMonths(12 * n)
	case decade:
		return c.addMonths(120 * n)
	case century:
		return c.addMonths(1200 * n)
	case millennium:
		return c.addMonths(12000 * n)
	case noUnit, second, minute, hour:
		return c
	}
	return c.addDays(n)
}

// addWorkdays is the nth day from c, Saturdays and Sundays not counted.
func (c civil) addWorkdays(n int) civil {
	step := 1
	if n < 0 {
		step = -1
	}
	c = c.addDays(n / 5 * 7)
	for n %= 5; n != 0; {
		if c = c.addDays(step); c.weekday() < 6 {
			n -= step
		}
	}
	return c
}

// Days by which "two months ago" may be off where it is counted to the day.
const (
	slackOfMonths = 15
	slackOfYears  = 180
)

// toTheDay is the value of a length of time counted to the day where
// something is arranged, "let us meet in two months"; ok says whether e is so.
func (r *resolver) toTheDay(e *expr, c civil, u unit) (res result, ok bool) {
	if !e.arranged && e.side == 0 || c.y < 0 || c.y > 9999 || len(e.amounts) == 0 || e.amounts[0].tenths > 200 {
		return res, false
	}
	res = result{value: c.String(), grain: u, relative: true}
	switch {
	case u == month || u == quarter:
		res.slack = slackOfMonths
	case u == yearUnit && e.ago > 0:
		res.slack = slackOfYears
	default:
		return res, false
	}
	return res, true
}

// openEnded gives a date that is one end of what is arranged, "before 2018",
// "after 6 p.m.", the value of all that lies on that side. From and To stay
// those of the date: Bound says which end it is. An edge is where a time begins
// or ends.
func openEnded(d *extract.Date, onEdge bool) {
	begin, end := d.Value, d.Value
	if d.Type == extract.DayDate {
		if !d.Resolved() || d.Impossible != "" {
			return
		}
		begin, end = d.From.Format(time.DateOnly), d.To.Format(time.DateOnly)
		if onEdge {
			begin = firstDay(*d)
			end = begin // "after the beginning of March"
		}
	} else if d.Type != extract.TimeDate {
		return
	}
	switch d.Bound {
	case "before", "until", "till":
		d.Value = "/" + begin
	case "since":
		d.Value = begin + "/"
	case "after":
		d.Value = end + "/"
	}
}
