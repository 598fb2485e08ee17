package dates

import (
	"fmt"
	"strings"
	"time"
)

// A tense is where the words around a date point.
type tense int

const (
	noTense tense = iota
	past
	future
	presentTense
)

// A resolver fills in what expressions leave open: from the day of
// publication, the tense, and the dates before.
type resolver struct {
	g         *grammar
	pub       civil     // zero if unknown
	now       time.Time // of publication, zero unless known to the minute
	narrative bool      // the article tells of long ago: partial dates follow the date before
	prev      civil     // first day of the last date
	prevGrain unit
	prevDay   civil // the last day given, for "that day" and bare clock times
	aside     int   // the year last mentioned in passing
	since     civil // the day from which a range runs whose end is resolved
	quarterY  int   // the last quarter spoken of
	quarterN  int
}

// refs are the values of what has no place on the calendar.
var refs = [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}

// A result is a value and how it was come by.
type result struct {
	value    string
	open     bool // a time of a day that the words beside it do not give
	grain    unit
	zone     int   // minutes by which the value is ahead of UTC
	slack    int   // days on either side that the value does not tell from it
	length   bool  // "the past decade" is a length of time, not the 1990s
	about    bool  // as people count hours
	likely   bool  // the day of publication stands in for the day
	from, to civil // where the value does not tell
	relative bool
	weekday  int // stated beside a full date
	bad      civil
	badDay   bool
}

// resolve returns the value of e. It asks for the tense only where the value
// depends on it: most often a sentence has to be parsed to tell.
func (r *resolver) resolve(e *expr, t func() tense) result {
	var res result
	switch e.action {
	case actRef:
		res.value = refs[max(min(e.ref, 1), -1)+1]
		return res
	case actSet:
		return r.set(e)
	case actDuration:
		if whole, ok := r.partOf(e); ok {
			r.remember(e, &whole)
			if !whole.from.isZero() {
				return whole
			}
		}
		if res, ok := r.stretch(e); ok {
			return res
		}
		if e.ahead && !e.hedged && e.unit < decade && !r.pub.isZero() && (e.arranged || t() == future || e.timed && t() != past) {
			e.ago, e.fromPub = 1, true // "will leave in two weeks"
			res = r.shift(e, t)
			break
		}
		res.value, res.grain = duration(e.amounts)
		return res
	case actAgo:
		res = r.shift(e, t)
	case actAnaphor, actRelative, actDate, actSpan:
		res = r.calendar(e, t)
	}
	r.remember(e, &res)
	return res
}

// remember makes res the date that later ones may refer to.
func (r *resolver) remember(e *expr, res *result) {
	v, _, _ := strings.Cut(res.value, "T")
	v, _, _ = strings.Cut(v, "/")
	v, bc := strings.CutPrefix(v, "BC")
	first, _, ok := dayRange(v)
	if bc {
		first.y = -first.y // one year off from the astronomers' count
	}
	if !ok || res.grain >= decade || e.yearEarlier {
		return
	}
	if !e.leads && r.isAside(first, res.grain) {
		return
	}
	r.prev, r.prevGrain = first, res.grain
	if res.grain == day || res.grain == night || res.grain == hour || res.grain == minute {
		r.prevDay = first
	}
	later := first.y > r.quarterY || first.y == r.quarterY && (first.m+2)/3 >= r.quarterN
	if res.grain == quarter && later && (r.pub.isZero() || !r.pub.addMonths(3).before(first)) && e.action != actAgo && !e.yearEarlier {
		r.quarterY, r.quarterN = first.y, (first.m+2)/3
	}
}

// isAside reports whether a history that tells by days and months only mentions
// a year: "papers released in 2005 show that on 4 August no shot was fired". Two
// such years in a row are where it goes on.
func (r *resolver) isAside(first civil, grain unit) bool {
	far := func(a, b int) bool { return a-b > asideYears || b-a > asideYears }
	if !r.narrative || grain != yearUnit || r.prevGrain >= yearUnit || r.prev.isZero() || !far(first.y, r.prev.y) {
		return false
	}
	again := r.aside != 0 && !far(first.y, r.aside)
	r.aside = first.y
	return !again
}

// asideYears is how many years a history goes on in one step. Chosen on
// WikiWars.
const asideYears = 5

