package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func newStories(c *common) *cobra.Command {
	in := &inputs{}
	var outs []string
	var names []string
	for _, f := range report.AllStories {
		names = append(names, f.Name)
	}
	cmd := &cobra.Command{
		Use:   "stories [PATH…]",
		Short: "which articles belong together, and why",
		Example: `  newsvet stories corpus/
  newsvet stories -o jsonl corpus/ | jq -r '[.story, .id] | @tsv'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := newSession(cmd, c, in, args, outs, names)
			if err != nil {
				return err
			}
			defer s.close()
			sum, err := s.stories()
			return s.end(sum, err, thresholds{failOn: "never"})
		},
	}
	in.flags(cmd)
	in.cacheFlag(cmd)
	in.storyFlag(cmd)
	cmd.Flags().StringArrayVarP(&outs, "output", "o", nil, outputUsage(names))
	complete(cmd, "output", names...)
	return cmd
}

func (s *session) stories() (check.Summary, error) {
	var fs []func(*report.Story) error
	for i, o := range s.outputs {
		for _, f := range report.AllStories {
			if f.Name == o.format {
				fs = append(fs, f.New(s.sinks.files[i], s.options(i)))
			}
		}
	}
	return s.runStories(func(st *report.Story) error {
		return write(s, fs, func(f func(*report.Story) error) error { return f(st) })
	})
}
