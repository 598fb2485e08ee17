package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// A checking is the check command with its flags read.
type checking struct {
	common *common
	inputs inputs
	choice selection
	screen screening
	vet    vetting
	outs   []string
	failOn string
	watch  bool
	fresh  *fresh // with watch
}

func newCheck(c *common) *cobra.Command {
	k := &checking{common: c}
	names := formatNames()
	cmd := &cobra.Command{
		Use:   "check [PATH…] | DRAFT… --against PATH…",
		Short: "group articles into stories, compare them, report",
		Long: `Check reads articles, puts those on one event together, compares what they
quote, count and date, and reports where they differ and what stands on
nobody's word. Without a PATH it reads the current directory.

With --against it vets drafts: for each quote, figure and date of a DRAFT, what
other outlets have, and whom a reader could ask; trouble comes first. Only
findings with a place in a draft count.

Files may be plain text, Markdown, HTML or JSON Lines, also gzipped; "-" is
standard input.

Status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an
internal error, 3 some input could not be read, 4 nothing was checked,
130 interrupted.`,
		Example: `  newsvet check corpus/
  newsvet check --fail-on warning bugle.md courier.md
  newsvet check -o text -o json=result.json corpus/
  git ls-files '*.md' | newsvet check --files-from - -o concise
  newsvet check draft.md --against corpus/
  newsvet check --only figure-conflict,quote-wording corpus/`,
		RunE: func(cmd *cobra.Command, args []string) error { return k.start(cmd, args, names) },
	}
	k.inputs.flags(cmd)
	k.inputs.cacheFlag(cmd)
	k.inputs.storyFlag(cmd)
	k.choice.flags(cmd)
	k.screen.flags(cmd)
	k.vet.flags(cmd)
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVar(&k.failOn, "fail-on", "error", "status 1 for findings from `LEVEL` on: error, warning, info or never")
	fs.StringArrayVarP(&k.outs, "output", "o", nil, outputUsage(names))
	k.watchFlag(cmd)
	complete(cmd, "fail-on", "error", "warning", "info", "never")
	complete(cmd, "output", names...)
	return cmd
}

func (k *checking) run(cmd *cobra.Command, args, formats []string) error {
	if err := oneOf("--fail-on", k.failOn, "error", "warning", "info", "never"); err != nil {
		return err
	}
	rules, err := k.choice.rules(&k.common.settings)
	if err != nil {
		return err
	}
	level, err := k.choice.level()
	if err != nil {
		return err
	}
	if args, err = k.vet.split(args); err != nil {
		return err
	}
	s, err := newSession(cmd, k.common, &k.inputs, args, k.outs, formats)
	if err != nil {
		return err
	}
	defer s.close()
	if err := k.vet.open(s, cmd.InOrStdin()); err != nil {
		return err
	}
	sc, err := k.screen.screen(s, &k.choice, args)
	if err != nil {
		return err
	}
	if err := k.screen.tellable(s, sc.base); err != nil {
		return err
	}
	k.vet.screen(sc)
	sc.fresh = k.fresh
	sum, err := s.check(rules, level, sc)
	if err == nil {
		s.tellBaseline(sum)
	}
	return k.vet.end(s, s.end(sum, err, thresholds{k.failOn, k.screen.failOnNew, k.vet.name()}))
}

func (s *session) check(rules []*check.Rule, level check.Level, sc *screen) (check.Summary, error) {
	rs := make([]report.Reporter, len(s.outputs))
	for i, out := range s.outputs {
		o := s.options(i)
		o.Rules, o.MinLevel = rules, level
		o.InOrder, o.Missing = sc.inOrder, sc.missing
		rs[i] = s.reporter(i, o)
		if out.path == "" {
			rs[i] = sc.fresh.only(rs[i])
		}
	}
	page := s.stepSummary(level)
	sum, err := s.runCheck(rules, func(res *check.Result) error {
		if !sc.story(res) {
			return nil
		}
		if err := page.Story(res); err != nil {
			return err
		}
		return write(s, rs, func(r report.Reporter) error { return r.Story(res) })
	})
	if err != nil {
		return sum, err
	}
	sc.close(&sum)
	if err := page.Close(sum); err != nil {
		return sum, err
	}
	return sum, write(s, rs, func(r report.Reporter) error { return r.Close(sum) })
}
