package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/internal/golden"
)

var pages = filepath.Join("..", "..", "docs", "rules")

// TestGenerated keeps docs/rules what the rules and their goldens say.
func TestGenerated(t *testing.T) {
	want := map[string]string{"README.md": index()}
	for _, r := range rules.All {
		want[r.Name+".md"] = page(t, r)
	}
	if flag.Lookup("update").Value.String() == "true" {
		for name, s := range want {
			if err := os.WriteFile(filepath.Join(pages, name), []byte(s), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, _ := os.ReadDir(pages)
	for _, f := range files {
		if _, ok := want[f.Name()]; !ok {
			t.Errorf("docs/rules/%s belongs to no rule", f.Name())
		}
	}
	for name, s := range want {
		if got, _ := os.ReadFile(filepath.Join(pages, name)); string(got) != s {
			t.Errorf("docs/rules/%s is stale (make docs)", name)
		}
	}
}

func title(r *check.Rule) string {
	t, _, _ := strings.Cut(r.Doc, "\n")
	return t
}

func index() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nMade from the rules and their golden stories by `make docs`.\n\n| rule | level | finds |\n|---|---|---|\n")
	for _, r := range rules.All {
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s | %s |\n", r.Name, r.Name, r.Level, title(r))
	}
	return b.String()
}

// page is the page of r: what it says of itself, then the first of its golden
// stories that fires and the first that stays silent.
func page(t *testing.T, r *check.Rule) string {
	var b strings.Builder
	_, body, _ := strings.Cut(r.Doc, "\n")
	fmt.Fprintf(&b, "# %s\n\n**%s** · level `%s`\n\n%s\n\n", r.Name, title(r), r.Level, strings.TrimSpace(body))
	fmt.Fprintf(&b, "## Standard\n\n%s\n\n## Examples\n\nFound:\n\n> %s\n\nNot found:\n\n> %s\n", r.Standard, r.Bad, r.Good)
	for _, prefix := range []string{"fires", "silent"} {
		files, _ := filepath.Glob(filepath.Join("testdata", r.Name, prefix+"*.txtar"))
		if len(files) == 0 {
			continue // another test says so
		}
		raw, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		comment, parts := golden.Parse(string(raw))
		head := "A story in which it speaks"
		if prefix == "silent" {
			head = "A story in which it stays silent"
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", head, strings.TrimSpace(comment))
		for _, f := range parts {
			if strings.TrimSpace(f.Data) != "" {
				fmt.Fprintf(&b, "\n`%s`\n\n```\n%s\n```\n", f.Name, strings.TrimRight(f.Data, "\n"))
			}
		}
	}
	fmt.Fprintf(&b, "\n## To silence it\n\n`newsvet check --skip %s`, or an entry with a reason in `.newsvet-ignore.yaml`.\n", r.Name)
	return b.String()
}
