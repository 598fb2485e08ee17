package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func newShow(c *common) *cobra.Command {
	from := ""
	in := &inputs{}
	cmd := &cobra.Command{
		Use:   "show FINGERPRINT [--from RESULT.json | PATH…]",
		Short: "one finding, with its places and what matched them",
		Long: `Show prints the finding whose fingerprint begins as given: its places in their
sentences with the differing words marked, and what matched them. It reads a
saved result, or articles, as check does.`,
		Example: `  newsvet check -o json=result.json corpus/
  newsvet show nv1:3f6c0b9d2a7e4151 --from result.json
  newsvet show 3f6c corpus/`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return misuse("", "show takes a fingerprint")
			case from != "" && len(args) > 1:
				return misuse("", "show takes a saved result or articles, not both")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if from == "" {
				return showChecked(cmd, c, in, args[0], args[1:])
			}
			s, err := newSavedSession(cmd, c, []string{from}, nil, []string{"text"})
			if err != nil {
				return err
			}
			defer s.close()
			v := s.viewer(args[0])
			if _, err := load(from, cmd.InOrStdin(), v.story); err != nil {
				return err
			}
			return s.saved(v.done(from))
		},
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return fingerprintsIn(from), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.Flags().StringVar(&from, "from", "", "read `FILE`, a result of check -o json")
	in.flags(cmd)
	in.cacheFlag(cmd)
	in.storyFlag(cmd)
	return cmd
}

// fingerprintsIn lists those of a saved result for the shell, each with what it
// is about; none if it cannot be read.
func fingerprintsIn(path string) []string {
	if path == "" || path == "-" {
		return nil
	}
	var out []string
	_, err := load(path, nil, func(res *check.Result) error {
		for _, f := range slices.Concat(res.Findings, res.Unsure) {
			out = append(out, f.Fingerprint+"\t"+report.Terminal(f.Rule+": "+f.Message))
		}
		return nil
	})
	if err != nil {
		return nil
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// showChecked shows a finding of articles.
func showChecked(cmd *cobra.Command, c *common, in *inputs, asked string, paths []string) error {
	choice := &selection{}
	rules, err := choice.rules(&c.settings)
	if err != nil {
		return err
	}
	s, err := newSession(cmd, c, in, paths, nil, []string{"text"})
	if err != nil {
		return err
	}
	defer s.close()
	v, sc := s.viewer(asked), s.newScreen(0)
	sum, err := s.runCheck(rules, func(res *check.Result) error {
		sc.story(res)
		return v.story(res)
	})
	if err == nil && sum.Articles > 0 {
		err = v.done(strings.Join(s.paths, ", "))
	}
	return s.end(sum, err, thresholds{failOn: "never"})
}

// A viewer writes the findings whose fingerprints begin as asked for, also
// such as are silenced.
type viewer struct {
	asked string
	to    report.Reporter
	found int
}

func (s *session) viewer(asked string) *viewer {
	o := s.options(0)
	o.MinLevel, o.Verbose = check.Info, true
	return &viewer{asked: asked, to: report.Text.New(s.sinks.files[0], o)}
}

func (v *viewer) story(res *check.Result) error {
	all := slices.Concat(res.Findings, res.Unsure)
	for _, q := range res.Silenced {
		all = append(all, q.Finding)
	}
	var kept []check.Finding
	for _, f := range all {
		_, digits, _ := strings.Cut(f.Fingerprint, ":")
		if strings.HasPrefix(f.Fingerprint, v.asked) || strings.HasPrefix(digits, v.asked) {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	v.found += len(kept)
	res.Findings, res.Unsure, res.Silenced, res.Comparisons, res.Notices = kept, nil, nil, nil, nil
	return v.to.Story(res)
}

// done is an error if nothing was found in what was looked through.
func (v *viewer) done(where string) error {
	if v.found > 0 {
		return nil
	}
	return misuse("", "%s has no finding %s", where, v.asked)
}
