package cache_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/internal/cache"
)

func key(s string) cache.Key { return sha256.Sum256([]byte(s)) }

func open(t testing.TB, dir, version string) (*cache.Cache, *[]string) {
	t.Helper()
	var said []string
	c, err := cache.Open(dir, version, func(s string) { said = append(said, s) })
	if err != nil {
		t.Fatal(err)
	}
	return c, &said
}

func shut(t testing.TB, c *cache.Cache) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
}

func segments(t testing.TB, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func fill(t testing.TB, dir, version string, values ...string) {
	t.Helper()
	c, _ := open(t, dir, version)
	for _, v := range values {
		c.Put(key(v), []byte(v))
	}
	shut(t, c)
}

func has(t *testing.T, dir, version string, values ...string) {
	t.Helper()
	c, said := open(t, dir, version)
	defer shut(t, c)
	for _, v := range values {
		if b, ok := c.Get(key(v)); !ok || string(b) != v {
			t.Errorf("Get(%q) = %q, %v", v, b, ok)
		}
	}
	if len(*said) > 0 {
		t.Errorf("says %q", *said)
	}
}

func TestValuesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "odd [name]*")
	fill(t, dir, "1", "a", "", "b")
	fill(t, dir, "1", "c")
	has(t, dir, "1", "a", "", "b", "c")
}

func TestAnotherVersionSeesNothing(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "1", "a")
	c, _ := open(t, dir, "2")
	defer shut(t, c)
	if b, ok := c.Get(key("a")); ok {
		t.Errorf("Get = %q of another version", b)
	}
}

func TestManySegmentsBecomeOne(t *testing.T) {
	dir := t.TempDir()
	var all []string
	for i := range 18 {
		v := fmt.Sprint("value ", i)
		all = append(all, v)
		fill(t, dir, "1", v)
	}
	if n := len(segments(t, dir)); n > 4 {
		t.Errorf("%d segments", n)
	}
	has(t, dir, "1", all...)
}

func TestNothingNewWritesNothing(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "1", "a")
	has(t, dir, "1", "a")
	if n := len(segments(t, dir)); n != 1 {
		t.Errorf("%d segments, want 1", n)
	}
}

// TestDamageIsSaidOnceAndMendsItself: whatever happens to a segment, what is
// got is what was put, or nothing.
func TestDamageIsSaidOnceAndMendsItself(t *testing.T) {
	values := []string{"one", "two", "three", string(bytes.Repeat([]byte("x"), 5000))}
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp("", "newsvet-test-*")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		fill(t, dir, "1", values...)
		name := segments(t, dir)[0]
		b, err := os.ReadFile(name)
		if err != nil {
			rt.Fatal(err)
		}
		if rapid.Bool().Draw(rt, "cut") {
			b = b[:rapid.IntRange(0, len(b)-1).Draw(rt, "at")]
		} else {
			b[rapid.IntRange(0, len(b)-1).Draw(rt, "at")] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		}
		if err := os.WriteFile(name, b, 0o644); err != nil {
			rt.Fatal(err)
		}
		c, said := open(t, dir, "1")
		missing := 0
		for _, v := range values {
			got, ok := c.Get(key(v))
			if ok && string(got) != v {
				rt.Errorf("Get = %.20q, want %.20q", got, v)
			}
			if !ok {
				missing++
				c.Put(key(v), []byte(v))
			}
		}
		shut(t, c)
		if missing > 0 && len(*said) > 1 {
			rt.Errorf("says %q", *said)
		}
		again, said := open(t, dir, "1")
		for _, v := range values {
			if _, ok := again.Get(key(v)); !ok && missing == len(values) {
				rt.Errorf("%.20q was not made anew", v)
			}
		}
		shut(t, again)
		if len(*said) > 0 {
			rt.Errorf("after mending it says %q", *said)
		}
	})
}

func TestGoroutinesAndProcessesShareIt(t *testing.T) {
	dir := t.TempDir()
	a, _ := open(t, dir, "1")
	b, _ := open(t, dir, "1")
	var wg sync.WaitGroup
	for i := range 4 {
		for _, c := range []*cache.Cache{a, b} {
			wg.Go(func() {
				for k := range 50 {
					v := fmt.Sprintf("%d %d", i, k)
					c.Get(key(v))
					c.Put(key(v), []byte(v))
				}
			})
		}
	}
	wg.Wait()
	shut(t, a)
	shut(t, b)
	has(t, dir, "1", "0 0", "3 49")
}

func TestPutAfterCloseLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	c, _ := open(t, dir, "1")
	shut(t, c)
	c.Put(key("late"), []byte("late"))
	if _, ok := c.Get(key("late")); ok {
		t.Error("a closed cache has a value")
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*", "*")); len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}

func TestADirectoryThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := cache.Open(file, "1", func(string) {}); err == nil {
		t.Error("Open of a file succeeds")
	}
}

func FuzzSegment(f *testing.F) {
	dir := f.TempDir()
	fill(f, dir, "1", "a", "b")
	b, err := os.ReadFile(segments(f, dir)[0])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(append(b[:16:16], bytes.Repeat([]byte{0xff}, 60)...))
	f.Fuzz(func(t *testing.T, in []byte) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "1"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "1", "x.segment"), in, 0o644); err != nil {
			t.Fatal(err)
		}
		c, _ := open(t, dir, "1")
		if got, ok := c.Get(key("a")); ok && string(got) != "a" {
			t.Errorf("Get = %q", got)
		}
		shut(t, c)
	})
}
