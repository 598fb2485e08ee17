package corpus_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

// walk returns the names of the documents in paths, and errors, in order.
func walk(t *testing.T, opts corpus.WalkOptions, paths ...string) []string {
	t.Helper()
	var out []string
	for d, err := range corpus.Walk(t.Context(), paths, formats.All, opts) {
		if err != nil {
			out = append(out, "error: "+err.Error())
		} else {
			out = append(out, d.Name)
		}
	}
	return out
}

// tree writes files into an empty directory, which becomes the current one.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWalkReadsDirectoriesInOrder(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt": "Fire.", "news/a.md": "Fire.", "news/sub/c.html": "<p>Fire.", "news/.hidden.txt": "Fire.",
		"news/.git/d.txt": "Fire.", "news/photo.jpg": "x", "news/z.jsonl": "{\"text\":\"Fire.\"}\n{\"id\":\"own\",\"text\":\"Fire.\"}",
	})
	want := []string{"news/a.md", "news/b.txt", "news/sub/c.html", "news/z.jsonl#1", "own"}
	expect(t, walk(t, corpus.WalkOptions{}, "news"), want...)
	expect(t, walk(t, corpus.WalkOptions{}, "news/"), want...)
	t.Chdir("news")
	expect(t, walk(t, corpus.WalkOptions{}, "."), "a.md", "b.txt", "sub/c.html", "z.jsonl#1", "own")
}

func TestWalkReadsAFileOnce(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Fire.", "b.txt": "Fire."})
	expect(t, walk(t, corpus.WalkOptions{}, "b.txt", "a.txt", "./b.txt", "."), "b.txt", "a.txt")
}

func TestWalkReadsWhatIsNamed(t *testing.T) {
	tree(t, map[string]string{"page": "<!DOCTYPE html><title>Fire in Brant</title><p>Two died.", "lines.dat": `{"id":"one","text":"Fire."}`, ".note": "Fire in Brant."})
	expect(t, walk(t, corpus.WalkOptions{}, "page", "lines.dat", ".note"), "page", "one", ".note")
}

func TestWalkExpandsPatterns(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": "Fire.", "a/b/2.txt": "Fire.", "a/b/3.md": "Fire.", "[x].txt": "Fire."})
	expect(t, walk(t, corpus.WalkOptions{}, "a/**/*.txt"), "a/1.txt", "a/b/2.txt")
	expect(t, walk(t, corpus.WalkOptions{}, "a/*/{2.txt,3.md}"), "a/b/2.txt", "a/b/3.md")
	expect(t, walk(t, corpus.WalkOptions{}, "[x].txt"), "[x].txt")
	expect(t, walk(t, corpus.WalkOptions{}, "*.pdf"), "error: *.pdf: no file matches: file does not exist")
}

func TestWalkReadsStandardInputAndLists(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Fire.", "b c.txt": "Fire."})
	in := func(s string) corpus.WalkOptions { return corpus.WalkOptions{Stdin: strings.NewReader(s)} }
	expect(t, walk(t, in("Fire in Brant."), "-", "a.txt", "-"), "-", "a.txt")
	expect(t, walk(t, in("{\"text\":\"Fire.\"}"), "-"), "-#1")
	list := func(s string) corpus.WalkOptions { return corpus.WalkOptions{FilesFrom: strings.NewReader(s)} }
	expect(t, walk(t, list("b c.txt\r\n\na.txt\n"), "a.txt"), "a.txt", "b c.txt")
	expect(t, walk(t, list("b c.txt\x00a.txt\x00")), "b c.txt", "a.txt")
}

func TestWalkDecompresses(t *testing.T) {
	var gz, zs bytes.Buffer
	g := gzip.NewWriter(&gz)
	g.Write([]byte("Fire in Brant."))
	g.Close()
	z, _ := zstd.NewWriter(&zs)
	z.Write([]byte(`{"text":"Fire."}`))
	z.Close()
	tree(t, map[string]string{"d/a.txt.gz": gz.String(), "d/b.jsonl.zst": zs.String(), "d/c.txt": gz.String(), "cut.gz": gz.String()[:20]})
	expect(t, walk(t, corpus.WalkOptions{}, "d", "cut.gz"), "d/a.txt.gz", "d/b.jsonl.zst#1", "d/c.txt", "error: cut.gz: gzip: cut off")
}

