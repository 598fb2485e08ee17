//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// feed writes records until nobody reads them any more.
func feed(w io.WriteCloser) {
	for i := 0; ; i++ {
		if _, err := fmt.Fprintf(w, `{"id":"r%d","outlet":"Bugle","published":"2024-05-03","text":"There were %d dead, the mayor of Aldport said on Friday."}`+"\n", i, i); err != nil {
			return
		}
	}
}

func TestInterrupt(t *testing.T) {
	for name, silent := range map[string]bool{"while reading": false, "while waiting for input": true} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			cmd := exec.Command("newsvet", "check", "-o", "json=out.json", "-o", "text=old.txt", "-")
			cmd.Dir = dir
			if err := os.WriteFile(filepath.Join(dir, "old.txt"), []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if !silent {
				go feed(in)
			}
			waitFor(t, func() bool { return len(names(t, dir)) == 3 }) // both outputs are open
			begun := time.Now()
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			err = cmd.Wait()
			in.Close()
			var failed *exec.ExitError
			if !errors.As(err, &failed) || failed.ExitCode() != interrupted {
				t.Errorf("ends with %v, want status %d; %s", err, interrupted, &stderr)
			}
			if took := time.Since(begun); took > 5*time.Second { // others use the machine too
				t.Errorf("took %v to stop", took)
			}
			if !strings.Contains(stderr.String(), "newsvet: interrupted after ") {
				t.Errorf("says %q", &stderr)
			}
			if got := names(t, dir); len(got) != 1 || got[0] != "old.txt" {
				t.Errorf("leaves %v", got)
			}
			if b, _ := os.ReadFile(filepath.Join(dir, "old.txt")); string(b) != "old" {
				t.Errorf("old.txt is now %q", b)
			}
		})
	}
}

// TestKilled kills the command at any moment: the report is the old one or
// the new one, and whole.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	var corpus strings.Builder
	for i := range 200 {
		fmt.Fprintf(&corpus, `{"id":"r%d","outlet":"Bugle","text":"There were %d dead in place number %d."}`+"\n", i, i, i)
	}
	path := filepath.Join(dir, "in.jsonl")
	if err := os.WriteFile(path, []byte(corpus.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out.json")
	if err := os.WriteFile(out, []byte("{}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	rounds := 50
	if testing.Short() {
		rounds = 8
	}
	moments := rand.New(rand.NewPCG(1, 2))
	for i := range rounds {
		cmd := exec.Command("newsvet", "check", "-q", "-o", "json="+out, path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(moments.IntN(150)) * time.Millisecond)
		cmd.Process.Signal(syscall.SIGKILL)
		cmd.Wait()
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasSuffix(b, []byte("}\n")) || len(b) > 3 && !bytes.Contains(b, []byte(`"stats":`)) {
			t.Fatalf("killed in round %d: %d bytes, no whole report", i, len(b))
		}
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain")
		}
	}
}
