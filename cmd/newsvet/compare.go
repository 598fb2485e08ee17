package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract/extractors"
)

func newCompare(c *common) *cobra.Command {
	choice := &selection{}
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "two articles side by side, word differences marked",
		Long: `Compare lays two articles side by side as if they told one story: what both
quote, count and date with the words in which they differ marked, what was
found, and what only one of them has. It is as wide as the terminal, or as
COLUMNS says.`,
		Example: `  newsvet compare bugle.md courier.md
  newsvet compare --min-level info bugle.md courier.md`,
		Args: exactly(2, "compare takes two articles, not %d", "newsvet check compares many"),
		RunE: func(cmd *cobra.Command, args []string) error {
			level, err := choice.level()
			if err != nil {
				return err
			}
			rules, err := choice.rules(&c.settings)
			if err != nil {
				return err
			}
			least, err := choice.confidence()
			if err != nil {
				return err
			}
			s, err := newSession(cmd, c, &inputs{}, args, nil, []string{"text"})
			if err != nil {
				return err
			}
			defer s.close()
			sum, err := s.compare(rules, level, least)
			return s.end(sum, err, thresholds{failOn: "never"})
		},
	}
	choice.flags(cmd)
	return cmd
}

// compare reads two articles and writes them side by side.
func (s *session) compare(rules []*check.Rule, level check.Level, least float64) (check.Summary, error) {
	var sum check.Summary
	var records []*check.Record
	lim := s.common.settings.article()
	for d, err := range s.docs {
		if err != nil {
			if _, bad := err.(*corpus.Error); !bad {
				return sum, err
			}
			return sum, &exit{status: unreadable, reason: "compare takes two articles, and one could not be read"}
		}
		records = append(records, check.RecordOf(d, lim.Run(d, extractors.All...)))
		if len(records) > 2 {
			return sum, misuse("newsvet check compares many", "compare takes two articles: %s and %s hold more", s.paths[0], s.paths[1])
		}
	}
	sum.Articles = len(records)
	if len(records) < 2 {
		return sum, misuse("", "compare takes two articles: %s and %s are one", s.paths[0], s.paths[1])
	}
	o := s.options(0)
	o.MinLevel, o.Rules = level, rules
	res := check.Run(records, rules...)
	res.Hold(least)
	return sum, report.Compare(s.sinks.files[0], res, records[0].Ref.Name, o)
}
