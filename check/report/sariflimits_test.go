package report_test

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// TestSARIFSaysWhatGitHubCuts: in the file and to whoever writes it.
func TestSARIFSaysWhatGitHubCuts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := func() string { // words that gzip cannot pack
		var b strings.Builder
		for range 400 {
			fmt.Fprintf(&b, "%x ", random.Uint64())
		}
		return b.String()
	}
	for _, test := range []struct {
		results int
		message func() string
		want    []string
	}{
		{5000, func() string { return "m" }, nil},
		{5001, func() string { return "m" }, []string{"GitHub shows 5000 of the 5001 results"}},
		{25001, func() string { return "m" }, []string{"GitHub rejects this SARIF file: it has 25001 results"}},
		{3000, noise, []string{"GitHub rejects this SARIF file: packed with gzip it has"}},
	} {
		res := &check.Result{Findings: make([]check.Finding, test.results)}
		for i := range res.Findings {
			res.Findings[i] = check.Finding{Rule: "figure-conflict", Level: check.Error, Message: test.message()}
		}
		var warned []string
		var b strings.Builder
		r := report.SARIF.New(&b, report.Options{Warn: func(s string) { warned = append(warned, s) }})
		if err := r.Story(res); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(check.Summary{}); err != nil {
			t.Fatal(err)
		}
		if len(warned) != len(test.want) {
			t.Errorf("%d results: warned %q, want %q", test.results, warned, test.want)
			continue
		}
		for i, w := range test.want {
			if !strings.HasPrefix(warned[i], w) {
				t.Errorf("%d results: warned %q, want %q", test.results, warned[i], w)
			}
			if said, _ := json.Marshal(warned[i]); !strings.Contains(b.String(), string(said)) {
				t.Errorf("%d results: the file does not say %s", test.results, said)
			}
		}
	}
}

func BenchmarkSARIF(b *testing.B) {
	res := mill()
	for b.Loop() {
		r := report.SARIF.New(io.Discard, report.Options{})
		for range 100 {
			if err := r.Story(res); err != nil {
				b.Fatal(err)
			}
		}
		if err := r.Close(check.Summary{}); err != nil {
			b.Fatal(err)
		}
	}
}
