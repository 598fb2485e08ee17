package quotes_test

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
	"github.com/newsvet/newsvet/extract/quotes"
	"github.com/newsvet/newsvet/internal/golden"
)

// updating is the flag of package golden.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// read runs the extractors that quotes need on an article.
func read(lang, title, body string) (*corpus.Document, extract.Items) {
	ref := corpus.Ref{Lang: lang, Title: title, Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC), Dated: corpus.Day}
	doc := corpus.Plain(ref, body)
	return doc, extract.Run(doc, dates.Extractor, quotes.Extractor)
}

// line is a quote as the golden files show it.
func line(doc *corpus.Document, q extract.Quote) string {
	var b strings.Builder
	fmt.Fprint(&b, q.Form)
	for _, p := range q.Parts {
		fmt.Fprintf(&b, " | %s", strings.ReplaceAll(p.Of(doc.Text), "\n", " "))
	}
	who := q.Speaker.Name
	if who == "" {
		who = "(" + q.Speaker.Mention + ")"
	}
	fmt.Fprintf(&b, " | %s", who)
	for _, f := range [...]struct{ name, value string }{
		{"by", string(q.Speaker.Kind)}, {"role", q.Speaker.Role}, {"cue", q.CueText}, {"at", q.Occasion.Venue}, {"backed", string(q.Provenance)},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, " | %s: %s", f.name, f.value)
		}
	}
	if !q.Occasion.From.IsZero() {
		b.WriteString(" | on: " + q.Occasion.From.Format(time.DateOnly))
	}
	if q.Written {
		b.WriteString(" | written")
	}
	if q.Unclosed {
		b.WriteString(" | unclosed")
	}
	if q.Inner != nil {
		b.WriteString(" | inner: " + q.Inner.Mention)
	}
	return b.String() + "\n"
}

// A golden file is a sentence that says what holds, articles whose names are
// a language, and what the extractor finds in each, indirect quotes last.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { check(t, file) })
	}
}

func check(t *testing.T, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	comment, parts := golden.Parse(string(raw))
	var got, want strings.Builder
	var keep []golden.File
	for _, f := range parts {
		if f.Name == "want" {
			want.WriteString(f.Data)
			continue
		}
		keep = append(keep, f)
		lang, title, _ := strings.Cut(f.Name, " ")
		doc, items := read(lang, title, f.Data)
		for _, q := range items.Quotes {
			if q.Form != extract.Indirect || strings.Contains(file, "indirect") {
				got.WriteString(line(doc, q))
			}
		}
		for _, n := range items.Notes {
			fmt.Fprintf(&got, "%s | %s\n", n.Name, n.Text)
		}
		got.WriteString("--\n")
	}
	if updating() {
		keep = append(keep, golden.File{Name: "want", Data: got.String()})
		if err := os.WriteFile(file, []byte(golden.Format(comment, keep)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want.String(), got.String()); d != "" {
		t.Errorf("%s(-want +got):\n%s", comment, d)
	}
}
