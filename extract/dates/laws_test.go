package dates_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// check holds what is true of every date in any text.
func check(t interface{ Errorf(string, ...any) }, text string, ds []extract.Date) {
	last := 0
	for _, d := range ds {
		if d.Span.Start < last || d.Span.Empty() || d.Span.End > len(text) || text[d.Span.Start:d.Span.End] != d.Text {
			t.Errorf("%q at %v in %q after byte %d", d.Text, d.Span, text, last)
		}
		last = d.Span.End
		if d.From.IsZero() != d.To.IsZero() || !d.From.IsZero() && !d.To.After(d.From) {
			t.Errorf("%q: from %v to %v", d.Text, d.From, d.To)
		}
		if d.Value == "" || d.Type == "" {
			t.Errorf("%q: value %q, type %q", d.Text, d.Value, d.Type)
		}
		if !d.Head.Empty() && (d.Head.End > len(text) || d.Head.Start < 0) {
			t.Errorf("%q: head %v", d.Text, d.Head)
		}
		if _, err := d.From.MarshalJSON(); err != nil {
			t.Errorf("%q: %v", d.Text, err)
		}
		if _, err := d.To.MarshalJSON(); err != nil {
			t.Errorf("%q: %v", d.Text, err)
		}
	}
}

var monthNames = []string{"January", "Feb.", "March", "April", "May", "June", "Jul.", "August", "Sept.", "October", "Nov.", "December"}

func TestDaysSurviveARoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m := rapid.IntRange(2, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		d := rapid.IntRange(1, 28).Draw(t, "day")
		day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		if y > 2999 {
			day = time.Date(y%3000, time.Month(m), d, 0, 0, 0, 0, time.UTC)
			y %= 3000
		}
		if y < 2 {
			return
		}
		form := rapid.SampledFrom([]string{"%[2]s %[1]d, %04[3]d", "%[1]d %[2]s %04[3]d", "%04[3]d-%02[4]d-%02[1]d", "the %[1]dth of %[2]s, %04[3]d"}).Draw(t, "form")
		text := "It was on " + fmt.Sprintf(form, d, monthNames[m-1], y, m) + " in Brant."
		_, ds := datesOf("en", published, text)
		if len(ds) != 1 || ds[0].Value != day.Format(time.DateOnly) || !ds[0].From.Equal(day) || !ds[0].To.Equal(day.AddDate(0, 0, 1)) {
			t.Fatalf("%q: %+v, want %v", text, ds, day)
		}
	})
}

func TestRangeIsHalfOpenAndNotEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(0, 9999).Draw(t, "year")
		n := rapid.IntRange(1, 53).Draw(t, "n")
		value := fmt.Sprintf(rapid.SampledFrom([]string{"%04d", "%04d-%02d", "%04d-%02d-14", "%04d-%02d-14T07:30", "%04d-%02d-14TMO", "%04d-W%02d", "%04d-W%02d-WE", "%04d-Q%d", "%04d-H%d", "FY%04d"}).Draw(t, "form"), y, n)
		value, _, _ = strings.Cut(value, "%!")
		if from, to, ok := dates.Range(value); ok && !to.After(from) {
			t.Fatalf("Range(%q) = %v, %v", value, from, to)
		}
	})
}

// rough texts are made of what dates are made of.
func roughText(t *rapid.T) string {
	words := []string{"Monday", "Tuesday,", "May", "3", "2024", "the", "last", "week", "next", "year", "of", "in", "from", "to", "-", "–", "'90s", "12:30", "p.m.", "EST", "third", "quarter",
		"two", "days", "ago", "later", "early", "end", "31", "April", "February", "30", ".", ",", "\n\n", "said", "will", "every", "BC", "1939-45", "10/11/12", "a", "half", "nineteen", "ninety-one", "year-end", "’s", "week's", "Easter", "now", "2024-02-30", "99999999999", "½"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words"), " ")
}

func TestLawsHoldInRoughText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := roughText(t)
		doc, ds := datesOf(rapid.SampledFrom([]string{"en", "es"}).Draw(t, "lang"), rapid.SampledFrom([]string{"", published, "0000-01-01", "9999-12-31"}).Draw(t, "published"), text)
		check(t, doc.Text, ds)
	})
}

func TestParagraphsAfterChangeNoDateBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := "The vote was held on " + rapid.SampledFrom([]string{"Tuesday", "May 3", "3 June 1999", "last week"}).Draw(t, "date") + "."
		_, before := datesOf("en", published, text)
		_, after := datesOf("en", published, text+"\n\nNobody else was there.")
		if len(before) != 1 || len(after) != 1 || before[0].Value != after[0].Value || before[0].Of != after[0].Of {
			t.Fatalf("%q: %+v and %+v", text, before, after)
		}
	})
}

// The clock is never read: in a far zone and at any hour of publication, a
// relative date counts from the day that the article itself gives.
func TestRelativeDatesCountFromTheDayOfPublication(t *testing.T) {
	for _, day := range []string{"0004-02-29", "1900-03-01", "2024-02-29", "9998-12-31"} {
		_, ds := datesOf("en", day, "It rained yesterday.")
		p, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if want := p.AddDate(0, 0, -1); len(ds) != 1 || !ds[0].From.Equal(want) {
			t.Errorf("published %s: %+v, want %v", day, ds, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("It was on Thursday, 27 June 2017 at 10:30 p.m. EST, two days after the May 3-5 fair.", "en")
	f.Add("El lunes 3 de mayo de 2023 a las 10 de la noche, hace dos días.", "es")
	f.Add("1939-45, 1846–1848, '90s, 490 BC, 99/99/9999, 2024-13-45, 31 April", "en")
	f.Add("BRANT, May 3 (Courier) — the week of May 3, the third quarter of 2009, a year earlier", "en")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if len(text) > 1<<14 {
			return
		}
		doc, ds := datesOf(lang, published, strings.ToValidUTF8(text, "?"))
		check(t, doc.Text, ds)
		dates.Dateline(doc)
		dates.Range(text)
	})
}
