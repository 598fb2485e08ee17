package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// A conflict is counted as one where an error or a warning tells of it. Another
// is called possible by what people read, and keeps its verdict in JSON.
func TestConflictsThatNoRuleTellsOfArePossible(t *testing.T) {
	tell := func(f *report.Format, level check.Level) string {
		res := mill()
		for i := range res.Findings {
			res.Findings[i].Level = level
		}
		var b bytes.Buffer
		r := f.New(&b, report.Options{Verbose: true})
		if err := r.Story(res); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(check.Summary{}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, c := range []struct {
		format *report.Format
		level  check.Level
		want   string
	}{
		{report.Text, check.Error, "2 conflict, 0 update"},
		{report.Text, check.Error, "conflict: they cannot all be true"},
		{report.Text, check.Warning, "2 conflict, 0 update"},
		{report.Text, check.Warning, "conflict: they would contradict each other, if of the same thing"},
		{report.Text, check.Info, "0 conflict and 2 possible, 0 update"},
		{report.Markdown, check.Info, "| possible | figure |"},
		{report.Markdown, check.Error, "| conflict | figure |"},
		{report.Page, check.Info, `<tr data-verdict="possible">`},
		{report.JSON, check.Info, `"verdict":"conflict"`},
	} {
		if got := tell(c.format, c.level); !strings.Contains(strings.ReplaceAll(got, `": "`, `":"`), c.want) {
			t.Errorf("%s, findings at %s: no %q in\n%s", c.format.Name, c.level, c.want, got[max(0, len(got)-1500):])
		}
	}
}
