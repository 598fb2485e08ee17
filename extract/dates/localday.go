package dates

import (
	"strconv"
	"strings"
	"time"

	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A placeZone is the offset of a place from UTC, and whose rule its summer
// time follows: us, eu or none.
type placeZone struct {
	minutes int
	summer  string
}

// placeZones reads the list of the places that datelines name.
func placeZones(l *lexicon.Lexicon) map[string]placeZone {
	out := map[string]placeZone{}
	for _, e := range l.Entries("datelinezones") {
		minutes, summer, _ := strings.Cut(e.Value, " ")
		n, _ := strconv.Atoi(minutes)
		out[e.Key] = placeZone{n, summer}
	}
	return out
}

// local is the moment of publication where the article was written. Reporters
// count days where they are: what appears in London at one in the morning of
// Friday is Thursday's news in Austin.
func (r *reader) local(published time.Time) time.Time {
	if _, offset := published.Zone(); offset == 0 {
		return published // of no zone as often as of UTC: then it is the paper's own clock
	}
	z, ok := r.datelineZone()
	if !ok {
		return published
	}
	ahead := z.minutes
	switch day := civilOf(published); {
	case z.summer == "us" && summerTime(day), z.summer == "eu" && europeanSummer(day):
		ahead += 60
	}
	return published.In(time.FixedZone("", ahead*60))
}

// datelineZone is the zone of the place in the dateline of r's text: of its
// state or country if it gives one, there is more than one Portland.
func (r *reader) datelineZone() (placeZone, bool) {
	n := 0
	for line := range lines(r.text) {
		if n++; n > headLines {
			break
		}
		_, place, kind := r.dayLine(line)
		if kind != datelineLine {
			continue
		}
		town, region, _ := strings.Cut(strings.ToLower(place), ",")
		for _, name := range [...]string{region, town} {
			if z, ok := r.g.zones[strings.TrimRight(strings.TrimSpace(name), ".")]; ok {
				return z, true
			}
		}
	}
	return placeZone{}, false
}

// europeanSummer reports whether clocks in Europe are an hour ahead: from the
// last Sunday in March to the last in October.
func europeanSummer(c civil) bool {
	return !c.before(nthWeekday(c.y, 3, 7, -1)) && c.before(nthWeekday(c.y, 10, 7, -1))
}
