package report_test

import (
	"os"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
)

func Example() {
	r := report.Concise.New(os.Stdout, report.Options{})
	r.Story(&check.Result{
		Articles: []corpus.Ref{{URI: "bugle.md"}, {URI: "courier.md"}},
		Findings: []check.Finding{{
			Rule: "figure-conflict", Level: check.Error, Verdict: check.Conflict,
			Message: "the number of dead differs: 27 in one article, 28 in another",
		}},
	})
	r.Close(check.Summary{})
	// Output:
	// -: error figure-conflict: the number of dead differs: 27 in one article, 28 in another
}
