package formats

import (
	"strconv"
	"strings"
	"time"

	"github.com/itlightning/dateparse"

	"github.com/newsvet/newsvet/corpus"
)

// The ways to write a date by ISO 8601 that are tried first.
var (
	isoDays     = []string{"2006-01-02", "20060102"}
	isoInstants = []string{
		time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
		"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04",
	}
)

// zones are the zones that American and European papers name by letters, in
// hours from UTC; the time package knows none of them.
var zones = map[string]int{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "BST": 1, "CET": 1, "CEST": 2,
}

// parseWhen reads a date as machines write it into metadata: by ISO 8601, else
// in any of the usual ways. Of 03/04/2024 the month is taken first. An instant
// without a zone is taken as UTC; one with a zone keeps it, since the day in
// that zone is the day the paper means. The zero time is what cannot be read,
// or names no day.
func parseWhen(s string) (time.Time, corpus.Grain) {
	s = strings.TrimSpace(s)
	if len(s) < len("20060102") || len(s) > 64 {
		return time.Time{}, ""
	}
	for _, layout := range isoDays {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(t, corpus.Day)
		}
	}
	for _, layout := range isoInstants {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil {
			return sane(fixed(t), corpus.Instant)
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 10 {
			n *= 1000
		}
		return sane(time.UnixMilli(n).UTC(), corpus.Instant)
	}
	t, ok := anyWhen(s)
	if !ok {
		return time.Time{}, ""
	}
	if !strings.Contains(s, ":") {
		return sane(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), corpus.Day)
	}
	return sane(fixed(t), corpus.Instant)
}

func anyWhen(s string) (t time.Time, ok bool) {
	defer func() {
		if recover() != nil { // a library for dates is no reason to lose the article
			t, ok = time.Time{}, false
		}
	}()
	layout, err := dateparse.ParseFormat(s)
	if err != nil || !strings.Contains(strings.ReplaceAll(layout, "2006", ""), "2") {
		return time.Time{}, false // "March 2024" has no day
	}
	t, err = dateparse.ParseIn(s, time.UTC)
	return t, err == nil
}

// fixed returns t in a zone that is a plain offset, the same on every machine.
func fixed(t time.Time) time.Time {
	name, offset := t.Zone()
	if h, ok := zones[name]; ok && offset == 0 {
		offset = h * 3600
		t = t.Add(-time.Duration(offset) * time.Second)
	}
	if offset == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", offset))
}

// sane refuses what was never the day of an article.
func sane(t time.Time, g corpus.Grain) (time.Time, corpus.Grain) {
	if t.Year() < 1600 || t.Year() > 2200 {
		return time.Time{}, ""
	}
	return t, g
}
