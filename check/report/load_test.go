package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// TestLoadedRendersTheSame: what is read back gives the same bytes in every
// format.
func TestLoadedRendersTheSame(t *testing.T) {
	for _, saved := range []*report.Format{report.JSON, report.JSONL} {
		text := render(t, saved, report.Options{}, summary(), mill(), quiet())
		var results []*check.Result
		sum, err := report.Load(strings.NewReader(text), func(r *check.Result) error {
			results = append(results, r)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range report.All {
			o := report.Options{Verbose: true}
			want := render(t, f, o, summary(), mill(), quiet())
			if diff := cmp.Diff(want, render(t, f, o, sum, results...)); diff != "" {
				t.Errorf("%s out of %s (-want +got):\n%s", f.Name, saved.Name, diff)
			}
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, s := range []string{
		"", "[]", "{}", "null", "x", `{"schema":"newsvet/2","stories":[]}`, `{"schema":"newsvet/1"`, `{"schema":"newsvet/1","stories":{}}`,
		`{"schema":"newsvet/1","id":"zz","articles":[]}`, `{"schema":"newsvet/1","stories":[{"id":"00","findings":[{"evidence":[{"article":"a"}]}]}]}`,
	} {
		if _, err := report.Load(strings.NewReader(s), func(*check.Result) error { return nil }); err == nil {
			t.Errorf("Load(%q) accepts it", s)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("Load(%q) = %q, of several lines", s, err)
		}
	}
}

// FuzzLoad: no input brings it, or a report of what it reads, to a fall.
func FuzzLoad(f *testing.F) {
	var b bytes.Buffer
	r := report.JSON.New(&b, report.Options{})
	if err := r.Story(mill()); err != nil {
		f.Fatal(err)
	}
	if err := r.Close(summary()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"schema":"newsvet/1","id":"00","articles":[{"id":"a"}],"findings":[{"evidence":[{"article":"a","in":[-1,9],"text":"x"}]}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var results []*check.Result
		sum, err := report.Load(bytes.NewReader(in), func(r *check.Result) error {
			results = append(results, r)
			return nil
		})
		if err != nil {
			return
		}
		for _, f := range report.All {
			render(t, f, report.Options{Verbose: true}, sum, results...)
		}
	})
}
