package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
)

// A session is one command at work: what comes in, what goes out, and what
// happens when it is interrupted.
type session struct {
	ctx     context.Context
	common  *common
	inputs  *inputs
	paths   []string
	outputs []output
	out     io.Writer
	console *console
	intake  *intake
	sinks   *sinks
	began   time.Time
	docs    iter.Seq2[*corpus.Document, error]
	list    io.Closer
	release func() bool
}

// grace is how long a command may take to stop by itself when interrupted.
const grace = 700 * time.Millisecond

// newSession reads what the flags of cmd say about input and output. After
// the end of the command its close is to be called.
func newSession(cmd *cobra.Command, c *common, in *inputs, args, outs, formats []string) (*session, error) {
	in.settings = &c.settings
	paths, err := in.paths(args)
	if err != nil {
		return nil, err
	}
	parsed, err := parseOutputs(outs, formats)
	if err != nil {
		return nil, err
	}
	s := &session{
		ctx: cmd.Context(), common: c, inputs: in, paths: paths, outputs: parsed, out: cmd.OutOrStdout(),
		console: newConsole(cmd.ErrOrStderr(), c.quiet), sinks: &sinks{}, began: time.Now(),
	}
	s.intake = &intake{console: s.console, outputs: existing(parsed)}
	for _, p := range paths {
		if err := s.intake.spare(p); err != nil {
			return nil, err
		}
	}
	docs, list, err := in.open(s.ctx, paths, cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	s.docs, s.list = datelined(s.intake.watch(docs)), list
	if err := s.sinks.open(parsed, s.out); err != nil {
		list.Close()
		return nil, err
	}
	s.release = context.AfterFunc(s.ctx, s.abort)
	return s, nil
}

// abort leaves an interrupted command that does not stop by itself.
func (s *session) abort() {
	time.Sleep(grace)
	s.sinks.discard()
	s.console.stop()
	fmt.Fprintf(s.console.w, "newsvet: interrupted after %s\n", report.Count(int(s.console.read.Load()), "article"))
	os.Exit(interrupted)
}

func (s *session) close() {
	s.release()
	s.console.stop()
	s.list.Close()
	s.sinks.discard()
}

// options returns what the reporter of the i-th output is told.
func (s *session) options(i int) report.Options {
	o := report.Options{Verbose: s.common.verbose, Root: root(s.paths), Version: version()}
	o.Warn = func(what string) { s.console.say("%s", what) }
	if s.outputs[i].path == "" {
		o.Color, o.Width = colored(s.common.color, s.out), width(s.out)
	} else {
		o.Color = s.common.color == "always"
	}
	return o
}

// annotating are the formats that place findings in the files of a repository.
var annotating = []string{report.GitHub.Name, report.GitLab.Name, report.RDJSON.Name, report.SARIF.Name}

// reporter makes the reporter of the i-th output.
func (s *session) reporter(i int, o report.Options) report.Reporter {
	out := s.outputs[i]
	r := report.Find(out.format).New(s.sinks.files[i], o)
	if dir, err := os.Getwd(); err == nil && slices.Contains(annotating, out.format) {
		return report.Here(r, dir)
	}
	return r
}

// end turns what stopped the run into an exit, else puts the outputs in their
// place and returns what the run came to.
func (s *session) end(sum check.Summary, err error, t thresholds) error {
	if s.ctx.Err() != nil {
		return &exit{interrupted, "interrupted after " + report.Count(int(s.console.read.Load()), "article"), ""}
	}
	var e *exit
	if errors.As(err, &e) {
		return e
	}
	if err != nil {
		return &exit{usage, err.Error(), ""}
	}
	if err := s.sinks.commit(); err != nil {
		return err
	}
	s.console.stop()
	if s.common.verbose {
		s.console.say("%s read in %s", report.Count(sum.Articles, "article"), time.Since(s.began).Round(time.Millisecond))
	}
	empty := s.empty(&sum)
	failing, found := t.failing(sum)
	return outcome{
		articles: sum.Articles, unreadable: len(sum.Unreadable), failing: failing, found: found,
		empty: empty, allowEmpty: s.inputs.allowEmpty, strict: s.inputs.strict,
	}.err()
}

// empty returns the directories without articles among the unreadable inputs
// of sum. With --allow-empty they are no longer among them.
func (s *session) empty(sum *check.Summary) []string {
	var dirs []string
	var rest []check.Unreadable
	for _, u := range sum.Unreadable {
		if u.Reason == corpus.ErrNoArticles.Error() {
			dirs = append(dirs, u.URI)
			if s.inputs.allowEmpty {
				continue
			}
		}
		rest = append(rest, u)
	}
	if sum.Articles > 0 || len(rest) > len(dirs) || s.inputs.allowEmpty {
		for _, d := range dirs {
			s.console.say("%s: %v", d, corpus.ErrNoArticles)
		}
	}
	sum.Unreadable = rest
	return dirs
}

// root returns the directory that paths are shown relative to: the one that
// was named, if only one was.
func root(paths []string) string {
	if len(paths) != 1 || paths[0] == "." {
		return ""
	}
	if info, err := os.Stat(paths[0]); err != nil || !info.IsDir() {
		return ""
	}
	return paths[0]
}

// write calls f for each of rs, which stand for the session's outputs, and
// lets what was written to standard output be seen at once.
func write[R any](s *session, rs []R, f func(R) error) error {
	for i, r := range rs {
		if err := f(r); err != nil {
			return s.failed(i, err)
		}
		if k := s.sinks.files[i]; k.file == nil {
			s.console.pause()
			if err := k.Flush(); err != nil {
				return s.failed(i, err)
			}
		}
	}
	return nil
}

func (s *session) failed(i int, err error) error {
	return &exit{usage, "output " + s.sinks.files[i].name() + ": " + cause(err).Error(), ""}
}
