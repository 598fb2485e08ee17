package extract

import (
	"time"

	"github.com/newsvet/newsvet/corpus/text"
)

// A Date is a stretch of time as a half-open range of instants; Grain says how
// exact the article is. From and To are zero where it could not be resolved:
// without a day of publication for a relative date, for a duration or a set,
// and where there is no such day. Days without a time zone are given in UTC.
type Date struct {
	Item
	Type       DateType  `json:"type"`
	Value      string    `json:"value"`           // TIMEX3: "2024-05-03", "2024-W18", "P3D", "PAST_REF"; "2024-05-03/2024-05-05" for both ends of a range; what is unknown is X
	Grain      string    `json:"grain,omitempty"` // century, decade, year, season, half, quarter, month, week, weekend, day, part, hour, minute, second
	From       time.Time `json:"from,omitzero"`   // of the whole range, for either end of "3 to 5 May"
	To         time.Time `json:"to,omitzero"`
	Mod        string    `json:"mod,omitempty"`        // TIMEX3: START, MID, END for "early 1991" (From and To are narrowed), APPROX for "about"
	Bound      string    `json:"bound,omitempty"`      // "since", "until", "before", "after", "by": the date is one end of what is told
	Of         string    `json:"of,omitempty"`         // what happened then, in the article's words: "phone call", "was held"
	Head       text.Span `json:"head,omitzero"`        // of the verb or event noun of Of, in the document's text
	Event      []string  `json:"event,omitempty"`      // stems of Of and its participants, sorted
	Hedged     bool      `json:"hedged,omitempty"`     // "about", "late", "early"
	Relative   bool      `json:"relative,omitempty"`   // resolved from another date: "on Tuesday", "last week"
	Tense      string    `json:"tense,omitempty"`      // "past", "present", "future": of the verb that the date belongs to, where it is known
	Sliding    bool      `json:"sliding,omitempty"`    // "this week", "last week", "last month": never in conflict
	Weekday    string    `json:"weekday,omitempty"`    // as stated beside a full date: "Thursday"
	Page       bool      `json:"page,omitempty"`       // in a dateline or a line that says when the article was published: of the page, never compared
	Impossible string    `json:"impossible,omitempty"` // why there is no such day: "April has 30 days", "27 June 2017 was a Tuesday"
}

// A DateType is a TIMEX3 type.
type DateType string

// The types of TIMEX3.
const (
	DayDate  DateType = "DATE"
	TimeDate DateType = "TIME"
	Duration DateType = "DURATION"
	Set      DateType = "SET"
)

// Resolved reports whether d is a stretch of the calendar.
func (d Date) Resolved() bool { return !d.From.IsZero() && d.To.After(d.From) }
