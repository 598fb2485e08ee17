package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// An output is what one -o asks for.
type output struct {
	format string
	path   string // "" is standard output
}

// parseOutputs reads the values of -o, each FORMAT or FORMAT=PATH. Without
// any, text goes to standard output.
func parseOutputs(values, formats []string) ([]output, error) {
	if len(values) == 0 {
		return []output{{format: "text"}}, nil
	}
	var outs []output
	taken := map[string]string{}
	for _, v := range values {
		format, path, named := strings.Cut(v, "=")
		known := false
		for _, f := range formats {
			known = known || f == format
		}
		switch {
		case !known:
			return nil, misuse(didYouMean(format, formats, "formats: "+strings.Join(formats, ", ")), "unknown format %q", format)
		case named && path == "":
			return nil, misuse("-o "+format+" writes to standard output", "-o %s: no path after =", v)
		case path == "-":
			path = ""
		}
		one := path
		if path != "" {
			one = filepath.Join(realPath(filepath.Dir(path)), filepath.Base(path))
			one = realPath(one)
		}
		if other, ok := taken[one]; ok {
			where := path
			if path == "" {
				where = "standard output"
			}
			return nil, misuse("-o FORMAT=PATH writes to a file", "two formats for %s: %s and %s", where, other, format)
		}
		taken[one] = format
		outs = append(outs, output{format, path})
	}
	return outs, nil
}

// outputUsage is the help text of -o.
func outputUsage(formats []string) string {
	text, line := "`FORMAT[=PATH]`, repeatable: what to write, and where to if not to standard output:", ""
	for i, f := range formats {
		if i < len(formats)-1 {
			f += ","
		}
		if len(line)+len(f) > 60 {
			text, line = text+"\n"+line, ""
		}
		line = strings.TrimSpace(line + " " + f)
	}
	return text + "\n" + line
}

// A sinks is where the outputs of one run go. Files appear whole and all at
// once when the run has come to its end, or not at all.
type sinks struct {
	mu    sync.Mutex
	files []*sink
	over  bool
}

// A sink is one output. It is for one goroutine.
type sink struct {
	*bufio.Writer
	file   *os.File
	target string // that a temporary file becomes; "" if written to directly
}

// open makes a writer for each output; out is standard output.
func (s *sinks) open(outs []output, out io.Writer) error {
	for _, o := range outs {
		k := &sink{}
		if o.path == "" {
			k.Writer = bufio.NewWriterSize(out, 1<<16)
		} else if err := k.create(o.path); err != nil {
			s.discard()
			return misuse("", "output %s: %v", o.path, cause(err))
		}
		s.files = append(s.files, k)
	}
	return nil
}

// create opens a temporary file beside path, or path itself if that is a
// device or a pipe.
func (k *sink) create(path string) error {
	mode := fs.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return errors.New("is a directory")
	case err == nil && !info.Mode().IsRegular():
		k.file, err = os.OpenFile(path, os.O_WRONLY, 0)
	case err == nil:
		mode = info.Mode().Perm()
		fallthrough
	default:
		k.target = path
		k.file, err = os.CreateTemp(filepath.Dir(path), ".newsvet-*.tmp")
		if err == nil {
			err = k.file.Chmod(mode)
		}
	}
	if err != nil {
		return err
	}
	k.Writer = bufio.NewWriterSize(k.file, 1<<16)
	return nil
}

// commit writes out what is left and puts every file in its place.
func (s *sinks) commit() error {
	for _, k := range s.files {
		if err := k.Flush(); err != nil {
			s.discard()
			return &exit{usage, "output " + k.name() + ": " + cause(err).Error(), ""}
		}
		if k.target != "" {
			if err := k.file.Sync(); err != nil {
				s.discard()
				return &exit{usage, "output " + k.name() + ": " + cause(err).Error(), ""}
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return &exit{interrupted, "interrupted", ""}
	}
	s.over = true
	for _, k := range s.files {
		if k.file == nil {
			continue
		}
		err := k.file.Close()
		if err == nil && k.target != "" {
			err = os.Rename(k.file.Name(), k.target)
		}
		if err != nil {
			s.remove()
			return &exit{usage, "output " + k.name() + ": " + cause(err).Error(), ""}
		}
	}
	return nil
}

// discard leaves every file as it was before the run. After commit it does
// nothing; it may be called from another goroutine.
func (s *sinks) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return
	}
	s.over = true
	s.remove()
}

// remove takes away the temporary files that have not become anything.
func (s *sinks) remove() {
	for _, k := range s.files {
		if k.file != nil {
			k.file.Close()
			if k.target != "" {
				os.Remove(k.file.Name())
			}
		}
	}
}

// name is how people call the sink.
func (k *sink) name() string {
	switch {
	case k.target != "":
		return k.target
	case k.file != nil:
		return k.file.Name()
	}
	return "standard output"
}

// existing returns the regular files that the outputs will replace.
func existing(outs []output) []os.FileInfo {
	var infos []os.FileInfo
	for _, o := range outs {
		if o.path == "" {
			continue
		}
		if info, err := os.Stat(o.path); err == nil && info.Mode().IsRegular() {
			infos = append(infos, info)
		}
	}
	return infos
}

// cause takes the operation and the path off an error of the os package,
// whose path has been named already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}
