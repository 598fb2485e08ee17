package git_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/internal/git"
)

// A repo is a repository that git itself makes.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r := &repo{t, dir}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repo) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=desk", "-c", "user.email=desk@bugle.example", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r *repo) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repo) commit(message string) {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", message)
}

// changed returns which of the files are other than in rev.
func (r *repo) changed(rev string, files ...string) string {
	r.t.Helper()
	tree, err := git.Since(r.dir, rev)
	if err != nil {
		r.t.Errorf("Since(%q): %v", rev, err)
		return ""
	}
	var out []string
	for _, f := range files {
		is, err := tree.Changed(filepath.Join(r.dir, filepath.FromSlash(f)))
		if err != nil {
			r.t.Errorf("Changed(%q): %v", f, err)
		}
		if is {
			out = append(out, f)
		}
	}
	return strings.Join(out, " ")
}

// history makes three commits and a change that is in none.
func history(t *testing.T) *repo {
	r := newRepo(t)
	long := strings.Repeat("There was no news from Aldport on this day either.\n", 50)
	for i := range 40 {
		r.write(fmt.Sprintf("corpus/%02d.md", i), long+fmt.Sprint(i))
	}
	r.write("a.md", long+"one")
	r.write("deep/er/b.md", "b")
	r.write("crlf.md", "one\ntwo\n")
	r.commit("first")
	r.git("tag", "-a", "v1", "-m", "first")
	r.write("a.md", long+"two")
	r.commit("second")
	r.git("branch", "side")
	r.write("deep/er/b.md", "other")
	r.commit("third")
	r.write("new.md", "new")
	r.write("crlf.md", "one\r\ntwo\r\n")
	return r
}

var files = []string{"a.md", "deep/er/b.md", "crlf.md", "new.md", "corpus/07.md", "deep/er", "nowhere.md"}

func check(t *testing.T, r *repo) {
	t.Helper()
	third := r.git("rev-parse", "HEAD")
	for rev, want := range map[string]string{
		"HEAD": "new.md deep/er nowhere.md", "@": "new.md deep/er nowhere.md", "main": "new.md deep/er nowhere.md",
		"HEAD~1": "deep/er/b.md new.md deep/er nowhere.md", "HEAD^": "deep/er/b.md new.md deep/er nowhere.md", "side": "deep/er/b.md new.md deep/er nowhere.md",
		"HEAD~2": "a.md deep/er/b.md new.md deep/er nowhere.md", "HEAD^^": "a.md deep/er/b.md new.md deep/er nowhere.md",
		"v1": "a.md deep/er/b.md new.md deep/er nowhere.md", "refs/tags/v1": "a.md deep/er/b.md new.md deep/er nowhere.md", "side~": "a.md deep/er/b.md new.md deep/er nowhere.md",
		third: "new.md deep/er nowhere.md", third[:7]: "new.md deep/er nowhere.md", third[:8] + "^0": "new.md deep/er nowhere.md",
	} {
		if got := r.changed(rev, files...); got != want {
			t.Errorf("since %s: %s, want %s", rev, got, want)
		}
	}
	for _, rev := range []string{"", "nothing", "HEAD~3", "v2", "../HEAD", "HEAD^2", "0000000", third[:7] + "~x", "-1"} {
		if _, err := git.Since(r.dir, rev); err == nil {
			t.Errorf("there is a revision %q", rev)
		}
	}
}

func TestLooseObjects(t *testing.T) { check(t, history(t)) }

func TestPacks(t *testing.T) {
	r := history(t)
	r.git("gc", "-q", "--aggressive")
	if names, err := filepath.Glob(filepath.Join(r.dir, ".git", "objects", "pack", "*.pack")); err != nil || len(names) == 0 {
		t.Fatalf("no pack: %v", err)
	}
	check(t, r)
}

