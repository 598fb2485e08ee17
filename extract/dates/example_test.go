package dates_test

import (
	"fmt"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

func Example() {
	doc := corpus.Plain(corpus.Ref{
		Lang:      "en",
		Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC),
	}, "The vote was held on Tuesday. Thursday, 27 June 2017 had been another day.")
	for _, d := range extract.Run(doc, dates.Extractor).Dates {
		fmt.Printf("%s: %s %q\n", d.Text, d.Value, d.Impossible)
	}
	// Output:
	// Tuesday: 2024-04-30 ""
	// Thursday, 27 June 2017: 2017-06-27 "27 June 2017 was a Tuesday"
}

func ExampleRange() {
	from, to, ok := dates.Range("2024-Q1")
	fmt.Println(from.Format(time.DateOnly), to.Format(time.DateOnly), ok)
	// Output: 2024-01-01 2024-04-01 true
}

func ExampleDateline() {
	doc := corpus.Plain(corpus.Ref{Lang: "en"}, "ALDPORT, Brantshire, May 3, 2024 (Courier) — The mill burned on Tuesday.")
	day, place, ok := dates.Dateline(doc)
	fmt.Println(day.Format(time.DateOnly), place, ok)
	// Output: 2024-05-03 ALDPORT, Brantshire true
}
