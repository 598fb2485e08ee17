package dates

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// date resolves one expression and lays out what is known of it.
func date(r *reader, res *resolver, e *expr) (extract.Date, result, bool) {
	e.arranged = (e.action == actDuration || e.action == actAgo) && r.arranges(e)
	if e.arranged && e.dir != none && r.is(e.from, "the") && (e.unit == month || e.unit == yearUnit) {
		e.arranged = false // "over the last three years" is a length to whoever says it
	}
	lo, _ := r.sentence(e)
	e.leads = e.from <= lo+1
	if e.ahead && r.wonders(e, lo) {
		e.ahead = false
	}
	t := sync.OnceValue(func() tense { return r.tenseAt(e) })
	e.toCome = r.aheadOf(e) || e.unit == weekend && t() == future
	v := res.resolve(e, t)
	if v.value == "" || v.value == "P" || v.value == "PT" {
		return extract.Date{}, v, false
	}
	d := extract.Date{Type: e.typ, Value: v.value, Relative: v.relative, Hedged: e.hedged || e.mod != noMod || v.about, Grain: grains[v.grain]}
	d.Span = text.Span{Start: r.tokens[e.from].Start, End: r.end(e.to - 1)}
	if e.action == actDuration && e.ago != 0 {
		d.Type = extract.DayDate
	}
	d.Mod, d.Bound = modNames[e.mod], r.bound(e)
	if e.hedged && d.Mod == "" {
		d.Mod = modNames[e.loose]
	}
	if !v.from.isZero() {
		d.Type, d.From, d.To, d.Sliding = extract.DayDate, v.from.time(), v.to.time(), v.relative
		return d, v, true
	}
	if v.about {
		d.Type = extract.TimeDate
	}
	if v.length {
		d.Type = extract.Duration
	}
	if d.Type == extract.Duration || d.Type == extract.Set {
		return d, v, true
	}
	if !v.likely {
		span(&d, e, &v)
	}
	d.Sliding = e.dir != none && v.relative && (v.grain == week || v.grain == weekend || e.sliding)
	r.checkDay(&d, e, &v, res.pub)
	return d, v, true
}

// span sets From and To of d by its value.
func span(d *extract.Date, e *expr, v *result) {
	from, to, ok := Range(v.value)
	if !ok || from.IsZero() || to.IsZero() {
		return
	}
	ahead := time.Duration(v.zone) * time.Minute
	d.From, d.To = narrow(from.AddDate(0, 0, -v.slack).Add(-ahead), clamp(to.AddDate(0, 0, v.slack).Add(-ahead)), e)
	if d.From.Year() < 0 || !d.To.After(d.From) {
		d.From, d.To = time.Time{}, time.Time{}
	}
}

// narrow takes the first, the middle or the last third for early, mid, late.
func narrow(from, to time.Time, e *expr) (time.Time, time.Time) {
	third := to.Sub(from) / 3
	if third < time.Hour || third >= 24*time.Hour {
		third = third.Truncate(24 * time.Hour)
	}
	if third <= 0 {
		return from, to
	}
	switch e.mod {
	case modStart:
		return from, from.Add(third)
	case modMid:
		return from.Add(third), to.Add(-third)
	case modEnd:
		return to.Add(-third), to
	}
	return from, to
}

// bound is the end that e is of what is told: "since", "until", "before".
func (r *reader) bound(e *expr) string {
	switch {
	case e.inner == -1:
		return "before"
	case e.inner == 1:
		return "after"
	case (r.is(e.to, "or") || r.is(e.to, "o")) && r.near(e.to) && !(e.to+2 < len(r.tokens) && r.begins(e.to+2)):
		switch { // "3 p.m. or later"
		case r.is(e.to+1, "later"), r.is(e.to+1, "after"), r.is(e.to+1, "más") && r.is(e.to+2, "tarde"):
			return "since"
		case r.is(e.to+1, "earlier"), r.is(e.to+1, "before"), r.is(e.to+1, "antes"):
			return "until"
		}
	}
	i := e.from - 1
	if i > 0 && r.near(e.from) && (r.article(i) || r.is(i, "year")) {
		i--
	}
	if i < 0 || !r.near(i+1) {
		return ""
	}
	word := strings.ToLower(r.of(i))
	if i > 0 && r.near(i) {
		if b := r.g.bounds[strings.ToLower(r.of(i-1))+" "+word]; b != "" {
			return b
		}
	}
	return r.g.bounds[word]
}

// firstChecked is the first year whose weekdays are checked: before it the
// calendar of the article may be the Julian one.
const firstChecked = 1800

// Days about publication in which a day without a year is checked against its
// weekday: farther away it may be of another year.
const (
	checkedBefore = 60
	checkedAfter  = 15
)

// checkDay says why there is no such day: April has 30 days, or the weekday
// beside it is another. A day without a year is checked against its weekday
// only near publication.
func (r *reader) checkDay(d *extract.Date, e *expr, v *result, pub civil) {
	if e.month == none || e.day == none || v.bad.isZero() || e.bc {
		return
	}
	c := v.bad
	if v.badDay {
		d.From, d.To = time.Time{}, time.Time{}
		d.Impossible = fmt.Sprintf("%s has %d days", time.Month(c.m), daysIn(c.y, c.m))
		if c.m == 2 {
			d.Impossible = fmt.Sprintf("February %d has %d days", c.y, daysIn(c.y, c.m))
		}
		return
	}
	if e.weekday == none {
		return
	}
	for _, a := range e.path {
		if a.class == cWeekday {
			d.Weekday = r.of(int(a.at))
		}
	}
	near := !pub.isZero() && pub.addDays(-checkedBefore).before(c) && c.before(pub.addDays(checkedAfter))
	if c.weekday() != e.weekday && c.y >= firstChecked && (e.year != none || near) {
		d.Impossible = fmt.Sprintf("%d %s %d was a %s", c.d, time.Month(c.m), c.y, time.Weekday(c.weekday()%7))
		if !pub.isZero() && pub.before(c) {
			d.Impossible = strings.Replace(d.Impossible, " was ", " is ", 1)
		}
	}
}
