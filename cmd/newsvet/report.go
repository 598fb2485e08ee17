package main

import (
	"bufio"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func newReport(c *common) *cobra.Command {
	var outs []string
	choice := &selection{}
	names := formatNames()
	cmd := &cobra.Command{
		Use:   "report RESULT.json",
		Short: "render a saved result again, without checking again",
		Long: `Report reads what check -o json or check -o jsonl wrote and renders it in
another format. A dash is standard input.`,
		Example: `  newsvet check -o json=result.json corpus/
  newsvet report result.json -o html=report.html -o csv=report.csv`,
		Args: exactly(1, "report takes one saved result, not %d", "newsvet check -o json=RESULT.json makes one"),
		RunE: func(cmd *cobra.Command, args []string) error {
			level, err := choice.level()
			if err != nil {
				return err
			}
			s, err := newSavedSession(cmd, c, args, outs, names)
			if err != nil {
				return err
			}
			defer s.close()
			return s.saved(s.render(args[0], cmd.InOrStdin(), level))
		},
	}
	choice.levelFlag(cmd)
	cmd.Flags().StringArrayVarP(&outs, "output", "o", nil, outputUsage(names))
	complete(cmd, "output", names...)
	return cmd
}

// newSavedSession is a session that reads saved results and no articles.
func newSavedSession(cmd *cobra.Command, c *common, files, outs, formats []string) (*session, error) {
	return newSession(cmd, c, &inputs{saved: true}, files, outs, formats)
}

// saved ends a session that read saved results.
func (s *session) saved(err error) error {
	if err != nil {
		return err
	}
	return s.sinks.commit()
}

func (s *session) render(path string, stdin io.Reader, level check.Level) error {
	rs := make([]report.Reporter, len(s.outputs))
	for i := range s.outputs {
		o := s.options(i)
		o.Rules, o.MinLevel, o.Missing = usualRules(), level, true // what was saved was asked for
		rs[i] = s.reporter(i, o)
	}
	sum, err := load(path, stdin, func(res *check.Result) error {
		return write(s, rs, func(r report.Reporter) error { return r.Story(res) })
	})
	if err != nil {
		return err
	}
	return write(s, rs, func(r report.Reporter) error { return r.Close(sum) })
}

// load reads the saved result at path.
func load(path string, stdin io.Reader, story func(*check.Result) error) (check.Summary, error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return check.Summary{}, misuse("", "%s: %v", path, cause(err))
		}
		defer f.Close()
		in = f
	}
	var ours error
	sum, err := report.Load(bufio.NewReader(in), func(res *check.Result) error {
		ours = story(res)
		return ours
	})
	if err != nil && ours == nil {
		err = misuse("newsvet check -o json="+path+" makes one", "%s: %v", path, err)
	}
	return sum, err
}

// formatNames lists the formats of results.
func formatNames() []string {
	var names []string
	for _, f := range report.All {
		names = append(names, f.Name)
	}
	return names
}

// exactly allows n arguments; format has a verb for how many there are.
func exactly(n int, format, hint string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return misuse(hint, format, len(args))
		}
		return nil
	}
}
