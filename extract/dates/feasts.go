package dates

import (
	"fmt"
	"strings"
)

// holiday is the day of a feast in a year, by the rule that the list gives.
func (r *resolver) holiday(e *expr, year int, t func() tense) result {
	res := result{grain: day}
	rule := r.g.holidays[e.holiday]
	base := r.base()
	if year != none {
		return r.feastOr(e, feast(rule, year), res)
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
	begins := day // of "Easter weekend", the days before the feast
	if e.dir == none && e.unit == weekend {
		begins = day.addDays(-3)
	} else if e.dir == none && e.unit == week {
		begins = day.addDays(1 - day.weekday())
	}
	switch {
	case e.dir == -1 && !day.before(base), e.dir == none && base.before(begins) && (t() == past || base.addMonths(6).before(day) && t() != future):
		day = feast(rule, year-1)
	case e.dir == 1 && !base.before(day), e.dir == none && day.before(base) && (t() == future || day.addMonths(6).before(base) && t() != past):
		day = feast(rule, year+1)
	}
	return r.feastOr(e, day, res)
}

// feastOr gives res the day of a feast, or the weekend nearest to it.
func (r *resolver) feastOr(e *expr, c civil, res result) result {
	res.value = c.String()
	switch {
	case e.dir != none:
	case e.unit == weekend:
		res.value, res.grain = r.at(c.addDays(-2), weekend), weekend
	case e.unit == week:
		res.value, res.grain = r.at(c, week), week
	}
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
