package dates

import "github.com/newsvet/newsvet/extract"

const none = -1 << 20 // a slot that the words leave open

// An expr is what the words alone say: an underspecified value. What they
// leave open is filled in by resolve.
type expr struct {
	hit
	action action
	typ    extract.DateType

	year, month, day, weekday int
	yearTo                    int // of a span of years
	dayTo                     int // of a span of days
	decade, century           int // 199, 19
	season, part, holiday     int
	quarter, half             int
	clock, clockPrec          int
	clockKnown, bc, fiscal    bool
	zone                      int  // minutes from UTC
	summer                    bool // an hour more in summer
	today                     int  // days from publication
	dir                       int  // last, this, next
	unit                      unit // of dir, anaphor or set
	then                      anaphor
	yearEarlier, period       bool
	mod, loose                mod // loose of a hedge
	hedged                    bool
	amounts                   []amount
	ago                       int  // -1 back, 1 on
	often                     bool // Mondays, Monday nights
	ahead                     bool // after "in": a time from now, if the sentence looks ahead
	timed                     bool // "in two weeks' time"
	local, sliding            bool // by local time; "the past week"
	side                      int  // two days after, before the day that e gives
	fromPub                   bool // ago, from now: not from the date before
	ref                       int
	refKind                   bool
	every                     int
	tie                       tie // to the next expression
	clockTo                   int
	nth                       int  // the second week of …
	outer                     unit // … of this unit
	isFinal                   bool // "the final quarter"
	weak                      bool // only in a story of long ago
	arranged                  bool // in a sentence that arranges something
	working                   bool // working days
	toCome                    bool // what comes before it is said: "ahead of Tuesday"
	leads                     bool // its sentence begins with it: "In 1943 …"
	inner                     int  // "Tuesday after 1 p.m.": the side of the clock time
}

// An amount is a number of units, in tenths; unknown if negative.
type amount struct {
	tenths int
	unit   unit
}

// An anaphor points at the date before.
type anaphor int

const (
	noAnaphor anaphor = iota
	same
	following
	preceding
	latest
)

// newExpr reads what a pattern matched.
func newExpr(h hit) *expr {
	e := &expr{hit: h, action: h.action, typ: extract.DayDate, year: none, month: none, day: none, weekday: none, yearTo: none, dayTo: none,
		decade: none, century: none, season: none, part: none, holiday: none, quarter: none, half: none, clock: none, zone: none,
		today: none, dir: none, ref: none, clockTo: none}
	var st slots
	for _, a := range h.path {
		e.take(a, &st)
	}
	e.finish(&st)
	return e
}

// finish gives the type, and the reading of numbers that no unit has taken.
func (e *expr) finish(st *slots) {
	if e.often && e.day == none {
		e.action = actSet
	}
	switch e.action {
	case actDuration:
		e.typ = extract.Duration
		if st.ord == 1 && e.year != none {
			e.nth = 1 // the first ten months of 1915
		}
	case actSet:
		e.typ = extract.Set
	case actAgo:
		e.yearEarlier = len(e.amounts) == 1 && e.amounts[0] == amount{10, yearUnit}
	}
	if e.bc && e.year == none && st.num > 0 {
		e.year = st.num / 10
	}
	if p := e.path; len(p) > 1 && p[len(p)-1].class == cModOf && e.unit != noUnit && e.dir == none && e.then == noAnaphor {
		e.dir = 0 // year-end
	}
	if p := e.path; len(p) == 3 && p[1].class == cUnit && p[2].class >= cLiteral && e.then == noAnaphor && e.action == actRelative && p[0].class >= cLiteral {
		e.then = preceding // "the year before"
	}
	if e.action == actSet && e.every == 0 {
		e.every = 1
	}
	if e.unit == century && st.ord > 0 {
		e.century = st.ord - 1 // siglo XX
	}
	if st.ord > 0 && st.ord <= 31 && e.day == none && (e.weekday != none || e.month != none) && e.quarter == none && e.century == none && (e.action == actRelative || e.action == actDate) && e.unit == noUnit {
		e.day = st.ord // Wednesday the thirty-first, primero de enero
	}
	if e.weekday != none && e.dir == -1 && e.month != none && e.day == none && e.unit == noUnit && e.action == actRelative {
		e.nth, e.dir = -1, none // the last Monday of May
	}
	e.finishClock(st)
	if e.clock == none {
		e.inner = 0
	}
	if e.action <= actDuration && e.action != actNone {
		return
	}
	if e.clock != none || e.part != none || e.unit == night {
		e.typ = extract.TimeDate
	}
}

// finishClock reads the numbers of "half past seven", "20 past eight", "at 7".
func (e *expr) finishClock(st *slots) {
	if e.action != actRelative || st.num <= 0 {
		return
	}
	if e.unit == week && e.nth == 0 && e.dir == none {
		e.nth = st.num / 10 // "week 23"
		return
	}
	if e.clock == none && e.half == none && (e.part != none || e.today != none || e.weekday != none) && st.num <= 240 {
		e.clock, e.clockPrec = st.num*6, 1
	}
}
