package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/internal/config"
)

func newConfig(c *common) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config show|verify|schema",
		Short: "what is configured, and where",
		Long: `The configuration is the nearest ` + config.Name + ` upward to the root of the
repository; newsvet init writes one with every key explained. Flags go before
variables of the environment (NEWSVET_FAIL_ON for --fail-on), those before the
file, and that before the defaults.`,
		Args: noSubcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newConfigShow(c), newConfigVerify(c), newConfigSchema())
	return cmd
}

func newConfigShow(c *common) *cobra.Command {
	origin := false
	cmd := &cobra.Command{
		Use:   "show",
		Short: "the settings as they are for check",
		Args:  exactly(0, "config show takes no arguments, not %d", "--config names a file"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := c.settings.read(); err != nil {
				return err
			}
			check := newCheck(c)
			check.Flags().AddFlag(cmd.Flags().Lookup("color"))
			if err := c.settings.apply(check.Flags()); err != nil {
				return err
			}
			w := &shower{w: cmd.OutOrStdout(), origin: origin, set: &c.settings}
			for _, k := range config.Settings {
				if f := check.Flags().Lookup(k.Name); f != nil && f.Value.String() != "" {
					w.line("", k.Name, f.Value.String(), c.settings.origins[k.Name])
				}
			}
			w.tables()
			return nil
		},
	}
	cmd.Flags().BoolVar(&origin, "origin", false, "say where each comes from")
	return cmd
}

// A shower writes settings as YAML.
type shower struct {
	w      io.Writer
	origin bool
	set    *settings
}

func (s *shower) line(indent, key, value, origin string) {
	line := indent + scalar(key) + ":"
	if value != "" || indent == "" {
		line += " " + scalar(value)
	}
	if s.origin && origin != "" {
		line = fmt.Sprintf("%-40s # %s", line, report.Terminal(origin))
	}
	fmt.Fprintln(s.w, line)
}

// scalar is s as YAML has it: in quotes unless it is a plain word.
func scalar(s string) string {
	plain := s != ""
	for _, r := range s {
		plain = plain && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./", r))
	}
	if plain && !strings.HasPrefix(s, "-") {
		return s
	}
	b, _ := json.Marshal(report.Terminal(s))
	return string(b)
}

// tables writes what has no flag.
func (s *shower) tables() {
	c := s.set.config
	lists := []struct {
		key    string
		values []string
	}{{"paths", c.Paths}, {"ignore", c.Ignore}, {"drafts", c.Drafts}}
	for _, l := range lists {
		if len(l.values) > 0 {
			s.list("", l.key, l.values, c.At(l.key))
		}
	}
	o, of := s.set.walk().Limits, s.set.article()
	fmt.Fprintln(s.w, "limits:")
	for _, l := range []struct {
		key string
		n   int64
	}{{"document", o.Document}, {"documents", int64(o.Documents)}, {"items", int64(of.Items)}, {"ratio", o.Ratio}, {"words", int64(of.Words)}} {
		origin := byDefault
		if c.Lines["limits."+l.key] > 0 {
			origin = c.At("limits." + l.key)
		}
		s.line("  ", l.key, fmt.Sprint(l.n), origin)
	}
	if len(c.Outlets) > 0 {
		fmt.Fprintln(s.w, "outlets:")
	}
	for _, o := range c.Outlets {
		s.line("  ", o.Name, "", c.At("outlets."+o.Name))
		s.outlet(o)
	}
	if rules := slices.Sorted(maps.Keys(c.Rules)); len(rules) > 0 {
		fmt.Fprintln(s.w, "rules:")
		for _, r := range rules {
			s.line("  ", r, string(c.Rules[r]), c.At("rules."+r))
		}
	}
}

func (s *shower) outlet(o config.Outlet) {
	if len(o.Aliases) > 0 {
		s.list("    ", "aliases", o.Aliases, "")
	}
	if o.Primary {
		s.line("    ", "kind", "primary", "")
	}
	if o.Owner != "" {
		s.line("    ", "owner", o.Owner, "")
	}
	if len(o.Paths) > 0 {
		s.list("    ", "paths", o.Paths, "")
	}
	if o.Wire {
		s.line("    ", "wire", "true", "")
	}
}

func (s *shower) list(indent, key string, values []string, origin string) {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = scalar(v)
	}
	line := indent + key + ": [" + strings.Join(quoted, ", ") + "]"
	if s.origin && origin != "" {
		line = fmt.Sprintf("%-40s # %s", line, report.Terminal(origin))
	}
	fmt.Fprintln(s.w, line)
}

func newConfigVerify(c *common) *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "read configuration, suppressions and baseline, and say what is wrong",
		Args:  exactly(0, "config verify takes no arguments, not %d", "--config names a file"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, out := &c.settings, cmd.OutOrStdout()
			if err := set.read(); err != nil {
				return err
			}
			check := newCheck(c)
			if err := set.apply(check.Flags()); err != nil {
				return err
			}
			if set.config.Path == "" {
				fmt.Fprintf(out, "no %s: the defaults hold\n", config.Name)
			} else {
				fmt.Fprintf(out, "%s: %s\n", report.Terminal(set.config.Path), report.Count(len(set.config.Lines), "setting"))
			}
			if set.ignores != nil {
				fmt.Fprintf(out, "%s: %s\n", report.Terminal(set.ignores.Path), report.Count(len(set.ignores.Entries), "suppression"))
			}
			if path := check.Flags().Lookup("baseline").Value.String(); path != "" {
				base, err := loadBaseline(path)
				if err != nil {
					return err
				}
				fmt.Fprintf(out, "%s: %s\n", report.Terminal(path), report.Count(len(base.Entries), "known finding"))
			}
			return foreign(os.Environ())
		},
	}
}

// foreign complains about variables that look like ours and are not.
func foreign(environ []string) error {
	known := []string{envName("config")}
	for _, k := range config.Settings {
		known = append(known, envName(k.Name))
	}
	for _, e := range slices.Sorted(slices.Values(environ)) {
		name, _, _ := strings.Cut(e, "=")
		if strings.HasPrefix(name, "NEWSVET_") && !slices.Contains(known, name) {
			return misuse(didYouMean(name, known, "known: "+strings.Join(known, ", ")), "unknown variable %s", name)
		}
	}
	return nil
}

func newConfigSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "the JSON Schema of the configuration, for editors",
		Example: `  newsvet config schema > .newsvet.schema.json
  # yaml-language-server: $schema=.newsvet.schema.json`,
		Args: exactly(0, "config schema takes no arguments, not %d", ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := config.Schema(ruleNames())
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(b)
			return err
		},
	}
}
