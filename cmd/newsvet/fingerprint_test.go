package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// told are two articles that differ in a figure and in a quote.
var told = map[string]string{
	"a/bugle.md": `---
outlet: Bugle
published: 2024-05-03
title: Fire sweeps Carrow mill in Aldport
---

A fire at the Carrow mill in Aldport killed 27 people on Friday, the Aldport fire service said.

"We will rebuild the Carrow mill before the winter comes," Jane Roe, the mayor of Aldport, said on Friday.
`,
	"b/courier.md": `---
outlet: Courier
published: 2024-05-03
title: Carrow mill burns in Aldport
---

A fire at the Carrow mill in Aldport killed 31 people on Friday, the Aldport fire service said.

"We will never rebuild the Carrow mill before the winter comes," Jane Roe, the mayor of Aldport, said on Friday.
`,
}

// fingerprints checks articles, by path, in one go, and returns those of
// errors and warnings, sorted.
func fingerprints(t *testing.T, articles map[string]string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for name, text := range articles {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	var stdout, stderr bytes.Buffer
	execute(t.Context(), append([]string{"check", "-o", "json", "--no-config", "--fail-on", "never"}, paths...), &stdout, &stderr)
	var result struct {
		Stories []struct {
			Findings []struct{ Level, Fingerprint string }
		}
	}
	if err := json.Unmarshal(stdout.Bytes(), &result); err != nil {
		t.Fatalf("%v; %s", err, &stderr)
	}
	var out []string
	for _, s := range result.Stories {
		for _, f := range s.Findings {
			if f.Level != "info" {
				out = append(out, f.Fingerprint)
			}
		}
	}
	slices.Sort(out)
	return out
}

// changed is what was told, with the text of each article changed by f.
func changed(f func(path, text string) (string, string)) map[string]string {
	out := map[string]string{}
	for path, text := range told {
		path, text = f(path, text)
		out[path] = text
	}
	return out
}

func TestFingerprintsSurvive(t *testing.T) {
	want := fingerprints(t, told)
	if len(want) < 2 {
		t.Fatalf("%d findings, want the figure and the quote", len(want))
	}
	for name, f := range map[string]func(path, text string) (string, string){
		"a move":           func(p, s string) (string, string) { return "z/" + strings.ReplaceAll(p, "/", "-"), s },
		"an order":         func(p, s string) (string, string) { return strings.NewReplacer("a/", "y/", "b/", "x/").Replace(p), s },
		"blank lines":      func(p, s string) (string, string) { return p, strings.ReplaceAll(s, "\n\n", "\n\n\n\n") },
		"carriage returns": func(p, s string) (string, string) { return p, strings.ReplaceAll(s, "\n", "\r\n") },
		"wrapped lines":    func(p, s string) (string, string) { return p, strings.ReplaceAll(s, " on Friday", "\non Friday") },
		"typographic quotes": func(p, s string) (string, string) {
			return p, strings.NewReplacer(`"We`, "“We", `,"`, ",”").Replace(s)
		},
		"paragraphs elsewhere": func(p, s string) (string, string) { return p, s + "\nThe weather in Aldport was mild.\n" },
		"a byte order mark":    func(p, s string) (string, string) { return p, "\ufeff" + s },
		"plain text": func(p, s string) (string, string) {
			return strings.TrimSuffix(p, ".md") + ".txt", s
		},
	} {
		if diff := cmp.Diff(want, fingerprints(t, changed(f))); diff != "" {
			t.Errorf("%s (-before +after):\n%s", name, diff)
		}
	}
	more := changed(func(p, s string) (string, string) { return p, s })
	more["c/echo.md"] = strings.NewReplacer("Courier", "Echo", "Carrow mill burns", "Aldport mourns after mill burns").Replace(told["b/courier.md"])
	for _, f := range fingerprints(t, more) {
		if !slices.Contains(want, f) {
			t.Errorf("one more outlet on a known side: %s is new", f)
		}
	}
}

func TestFingerprintsChangeWithAnyReading(t *testing.T) {
	before := fingerprints(t, told)
	for _, c := range [][2]string{{"killed 27", "killed 28"}, {"killed 31", "killed 30"}, {"will never rebuild", "will not rebuild"}, {"will rebuild", "must rebuild"}} {
		after := fingerprints(t, changed(func(p, s string) (string, string) { return p, strings.ReplaceAll(s, c[0], c[1]) }))
		kept := 0
		for _, f := range after {
			if slices.Contains(before, f) {
				kept++
			}
		}
		if len(after) < len(before) || kept != len(before)-1 {
			t.Errorf("%s for %s: %v, before %v: one finding is another, the rest stays", c[1], c[0], after, before)
		}
	}
}