func TestAnotherWorkingTree(t *testing.T) {
	r := history(t)
	dir := filepath.Join(t.TempDir(), "other")
	r.git("worktree", "add", "-q", dir, "side")
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	other := &repo{t, real}
	other.write("a.md", "changed there")
	if got, want := other.changed("HEAD", "a.md", "deep/er/b.md"), "a.md"; got != want {
		t.Errorf("since HEAD: %s, want %s", got, want)
	}
	if got, want := other.changed("main", "deep/er/b.md"), "deep/er/b.md"; got != want {
		t.Errorf("since main: %s, want %s", got, want)
	}
}

func TestShallowClone(t *testing.T) {
	r := history(t)
	dir := filepath.Join(t.TempDir(), "clone")
	r.git("clone", "-q", "--depth", "1", "file://"+r.dir, dir)
	if _, err := git.Since(dir, "HEAD~1"); err == nil || !strings.Contains(err.Error(), "shallow") {
		t.Errorf("Since = %v, want a word on shallow clones", err)
	}
	if _, err := git.Since(dir, "origin/main"); err != nil {
		t.Errorf("Since: %v", err)
	}
}

func TestRevisionsThatAreNone(t *testing.T) {
	r := history(t)
	for _, rev := range []string{"", "nowhere", "HEAD~-1", "HEAD^-1", "HEAD~x", "HEAD~99", "HEAD^3", "../HEAD", "zz"} {
		if _, err := git.Since(r.dir, rev); err == nil {
			t.Errorf("Since(%q): want an error", rev)
		}
	}
}

func TestNoRepository(t *testing.T) {
	if _, err := git.Since(t.TempDir(), "HEAD"); err == nil {
		t.Error("there is a repository")
	}
}

// FuzzDelta: no difference makes more than it says, or reads what is not there.
func FuzzDelta(f *testing.F) {
	f.Add([]byte("one two"), []byte("\x07\x09\x90\x03\x06 and o"))
	f.Fuzz(func(t *testing.T, base, change []byte) {
		if out, err := git.Apply(base, change); err == nil && len(out) > 64<<20 {
			t.Errorf("%d bytes", len(out))
		}
	})
}

// TestDamage: a repository that is damaged is an error and no panic.
func TestDamage(t *testing.T) {
	r := history(t)
	r.git("gc", "-q", "--aggressive")
	names, err := filepath.Glob(filepath.Join(r.dir, ".git", "objects", "pack", "*.[ip][da][xc]*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		os.Chmod(name, 0o644)
		for at := 0; at < len(whole); at += 1 + len(whole)/200 {
			b := append([]byte(nil), whole...)
			b[at] ^= 0x55
			if at%2 == 0 {
				b = b[:at]
			}
			if err := os.WriteFile(name, b, 0o644); err != nil {
				t.Fatal(err)
			}
			if tree, err := git.Since(r.dir, "v1"); err == nil {
				for _, f := range files {
					tree.Changed(filepath.Join(r.dir, f))
				}
			}
		}
		if err := os.WriteFile(name, whole, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check(t, r)
}

// TestCircle: a difference to itself is damage, and neither a loop nor a stack
// that overflows.
func TestCircle(t *testing.T) {
	r := newRepo(t)
	one := bytes.Repeat([]byte{0xaa}, 20)
	var p bytes.Buffer
	p.WriteString("PACK\x00\x00\x00\x02\x00\x00\x00\x01")
	p.WriteByte(7<<4 | 2) // a difference of two bytes to the object with the id that follows
	p.Write(one)
	z := zlib.NewWriter(&p)
	z.Write([]byte{0, 0})
	z.Close()
	var idx bytes.Buffer
	idx.WriteString("\xfftOc\x00\x00\x00\x02")
	for first := range 256 {
		n := uint32(0)
		if first >= 0xaa {
			n = 1
		}
		binary.Write(&idx, binary.BigEndian, n)
	}
	idx.Write(one)
	binary.Write(&idx, binary.BigEndian, [2]uint32{0, 12}) // checksum, offset
	for name, b := range map[string][]byte{"pack-x.pack": p.Bytes(), "pack-x.idx": idx.Bytes()} {
		if err := os.WriteFile(filepath.Join(r.dir, ".git", "objects", "pack", name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := git.Since(r.dir, strings.Repeat("aa", 20)); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("Since: %v, want it to be damaged", err)
	}
}
