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
// night. By 9 p.m. it was out." Others stay times of no day.
func (r *reader) place(out []extract.Date, open []loose) {
	loose := make(map[int]bool, len(open))
	for _, l := range open {
		loose[l.at] = true
	}
	for _, l := range open {
		if day, ok := r.dayNear(out, loose, l.at); ok {
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

// mostNear is how many dates before or after one are looked through: sentences
// have two or three, a timetable has thousands.
const mostNear = 64

// dayNear is the day that is named nearest to the date at i.
func (r *reader) dayNear(out []extract.Date, loose map[int]bool, i int) (string, bool) {
	here := r.a.SentenceAt(out[i].Span.Start)
	best, at := "", 0
	if strings.IndexByte(out[i].Value, 'T') < 0 || strings.HasPrefix(out[i].Value, "/") || strings.HasSuffix(out[i].Value, "/") {
		return "", false
	}
	look := func(k, from int) bool {
		s := r.a.SentenceAt(out[k].Span.Start)
		if here-s > from || s-here > 0 {
			return false
		}
		day, ok := dayOf(out[k])
		ok = ok && !loose[k]
		if apart := max(out[k].Span.Start-out[i].Span.End, out[i].Span.Start-out[k].Span.End); ok && (best == "" || apart < at) {
			best, at = day, apart
		}
		return true
	}
	for k := i - 1; k >= max(0, i-mostNear) && look(k, 0); k-- {
	}
	for k := i + 1; k < min(len(out), i+mostNear) && look(k, 0); k++ {
	}
	for k := i - 1; k >= max(0, i-mostNear) && best == "" && look(k, 1); k-- {
	}
	return best, best != ""
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
