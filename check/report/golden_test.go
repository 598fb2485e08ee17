package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// render writes results in a format.
func render(t *testing.T, f *report.Format, o report.Options, s check.Summary, results ...*check.Result) string {
	t.Helper()
	var b bytes.Buffer
	r := f.New(&b, o)
	for _, res := range results {
		if err := r.Story(res); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestGolden(t *testing.T) {
	for _, f := range report.All {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, f.Name+".golden", render(t, f, report.Options{Root: "in"}, summary(), mill(), quiet()))
		})
	}
}

func TestTextVariants(t *testing.T) {
	for name, o := range map[string]report.Options{
		"text-color":   {Color: true},
		"text-narrow":  {Width: 60},
		"text-verbose": {Verbose: true, MinLevel: check.Info},
		"text-errors":  {MinLevel: check.Error},
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".golden", render(t, report.Text, o, summary(), mill(), quiet()))
		})
	}
}

func TestNothingChecked(t *testing.T) {
	for _, f := range report.All {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, f.Name+"-empty.golden", render(t, f, report.Options{}, check.Summary{}))
		})
	}
}

func TestFormatsAreInOrderAndDocumented(t *testing.T) {
	for i, f := range report.All {
		if i > 0 && report.All[i-1].Name >= f.Name {
			t.Errorf("%s stands after %s", f.Name, report.All[i-1].Name)
		}
		if f.Doc == "" || f.Doc[len(f.Doc)-1] == '.' {
			t.Errorf("%s: Doc = %q, want a title with no full stop", f.Name, f.Doc)
		}
		if report.Find(f.Name) != f {
			t.Errorf("Find(%q) is another format", f.Name)
		}
	}
}
