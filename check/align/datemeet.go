package align

import (
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// slack is how far apart two clock times may be and still be one: reporters
// look at their watches at different moments.
const slack = 15 * time.Minute

// MeetDates reports whether two dates can be the same moment: their ranges
// meet, clock times within a quarter of an hour.
// Two stretches that are both given by their ends are the same where the ends
// are.
func MeetDates(a, b extract.Date) bool {
	a, b = inOneYear(a, b)
	if strings.Contains(a.Value, "/") && strings.Contains(b.Value, "/") && a.Grain == b.Grain && !a.Hedged && !b.Hedged {
		return a.From.Equal(b.From) && a.To.Equal(b.To)
	}
	if isEnd(a) && isEnd(b) {
		return a.Bound == b.Bound && a.Value == b.Value
	}
	if isEnd(a) != isEnd(b) && stretch(a) && stretch(b) && a.Grain == b.Grain {
		return a.From.Equal(b.From) && a.To.Equal(b.To)
	}
	if vague(a, b) || vague(b, a) || eve(a, b) || eve(b, a) {
		return true
	}
	if meet(a, b) {
		return true
	}
	// "10 p.m. EDT on Tuesday" is Tuesday to whoever does not say the zone.
	p, q := zoneOf(a), zoneOf(b)
	return (p == 0) != (q == 0) && meet(moved(a, p), moved(b, q))
}

func meet(a, b extract.Date) bool {
	from, to := a.From, a.To
	if sizeOf(a.Grain) == sizeClock || sizeOf(b.Grain) == sizeClock {
		from, to = from.Add(-slack), to.Add(slack)
	}
	return from.Before(b.To) && b.From.Before(to)
}

// zoneOf is by how much the clock that d is read from is ahead of UTC, 0 if d
// gives no zone: From is in UTC, Value as the clock showed.
func zoneOf(d extract.Date) time.Duration {
	const clock = "2006-01-02T15:04"
	if d.Type != extract.TimeDate || len(d.Value) < len(clock) {
		return 0
	}
	shown, err := time.Parse(clock, d.Value[:len(clock)])
	if err != nil {
		return 0
	}
	return shown.Sub(d.From.Truncate(time.Minute))
}

// moved is d as the clock showed that is so much ahead.
func moved(d extract.Date, ahead time.Duration) extract.Date {
	d.From, d.To = d.From.Add(ahead), d.To.Add(ahead)
	return d
}

// countedAlike reports whether two dates are the same word, which stands for
// two days because two articles appeared on two days: "Saturday", "Saturday
// morning" a week on.
func countedAlike(a, b extract.Date) bool {
	x, y := text.Bare(a.Text), text.Bare(b.Text)
	if x == y {
		return a.Relative && b.Relative || !strings.ContainsAny(a.Text, "0123456789")
	}
	const week = 7 * 24 * time.Hour
	if !a.Relative || !b.Relative || a.From.Truncate(24*time.Hour).Sub(b.From.Truncate(24*time.Hour))%week != 0 {
		return false
	}
	return slices.ContainsFunc(strings.Fields(x), func(w string) bool {
		return len(w) > len("noon") && words.Calendar(w) && slices.Contains(strings.Fields(y), w)
	})
}

// far reports whether two dates are so far from each other that they will be
// of two events of one kind: two trials, two elections.
func far(a, b extract.Date) bool {
	if sizeOf(a.Grain) >= sizeMonth {
		return a.From.Sub(b.From).Abs() > 6*366*24*time.Hour
	}
	return a.From.Sub(b.From).Abs() > 45*24*time.Hour
}

// Sizes of grains: dates of different sizes are compared only where one holds
// the other.
const (
	sizeClock = iota
	sizeDay
	sizeWeek
	sizeMonth
	sizeYear
)

// daily reports whether a date names its day, with or without an hour.
func daily(d extract.Date) bool { return sizeOf(d.Grain) <= sizeDay && !BareClock(d) }

func sizeOf(grain string) int {
	switch grain {
	case "minute", "hour":
		return sizeClock
	case "day", "part", "":
		return sizeDay
	case "week", "weekend":
		return sizeWeek
	case "month":
		return sizeMonth
	}
	return sizeYear
}
