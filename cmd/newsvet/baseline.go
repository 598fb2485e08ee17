package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

func newBaseline(c *common) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline create|update|prune|show",
		Short: "known findings, so that only new ones fail",
		Long: `A baseline is a file of findings that are known. With check --baseline they are
neither listed nor counted, so that a corpus with a past can be checked at every
push. Findings are known by their fingerprints: a file that moves, or one more
outlet on a known side, is nothing new; a figure that changes is.`,
		Example: `  newsvet baseline create corpus/
  newsvet check --baseline ` + config.BaselineName + ` corpus/
  newsvet baseline prune`,
		Args: noSubcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newBaselineCreate(c), newBaselineUpdate(c), newBaselinePrune(c), newBaselineShow(c))
	return cmd
}

// noSubcommand complains about arguments of a command that has subcommands.
func noSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return misuse(didYouMean(args[0], names, cmd.CommandPath()+" --help"), "unknown command %q of %s", args[0], cmd.Name())
}

// A basing is a command on a baseline with its flags read.
type basing struct {
	common   *common
	inputs   inputs
	choice   selection
	screen   screening
	baseline string
	migrate  bool
}

func (b *basing) flags(cmd *cobra.Command) {
	b.inputs.flags(cmd)
	b.inputs.cacheFlag(cmd)
	b.inputs.storyFlag(cmd)
	b.fileFlag(cmd)
	b.screen.todayFlag(cmd)
}

func (b *basing) fileFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&b.baseline, "baseline", config.BaselineName, "the `FILE` of known findings")
}

func newBaselineCreate(c *common) *cobra.Command {
	b := &basing{common: c}
	cmd := &cobra.Command{
		Use:   "create [PATH…]",
		Short: "write down what is found now",
		Example: `  newsvet baseline create corpus/
  newsvet baseline create --min-level error --baseline known.json corpus/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Lstat(b.baseline); !errors.Is(err, fs.ErrNotExist) {
				return misuse("newsvet baseline update adds what is new", "%s is there already", b.baseline)
			}
			level, err := b.choice.level()
			if err != nil {
				return err
			}
			if level == "" {
				level = check.Warning
			}
			base := &config.Baseline{Path: b.baseline, Level: level}
			return b.run(cmd, args, base, func(w io.Writer, found []config.Known, _ string) error {
				n := base.Update(found)
				fmt.Fprintf(w, "%s: %s known\n", report.Terminal(b.baseline), report.Count(n, "finding"))
				return nil
			})
		},
	}
	b.flags(cmd)
	b.choice.levelFlag(cmd)
	return cmd
}

func newBaselineUpdate(c *common) *cobra.Command {
	b := &basing{common: c}
	cmd := &cobra.Command{
		Use:   "update [PATH…]",
		Short: "add what is found now and not known",
		Long: `Update adds findings that are not known, and renews the words of those that
are. Without a PATH it reads what the baseline was made of. What is no longer
found stays until prune.

With --migrate, entries of a release that made fingerprints another way are
carried over to the findings that say the same.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			base, err := loadBaseline(b.baseline)
			if err != nil {
				return err
			}
			return b.run(cmd, args, base, func(w io.Writer, found []config.Known, _ string) error {
				if n := base.Foreign(); n > 0 && !b.migrate {
					return misuse("newsvet baseline update --migrate", "%s: the fingerprints of %d entries are of another release", b.baseline, n)
				}
				carried, lost := base.Migrate(found)
				added := base.Update(found) - carried
				fmt.Fprintf(w, "%s: %d new, %d in all\n", report.Terminal(b.baseline), max(added, 0), len(base.Entries))
				if b.migrate {
					fmt.Fprintf(w, "%d carried over, %d said by nothing found and dropped\n", carried, len(lost))
					listKnown(w, lost)
				}
				return nil
			})
		},
	}
	b.flags(cmd)
	cmd.Flags().BoolVar(&b.migrate, "migrate", false, "carry over the entries of another release")
	return cmd
}

