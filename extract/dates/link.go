package dates

import "github.com/newsvet/newsvet/extract"

// A tie is how an expression belongs with the next one.
type tie int

const (
	noTie  tie = iota
	toTie      // "May 3 to May 5": each is an end of one stretch
	oneTie     // "from May 3 to May 5": one date
)

// link ties the ends of ranges, and gives an end the month and the year that
// only the other has: "18 August - 15 September 1951".
func (r *reader) link(found []*expr) {
	for i := 0; i+1 < len(found); i++ {
		a, b := found[i], found[i+1]
		t, joined := r.tied(a, b)
		if !joined || !placed(a) || !placed(b) || a.typ != b.typ && t != noTie && (a.typ == extract.TimeDate) != (b.typ == extract.TimeDate) {
			continue
		}
		a.tie = t
		share(a, b)
	}
}

// placed reports whether e is a place on the calendar.
func placed(e *expr) bool {
	return (e.action == actDate || e.action == actRelative || e.action == actSpan) && e.decade == none && e.century == none
}

// tied says how a and b are joined by the words between them.
func (r *reader) tied(a, b *expr) (tie, bool) {
	if b.from-a.to == 2 && (r.is(a.to+1, "el") || r.is(a.to+1, "las") || r.is(a.to+1, "la") || r.is(a.to+1, "the")) {
		// "entre el 3 de mayo y el 5 de junio"
	} else if b.from-a.to != 1 || !r.near(b.from) || !r.near(a.to) {
		return noTie, a.to == b.from && r.near(b.from) && a.dayTo != none
	}
	from, between := r.after(a, "from") || r.after(a, "desde") || r.after(a, "de"), r.after(a, "between") || r.after(a, "entre")
	if (from || between) && a.day != none && b.day != none {
		from, between = true, true
	}
	switch {
	case r.is(a.to, "and"), r.is(a.to, "y"):
		if between {
			return r.one(a, b), true
		}
		return noTie, true
	case r.is(a.to, ","), r.is(a.to, "or"), r.is(a.to, "&"):
		return noTie, true
	case r.is(a.to, "to"), r.is(a.to, "through"), r.is(a.to, "until"), r.is(a.to, "till"), r.is(a.to, "thru"), r.is(a.to, "hasta"), r.is(a.to, "a"), r.is(a.to, "al"):
		if from {
			return r.one(a, b), true
		}
		return toTie, true
	case r.is(a.to, "-"):
		return r.one(a, b), true
	}
	return noTie, false
}

// one says that figures make one date of both ends, "10/1/2018 - 10/7/2018",
// and that "from" and "between" do of days: months and years are dates of
// their own.
func (r *reader) one(a, b *expr) tie {
	if a.path[0].class == cNumDate && b.path[0].class == cNumDate {
		return oneTie
	}
	if a.day != none && b.day != none && r.after(a, "from", "between", "desde", "de", "entre", "el") {
		return oneTie
	}
	return toTie
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
