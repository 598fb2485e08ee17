package dates_test

import (
	"testing"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// Reporters count days where the dateline says that they are.
func TestDaysCountFromTheDayAtThePlaceOfTheDateline(t *testing.T) {
	for _, tt := range []struct{ published, text, want string }{
		{"2024-05-03T02:30:00+01:00", "AUSTIN, Texas (Courier) — The mill burned today.", "2024-05-02"},
		{"2024-05-03T02:30:00+01:00", "LONDON (Courier) — The mill burned today.", "2024-05-03"},
		{"2024-05-02T19:30:00-04:00", "LONDON (Courier) — The mill burned today.", "2024-05-03"}, // summer time
		{"2024-01-02T18:30:00-05:00", "LONDON (Courier) — The mill burned today.", "2024-01-02"},
		{"2024-05-02T18:00:00-04:00", "TOKYO (Courier) — The mill burned today.", "2024-05-03"},
		{"2024-05-03T04:30:00+01:00", "PORTLAND, Maine (Courier) — The mill burned today.", "2024-05-02"},
		{"2024-05-03T02:30:00+01:00", "MIAMI, Fla. (Courier) — The mill burned on Thursday.", "2024-05-02"},
		{"2024-05-03T02:30:00+01:00", "MIAMI (Courier) — The mill burned two hours ago.", "2024-05-02T19:30"},
		{"2024-05-03T01:30:00Z", "AUSTIN, Texas (Courier) — The mill burned today.", "2024-05-03"}, // perhaps of no zone
		{"2024-05-03T02:30:00+01:00", "ALDPORT (Courier) — The mill burned today.", "2024-05-03"},
		{"2024-05-03T02:30:00+01:00", "The mill burned today in Austin, Texas.", "2024-05-03"},
	} {
		published, err := time.Parse(time.RFC3339, tt.published)
		if err != nil {
			t.Fatal(err)
		}
		ref := corpus.Ref{Lang: "en", Published: published, Dated: corpus.Instant}
		ds := extract.Run(corpus.Plain(ref, tt.text), dates.Extractor).Dates
		if len(ds) != 1 || ds[0].Value != tt.want {
			t.Errorf("%s, %q: %v, want %s", tt.published, tt.text, ds, tt.want)
		}
	}
}
