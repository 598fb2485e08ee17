package dates

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// allowed reports whether the words around an expression let it be one: ages,
// fractions, counts, names and verbs that look like dates are not.
func (r *reader) allowed(e *expr) bool {
	first := e.path[0]
	if e.weekday != none && e.day == none && len(e.path) <= 2 && r.shortWeekday(e) {
		return false
	}
	switch {
	case first.class == cMonth && len(e.path) == 3 && e.path[1].class == cHyphen && e.year == none && len(r.of(e.from)) > 4:
		return false // a Long March-5 rocket
	case r.countsOn(e), r.countsHours(e), r.dayOfNext(e):
		return false
	case (e.quarter != none || e.half != none) && e.year == none && e.unit == noUnit && first.class != cQ && r.ofSport():
		return false // "a fourth quarter touchdown"
	case (first.class == cDay || first.class == cNumDate) && r.glued(e.from) && r.after(e, "$", "€", "£"):
		return false // "for $12 December 27"
	case e.action == actDuration && first.class >= cLiteral && r.is(e.from, "all"):
		return r.arranges(e)
	case e.holiday != none && e.unit != noUnit && e.dir == none:
		return e.unit == week || e.unit == weekend // not "Labor Day hours"
	case r.bareDay(e):
		return isDigits(r.of(e.to-1)) && (e.to >= len(r.tokens) || !r.near(e.to) || r.tokens[e.to].Kind == text.Mark && !r.is(e.to, "-") && !r.is(e.to, "%") || r.next(e, "at", "from", "between")) // not "Friday's second goal"
	case first.class == cUnit && len(e.path) > 1 && e.path[1].class == cNum && e.unit != week:
		return false
	case e.isFinal && e.action == actRelative && e.quarter == none && e.month == none && e.year == none && e.half == none:
		return false // "the final day" of what?
	case e.decade != none:
		return r.allowedDecade(e)
	}
	return r.allowedBeside(e)
}

// allowedBeside looks at the words beside an expression.
func (r *reader) allowedBeside(e *expr) bool {
	single := len(e.path) == 1
	first := e.path[0]
	switch {
	case single && first.class == cFreq && e.unit != noUnit && e.unit != yearUnit:
		named := r.capital(e.from) && e.from > 0 && r.near(e.from) && r.tokens[e.from-1].Kind == text.Word && r.capital(e.from-1) // the Aldport Daily
		return !named && (!r.lowerWord(e.to) || r.followed(e, ends) && !r.next(e, "of"))
	case e.action == actRef && e.ref == 1:
		return !r.lowerWord(e.to) || r.followed(e, ends)
	case e.action == actSet && len(e.amounts) > 0 && e.amounts[len(e.amounts)-1].unit == second:
		return false
	case single && first.class == cPart:
		return r.led(e, beforePart)
	case single && first.class == cNumDate && r.g.named.Has(r.text[r.tokens[e.from].Start:r.end(e.to-1)]):
		return true
	case single && first.class == cNumDate && e.year == none:
		return r.allowedFraction(e)
	case len(e.path) == 2 && first.class == cHedge && e.path[1].class == cYear:
		return plausible(e.year) && !r.counted(e.to) && !(r.glued(e.to) && (r.is(e.to, "/") || r.is(e.to, "-"))) // "about 2019/08/01"
	case single && first.class == cYY:
		return r.led(e, beforeYY) || r.after(e, "-")
	case single && first.class == cSpan:
		return !r.counted(e.to) && !r.after(e, "$", "€", "£") && !(r.glued(e.from) && r.is(e.from-1, "-"))
	case single && first.class == cYear:
		return r.allowedYear(e)
	case single && first.class == cSeason || len(e.path) == 2 && e.path[1].class == cSeason && r.is(e.from, "the"):
		return r.allowedSeason(e)
	case e.nth != 0 && e.year == none && e.month == none && e.outer == noUnit && e.weekday == none && e.path[len(e.path)-1].class == cUnit:
		return false // "the third week" of what?
	case single && first.class == cClock && first.w >= 3:
		return first.u == clockKnown && (first.n > hourMinuteSecond || r.after(e, "at") || first.v >= 12*60) // "finished in 2:31:07"
	case single && first.class == cMonth:
		return r.allowedMonth(e)
	case e.unit != noUnit && len(e.path) == 3 && r.is(e.from, "the") && (r.is(e.to-1, "before") || r.is(e.to-1, "previous")):
		return e.to >= len(r.tokens) || !r.near(e.to) || r.tokens[e.to].Kind == text.Mark
	case e.unit != noUnit && len(e.path) == 2 && r.is(e.from, "the") && first.class >= cLiteral:
		return r.allowedTheUnit(e)
	case e.action == actDuration || e.action == actAgo && e.ago == 0:
		return r.allowedDuration(e)
	case single && first.class == cOrdN || len(e.path) == 2 && e.path[1].class == cOrdN && first.class >= cLiteral:
		return r.allowedOrdinal(e)
	}
	return true
}

