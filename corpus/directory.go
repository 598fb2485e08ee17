package corpus

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// directory walks what lies below root.
func (w *walker) directory(root string) bool {
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		return w.fail(root, err)
	}
	if real, err = filepath.Abs(real); err != nil {
		return w.fail(root, err)
	}
	found, on := 0, true
	err = filepath.WalkDir(real, func(path string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(real, path)
		name := join(root, rel)
		switch {
		case err != nil:
			on = w.fail(name, err)
			found++ // something is there, and was reported
		case path == real:
		case strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case w.skips(name):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
		case e.Type()&fs.ModeSymlink != 0:
			n := 0
			n, on = w.symlink(real, path, name)
			found += n
		case w.formatOf(path) == nil:
		default:
			info, ierr := e.Info()
			if found++; ierr != nil {
				on = w.fail(name, ierr)
			} else {
				on = w.file(name, info)
			}
		}
		if !on {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && on {
		return w.fail(root, err)
	}
	if found == 0 && on {
		return w.fail(root, ErrNoArticles)
	}
	return on
}

// symlink reads the file that a link inside a directory leads to, and returns
// how many files that is or, if it was refused, would have been.
func (w *walker) symlink(root, path, name string) (int, bool) {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		if w.formatOf(path) == nil && errors.Is(err, fs.ErrNotExist) {
			return 0, true
		}
		if p := (*fs.PathError)(nil); !errors.As(err, &p) {
			err = errors.New("link to itself, refused")
		}
		return 1, w.fail(name, err)
	}
	if rel, err := filepath.Rel(root, target); err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return 1, w.fail(name, errors.New("link leaves the directory, refused"))
	}
	info, err := os.Stat(target)
	switch {
	case err != nil:
		return 1, w.fail(name, err)
	case info.IsDir() && strings.HasPrefix(path+string(filepath.Separator), target+string(filepath.Separator)):
		return 1, w.fail(name, errors.New("link to a directory above it, refused"))
	case info.IsDir() || w.formatOf(path) == nil:
		return 0, true // what is there is read where it is
	}
	return 1, w.file(name, info)
}

// join returns what a file below root is called: as the shell would.
func join(root, rel string) string {
	switch {
	case rel == ".":
		return root
	case root == ".":
		return filepath.ToSlash(rel)
	}
	return strings.TrimRight(filepath.ToSlash(root), "/") + "/" + filepath.ToSlash(rel)
}
