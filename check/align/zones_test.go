package align_test

import (
	"testing"
	"time"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// What is near midnight has two days, one for each zone that is said.
func TestDatesMeetAcrossMidnight(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell on Tuesday.", true},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell late on Tuesday.", true},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell at 10 p.m. on Tuesday.", true},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell at 0200 GMT on Wednesday.", true},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell on Wednesday.", true},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell on Thursday.", false},
		{"It fell at 3 p.m. EDT on Tuesday.", "It fell on Wednesday.", false},
		{"It fell at 10 p.m. EDT on Tuesday.", "It fell at 8 p.m. on Tuesday.", false},
		{"It fell late on Tuesday.", "It fell on Wednesday.", false},
	} {
		a, b := only(t, tt.a), only(t, tt.b)
		if got := align.MeetDates(a, b); got != tt.want || align.MeetDates(b, a) != got {
			t.Errorf("MeetDates(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// only is the one date of a sentence of Friday 3 May 2024.
func only(t *testing.T, s string) extract.Date {
	t.Helper()
	ref := corpus.Ref{Lang: "en", Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC), Dated: corpus.Day}
	ds := extract.Run(corpus.Plain(ref, s), dates.Words).Dates
	if len(ds) != 1 {
		t.Fatalf("%q: %v", s, ds)
	}
	return ds[0]
}
