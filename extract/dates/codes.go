package dates

import "strconv"

// The codes of TIMEX3, sorted: an atom holds an index.
var (
	seasons  = [...]string{"FA", "SP", "SU", "WI"}
	dayParts = [...]string{"AF", "DA", "DT", "DU", "EV", "MI", "MO", "NI", "TMEL"}
)

// A unit is a unit of time.
type unit int

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	night
	weekend
	week
	fortnight
	month
	quarter
	half
	yearUnit
	decade
	century
	millennium
)

var unitCodes = map[string]unit{
	"TS": second, "TM": minute, "TH": hour, "D": day, "N": night, "WE": weekend, "W": week, "F": fortnight,
	"M": month, "Q": quarter, "H": half, "Y": yearUnit, "DE": decade, "CE": century, "ML": millennium,
}

// letters are what a unit is called in a value, after P or PT.
var letters = [...]string{"", "S", "M", "H", "D", "NI", "WE", "W", "W", "M", "Q", "H", "Y", "DE", "CE", "ML"}

// grains are the names of units in Date.Grain.
var grains = [...]string{"", "second", "minute", "hour", "day", "part", "weekend", "week", "week", "month", "quarter", "half", "year", "decade", "century", "millennium"}

func unitCode(s string) unit { return unitCodes[s] }

func (u unit) clock() bool { return second <= u && u <= hour }

// A mod narrows or loosens a date: "early 1991", "about ten years".
type mod int

const (
	noMod mod = iota
	modStart
	modMid
	modEnd
	modApprox
	modAtLeast
	modAtMost
	modMore
	modLess
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "MORE_THAN", "LESS_THAN"}

// modCode reads the value of an entry: a number, a unit or a mod.
func modCode(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for i, m := range modNames {
		if m == s {
			return i
		}
	}
	return int(unitCode(s))
}

// An action says how to read what a pattern matched. Of two that match the
// same words the later one is taken.
type action uint8

const (
	actNone action = iota
	actRef
	actSet
	actDuration
	actAgo
	actAnaphor
	actRelative
	actSpan
	actDate
)

var actionsByName = map[string]action{
	"ref": actRef, "set": actSet, "duration": actDuration, "ago": actAgo, "anaphor": actAnaphor, "relative": actRelative, "span": actSpan, "date": actDate,
}
