package figures_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/quotes"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// figuresOf runs the extractors on an article of a format: "md", "txt".
func figuresOf(t *testing.T, format, lang, body string) (*corpus.Document, []extract.Figure) {
	t.Helper()
	if lang != "" {
		body = "---\nlang: " + lang + "\n---\n" + body
	}
	for _, f := range formats.All {
		for _, e := range f.Exts {
			if e != "."+format {
				continue
			}
			for d, err := range f.Read(strings.NewReader(body), "bugle."+format, corpus.DefaultLimits) {
				if err != nil {
					t.Fatal(err)
				}
				return d, extract.Run(d, dates.Extractor, quotes.Extractor, figures.Extractor).Figures
			}
		}
	}
	t.Fatalf("no format for .%s", format)
	return nil, nil
}

// line is a figure as the golden files show it.
func line(f extract.Figure) string {
	var b strings.Builder
	low, high := f.Low.String(), f.High.String()
	if low != high {
		low += ".." + high
	}
	fmt.Fprintf(&b, "%s | %s %s %s", strings.Join(strings.Fields(f.Text), " "), f.Kind, f.Modifier, low)
	for _, x := range [...]struct{ name, value string }{
		{"unit", f.Unit}, {"noun", f.Noun}, {"of", f.Of}, {"measure", f.Measure.Name}, {"subset", f.Measure.Subset}, {"period", f.Measure.Period},
		{"places", strings.Join(f.Measure.Places, ", ")}, {"change", f.Measure.Change},
	} {
		if x.value != "" && !(x.name == "of" && x.value == f.Noun || x.name == "measure" && x.value == f.Noun || x.name == "noun" && x.value == f.Unit) {
			fmt.Fprintf(&b, " | %s: %s", x.name, x.value)
		}
	}
	if f.Measure.Revised {
		b.WriteString(" | revised")
	}
	if f.Same > 0 {
		b.WriteString(" | the same once more")
	}
	if f.Provenance != extract.NoSource {
		fmt.Fprintf(&b, " | %s: %s", f.Provenance, f.Speaker.Mention)
	}
	return b.String() + "\n"
}

// A golden file is a sentence that says what holds, articles named after their
// format (and their language: "de.md"), each followed by what is found in it.
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
			var got strings.Builder
			for i, part := range strings.Split("\n"+string(raw), "\n-- ") {
				name, body, _ := strings.Cut(part+"\n", " --\n")
				if i == 0 {
					got.WriteString(strings.TrimPrefix(part, "\n") + "\n")
					continue
				}
				if name == "want" {
					continue
				}
				lang, format, ok := strings.Cut(name, ".")
				if !ok {
					lang, format = "", name
				}
				body = strings.TrimSuffix(body, "\n") + "\n"
				fmt.Fprintf(&got, "-- %s --\n%s-- want --\n", name, body)
				_, found := figuresOf(t, format, lang, body)
				for _, f := range found {
					got.WriteString(line(f))
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.TrimSpace(string(raw)), strings.TrimSpace(got.String())); diff != "" {
				t.Errorf("want (-), got (+):\n%s", diff)
			}
		})
	}
}