// countsOn reports whether an ordinal in words at the end of e begins something
// else: "on Friday the first goal", "on January 9 - the first since 2015".
func (r *reader) countsOn(e *expr) bool {
	k := e.path[len(e.path)-1].class
	if len(e.path) < 2 || k != cOrd && k != cDay || e.day == none || e.action != actSpan && e.month != none || r.tokens[e.to-1].Kind != text.Word {
		return false
	}
	return r.lowerWord(e.to) && (!r.followed(e, ends) || r.next(e, "of", "since"))
}

// countsHours reports whether what is read as an hour at the end of e counts
// what comes after it: "on Friday after 15 seasons".
func (r *reader) countsHours(e *expr) bool {
	last := e.path[len(e.path)-1]
	return len(e.path) > 1 && last.class == cHour && r.counted(e.to)
}

// dayOfNext reports whether the month of e goes with the number after it and
// the number before it counts: "the 19 Sept. 11 hijackers".
func (r *reader) dayOfNext(e *expr) bool {
	n := len(e.path)
	if n < 2 || e.path[n-1].class != cMonth || e.path[n-2].class != cDay || !r.is(int(e.path[n-2].at)-1, "the") || !r.near(e.to) {
		return false
	}
	s := r.of(e.to)
	return isDigits(s) && len(s) <= 2 && atoi(s) >= 1 && atoi(s) <= 31 && r.counted(e.to+1)
}

// bareDay reports whether e ends with a weekday and a number that may be its
// day: "on Sunday 31".
func (r *reader) bareDay(e *expr) bool {
	n := len(e.path)
	return n > 1 && e.path[n-1].class == cDay && e.path[n-2].class == cWeekday && e.month == none
}

// hourMinuteSecond is how many tokens 2:31:07 has: one with a.m. has more.
const hourMinuteSecond = 5

// shortWeekday reports whether the weekday of e is "Sun" or "Wed" and nothing
// says that it is one.
func (r *reader) shortWeekday(e *expr) bool {
	for _, a := range e.path {
		if a.class == cWeekday {
			i := int(a.at)
			return r.entry(i).capped && !(a.n == 2 || r.is(i-1, "on") || r.is(i-1, "by") || r.is(i-1, "until") || r.is(i-1, "since") || r.is(i-1, "next"))
		}
	}
	return false
}

// allowedDecade refuses ages: "in his early 20s", "from 20s to 50s".
func (r *reader) allowedDecade(e *expr) bool {
	for _, a := range e.path {
		i := int(a.at)
		if a.class == cDecade && r.entry(i).number.kind == 'N' && !r.decadeWords(e) {
			return false // "treinta" is a number first
		}
		if a.class == cDecade && r.tokens[i].Kind == text.Number && len(r.of(i)) == 3 {
			return !r.his(e.from) && (r.is(e.from, "the") || r.is(e.from-1, "the") || e.mod != noMod)
		}
	}
	return !r.his(e.from)
}

// decadeWords reports whether a number in words is said to be a decade: "los
// años noventa", "en los noventa".
func (r *reader) decadeWords(e *expr) bool {
	for _, a := range e.path {
		if a.class == cUnits || a.class == cUnit {
			return true
		}
	}
	return (r.is(e.from, "los") || r.is(e.from-1, "los")) && (!r.lowerWord(e.to) || r.followed(e, ends))
}

