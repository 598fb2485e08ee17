package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/extract/extractors"
)

// vet checks the articles of an archive as one story; those whose names begin
// with "draft" are drafts.
func vet(t *testing.T, files []txtar.File) *check.Result {
	t.Helper()
	var records []*check.Record
	for _, f := range files {
		for d, err := range formats.Markdown.Read(bytes.NewReader(f.Data), f.Name, corpus.DefaultLimits) {
			if err != nil {
				t.Fatal(err)
			}
			d.Draft = strings.HasPrefix(f.Name, "draft")
			records = append(records, check.NewRecord(d, extractors.All...))
		}
	}
	return check.Run(records, rules.All...)
}

func TestDrafts(t *testing.T) {
	paths, err := filepath.Glob("testdata/drafts/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(raw)
			comment, n := string(a.Comment), len(a.Files)-1
			o := report.Options{Missing: strings.Contains(comment, "missing"), InOrder: strings.Contains(comment, "in order")}
			got := render(t, report.Text, o, check.Summary{}, vet(t, a.Files[:n]))
			if *update {
				a.Files[n].Data = []byte(got)
				if err := os.WriteFile(p, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[n].Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDraftsAreTheSameInAnyOrder(t *testing.T) {
	raw, err := os.ReadFile("testdata/drafts/contradicted.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := txtar.Parse(raw).Files
	files = files[:len(files)-1]
	want := render(t, report.JSON, report.Options{Missing: true}, check.Summary{}, vet(t, files))
	slices.Reverse(files)
	if got := render(t, report.JSON, report.Options{Missing: true}, check.Summary{}, vet(t, files)); got != want {
		t.Errorf("JSON of another order (-want +got):\n%s", cmp.Diff(want, got))
	}
	for _, field := range []string{`"drafts":[{"article":"draft.md"`, `"standing":"contradicted"`, `"outlets":1`} {
		if !strings.Contains(want, field) {
			t.Errorf("JSON has no %s:\n%s", field, want)
		}
	}
}