// base is the day that "last" and "next" count from.
func (r *resolver) base() civil {
	if r.narrative && !r.prev.isZero() {
		return r.prev
	}
	return r.pub
}

func (r *resolver) set(e *expr) result {
	res := result{grain: e.unit}
	n := max(e.every, 1)
	switch {
	case e.weekday != none:
		res.value = fmt.Sprintf("XXXX-WXX-%d", e.weekday)
		if e.part != none {
			res.value += "T" + strings.TrimPrefix(dayParts[e.part], "T")
		}
		if e.clock != none {
			res.value += "T" + clockValue(e)
		}
		res.grain = week
	case e.month != none && e.day != none:
		res.value = fmt.Sprintf("XXXX-%02d-%02d", e.month, e.day)
	case e.day != none && e.unit == month:
		res.value = fmt.Sprintf("XXXX-XX-%02d", e.day)
	case e.month != none:
		res.value = fmt.Sprintf("XXXX-%02d", e.month)
	case e.part != none:
		res.value = "XXXX-XX-XXT" + dayParts[e.part]
	case e.season != none:
		res.value = "XXXX-" + seasons[e.season]
	case e.unit == weekend && n == 1:
		res.value = "XXXX-WXX-WE"
	case e.every == -2:
		res.value = "P6M"
	case len(e.amounts) > 0:
		a := e.amounts[len(e.amounts)-1]
		if a.tenths > 0 {
			a.tenths *= n
		}
		res.value, res.grain = duration([]amount{a})
	case e.unit != noUnit:
		res.value, _ = duration([]amount{{n * 10, e.unit}})
	}
	return res
}

// duration is the TIMEX3 value of a length of time.
func duration(amounts []amount) (string, unit) {
	date, clock := "", ""
	u := noUnit
	for _, a := range amounts {
		u = a.unit
		if years := map[unit]int{decade: 10, century: 100, millennium: 1000}[a.unit]; years > 0 && a.tenths >= 0 {
			a = amount{a.tenths * years, yearUnit}
		}
		n := "X"
		if a.tenths >= 0 {
			k := a.tenths
			if a.unit == fortnight {
				k *= 2
			}
			n = fmt.Sprint(k / 10)
			if k%10 != 0 {
				n += fmt.Sprintf(".%d", k%10)
			}
		}
		if n += letters[a.unit]; a.unit.clock() {
			clock += n
		} else {
			date += n
		}
	}
	if clock != "" {
		clock = "T" + clock
	}
	return "P" + date + clock, u
}

// at is the value of the unit that holds day.
func (r *resolver) at(day civil, u unit) string {
	if day.y > 9999 {
		return "FUTURE_REF"
	}
	if day.y < 0 {
		day.y = -day.y
		return "BC" + r.at(day, u)
	}
	switch u {
	case week, fortnight:
		y, w := day.isoWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case weekend:
		y, w := day.isoWeek()
		return fmt.Sprintf("%04d-W%02d-WE", y, w)
	case month:
		return fmt.Sprintf("%04d-%02d", day.y, day.m)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", day.y, (day.m+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", day.y, (day.m+5)/6)
	case yearUnit:
		return fmt.Sprintf("%04d", day.y)
	case decade:
		return fmt.Sprintf("%03d", day.y/10)
	case century, millennium:
		return fmt.Sprintf("%02d", day.y/100)
	case night:
		return day.String() + "TNI"
	}
	return day.String()
}

// unknown is the value of e without a day to count from.
func unknown(e *expr) string {
	v := "XXXX-XX-XX"
	switch {
	case e.month != none && e.day != none:
		v = fmt.Sprintf("XXXX-%02d-%02d", e.month, e.day)
	case e.month != none:
		v = fmt.Sprintf("XXXX-%02d", e.month)
	case e.weekday != none:
		v = fmt.Sprintf("XXXX-WXX-%d", e.weekday)
	case e.season != none:
		v = "XXXX-" + seasons[e.season]
	case e.quarter != none:
		v = fmt.Sprintf("XXXX-Q%d", e.quarter)
	case e.half != none:
		v = fmt.Sprintf("XXXX-H%d", e.half)
	case e.unit == week:
		v = "XXXX-WXX"
	case e.unit == month:
		v = "XXXX-XX"
	case e.unit == yearUnit:
		v = "XXXX"
	case e.unit == quarter:
		v = "XXXX-QX"
	}
	return v
}