// lowerWord reports whether token i goes on in the same line with a word that
// is not capitalised.
func (r *reader) lowerWord(i int) bool {
	return i < len(r.tokens) && r.near(i) && r.tokens[i].Kind == text.Word && !r.capital(i) || r.is(i, "-") && r.glued(i)
}

// allowedFraction refuses 3/4 and 22 7/8.
func (r *reader) allowedFraction(e *expr) bool {
	if e.from > 0 && r.tokens[e.from-1].Kind == text.Number {
		return false
	}
	if r.after(e, "$") || r.after(e, "-") && !r.slashed(e.from-2) {
		return false
	}
	if r.led(e, beforeFigures) || r.after(e, "-") {
		return true
	}
	if r.numbered(e) {
		return false
	}
	switch b := r.of(e.to - 1); b {
	case "2", "3", "4", "5", "8", "10", "16", "20":
		return atoi(r.of(e.from)) >= atoi(b)
	}
	return len(r.of(e.from)) <= 2
}

// numbered reports whether the fraction of e numbers one of many, as the one
// after it or before it does near by: the pictures 9/29 and 10/29.
func (r *reader) numbered(e *expr) bool {
	const window = 200 // bytes on either side
	k, of := atoi(r.of(e.from)), "/"+r.of(e.to-1)
	from, to := r.tokens[e.from].Start, r.end(e.to-1)
	around := r.text[max(0, from-window):min(len(r.text), to+window)]
	for _, next := range []int{k - 1, k + 1} {
		if next > 0 && strings.Contains(around, " "+strconv.Itoa(next)+of+" ") {
			return true
		}
	}
	return false
}

// allowedYear refuses four digits before a plural noun, after a currency or a
// hyphen, and years that no news speaks of without saying "in".
func (r *reader) allowedYear(e *expr) bool {
	y := e.year
	if y < 1000 || e.from > 1 && r.glued(e.from) && r.is(e.from-1, "-") && r.tokens[e.from-2].Kind == text.Number && (len(r.of(e.from-2)) < 4 || e.from > 3 && r.glued(e.from-2) && r.is(e.from-3, "-")) {
		return false // 555-2024
	}
	if e.from > 0 && r.glued(e.from) && !r.is(e.from-1, "(") && !r.is(e.from-1, "'") && !r.is(e.from-1, "\"") && !r.is(e.from-1, "“") && !r.is(e.from-1, "-") && !r.is(e.from-1, "/") && !r.is(e.from-1, "[") {
		return false
	}
	if r.after(e, "$", "€", "£", "#") || r.led(e, beforeNumber) && !(r.led(e, beforeMaybe) && plausible(y)) {
		return false
	}
	if r.glued(e.to) && (r.is(e.to, "%") || r.is(e.to, "/") || r.is(e.to, ":") || r.is(e.to, "-") && r.glued(e.to+1) && e.to+1 < len(r.tokens) && r.tokens[e.to+1].Kind == text.Number && len(r.of(e.to+1)) < 4 || r.is(e.to, "-") && e.to+1 < len(r.tokens) && r.tokens[e.to+1].Kind == text.Word && !plausible(y)) {
		return false
	}
	if r.glued(e.from) && r.glued(e.to) && r.is(e.from-1, "-") && r.is(e.to, "-") {
		return false // of a code: AB-2013-3893
	}
	if r.counted(e.to) && !(plausible(y) && r.after(e, "the", "-")) {
		return false
	}
	if plausible(y) {
		return true
	}
	if e.to >= len(r.tokens) || !r.near(e.to) || r.tokens[e.to].Kind == text.Mark && !r.is(e.to, "-") || strings.Contains(r.text[r.tokens[e.to-1].End:r.tokens[e.to].Start], "\n") {
		return y >= 1500 || r.after(e, ",", "(")
	}
	if y >= 1500 && (r.after(e, "the") || e.to < len(r.tokens) && r.capital(e.to)) {
		e.weak = !r.after(e, "the")
		return true
	}
	return r.led(e, beforeYear) || r.after(e, "-") ||
		r.after(e, "(") && (r.next(e, ")", "-", ",", "–"))
}