func TestWalkRefusesBombs(t *testing.T) {
	var gz, zs bytes.Buffer
	bomb := bytes.Repeat([]byte("Fire. "), 5<<20)
	g := gzip.NewWriter(&gz)
	g.Write(bomb)
	g.Close()
	z, _ := zstd.NewWriter(&zs)
	z.Write(bomb)
	z.Close()
	tree(t, map[string]string{"a.txt.gz": gz.String(), "b.jsonl.zst": zs.String()})
	expect(t, walk(t, corpus.WalkOptions{}, "."),
		"error: a.txt.gz: gzip expands more than 100:1, the limit", "error: b.jsonl.zst: zstd expands more than 100:1, the limit")
}

func TestWalkKeepsLimits(t *testing.T) {
	exact := strings.Repeat("a", 10<<20-7) + " Fire.\n"
	record := func(n int) string { return `{"text":"` + strings.Repeat("a ", n/2-6) + `"}` }
	tree(t, map[string]string{
		"exact.txt": exact, "over.txt": exact + "\n", "records.jsonl": record(10<<20) + "\n" + record(10<<20+2) + "\n{\"text\":\"Fire.\"}",
	})
	expect(t, walk(t, corpus.WalkOptions{}, "."), "exact.txt", "error: over.txt: over 10 MiB, the limit for a document",
		"records.jsonl#1", "error: records.jsonl:2: over 10 MiB, the limit for a record", "records.jsonl#3")
	lim := corpus.DefaultLimits
	lim.Documents = 1
	expect(t, walk(t, corpus.WalkOptions{Limits: lim}, "exact.txt", "records.jsonl"), "exact.txt", "error: more than 1 documents, the limit")
}

func TestWalkNamesWhatCannotBeRead(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Fire.", "secret.txt": "Fire.", "photos/a.jpg": "x", "broken.txt": "ab\xff\xfe", "null.txt": "a\x00b", "empty.txt": "", "front.md": "---\na: b: c\n---\nFire."})
	if err := os.Chmod("secret.txt", 0); err != nil {
		t.Fatal(err)
	}
	want := []string{"error: missing.txt: file does not exist", "error: photos: no articles", "error: broken.txt: broken utf-8 at byte 2",
		"error: null.txt: binary file, skipped", "error: empty.txt: empty", "error: front.md:2: front matter: mapping values are not allowed in this context", "a.txt"}
	paths := []string{"missing.txt", "photos", "broken.txt", "null.txt", "empty.txt", "front.md", "a.txt"}
	if os.Getuid() > 0 { // root reads everything
		paths, want = append(paths, "secret.txt"), append(want, "error: secret.txt: permission denied")
	}
	expect(t, walk(t, corpus.WalkOptions{}, paths...), want...)
}

func TestWalkErrorsAreTold(t *testing.T) {
	tree(t, map[string]string{"photos/a.jpg": "x"})
	for path, want := range map[string]error{"missing.txt": fs.ErrNotExist, "*.txt": fs.ErrNotExist, "photos": corpus.ErrNoArticles} {
		for _, err := range corpus.Walk(t.Context(), []string{path}, formats.All, corpus.WalkOptions{}) {
			if e := (*corpus.Error)(nil); !errors.As(err, &e) || e.URI != path || !errors.Is(err, want) {
				t.Errorf("Walk(%q) yields %v, want a *corpus.Error about it that is %v", path, err, want)
			}
		}
	}
}

func TestWalkStops(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Fire.", "b.txt": "Fire.", "c.txt": "Fire."})
	n := 0
	for range corpus.Walk(t.Context(), []string{"."}, formats.All, corpus.WalkOptions{}) {
		if n++; n == 2 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got []string
	for d, err := range corpus.Walk(ctx, []string{"."}, formats.All, corpus.WalkOptions{}) {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, d.Name)
		}
		cancel()
	}
	expect(t, got, "a.txt", "context canceled")
}

func ExampleWalk() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "a.md"), []byte("---\noutlet: Bugle\n---\n# Fire in Brant\n\nTwo people died.\n"), 0o666)
	os.WriteFile(filepath.Join(dir, "b.txt"), nil, 0o666)
	for d, err := range corpus.Walk(context.Background(), []string{dir}, formats.All, corpus.WalkOptions{}) {
		if err != nil {
			fmt.Println(filepath.Base(err.Error()))
			continue
		}
		fmt.Printf("%s, %s\n", d.Outlet, d.Title)
	}
	// Output:
	// Bugle, Fire in Brant
	// b.txt: empty
}
