// Package config reads what a user lays down in files: the configuration,
// what is silenced and why, the findings that are known.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// The names of the files that are looked for.
const (
	Name         = ".newsvet.yaml"
	IgnoreName   = ".newsvet-ignore.yaml"
	BaselineName = ".newsvet-baseline.json"
)

// maxSize is how many bytes a file of this package may have. A baseline of
// ten thousand findings has three million.
const maxSize = 64 << 20

// A Config is a configuration as read. The zero Config sets nothing.
type Config struct {
	Path     string                 // of the file as people know it; "" if there is none
	Dir      string                 // that patterns and paths of the file are relative to, absolute
	Settings map[string]Setting     // what flags do for one run, by the names of those
	Rules    map[string]check.Level // levels by rule
	Paths    []string               // what is read where the command line names nothing
	Ignore   []string               // patterns of files that are not read
	Drafts   []string               // patterns of files in which comments may silence
	Outlets  []Outlet               // in the order of their names
	Limits   corpus.Limits          // 0 leaves a limit as it is, here and in
	Article  extract.Limits         // what is read of one article
	Lines    map[string]int         // where each key stands: "rules.figure-conflict"
}

// A Setting is the value of a flag.
type Setting struct {
	Value string
	Line  int
}

// An Outlet is what is known about who publishes.
type Outlet struct {
	Name    string
	Aliases []string // other names that articles give it
	Paths   []string // patterns of files that are its, where they name no outlet
	Owner   string   // outlets of one owner are no independent witnesses
	Wire    bool     // an agency: of texts alike, its is the original
	Primary bool     // what it publishes is no reporting but what is reported on
}

// An Error is something wrong with a file of this package.
type Error struct {
	Path  string
	Line  int // 0 if it is about the whole file
	Err   error
	Given string   // a name that is not known,
	Known []string // and those that are
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.Path, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// Find returns the path of the nearest file called name in dir or above, up to
// the root of the repository that dir lies in; outside of a repository only
// dir is searched. It returns "" if there is none.
func Find(dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	top := Root(dir)
	for {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path, nil
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if up := filepath.Dir(dir); dir != top && up != dir {
			dir = up
			continue
		}
		return "", nil
	}
}

// Root returns the root of the repository that dir lies in; dir itself if it
// lies in none.
func Root(dir string) string {
	for at := dir; ; {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		up := filepath.Dir(at)
		if up == at {
			return dir
		}
		at = up
	}
}

// Load reads the configuration at path. Rules are the names of those that
// there are.
func Load(path string, rules []string) (*Config, error) {
	b, err := read(path)
	if err != nil {
		return nil, err
	}
	c, err := Parse(b, shown(path), rules)
	if err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	c.Dir = filepath.Dir(abs)
	return c, nil
}

// read returns the bytes of a file of this package.
func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &Error{Path: shown(path), Err: bare(err)}
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return nil, &Error{Path: shown(path), Err: bare(err)}
	case len(b) > maxSize:
		return nil, &Error{Path: shown(path), Err: fmt.Errorf("over %d MiB", maxSize>>20)}
	}
	return b, nil
}

// bare takes the operation and the path off an error of the os package; what
// happens often is said in the same words on every system.
func bare(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ErrNotExist
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// shown is path as people know it: relative to where they are, if it is below.
func shown(path string) string {
	wd, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) {
		return filepath.ToSlash(path)
	}
	if rel, err := filepath.Rel(wd, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

// At says where a key stands: ".newsvet.yaml:3".
func (c *Config) At(key string) string {
	if n := c.Lines[key]; n > 0 {
		return fmt.Sprintf("%s:%d", c.Path, n)
	}
	return c.Path
}
