package dates

import (
	"strings"

	"github.com/newsvet/newsvet/extract"
)

// A tie is how an expression belongs with the next one.
type tie int

const (
	noTie  tie = iota
	toTie      // "May 3 to May 5": each is an end of one stretch
	oneTie     // "from May 3 to May 5": one date
	runTie     // "two weeks starting May 3": one date, too
)

// link ties the ends of ranges, and gives an end the month and the year that
// only the other has: "18 August - 15 September 1951".
//
// Both ends of "from March to May 1918" stay apart, as reports and histories
// tell of what happened at each; an arrangement is for the time between.
func (r *reader) link(found []*expr, history bool) {
	for i := 0; i+1 < len(found); i++ {
		a, b := found[i], found[i+1]
		if r.runs(a, b) {
			a.tie = runTie
			continue
		}
		t, joined := r.tied(a, b)
		if joined && t == oneTie && r.arranges(a) {
			present(a, b)
			present(b, a)
		}
		if !joined || !placed(a) || !placed(b) || a.typ != b.typ && t != noTie && (a.typ == extract.TimeDate) != (b.typ == extract.TimeDate) {
			continue
		}
		if onEdge(a) || onEdge(b) {
			a.tie = t // "from 2007 to the end of 2008" has days for its ends
			share(a, b)
			continue
		}
		if t == oneTie && (!r.byDays(a) || !r.byDays(b)) && (history || a.typ == extract.DayDate && r.joins(a.to) != dashJoin && !r.arranges(a)) {
			t = toTie
		}
		a.tie = t
		share(a, b)
	}
}

// present reads "now" as today where it is the end of a range of days.
func present(e, other *expr) {
	if e.action == actRef && e.refKind && e.ref == 0 && len(e.path) == 1 && placed(other) && other.clock == none && other.holiday == none {
		e.action, e.today, e.refKind = actRelative, 0, false
	}
}

// runs reports whether the length of time a begins on the day b: "for two
// weeks starting May 3", "a week, from Monday".
func (r *reader) runs(a, b *expr) bool {
	if a.action != actDuration || len(a.amounts) != 1 || a.amounts[0].tenths <= 0 || a.amounts[0].unit.clock() || !r.near(b.from) || !placed(b) || b.clock != none {
		return false
	}
	i := a.to
	if r.is(i, ",") {
		i++
	}
	if !r.near(i) || i >= len(r.tokens) || !r.guarded(i, isBegin) {
		return false
	}
	return i+1 == b.from || i+2 == b.from && r.is(i+1, "on")
}

// onEdge reports whether e is where a time begins, ends or is half over: "the end
// of March".
func onEdge(e *expr) bool {
	if e.mod != modStart && e.mod != modMid && e.mod != modEnd {
		return false
	}
	for _, a := range e.path {
		if a.class == cModOf {
			return true
		}
	}
	return false
}

// byDays reports whether e is a day.
func (r *reader) byDays(e *expr) bool { return e.day != none || e.today != none }

// placed reports whether e is a place on the calendar.
func placed(e *expr) bool {
	return (e.action == actDate || e.action == actRelative || e.action == actSpan) && e.decade == none && e.century == none
}

// tied says how a and b are joined by the words between them.
func (r *reader) tied(a, b *expr) (tie, bool) {
	if b.from-a.to == 2 && r.article(a.to+1) {
		// "entre el 3 de mayo y el 5 de junio"
	} else if b.from-a.to != 1 || !r.near(b.from) || !r.near(a.to) {
		return noTie, a.to == b.from && r.near(b.from) && a.dayTo != none
	}
	from, between := r.opens(a)
	days := r.byDays(a) && r.byDays(b)
	switch join := r.joins(a.to); {
	case join == 0:
		return noTie, false
	case join == andJoin:
		if between || from && days {
			return oneTie, true
		}
		return noTie, true
	case join == orJoin:
		return noTie, true
	case join == dashJoin && (a.month != none && b.month != none && a.day == none && b.day == none || figures(a) && figures(b) || from || between || r.arranges(a)):
		return oneTie, true
	case join == toJoin && (from || between && days || r.arranges(a)) && !r.moved(a):
		return oneTie, true
	}
	return toTie, true
}

// figures reports whether e is written in figures: 10/1/2018.
func figures(e *expr) bool { return e.path[0].class == cNumDate }

// article reports whether token i is an article.
func (r *reader) article(i int) bool {
	return r.is(i, "the") || r.is(i, "el") || r.is(i, "la") || r.is(i, "las") || r.is(i, "los")
}

// opens reports whether a stretch of time may begin with e: after "from" or
// after "between", with an article perhaps.
func (r *reader) opens(e *expr) (from, between bool) {
	i := e.from - 1
	if i > 0 && r.article(i) && r.near(i) && r.near(e.from) {
		i--
	}
	if i < 0 || !r.near(i+1) {
		return false, false
	}
	from = r.is(i, "from") || r.is(i, "desde") || r.is(i, "de") || r.is(i, "del")
	return from, r.is(i, "between") || r.is(i, "entre")
}

// The ways in which a word joins two dates.
const (
	toJoin = 1 + iota
	andJoin
	dashJoin
	orJoin
)

// joins says how token i joins the dates beside it, 0 if it does not.
func (r *reader) joins(i int) int {
	switch strings.ToLower(r.of(i)) {
	case "to", "through", "until", "till", "thru", "hasta", "a", "al":
		return toJoin
	case "and", "y":
		return andJoin
	case "-", "–", "—", "~":
		return dashJoin
	case ",", "or", "&":
		return orJoin
	}
	return 0
}

// reachOfMove is how many tokens before a date the verb is looked for that
// moves an event from one day to another.
const reachOfMove = 8

// moved reports whether e is the day that something was moved from, "put off
// from Friday to Monday": that is no stretch of time.
func (r *reader) moved(e *expr) bool {
	for i := e.from - 1; i >= max(0, e.from-reachOfMove) && r.near(i+1); i-- {
		if r.guarded(i, isMove) {
			return true
		}
	}
	return false
}

// share gives a the year of b, and b the month of a.
func share(a, b *expr) {
	if a.month != none && a.year == none && b.year != none && b.month != none && a.unit == noUnit && a.dir == none && (a.day == none) == (b.day == none) {
		a.year, a.bc = b.year, b.bc
		if a.tie != noTie && a.month > b.month {
			a.year--
		}
	}
	if a.tie != noTie && b.bc && a.year != none && !a.bc {
		a.bc = true
	}
}
