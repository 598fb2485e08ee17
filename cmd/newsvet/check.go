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
	outs   []string
	failOn string
}

func newCheck(c *common) *cobra.Command {
	k := &checking{common: c}
	names := formatNames()
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "group articles into stories, compare them, report",
		Long: `Check reads articles, puts those on one event together, compares what they
quote, count and date, and reports where they differ and what stands on
nobody's word. Without a PATH it reads the current directory.

Files may be plain text, Markdown, HTML or JSON Lines, also gzipped; "-" is
standard input.

Status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an
internal error, 3 some input could not be read, 4 nothing was checked,
130 interrupted.`,
		Example: `  newsvet check corpus/
  newsvet check --fail-on warning bugle.md courier.md
  newsvet check -o text -o json=result.json corpus/
  git ls-files '*.md' | newsvet check --files-from - -o concise
  newsvet check --only figure-conflict,quote-wording corpus/`,
		RunE: func(cmd *cobra.Command, args []string) error { return k.run(cmd, args, names) },
	}
	k.inputs.flags(cmd)
	k.choice.flags(cmd)
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVar(&k.failOn, "fail-on", "error", "status 1 for findings from `LEVEL` on: error, warning, info or never")
	fs.StringArrayVarP(&k.outs, "output", "o", nil, outputUsage(names))
	complete(cmd, "fail-on", "error", "warning", "info", "never")
	complete(cmd, "output", names...)
	return cmd
}

func (k *checking) run(cmd *cobra.Command, args, formats []string) error {
	if err := oneOf("--fail-on", k.failOn, "error", "warning", "info", "never"); err != nil {
		return err
	}
	rules, err := k.choice.rules()
	if err != nil {
		return err
	}
	level, err := k.choice.level()
	if err != nil {
		return err
	}
	least, err := k.choice.confidence()
	if err != nil {
		return err
	}
	s, err := newSession(cmd, k.common, &k.inputs, args, k.outs, formats)
	if err != nil {
		return err
	}
	defer s.close()
	sum, err := s.check(rules, level, least)
	return s.end(sum, err, k.failOn)
}

func (s *session) check(rules []*check.Rule, level check.Level, least float64) (check.Summary, error) {
	rs := make([]report.Reporter, len(s.outputs))
	for i, out := range s.outputs {
		o := s.options(i)
		o.Rules, o.MinLevel = rules, level
		rs[i] = report.Find(out.format).New(s.sinks.files[i], o)
	}
	page := s.stepSummary(level)
	levels, dropped := map[check.Level]int{}, map[string]int{}
	sum, err := s.runCheck(rules, func(res *check.Result) error {
		drop(res, least, levels, dropped)
		if err := page.Story(res); err != nil {
			return err
		}
		return write(s, rs, func(r report.Reporter) error { return r.Story(res) })
	})
	if err != nil {
		return sum, err
	}
	for l, n := range levels {
		sum.Levels[l] -= n
	}
	for r, n := range dropped {
		sum.Rules[r] -= n
	}
	if err := page.Close(sum); err != nil {
		return sum, err
	}
	return sum, write(s, rs, func(r report.Reporter) error { return r.Close(sum) })
}
