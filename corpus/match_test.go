package corpus_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"archive", "archive/2024/a.md", true},
		{"archive/", "old/archive/a.md", true},
		{"/archive", "old/archive/a.md", false},
		{"/archive", "archive/a.md", true},
		{"*.html", "bugle/a.html", true},
		{"bugle/*.html", "bugle/a.html", true},
		{"bugle/*.html", "bugle/old/a.html", false},
		{"bugle/**", "bugle/old/a.html", true},
		{"bugle/**/*.md", "bugle/a.md", true},
		{"{bugle,courier}/**", "courier/a.md", true},
		{"bugle", "bugle.md", false},
		{"", "a.md", false},
		{"/", "a.md", false},
	} {
		if got := corpus.Match(c.pattern, c.path); got != c.want {
			t.Errorf("Match(%q, %q) = %v, want %v", c.pattern, c.path, got, c.want)
		}
	}
}

func TestWalkSkips(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.md", "old/b.md", "old/c/d.md", "e.md"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("There was no news from Aldport: "+name+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	skip := func(path string) bool { return corpus.Match("old", path) || path == "e.md" }
	for _, c := range []struct{ paths, want []string }{
		{[]string{"."}, []string{"a.md"}},
		{[]string{"**/*.md"}, []string{"a.md"}},
		{[]string{".", "e.md"}, []string{"a.md", "e.md"}},
	} {
		var got []string
		for d, err := range corpus.Walk(t.Context(), c.paths, formats.All, corpus.WalkOptions{Skip: skip}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d.URI)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Walk(%q) = %q, want %q", c.paths, got, c.want)
		}
	}
}
