package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what README.md shows")

// What README.md shows after "$ bin/newsvet …" is what the command prints.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Setenv("COLUMNS", "100")
	t.Chdir(filepath.Join("..", ".."))
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```console\n\\$ bin/newsvet ([^\n]*)\n(.*?)```")
	n := 0
	fresh := block.ReplaceAllStringFunc(string(readme), func(b string) string {
		n++
		m := block.FindStringSubmatch(b)
		var stdout, stderr bytes.Buffer
		execute(t.Context(), strings.Fields(m[1]), &stdout, &stderr)
		got := stdout.String() + stderr.String()
		if got != m[2] && !*update {
			t.Errorf("README.md is stale (go test ./cmd/newsvet -run Readme -update): newsvet %s prints\n%s", m[1], got)
		}
		return "```console\n$ bin/newsvet " + m[1] + "\n" + got + "```"
	})
	if n == 0 {
		t.Fatal("README.md shows no output")
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
