package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

// screening are the flags that say which findings count.
type screening struct {
	baseline  string
	failOnNew string
	today     string
	onlyFor   []string
	since     string
}

func (g *screening) flags(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&g.baseline, "baseline", "", "findings in `FILE` are known: neither listed nor counted")
	fs.StringVar(&g.failOnNew, "fail-on-new", "warning", "with --baseline, status 1 for new findings from `LEVEL` on")
	fs.StringArrayVar(&g.onlyFor, "report-only-for", nil, "compare all, report findings with a place in `FILE`; repeatable")
	fs.StringVar(&g.since, "since", "", "compare all, report findings with a place in files that are\nother than in `REV`, a revision of the git repository")
	g.todayFlag(cmd)
	complete(cmd, "fail-on-new", "error", "warning", "info", "never")
}

func (g *screening) todayFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&g.today, "today", "", "suppressions expire as on `DAY`; by default the latest on which\nan article came out, so that results do not depend on the clock")
}

// screen makes a screen of the flags.
func (g *screening) screen(s *session, choice *selection, args []string) (*screen, error) {
	least, err := choice.confidence()
	if err != nil {
		return nil, err
	}
	sc := s.newScreen(least)
	sc.partial = partial(s, choice, args)
	if g.today != "" {
		day, err := time.Parse(time.DateOnly, g.today)
		if err != nil {
			return nil, misuse("", "--today is a day such as 2025-12-31, not %q", g.today)
		}
		sc.today = func() time.Time { return day }
	}
	if sc.about, err = newSubject(g.onlyFor, g.since); err != nil {
		return nil, err
	}
	if sc.about != nil {
		sc.partial = "it reports for some files only"
	}
	if g.baseline != "" {
		if sc.base, err = loadBaseline(g.baseline); err != nil {
			return nil, err
		}
		if p := s.narrower(sc.base); p != "" && sc.partial == "" {
			sc.partial = p
		}
	}
	if g.failOnNew == "" { // the command has no such flag
		return sc, nil
	}
	return sc, oneOf("--fail-on-new", g.failOnNew, "error", "warning", "info", "never")
}

// tellable sees to it that what is new can be told from what is known: of
// levels that a baseline does not keep nothing is known.
func (g *screening) tellable(s *session, base *config.Baseline) error {
	if base == nil || g.failOnNew == "never" || check.Level(g.failOnNew).Rank() >= base.Level.Rank() {
		return nil
	}
	if origin := s.common.settings.origins["fail-on-new"]; origin != byDefault {
		return misuse("newsvet baseline create --min-level "+g.failOnNew+" makes one that does",
			"--fail-on-new %s: %s keeps findings from %s on, so below that nothing is known to be new", g.failOnNew, base.Path, base.Level)
	}
	g.failOnNew = string(base.Level)
	return nil
}

func loadBaseline(path string) (*config.Baseline, error) {
	b, err := config.LoadBaseline(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, misuse("newsvet baseline create makes it", "%v", err)
	}
	if err != nil {
		return nil, misconfigured(err)
	}
	return b, nil
}

// partial says why a run does not see all that there is; "" if it does.
func partial(s *session, choice *selection, args []string) string {
	switch {
	case len(choice.only) > 0:
		return "--only"
	case len(choice.skip) > 0:
		return "--skip"
	case s.inputs.filesFrom != "":
		return "--files-from"
	case len(args) == 0:
		return ""
	}
	for _, p := range s.paths {
		if info, err := os.Stat(p); err != nil || !info.IsDir() {
			return fmt.Sprintf("%s is no directory", p)
		}
	}
	return s.without(s.common.settings.config.Paths, s.common.settings.config.Dir)
}

// narrower says which of the paths that a baseline was made of are not read;
// "" if all are.
func (s *session) narrower(b *config.Baseline) string {
	return s.without(b.Paths, filepath.Dir(b.Path))
}

// without names the first of paths, relative to dir, that is not read.
func (s *session) without(paths []string, dir string) string {
	for _, want := range paths {
		if !filepath.IsAbs(want) {
			want = filepath.Join(dir, filepath.FromSlash(want))
		}
		covered := false
		for _, p := range s.paths {
			covered = covered || below(realPath(want), realPath(p))
		}
		if !covered {
			return want + " is not read"
		}
	}
	return ""
}

// below reports whether path is dir or lies in it.
func below(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimRight(dir, string(filepath.Separator))+string(filepath.Separator))
}

// tellBaseline says how a run stands to its baseline, unless the report on standard
// output does.
func (s *session) tellBaseline(sum check.Summary) {
	if sum.Baseline == nil {
		return
	}
	for _, o := range s.outputs {
		if o.path == "" && (o.format == report.Text.Name || o.format == report.Markdown.Name) {
			return
		}
	}
	s.console.say("%s", report.Against(sum.Baseline))
}
