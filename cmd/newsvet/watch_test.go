//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A tape is a buffer that is written to and read at once.
type tape struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *tape) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

// take returns what was written since the last time.
func (w *tape) take() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.b.String()
	w.b.Reset()
	return s
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("bugle.md", told["a/bugle.md"])
	write("courier.md", told["b/courier.md"])
	write("herald.md", "---\noutlet: Herald\npublished: 2024-06-11\n---\nThe Lindow bridge at Brant gave way on Tuesday and injured 40 workers, the Brant police said.\n")
	write("gazette.md", "---\noutlet: Gazette\npublished: 2024-06-11\n---\nThe Lindow bridge at Brant gave way on Tuesday and injured 55 workers, the Brant police said.\n")

	cmd := exec.Command("newsvet", "check", "--watch", "-o", "concise", "-o", "json=report.json", ".")
	cmd.Dir = dir
	var stdout, stderr tape
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	var out, said string
	until := func(what string) {
		t.Helper()
		out, said = "", ""
		waitFor(t, func() bool {
			out += stdout.take()
			said += stderr.take()
			return strings.Contains(said, what)
		})
		out += stdout.take()
	}

	until("(--fail-on error)")
	if !strings.Contains(out, "bugle.md") || !strings.Contains(out, "workers") && !strings.Contains(out, "injured") {
		t.Errorf("at first it prints\n%s", out)
	}
	write("courier.md", strings.ReplaceAll(told["b/courier.md"], "31", "33"))
	until("(--fail-on error)")
	if !strings.Contains(out, "“33”") || strings.Contains(out, "injured") {
		t.Errorf("after a change it prints\n%s\nwant the story that has changed alone", out)
	}
	if !strings.Contains(said, "newsvet: changed: courier.md\n") {
		t.Errorf("after a change it says\n%s", said)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "report.json")); err != nil || !bytes.Contains(b, []byte("“33”")) || !bytes.Contains(b, []byte("injured")) {
		t.Errorf("the report in a file is not whole: %v", err)
	}

	write(".newsvet.yaml", "rules: {figure-conflict: off}\n")
	until("changed: .newsvet.yaml")
	write(".newsvet.yaml", "rules: {figure-conflit: off}\n")
	until("did you mean figure-conflict?")

	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var failed *exec.ExitError
	if !errors.As(err, &failed) || failed.ExitCode() != interrupted {
		t.Errorf("ends with %v, want status %d", err, interrupted)
	}
}