// plausible years stand in news without a preposition.
func plausible(y int) bool { return 1900 <= y && y <= 2060 }

func (r *reader) allowedSeason(e *expr) bool {
	if r.capital(e.to-1) && e.to < len(r.tokens) && r.near(e.to) && r.tokens[e.to].Kind == text.Word && r.capital(e.to) && !r.newline(e.to) {
		return false // the Winter Fair
	}
	if !r.guarded(e.to-1, isSeason) {
		return true
	}
	if len(e.path) == 2 {
		return r.led(e, beforeSeason) && !r.next(e, "in", "to", "from", "of")
	}
	return r.led(e, beforeBareSeason) && !r.next(e, "in", "to", "from", "of")
}

// allowedMonth refuses May the modal, March the demonstration, April the name.
func (r *reader) allowedMonth(e *expr) bool {
	if r.entry(e.from).abbrev && e.path[0].n == 1 && len(r.of(e.from)) == 3 {
		return false // a name: Jan, Mar
	}
	if r.guarded(e.from, isWord) {
		if !r.led(e, beforeMonth) && !r.after(e, "-", "(", "'s") {
			return false
		}
		if r.next(e, "on", "in") && r.guarded(e.from, isWalk) && e.to+1 < len(r.tokens) && r.capital(e.to+1) {
			return false
		}
		if r.led(e, beforeWalk) && r.guarded(e.from, isWalk) && (e.to >= len(r.tokens) || r.tokens[e.to].Kind != text.Word || r.followed(e, ends|goesOn) || r.next(e, "against")) {
			return false
		}
	}
	// A name: April Roe, but not "April Fools".
	if e.to < len(r.tokens) && r.near(e.to) && r.tokens[e.to].Kind == text.Word && r.capital(e.to) && r.tokens[e.to].Start-r.tokens[e.to-1].End == 1 && !r.is(e.to-1, ".") {
		if r.guarded(e.from, isName) {
			return r.led(e, beforeNamed)
		}
	}
	return true
}

func (r *reader) allowedTheUnit(e *expr) bool {
	switch e.unit {
	case weekend:
		return true
	case quarter, yearUnit:
		return r.led(e, beforeUnit) && !r.followed(e, goesOn) && !r.next(e, "-")
	case week, month, day:
		return r.led(e, beforeUnit) && !r.followed(e, goesOn) && !r.next(e, "-", "of", "in", "to", "for")
	}
	return false
}

// allowedDuration refuses ages, and units alone that nothing measures.
func (r *reader) allowedDuration(e *expr) bool {
	if n := len(e.amounts); n == 0 || n == 1 && e.amounts[0].unit == quarter && e.amounts[0].tenths == 10 && !r.is(e.from, "one") {
		return false // "more than a quarter of them"
	}
	if e.to-e.from == 2 && r.tokens[e.from].Kind == text.Number && r.capital(e.to-1) && !r.capital(max(e.from-1, 0)) {
		return false // "60 Minutes"
	}
	if r.next(e, "old", "old's") || r.next(e, "-") && r.is(e.to+1, "old") || r.next(e, "of") && r.is(e.to+1, "age") {
		return false
	}
	if len(e.path) == 2 && r.is(e.from, "another") {
		return r.led(e, beforeAnother) // not "another day"
	}
	if len(e.path) == 1 { // "years"
		return r.led(e, beforeUnits) && !r.next(e, "of", "in", "later", "ago", "earlier")
	}
	if len(e.amounts) == 1 && e.amounts[0].unit == second && e.path[0].class != cNum && e.path[0].class != cHedge && e.path[0].class != cVague {
		return false // "a second term"
	}
	return true
}

func (r *reader) allowedOrdinal(e *expr) bool {
	return r.led(e, beforeOrdinal) &&
		(e.to >= len(r.tokens) || !r.near(e.to) || r.tokens[e.to].Kind == text.Mark && !r.is(e.to, "-") || r.followed(e, ends))
}
