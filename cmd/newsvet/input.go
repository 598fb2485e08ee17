package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// inputs are the flags of every command that reads articles.
type inputs struct {
	filesFrom  []string
	allowEmpty bool
	strict     bool
	jobs       int
}

func (in *inputs) flags(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringArrayVar(&in.filesFrom, "files-from", nil, "read further paths from a file, one a line; - is standard input")
	fs.BoolVar(&in.allowEmpty, "allow-empty", false, "status 0 if there is no article")
	fs.BoolVar(&in.strict, "strict-input", false, "status 3 for unreadable input, before findings count")
	fs.IntVarP(&in.jobs, "jobs", "j", 0, "articles read at once; 0 is as many as there are processors")
}

// paths returns the inputs that args and --files-from name; the current
// directory if they name none.
func (in *inputs) paths(args []string, stdin io.Reader) ([]string, error) {
	if in.jobs < 0 {
		return nil, misuse("", "-j is 0 or more, not %d", in.jobs)
	}
	paths := slices.Clone(args)
	for _, from := range in.filesFrom {
		more, err := listed(from, stdin)
		if err != nil {
			return nil, misuse("", "--files-from %s: %v", from, cause(err))
		}
		paths = append(paths, more...)
	}
	if len(paths) == 0 && len(in.filesFrom) == 0 {
		return []string{"."}, nil
	}
	return paths, missing(args)
}

// listed reads paths from a file: one a line, or divided by NUL as find
// -print0 writes them.
func listed(from string, stdin io.Reader) ([]string, error) {
	if from != "-" {
		f, err := os.Open(from)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		stdin = f
	}
	b, err := io.ReadAll(bufio.NewReader(stdin))
	if err != nil {
		return nil, err
	}
	sep := "\n"
	if strings.ContainsRune(string(b), 0) {
		sep = "\x00"
	}
	var paths []string
	for p := range strings.SplitSeq(string(b), sep) {
		if p = strings.TrimSuffix(p, "\r"); p != "" {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

// missing is an error if none of the paths is there: then it is the command
// line that is wrong. One missing among others is an unreadable input.
func missing(args []string) error {
	for _, a := range args {
		if a == "-" || strings.ContainsAny(a, "*?[{") {
			return nil
		}
		if _, err := os.Lstat(a); err == nil || !errors.Is(err, os.ErrNotExist) {
			return nil
		}
	}
	switch len(args) {
	case 0:
		return nil
	case 1:
		return misuse("", "%s: no such file or directory", args[0])
	}
	return misuse("", "%s and %d more: no such file or directory", args[0], len(args)-1)
}

// An intake counts the documents that pass, names on standard error what
// could not be read, and stops a run that would write over its input.
type intake struct {
	console    *console
	outputs    []os.FileInfo // files that the run will replace
	articles   int
	unreadable []check.Unreadable
}

// watch returns docs without what could not be read.
func (in *intake) watch(ctx context.Context, docs iter.Seq2[*corpus.Document, error]) iter.Seq2[*corpus.Document, error] {
	return func(yield func(*corpus.Document, error) bool) {
		for d, err := range docs {
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			var bad *corpus.Error
			switch {
			case errors.As(err, &bad):
				in.note(bad.URI, bad.Line, cause(bad.Err).Error())
				if err := in.spare(bad.URI); err != nil {
					yield(nil, err)
					return
				}
				continue
			case err == nil:
				in.articles++
				in.console.read.Add(1)
				err = in.spare(d.URI)
			}
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// note remembers an input that could not be read, and says so.
func (in *intake) note(uri string, line int, reason string) {
	in.unreadable = append(in.unreadable, check.Unreadable{URI: uri, Line: line, Reason: reason})
	where := uri
	if line > 0 {
		where = fmt.Sprintf("%s:%d", uri, line)
	}
	in.console.say("%s: %s", where, reason)
}

// spare is an error if uri is a file that the run will replace.
func (in *intake) spare(uri string) error {
	if len(in.outputs) == 0 || uri == "-" {
		return nil
	}
	info, err := os.Stat(uri)
	if err != nil {
		return nil
	}
	for _, o := range in.outputs {
		if os.SameFile(info, o) {
			return misuse("write the report outside of what is read", "output %s is an input", uri)
		}
	}
	return nil
}

// summary puts the unreadable inputs of the intake beside those that s has:
// articles on which an extractor came to grief.
func (in *intake) summary(s *check.Summary) {
	s.Unreadable = append(s.Unreadable, in.unreadable...)
	slices.SortFunc(s.Unreadable, func(a, b check.Unreadable) int {
		if c := strings.Compare(a.URI, b.URI); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Reason, b.Reason)
	})
	s.Unreadable = slices.Compact(s.Unreadable)
	in.unreadable = s.Unreadable
}
