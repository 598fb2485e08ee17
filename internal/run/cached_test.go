package run_test

import (
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/internal/cache"
	"github.com/newsvet/newsvet/internal/run"
)

// cached is [bytesOf] with the cache in dir.
func cached(t interface{ Fatal(...any) }, dir string, docs []*corpus.Document, o run.Options) string {
	c, err := cache.Open(dir, "1", func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	o.Cache = c
	out := bytesOf(t, docs, o)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWarmEqualsCold(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		docs := corpusOf(rt)
		want := bytesOf(rt, docs, run.Options{Workers: 1})
		dir, err := os.MkdirTemp("", "newsvet-test-*")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		some := docs[:rapid.IntRange(0, len(docs)).Draw(rt, "some")]
		cached(rt, dir, some, run.Options{})
		for _, name := range []string{"some cached", "all cached", "damaged", "mended"} {
			if diff := cmp.Diff(want, cached(rt, dir, rapid.Permutation(docs).Draw(rt, "order"), run.Options{Workers: 2, Budget: 1 << 10})); diff != "" {
				rt.Fatalf("%s: (-without a cache +with)\n%s", name, diff)
			}
			if name == "all cached" {
				damage(rt, dir)
			}
		}
	})
}

// damage changes a byte of every file of a cache.
func damage(t *rapid.T, dir string) {
	names, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= 1
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWarmReadsNothingAgain: neither extractors nor rules run for what has
// not changed; one article that has makes only its own story new.
func TestWarmReadsNothingAgain(t *testing.T) {
	var extracted, checked atomic.Int64
	o := run.Options{
		Extractors: []*extract.Extractor{{Name: "words", Run: func(a *extract.Article) extract.Items {
			extracted.Add(1)
			return words.Run(a)
		}}},
		Rules: []*check.Rule{{Name: "all", Level: check.Info, Run: func(c *check.Case) []check.Finding {
			checked.Add(1)
			return all.Run(c)
		}}},
	}
	dir := t.TempDir()
	docs := []*corpus.Document{doc(0, 0), doc(0, 1), doc(1, 0), doc(1, 1)}
	pass := func(docs []*corpus.Document, wantExtracted, wantChecked int64) {
		t.Helper()
		extracted.Store(0)
		checked.Store(0)
		c, err := cache.Open(dir, "1", func(s string) { t.Error(s) })
		if err != nil {
			t.Fatal(err)
		}
		o.Cache = c
		if _, err := run.Check(t.Context(), stream(docs), o, func(*check.Result) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		if e, k := extracted.Load(), checked.Load(); e != wantExtracted || k != wantChecked {
			t.Errorf("%d articles read and %d stories checked, want %d and %d", e, k, wantExtracted, wantChecked)
		}
	}
	pass(docs, 4, 2)
	pass(docs, 0, 0)
	moved := *docs[0]
	moved.Name, moved.URI = "moved.md", "moved.md"
	pass([]*corpus.Document{docs[1], docs[2], docs[3], &moved}, 0, 1)
	changed := corpus.Plain(corpus.Ref{Name: "0-0.md", URI: "0-0.md", Outlet: "Bugle", Published: docs[0].Published, Lang: "en"}, docs[0].Text+" They went home.")
	pass([]*corpus.Document{changed, docs[1], docs[2], docs[3]}, 1, 1)
}
