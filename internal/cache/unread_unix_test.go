//go:build unix

package cache_test

import (
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestWhatCannotBeReadNowStays: running out of open files, or not being
// allowed to read, says nothing about the cache.
func TestWhatCannotBeReadNowStays(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "1", "a")
	fill(t, dir, "1", "b")
	name := segments(t, dir)[0]
	t.Run("a limit", func(t *testing.T) {
		var was syscall.Rlimit
		if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &was); err != nil {
			t.Fatal(err)
		}
		var held []*os.File // so that the directory can be listed and no file opened
		defer func() {
			syscall.Setrlimit(syscall.RLIMIT_NOFILE, &was)
			for _, f := range held {
				f.Close()
			}
		}()
		few := was
		few.Cur = 64
		if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few); err != nil {
			t.Skip(err)
		}
		for {
			f, err := os.Open(dir)
			if err != nil {
				break
			}
			held = append(held, f)
		}
		held[0].Close()
		held = held[1:]
		c, said := open(t, dir, "1") // the first segment takes the one that is free
		if len(*said) != 1 || !strings.Contains((*said)[0], "too many open files") {
			t.Errorf("says %q", *said)
		}
		shut(t, c)
	})
	t.Run("not allowed", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("root may read everything")
		}
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		c, said := open(t, dir, "1")
		shut(t, c)
		if len(*said) != 1 || !strings.Contains((*said)[0], "permission denied") {
			t.Errorf("says %q", *said)
		}
		if err := os.Chmod(name, 0o600); err != nil {
			t.Fatal(err)
		}
	})
	has(t, dir, "1", "a", "b")
}
