// Package golden tests rules by files. Each file is a story: a comment that
// says what holds, the articles, and last what the rule is to find in them.
package golden

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/extract/extractors"
)

var update = flag.Bool("update", false, "rewrite what the golden files want")

// Rule checks the files dir/*.txtar against what rule finds in them. With
// -update it rewrites them. A file whose name begins with "fires" must want
// something, one that begins with "silent" nothing; so an update cannot turn
// one into the other unseen.
func Rule(t *testing.T, dir string, rule *check.Rule) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".txtar"), func(t *testing.T) { file(t, p, rule) })
	}
}

func file(t *testing.T, path string, rule *check.Rule) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	comment, files := Parse(string(raw))
	if strings.TrimSpace(comment) == "" {
		t.Error("no comment says what holds")
	}
	n := len(files) - 1
	if n < 1 || files[n].Name != "want" {
		t.Fatal("the last file is not want, or there is no article")
	}
	got := Findings(t, files[:n], rule)
	if base := filepath.Base(path); strings.HasPrefix(base, "fires") == (got == "") {
		t.Errorf("%s finds this in %s:\n%s", rule.Name, base, got)
	}
	if *update {
		files[n].Data = got
		if err := os.WriteFile(path, []byte(Format(comment, files)), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(files[n].Data, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", rule.Name, diff)
	}
}

// Findings reads the articles as one story and prints what rule finds: a line
// for the finding, one for each place. A level is printed where it is not the
// rule's own.
func Findings(t *testing.T, articles []File, rule *check.Rule) string {
	var records []*check.Record
	for _, f := range articles {
		for _, d := range read(t, f) {
			records = append(records, check.NewRecord(d, extractors.All...))
		}
	}
	res := check.Run(records, rule)
	var b strings.Builder
	named := map[string]bool{}
	for _, f := range res.Findings {
		if named[f.Fingerprint] {
			t.Errorf("two findings are named %s", f.Fingerprint)
		}
		named[f.Fingerprint] = true
		level := ""
		if f.Level != rule.Level {
			level = " (" + string(f.Level) + ")"
		}
		fmt.Fprintf(&b, "%s %s%s %s: %s\n", f.Verdict, f.Rule, level, f.Subject, strings.Join(f.Sides, " | "))
		for _, e := range f.Evidence {
			from := e.Item.At.From
			fmt.Fprintf(&b, "\t%s:%d:%d: %s\n", res.Articles[e.Article].Name, from.Line, from.Column, line(e.Item.Text))
		}
	}
	return b.String()
}

func read(t *testing.T, f File) []*corpus.Document {
	var out []*corpus.Document
	for _, format := range formats.All {
		for _, ext := range format.Exts {
			if ext != filepath.Ext(f.Name) {
				continue
			}
			for d, err := range format.Read(strings.NewReader(f.Data), f.Name, corpus.DefaultLimits) {
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, d)
			}
			return out
		}
	}
	t.Fatalf("%s: no format has that extension", f.Name)
	return nil
}

// line folds an item into one line of at most 60 runes.
func line(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return string(r)
}
