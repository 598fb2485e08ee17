package dates_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// What an article says does not change with the day on which it is read.
func TestTheClockIsNeverRead(t *testing.T) {
	const body = "LONDON (Courier) — The mill burned on Tuesday, last week, in March, yesterday, two days ago, this morning and at 10 p.m. EST; it opens next year."
	for _, day := range []string{"", published, "2024-05-03T23:59"} {
		_, want := datesOf("en", day, body)
		synctest.Test(t, func(t *testing.T) {
			time.Sleep(200 * 365 * 24 * time.Hour)
			if time.Now().Year() < 2199 {
				t.Fatal("the fake clock stands still")
			}
			if _, got := datesOf("en", day, body); !cmp.Equal(want, got) {
				t.Errorf("published %q: %s", day, cmp.Diff(want, got))
			}
		})
	}
}
