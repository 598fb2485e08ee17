package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

// inputs are the flags of every command that reads articles.
type inputs struct {
	filesFrom  string
	allowEmpty bool
	strict     bool
	jobs       int
	cache      string
	story      string
	saved      bool // paths are results, not articles
	settings   *settings
}

func (in *inputs) flags(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&in.filesFrom, "files-from", "", "read further paths from `FILE`, one a line; - is standard input")
	fs.BoolVar(&in.allowEmpty, "allow-empty", false, "status 0 if there is no article")
	fs.BoolVar(&in.strict, "strict-input", false, "status 3 for unreadable input, before findings count")
	fs.IntVarP(&in.jobs, "jobs", "j", 0, "read `N` articles at once; 0 is as many as there are processors")
}

// paths returns the inputs that args name; the current directory if neither
// they nor --files-from name any and no configuration does.
func (in *inputs) paths(args []string) ([]string, error) {
	switch {
	case in.saved:
		return args, nil
	case in.story != "" && in.story != byLikeness && in.story != byFolder:
		return nil, oneOf("--story", in.story, byLikeness, byFolder)
	case in.jobs < 0:
		return nil, misuse("", "-j is 0 or more, not %d", in.jobs)
	case in.filesFrom == "-" && slices.Contains(args, "-"):
		return nil, misuse("", "standard input cannot be both an article and the list of files")
	case len(args) == 0 && in.filesFrom == "":
		return in.settings.paths(), nil
	}
	return args, missing(args)
}

// open returns the documents at paths and in --files-from, and what to close
// after they have been read.
func (in *inputs) open(ctx context.Context, paths []string, stdin io.Reader) (iter.Seq2[*corpus.Document, error], io.Closer, error) {
	o := in.settings.walk()
	o.Stdin = stdin
	var list io.Closer = io.NopCloser(nil)
	switch in.filesFrom {
	case "":
	case "-":
		o.FilesFrom, o.Stdin = stdin, nil
	default:
		f, err := os.Open(in.filesFrom)
		if err != nil {
			return nil, nil, misuse("", "--files-from %s: %v", in.filesFrom, cause(err))
		}
		o.FilesFrom, list = f, f
	}
	return in.settings.know(corpus.Walk(ctx, paths, formats.All, o)), list, nil
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
		return misuse("", "%s: %v", args[0], os.ErrNotExist)
	}
	return misuse("", "%s and %d more: %v", args[0], len(args)-1, os.ErrNotExist)
}

// An intake counts the documents that pass, names on standard error what
// could not be read, and stops a run that would write over its input.
type intake struct {
	console *console
	outputs []os.FileInfo // files that the run will replace
	newest  time.Time     // when the latest of the articles came out, once all are read
}

// watch returns docs as they are.
func (in *intake) watch(docs iter.Seq2[*corpus.Document, error]) iter.Seq2[*corpus.Document, error] {
	return func(yield func(*corpus.Document, error) bool) {
		for d, err := range docs {
			var bad *corpus.Error
			switch {
			case errors.As(err, &bad):
				if !errors.Is(bad, corpus.ErrNoArticles) { // that is said when it is known what else there was
					in.console.say("%v", bad)
				}
				if over := in.spare(bad.URI); over != nil {
					err = over
				}
			case err == nil:
				in.console.read.Add(1)
				if d.Published.After(in.newest) {
					in.newest = d.Published.UTC() // one day whatever the order
				}
				err = in.spare(d.URI)
			}
			if !yield(d, err) {
				return
			}
		}
	}
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
