package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

// glance is how long a change may go unseen.
const glance = 300 * time.Millisecond

// watchFlag adds the flag that lets check go on.
func (k *checking) watchFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&k.watch, "watch", false, "go on until interrupted: check again what changes, and print the\nstories that it changes")
}

// start checks once or, with --watch, whenever something changes.
func (k *checking) start(cmd *cobra.Command, args, formats []string) error {
	if !k.watch {
		return k.run(cmd, args, formats)
	}
	if slices.Contains(args, "-") || k.inputs.filesFrom != "" {
		return misuse("", "--watch is for files that are named, or directories")
	}
	cache, err := os.MkdirTemp("", "newsvet-watch-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	w := &watcher{k: k, ctx: cmd.Context(), args: args, cache: cache, fresh: &fresh{}}
	for first := true; ; first = false {
		was := w.look()
		if !first {
			err = k.common.configure(cmd)
		}
		if err == nil {
			err = w.once(cmd, formats)
		}
		var e *exit
		if errors.As(err, &e) && (first && e.status == usage || e.status == interrupted) {
			return e
		}
		complain(cmd.ErrOrStderr(), err)
		changed := w.wait(was)
		if changed == nil {
			return &exit{interrupted, "interrupted", ""}
		}
		if !k.common.quiet {
			fmt.Fprintf(cmd.ErrOrStderr(), "newsvet: changed: %s\n", report.Terminal(strings.Join(changed, ", ")))
		}
	}
}

// A watcher looks at the files of a check again and again.
type watcher struct {
	k     *checking
	ctx   context.Context
	args  []string
	cache string // for as long as it watches, if no flag names one
	fresh *fresh
}

// once checks with a copy of the flags, which a run may change.
func (w *watcher) once(cmd *cobra.Command, formats []string) error {
	k := *w.k
	k.fresh, k.inputs.cache = w.fresh.turn(), cmp.Or(k.inputs.cache, w.cache)
	return k.run(cmd, w.args, formats)
}

// A stamp tells one state of a file from another.
type stamp struct {
	size int64
	at   time.Time
}

// wait returns the files that are other than they were, at most five of them,
// once there are any and no more are being written; nil if it was interrupted.
func (w *watcher) wait(was map[string]stamp) []string {
	before := was
	for {
		select {
		case <-w.ctx.Done():
			return nil
		case <-time.After(glance):
		}
		is := w.look()
		changed := differing(was, is)
		if len(changed) > 0 && len(differing(before, is)) == 0 {
			if n := len(changed) - 5; n > 0 {
				changed = append(changed[:5], fmt.Sprintf("%d more", n))
			}
			return changed
		}
		before = is
	}
}

// differing returns the paths that have another stamp, or one in only one of
// the two.
func differing(a, b map[string]stamp) []string {
	var out []string
	for path, s := range b {
		if t, ok := a[path]; !ok || t.size != s.size || !t.at.Equal(s.at) {
			out = append(out, path)
		}
	}
	for path := range a {
		if _, ok := b[path]; !ok {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// look returns the stamps of all files that the check depends on, and not of
// those that it writes.
func (w *watcher) look() map[string]stamp {
	out := map[string]stamp{}
	set := &w.k.common.settings
	paths := slices.Concat(w.args, w.k.vet.against.paths, []string{config.Name, config.IgnoreName, set.path, w.k.screen.baseline})
	for _, name := range []string{config.Name, config.IgnoreName} {
		if path, err := config.Find(".", name); err == nil {
			paths = append(paths, path)
		}
	}
	if len(w.args) == 0 {
		paths = append(paths, set.paths()...)
	}
	for _, p := range paths {
		if strings.ContainsAny(p, "*?[{") {
			p = fixed(p)
		}
		w.stamp(out, p)
	}
	for _, o := range w.k.outs {
		if _, path, ok := strings.Cut(o, "="); ok {
			delete(out, filepath.Clean(path))
		}
	}
	return out
}

// fixed is the directory that all files of a pattern lie in.
func fixed(pattern string) string {
	return filepath.Dir(pattern[:strings.IndexAny(pattern, "*?[{")] + "x")
}

// stamp adds a file, or all that are below a directory and not hidden.
func (w *watcher) stamp(out map[string]stamp, path string) {
	if path == "" {
		return
	}
	filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || w.ctx.Err() != nil {
			return nil // it may be gone again already
		}
		if p != path && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			out[filepath.Clean(p)] = stamp{info.Size(), info.ModTime()}
		}
		return nil
	})
}

// fresh knows the stories that were printed last time. Nil takes all for new.
type fresh struct{ was, is map[[32]byte]bool }

// turn makes of what is printed now what was printed.
func (f *fresh) turn() *fresh {
	f.was, f.is = f.is, map[[32]byte]bool{}
	return f
}

// only is r without the stories that it wrote the same last time.
func (f *fresh) only(r report.Reporter) report.Reporter {
	if f == nil {
		return r
	}
	return &freshReporter{r, f}
}

type freshReporter struct {
	report.Reporter
	fresh *fresh
}

// Story writes a story that is new.
func (r *freshReporter) Story(res *check.Result) error {
	b, err := json.Marshal(res)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(b)
	r.fresh.is[sum] = true
	if r.fresh.was[sum] {
		return nil
	}
	return r.Reporter.Story(res)
}