func newBaselinePrune(c *common) *cobra.Command {
	b := &basing{common: c}
	cmd := &cobra.Command{
		Use:   "prune [PATH…]",
		Short: "drop what is found no more",
		Long: `Prune drops the findings that are no longer there. Without a PATH it reads what
the baseline was made of; it refuses to judge by less, and when some input
could not be read.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			base, err := loadBaseline(b.baseline)
			if err != nil {
				return err
			}
			return b.run(cmd, args, base, func(w io.Writer, found []config.Known, partial string) error {
				if partial != "" {
					return misuse("prune needs a run over all that the baseline was made of", "partial run: %s", partial)
				}
				gone := base.Prune(found)
				fmt.Fprintf(w, "%s: %d gone, %d left\n", report.Terminal(b.baseline), len(gone), len(base.Entries))
				listKnown(w, gone)
				return nil
			})
		},
	}
	b.flags(cmd)
	return cmd
}

func newBaselineShow(c *common) *cobra.Command {
	b := &basing{common: c}
	cmd := &cobra.Command{
		Use:   "show",
		Short: "list what is known",
		Args:  exactly(0, "show takes no arguments, not %d", "--baseline names another file"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := c.settings.read(); err != nil {
				return err
			}
			if err := c.settings.apply(cmd.Flags()); err != nil {
				return err
			}
			base, err := loadBaseline(b.baseline)
			if err != nil {
				return err
			}
			listKnown(cmd.OutOrStdout(), base.Entries)
			return nil
		},
	}
	b.fileFlag(cmd)
	return cmd
}

func listKnown(w io.Writer, known []config.Known) {
	for _, k := range known {
		fmt.Fprintf(w, "%s %s: %s", k.Fingerprint, report.Terminal(k.Rule), report.Terminal(k.Message))
		for i, p := range k.Places {
			sep := ", "
			if i == 0 {
				sep = " ("
			}
			fmt.Fprint(w, sep, report.Terminal(p))
		}
		if len(k.Places) > 0 {
			fmt.Fprint(w, ")")
		}
		fmt.Fprintln(w)
	}
}

// run checks, lets change do what it does to base, and saves that.
func (b *basing) run(cmd *cobra.Command, args []string, base *config.Baseline, change func(w io.Writer, found []config.Known, partial string) error) error {
	if len(args) == 0 && b.inputs.filesFrom == "" && len(b.common.settings.config.Paths) == 0 {
		for _, p := range base.Paths {
			args = append(args, filepath.Join(filepath.Dir(b.baseline), filepath.FromSlash(p)))
		}
	}
	rules, err := b.choice.rules(&b.common.settings)
	if err != nil {
		return err
	}
	s, err := newSession(cmd, b.common, &b.inputs, args, nil, []string{"text"})
	if err != nil {
		return err
	}
	defer s.close()
	sc, err := b.screen.screen(s, &b.choice, args)
	if err != nil {
		return err
	}
	if p := s.narrower(base); p != "" && sc.partial == "" {
		sc.partial = p
	}
	var found []config.Known
	sum, err := s.runCheck(rules, func(res *check.Result) error {
		sc.story(res)
		found = append(found, config.Knows(res, base.Level)...)
		return nil
	})
	sc.close(&sum)
	if err == nil && sum.Articles > 0 {
		var said bytes.Buffer // once it is true
		if err = change(&said, found, sc.partial); err == nil {
			base.Paths = relative(filepath.Dir(b.baseline), s.paths, base.Paths)
			err = save(b.baseline, base)
		}
		if err == nil {
			_, err = said.WriteTo(s.out)
		}
	}
	return s.end(sum, err, thresholds{failOn: "never"})
}

// relative returns paths as seen from dir, and those that were there before.
func relative(dir string, paths, before []string) []string {
	out := before
	base := realPath(dir)
	for _, p := range paths {
		rel, err := filepath.Rel(base, realPath(p))
		if err != nil {
			rel = realPath(p)
		}
		known := false
		for _, o := range out {
			known = known || below(rel, o) || o == "."
		}
		if rel = filepath.ToSlash(rel); !known && p != "-" {
			out = append(out[:len(out):len(out)], rel)
		}
	}
	return out
}

// save writes a baseline, whole or not at all.
func save(path string, base *config.Baseline) error {
	if base.Later != "" {
		return misuse("change it with the newsvet that wrote it", "%s: %s: it would be lost", path, base.Later)
	}
	b, err := base.Bytes()
	if err != nil {
		return err
	}
	return writeFile(path, b)
}

// writeFile puts a file in its place, whole or not at all.
func writeFile(path string, b []byte) error {
	var out sinks
	if err := out.open([]output{{path: path}}, nil); err != nil {
		return err
	}
	defer out.discard()
	if _, err := out.files[0].Write(b); err != nil {
		return &exit{usage, "output " + path + ": " + cause(err).Error(), ""}
	}
	return out.commit()
}
