package corpus

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ErrNoArticles is what a directory or a pattern without files to read gives.
var ErrNoArticles = errors.New("no articles")

// WalkOptions are what [Walk] needs beside paths. The zero value reads files
// within the default limits.
type WalkOptions struct {
	Limits Limits    // DefaultLimits if zero
	Stdin  io.Reader // read for the path "-"

	// FilesFrom holds more paths, one a line, or divided by NUL bytes if the
	// first is ended by one, as git and find print them.
	FilesFrom io.Reader

	// Skip reports whether a file is to be left out, or a directory with all
	// that is below it. What paths name themselves is not asked about.
	Skip func(path string) bool
}

// Walk yields the documents in the files that paths name, in the order of
// paths, each file once. A path is a file, a directory, which stands for the
// files below it in the order of their names, a pattern as the shell has it,
// with ** for any depth, or "-". In a directory only files with an extension
// of formats are read, and hidden ones are not; what is named is read in any
// case, and its format told by its content if not by its extension. Files may
// be compressed by gzip or zstd.
//
// What cannot be read is yielded as an *Error, and Walk goes on: a missing
// path (which is [fs.ErrNotExist]), a directory without articles (which is
// [ErrNoArticles]), a device, a link that leaves its directory. Any other
// error is the last: ctx is done, or there are more documents than may be.
// One document is held at a time.
func Walk(ctx context.Context, paths []string, formats []*Format, opts WalkOptions) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		if opts.Limits == (Limits{}) {
			opts.Limits = DefaultLimits
		}
		w := &walker{ctx: ctx, formats: formats, opts: opts, yield: yield, seen: map[string]bool{}}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
		if opts.FilesFrom != nil {
			w.list(opts.FilesFrom)
		}
	}
}

// A walker is one walk. Its methods report whether to go on.
type walker struct {
	ctx     context.Context
	formats []*Format
	opts    WalkOptions
	yield   func(*Document, error) bool
	seen    map[string]bool // files read, by their real paths
	read    int             // documents
}

func (w *walker) path(path string) bool {
	if path == "-" {
		if w.opts.Stdin == nil {
			return w.fail(path, errors.New("no standard input here"))
		}
		if w.seen["-"] {
			return true
		}
		w.seen["-"] = true
		return w.stream(w.opts.Stdin, "-")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return w.directory(path)
	case err == nil:
		return w.file(path, info)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?[{"):
		return w.pattern(path)
	}
	return w.fail(path, err)
}

// list walks the paths that r holds.
func (w *walker) list(r io.Reader) {
	in := bufio.NewReader(r)
	end := byte('\n')
	if head, _ := in.Peek(headSize); bytes.IndexByte(head, 0) >= 0 {
		end = 0
	}
	for {
		path, err := in.ReadString(end)
		path = strings.TrimRight(path, "\r\n\x00")
		if path != "" && !w.skips(path) && !w.path(path) {
			return
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			w.yield(nil, fmt.Errorf("list of files: %w", err))
			return
		}
	}
}

func (w *walker) pattern(pattern string) bool {
	found, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoHidden(), doublestar.WithNoFollow())
	if err != nil {
		return w.fail(pattern, errors.New("not a pattern"))
	}
	if len(found) == 0 {
		return w.fail(pattern, fmt.Errorf("no file matches: %w", fs.ErrNotExist))
	}
	slices.Sort(found)
	for _, path := range found {
		if w.skips(path) {
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			if !w.fail(path, err) {
				return false
			}
		} else if !w.file(path, info) {
			return false
		}
	}
	return true
}

// file reads the file at path once.
func (w *walker) file(path string, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() {
		return w.fail(path, fmt.Errorf("%s, refused", kindOf(info.Mode())))
	}
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return w.fail(path, err)
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	f, err := os.Open(path)
	if err != nil {
		return w.fail(path, err)
	}
	defer f.Close()
	return w.stream(f, filepath.ToSlash(path))
}

func (w *walker) skips(path string) bool {
	return w.opts.Skip != nil && w.opts.Skip(filepath.ToSlash(path))
}

func kindOf(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "not a file"
}

// stream yields the documents in r.
func (w *walker) stream(r io.Reader, uri string) bool {
	in, head, done, err := decompress(r, w.opts.Limits)
	defer done()
	if err != nil {
		return w.fail(uri, err)
	}
	format := w.formatOf(uri)
	for i := 0; format == nil && i < len(w.formats); i++ {
		if f := w.formats[i]; f.Sniff != nil && f.Sniff(head) {
			format = f
		}
	}
	if format == nil {
		return w.fail(uri, errors.New("of no known format"))
	}
	for d, err := range format.Read(in, uri, w.opts.Limits) {
		if err := w.ctx.Err(); err != nil {
			w.yield(nil, err)
			return false
		}
		if err == nil {
			w.read++
		}
		if n := w.opts.Limits.Documents; n > 0 && w.read > n {
			w.yield(nil, fmt.Errorf("more than %d documents, the limit", n))
			return false
		}
		if err != nil {
			d = nil
			if !w.fail(uri, err) {
				return false
			}
		} else if !w.yield(d, nil) {
			return false
		}
	}
	return true
}

// fail yields err as an *Error about uri.
func (w *walker) fail(uri string, err error) bool {
	if err := w.ctx.Err(); err != nil {
		w.yield(nil, err)
		return false
	}
	if e := (*Error)(nil); errors.As(err, &e) {
		return w.yield(nil, e)
	}
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err // it names the path again
		for _, known := range []error{fs.ErrNotExist, fs.ErrPermission} {
			if errors.Is(err, known) {
				err = known // in the same words on every system
			}
		}
	}
	return w.yield(nil, &Error{URI: filepath.ToSlash(uri), Err: err})
}

// formatOf returns the format that path has by its extension, or nil.
func (w *walker) formatOf(path string) *Format {
	name := strings.ToLower(filepath.Base(path))
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	for _, f := range w.formats {
		if slices.Contains(f.Exts, filepath.Ext(name)) {
			return f
		}
	}
	return nil
}
