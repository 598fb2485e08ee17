package main

import (
	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

func newExtract(c *common) *cobra.Command {
	in := &inputs{}
	var outs []string
	var names []string
	for _, f := range report.AllItems {
		names = append(names, f.Name)
	}
	cmd := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "the quotes, figures and dates of each article",
		Long: `Extract prints what newsvet reads in each article: who is quoted with which
words, figures with what they count and on whose word, dates with their value.
Places are bytes of the file (of the field, for JSON Lines).`,
		Example: `  newsvet extract bugle.md
  newsvet extract -o jsonl corpus/ | jq '.quotes[].speaker_name'
  newsvet extract -o jsonl=items.jsonl articles.jsonl.gz
  curl -s https://example.org/article | newsvet extract -`,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := newSession(cmd, c, in, args, outs, names)
			if err != nil {
				return err
			}
			defer s.close()
			sum, err := s.extract()
			return s.end(sum, err, thresholds{failOn: "never"})
		},
	}
	in.flags(cmd)
	in.cacheFlag(cmd)
	cmd.Flags().StringArrayVarP(&outs, "output", "o", nil, outputUsage(names))
	complete(cmd, "output", names...)
	return cmd
}

func (s *session) extract() (check.Summary, error) {
	var rs []report.ItemReporter
	for i, o := range s.outputs {
		for _, f := range report.AllItems {
			if f.Name == o.format {
				rs = append(rs, f.New(s.sinks.files[i], s.options(i)))
			}
		}
	}
	sum, err := s.runExtract(func(d *corpus.Document, items extract.Items) error {
		return write(s, rs, func(r report.ItemReporter) error { return r.Article(d, items) })
	})
	if err != nil {
		return sum, err
	}
	return sum, write(s, rs, func(r report.ItemReporter) error { return r.Close(sum) })
}
