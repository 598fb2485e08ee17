package dates

import (
	"strings"

	"github.com/newsvet/newsvet/extract"
)

// A loose date is a clock time or a part of the day to which the words beside
// it give no day: "at 9 p.m."
type loose struct {
	at   int // in the list of dates
	e    *expr
	zone int // minutes by which the value is ahead of UTC
}

// place gives loose dates the day of the nearest date of their sentence, else
// of the last one of the sentence before: "The fire broke out on Friday
// night. By 9 p.m. it was out." Others stay times of no day. Dates and loose
// ones are in the order of the text.
func (r *reader) place(out []extract.Date, open []loose) {
	loose := make(map[int]bool, len(open)) // still
	for _, l := range open {
		loose[l.at] = true
	}
	later := make([]int, len(out)) // the next date that is of a day
	for i, next := len(out)-1, len(out); i >= 0; i-- {
		later[i] = next
		if _, ok := dayOf(out[i]); ok && !loose[i] {
			next = i
		}
	}
	before, from := -1, 0
	for _, l := range open {
		for ; from < l.at; from++ {
			if _, ok := dayOf(out[from]); ok && !loose[from] {
				before = from
			}
		}
		if day, ok := r.dayNear(out, l.at, before, later[l.at]); ok {
			loose[l.at] = false
			d := &out[l.at]
			a, b, isRange := strings.Cut(d.Value[strings.IndexByte(d.Value, 'T'):], "/")
			d.Value = day + a
			if isRange {
				d.Value += "/" + day + b[strings.IndexByte(b, 'T'):]
			}
			span(d, l.e, &result{value: d.Value, zone: l.zone})
		}
	}
}

// dayNear is the day that is named nearest to the date at i, of those before
// and after it.
func (r *reader) dayNear(out []extract.Date, i, before, after int) (string, bool) {
	d := &out[i]
	if strings.IndexByte(d.Value, 'T') < 0 || strings.HasPrefix(d.Value, "/") || strings.HasSuffix(d.Value, "/") {
		return "", false
	}
	here := r.a.SentenceAt(d.Span.Start)
	back := before >= 0 && r.a.SentenceAt(out[before].Span.Start) >= here-1
	same := back && r.a.SentenceAt(out[before].Span.Start) == here
	if after < len(out) && r.a.SentenceAt(out[after].Span.Start) == here &&
		(!same || out[after].Span.Start-d.Span.End < d.Span.Start-out[before].Span.End) {
		return dayOf(out[after])
	}
	if back {
		return dayOf(out[before])
	}
	return "", false
}

// dayOf is the one day that d is of.
func dayOf(d extract.Date) (string, bool) {
	const day = len("2024-05-03")
	if d.Type != extract.DayDate && d.Type != extract.TimeDate || d.Page || d.Impossible != "" || len(d.Value) < day || strings.Contains(d.Value, "/") {
		return "", false
	}
	_, ok := parseDay(d.Value[:day])
	return d.Value[:day], ok && (len(d.Value) == day || d.Value[day] == 'T')
}
