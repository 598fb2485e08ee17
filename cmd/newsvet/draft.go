package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
)

// vetting is what the check command does to drafts.
type vetting struct {
	against againstPaths
	inOrder bool
	missing bool

	paths  []string        // of the drafts
	real   map[string]bool // their real paths
	drafts int             // that were read
	corpus int             // articles that were read to vet them against
}

func (v *vetting) flags(cmd *cobra.Command) {
	fs := cmd.Flags()
	v.against.flags = fs
	fs.Var(&v.against, "against", "vet the drafts before this flag against the articles at `PATH`\nand at the paths that follow")
	fs.BoolVar(&v.inOrder, "in-order", false, "with --against: items in the order of the draft, not trouble first")
	fs.BoolVar(&v.missing, "missing", false, "with --against: also what three or more outlets have and the\ndraft has not")
}

// againstPaths is the value of --against. It remembers how many arguments
// stood before it: those are the drafts.
type againstPaths struct {
	flags  *pflag.FlagSet
	paths  []string
	before int
}

func (a *againstPaths) String() string { return strings.Join(a.paths, ",") }
func (a *againstPaths) Type() string   { return "PATH" }

func (a *againstPaths) Set(path string) error {
	if len(a.paths) == 0 {
		a.before = a.flags.NArg()
	}
	a.paths = append(a.paths, path)
	return nil
}

// split returns those of args that are drafts; all if nothing is vetted. What
// stands after --against is further paths, as a shell makes of a glob, unless
// no draft stands before it.
func (v *vetting) split(args []string) ([]string, error) {
	if len(v.against.paths) == 0 {
		if v.inOrder || v.missing {
			return nil, misuse("newsvet check DRAFT… --against PATH…", "--in-order and --missing are for drafts")
		}
		return args, nil
	}
	if n := v.against.before; n > 0 && n <= len(args) {
		v.against.paths = append(v.against.paths, args[n:]...)
		args = args[:n:n]
	}
	if len(args) == 0 {
		return nil, misuse("newsvet check DRAFT… --against PATH…", "--against needs a draft")
	}
	if slices.Contains(args, "-") && slices.Contains(v.against.paths, "-") {
		return nil, misuse("", "standard input cannot be both a draft and what it is vetted against")
	}
	v.paths = args
	return args, missing(v.against.paths)
}

// open lets the documents of s be its drafts and then what they are vetted
// against.
func (v *vetting) open(s *session, stdin io.Reader) error {
	if v.paths == nil {
		return nil
	}
	o := s.common.settings.walk()
	o.Stdin = stdin
	for _, p := range v.against.paths {
		if err := s.intake.spare(p); err != nil {
			return err
		}
	}
	drafts := s.docs
	beside := s.intake.watch(s.common.settings.know(corpus.Walk(s.ctx, v.against.paths, formats.All, o)))
	v.real = map[string]bool{}
	s.docs = func(yield func(*corpus.Document, error) bool) {
		for d, err := range drafts {
			if err == nil {
				d.Draft = true // nobody else has seen it yet
				v.drafts++
				v.real[realPath(d.URI)] = true
			}
			if !yield(d, err) {
				return
			}
		}
		for d, err := range beside {
			if err == nil && v.isDraft(d.URI) {
				continue
			}
			if err == nil {
				v.corpus++
			}
			if !yield(d, err) {
				return
			}
		}
	}
	return nil
}

// isDraft reports whether the file at uri is one of the drafts.
func (v *vetting) isDraft(uri string) bool {
	name := filepath.Base(uri)
	for p := range v.real {
		if filepath.Base(p) == name {
			return v.real[realPath(uri)]
		}
	}
	return false
}

// screen lets only findings with a place in a draft count.
func (v *vetting) screen(sc *screen) {
	if v.paths == nil {
		return
	}
	sc.vetted, sc.partial = map[string]bool{}, "--against"
	sc.inOrder, sc.missing = v.inOrder, v.missing
}

// name is how messages call the drafts; "" if there are none.
func (v *vetting) name() string {
	if len(v.paths) == 1 {
		return report.Path(v.paths[0])
	}
	if len(v.paths) > 1 {
		return report.Count(len(v.paths), "draft")
	}
	return ""
}

// end makes of what a run came to that nothing was vetted, if so.
func (v *vetting) end(s *session, err error) error {
	if v.paths == nil || s.inputs.allowEmpty {
		return err
	}
	if e := (*exit)(nil); errors.As(err, &e) && (e.status == interrupted || e.status == usage) {
		return err
	}
	switch {
	case v.drafts == 0:
		return &exit{status: nothing, reason: "nothing was checked: no draft in " + strings.Join(v.paths, ", ") + " could be read"}
	case v.corpus == 0:
		return &exit{status: nothing, reason: "nothing to check against: no articles in " + strings.Join(v.against.paths, ", ")}
	}
	return err
}

// graded counts the findings of s by level, down to warnings or, if those
// count, to all.
func graded(s check.Summary, least string) string {
	parts := []string{}
	for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
		if n := s.Levels[l]; n > 0 && (l != check.Info || least == string(check.Info)) {
			noun := string(l)
			if l == check.Info {
				parts = append(parts, fmt.Sprintf("%d info", n))
				continue
			}
			parts = append(parts, report.Count(n, noun))
		}
	}
	return strings.Join(parts, ", ")
}
