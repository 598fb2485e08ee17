//go:build unix

package corpus_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/newsvet/newsvet/corpus"
)

func TestWalkRefusesLinksAndDevices(t *testing.T) {
	tree(t, map[string]string{"in/a.txt": "Fire.", "in/sub/b.txt": "Fire.", "out/c.txt": "Fire."})
	for name, target := range map[string]string{
		"in/leaves.txt": "../out/c.txt", "in/away": "../out", "in/sub/loop": "..", "in/self.txt": "self.txt",
		"in/same.txt": "a.txt", "in/down": "sub", "in/dead.txt": "nowhere.txt", "named.txt": "out/c.txt",
	} {
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo("in/pipe.txt", 0o666); err != nil {
		t.Fatal(err)
	}
	expect(t, walk(t, corpus.WalkOptions{}, "in", "named.txt", "in/pipe.txt", os.DevNull),
		"in/a.txt",
		"error: in/away: link leaves the directory, refused",
		"error: in/dead.txt: file does not exist",
		"error: in/leaves.txt: link leaves the directory, refused",
		"error: in/pipe.txt: a pipe, refused",
		"error: in/self.txt: link to itself, refused",
		"in/sub/b.txt",
		"error: in/sub/loop: link to a directory above it, refused",
		"named.txt",
		"error: in/pipe.txt: a pipe, refused",
		"error: /dev/null: a device, refused")
}
