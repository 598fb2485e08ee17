package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func newDiff(c *common) *cobra.Command {
	failOn := ""
	var outs []string
	choice := &selection{}
	formats := []string{"text", "markdown"}
	cmd := &cobra.Command{
		Use:   "diff OLD.json NEW.json",
		Short: "findings that are new, gone or changed between two saved results",
		Long: `Diff compares two results of check -o json. Findings are the same if their
fingerprints are: a file that moved, or one more outlet on a known side, changes
nothing. A finding has changed if one of the same rule on the same subject is
gone and another is there. What either result keeps as matched too loosely to be
listed is neither new nor gone in the other.`,
		Example: `  newsvet diff old.json new.json
  newsvet diff --fail-on warning old.json new.json    status 1 for new or changed ones
  newsvet diff -o markdown=comment.md old.json new.json`,
		Args: exactly(2, "diff takes two saved results, not %d", "newsvet check -o json=RESULT.json makes one"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("--fail-on", failOn, "error", "warning", "info", "never"); err != nil {
				return err
			}
			level, err := choice.level()
			if err != nil {
				return err
			}
			s, err := newSavedSession(cmd, c, args, outs, formats)
			if err != nil {
				return err
			}
			defer s.close()
			d, err := newDifference(args[0], args[1], level, cmd.InOrStdin())
			if err != nil {
				return err
			}
			for i, out := range s.outputs {
				if out.format == "markdown" {
					d.markdown(s.sinks.files[i])
				} else {
					d.write(s.sinks.files[i])
				}
			}
			if err := s.saved(nil); err != nil {
				return err
			}
			if n := d.failing(failOn); n > 0 {
				return &exit{status: findings, reason: fmt.Sprintf("%s new or changed at or above %s (--fail-on %s)", report.Count(n, "finding"), failOn, failOn)}
			}
			return nil
		},
	}
	choice.levelFlag(cmd)
	cmd.Flags().StringArrayVarP(&outs, "output", "o", nil, outputUsage(formats))
	complete(cmd, "output", formats...)
	cmd.Flags().StringVar(&failOn, "fail-on", "never", "status 1 for new or changed findings from `LEVEL` on: error, warning, info or never")
	complete(cmd, "fail-on", "error", "warning", "info", "never")
	return cmd
}

// A known is a finding with the words for where it is.
type known struct {
	check.Finding
	where string
}

// A difference is what became of the findings of a run in another one.
type difference struct {
	added, gone []known
	changed     [][2]known // before and after
	same        int
}

func newDifference(before, after string, level check.Level, stdin io.Reader) (*difference, error) {
	if level == "" {
		level = check.Warning
	}
	was, had, err := collect(before, level, stdin)
	if err != nil {
		return nil, err
	}
	is, has, err := collect(after, level, stdin)
	if err != nil {
		return nil, err
	}
	d := &difference{gone: without(was, has), added: without(is, had)}
	d.same = len(was) - len(d.gone)
	d.pair()
	return d, nil
}

// collect reads the findings of a saved result, in their order, and the
// fingerprints of these and of those that are not listed for how loosely they
// were matched. Those that a baseline knew are findings; those that somebody
// silenced are not.
func collect(path string, level check.Level, stdin io.Reader) (out []known, has map[string]bool, err error) {
	has = map[string]bool{}
	_, err = load(path, stdin, func(res *check.Result) error {
		all := slices.Clone(res.Findings)
		for _, q := range res.Silenced {
			if q.How == check.Known {
				all = append(all, q.Finding)
			}
		}
		for _, f := range all {
			if f.Level.Rank() >= level.Rank() {
				out = append(out, known{f, report.Where(res, &f)})
				has[f.Fingerprint] = true
			}
		}
		for _, f := range res.Unsure {
			has[f.Fingerprint] = true
		}
		return nil
	})
	return out, has, err
}

// without returns the findings that are not among those with these
// fingerprints.
func without(fs []known, has map[string]bool) []known {
	return slices.DeleteFunc(slices.Clone(fs), func(f known) bool { return has[f.Fingerprint] })
}

// pair finds which of the new findings are gone ones that changed.
func (d *difference) pair() {
	var added []known
	for _, f := range d.added {
		i := slices.IndexFunc(d.gone, func(g known) bool { return g.Rule == f.Rule && g.Subject == f.Subject && f.Subject != "" })
		if i < 0 {
			added = append(added, f)
			continue
		}
		d.changed = append(d.changed, [2]known{d.gone[i], f})
		d.gone = slices.Delete(d.gone, i, i+1)
	}
	d.added = added
}

func (d *difference) write(w io.Writer) {
	line := func(sign string, f known) {
		fmt.Fprintf(w, "%s %s: %s %s: %s\n", sign, f.where, f.Level, f.Rule, report.Terminal(f.Message))
	}
	for _, f := range d.added {
		line("+", f)
	}
	for _, p := range d.changed {
		line("~", p[1])
		fmt.Fprintf(w, "    before: %s\n", report.Terminal(p[0].Message))
	}
	for _, f := range d.gone {
		line("-", f)
	}
	fmt.Fprintln(w, d.counts())
}

func (d *difference) counts() string {
	return fmt.Sprintf("%d new, %d changed, %d gone, %d the same", len(d.added), len(d.changed), len(d.gone), d.same)
}

// markdown writes a comment for whoever looks at the change.
func (d *difference) markdown(w io.Writer) {
	fmt.Fprintf(w, "**newsvet**: %s\n", d.counts())
	if len(d.added)+len(d.changed)+len(d.gone) == 0 {
		return
	}
	fmt.Fprint(w, "\n| | level | rule | place | finding |\n|---|---|---|---|---|\n")
	row := func(what string, f known, more string) {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s%s |\n", what, f.Level, report.MarkdownText(f.Rule), report.MarkdownText(f.where), report.MarkdownText(f.Message), more)
	}
	for _, f := range d.added {
		row("new", f, "")
	}
	for _, p := range d.changed {
		row("changed", p[1], "; before: "+report.MarkdownText(p[0].Message))
	}
	for _, f := range d.gone {
		row("gone", f, "")
	}
}

// failing counts what is new or changed at or above a level.
func (d *difference) failing(level string) int {
	if level == "never" {
		return 0
	}
	n := 0
	for _, f := range d.added {
		if f.Level.Rank() >= check.Level(level).Rank() {
			n++
		}
	}
	for _, p := range d.changed {
		if p[1].Level.Rank() >= check.Level(level).Rank() {
			n++
		}
	}
	return n
}
