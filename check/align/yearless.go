package align

import (
	"strings"

	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// Yearless reports whether a date is a day of a year that is not known: "on
// March 9" in an article that does not say when it was published. The month
// and the day can be compared.
func Yearless(d extract.Date) bool {
	if d.Type != extract.DayDate || d.Grain != "day" || d.Resolved() || !strings.HasPrefix(d.Value, unknownYear+"-") {
		return false
	}
	return inYear(d, "2000").Resolved()
}

const unknownYear = "XXXX"

// inYear resolves a date of an unknown year as if it were in this one; other
// dates it gives back.
func inYear(d extract.Date, year string) extract.Date {
	if from, to, ok := dates.Range(strings.ReplaceAll(d.Value, unknownYear, year)); ok {
		d.From, d.To = from, to
	}
	return d
}

// inOneYear gives of two dates one of which the year is not known the year of
// the other: of two such dates a leap year, which has all days.
func inOneYear(a, b extract.Date) (extract.Date, extract.Date) {
	x, y := Yearless(a), Yearless(b)
	switch {
	case x && y:
		return inYear(a, "2000"), inYear(b, "2000")
	case x:
		return inYear(a, b.From.Format("2006")), b
	case y:
		return a, inYear(b, a.From.Format("2006"))
	}
	return a, b
}
