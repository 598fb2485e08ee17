package main

import (
	"os"

	"github.com/newsvet/newsvet/internal/config"
	"github.com/newsvet/newsvet/internal/git"
)

// A subject is the files that a run is about, out of all that it reads.
type subject struct {
	paths []string  // real paths of files and directories
	since *git.Tree // nil for none
	known map[string]bool
	err   error // the first that reading the repository gave
}

// newSubject returns what --report-only-for and --since mean, nil for all
// files.
func newSubject(paths []string, since string) (*subject, error) {
	if len(paths) == 0 && since == "" {
		return nil, nil
	}
	a := &subject{known: map[string]bool{}}
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return nil, misuse("", "--report-only-for %s: %v", p, cause(err))
		}
		a.paths = append(a.paths, realPath(p))
	}
	if since == "" {
		return a, nil
	}
	tree, err := git.Since(config.Root(realPath(".")), since)
	if err != nil {
		return nil, misuse("", "--since: %v", err)
	}
	a.since = tree
	return a, nil
}

// has reports whether the file that uri names is one of the subject.
func (a *subject) has(uri string) bool {
	is, ok := a.known[uri]
	if !ok {
		is = a.look(realPath(uri))
		a.known[uri] = is
	}
	return is
}

func (a *subject) look(path string) bool {
	for _, p := range a.paths {
		if below(path, p) {
			return true
		}
	}
	if a.since == nil {
		return false
	}
	changed, err := a.since.Changed(path)
	if err != nil && a.err == nil {
		a.err = err
	}
	return changed
}
