package dates_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// datesOf runs the extractor on an article published on a day, "" for one
// without.
func datesOf(lang, published, body string) (*corpus.Document, []extract.Date) {
	ref := corpus.Ref{Lang: lang}
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		ref.Published, ref.Dated = t, corpus.Day
	} else if t, err := time.Parse("2006-01-02T15:04", published); err == nil {
		ref.Published, ref.Dated = t, corpus.Instant
	}
	doc := corpus.Plain(ref, body)
	return doc, extract.Run(doc, dates.Extractor).Dates
}

// line is a date as the golden files show it.
func line(d extract.Date) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s %s", strings.ReplaceAll(d.Text, "\n", " "), d.Type, d.Value)
	if d.Resolved() {
		fmt.Fprintf(&b, " | %s to %s", instant(d.From), instant(d.To))
	}
	for _, f := range [...]struct{ name, value string }{
		{"mod", d.Mod}, {"bound", d.Bound}, {"weekday", d.Weekday}, {"impossible", d.Impossible}, {"of", d.Of}, {"page", map[bool]string{true: "yes"}[d.Page]},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, " | %s: %s", f.name, f.value)
		}
	}
	return b.String() + "\n"
}

func instant(t time.Time) string {
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04")
}

// A golden file is a sentence that says what holds, articles whose names are
// the day of publication (and the language, if it is not English), and what
// the extractor finds in each, in their order.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			comment, files := archive(string(raw))
			var got, want, keep strings.Builder
			keep.WriteString(comment)
			for _, f := range files {
				if f.name == "want" {
					want.WriteString(f.body)
					continue
				}
				fmt.Fprintf(&keep, "-- %s --\n%s", f.name, f.body)
				day, lang, _ := strings.Cut(f.name, ".")
				if lang == "" {
					lang = "en"
				}
				_, ds := datesOf(lang, day, f.body)
				for _, d := range ds {
					got.WriteString(line(d))
				}
				got.WriteString("--\n")
			}
			if *update {
				fmt.Fprintf(&keep, "-- want --\n%s", got.String())
				if err := os.WriteFile(file, []byte(keep.String()), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want.String(), got.String()); diff != "" {
				t.Errorf("%s(-want +got):\n%s", comment, diff)
			}
		})
	}
}
