package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/internal/config"
)

func newRules(*common) *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "the rules, their levels and what they find",
		Example: `  newsvet rules`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			wide := 0
			for _, r := range allRules() {
				wide = max(wide, len(r.Name))
			}
			for _, r := range allRules() {
				title, _ := splitDoc(r.Doc)
				fmt.Fprintf(cmd.OutOrStdout(), "%-*s  %-7s  %s\n", wide, r.Name, r.Level, title)
			}
			return nil
		},
	}
}

func newExplain(*common) *cobra.Command {
	return &cobra.Command{
		Use:     "explain RULE",
		Short:   "what a rule finds, why, and by which standard",
		Example: `  newsvet explain figure-conflict`,
		Args:    exactly(1, "explain takes one rule, not %d", "newsvet rules lists them"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r := findRule(args[0])
			if r == nil {
				return misuse(didYouMean(args[0], ruleNames(), "newsvet rules lists them"), "unknown rule %q", args[0])
			}
			explain(cmd.OutOrStdout(), r)
			return nil
		},
	}
}

func explain(w io.Writer, r *check.Rule) {
	title, body := splitDoc(r.Doc)
	fmt.Fprintf(w, "%s (%s)\n%s\n", r.Name, r.Level, title)
	if body != "" {
		fmt.Fprintf(w, "\n%s\n", body)
	}
	if r.Standard != "" {
		fmt.Fprintf(w, "\nStandard\n%s\n", indent(r.Standard))
	}
	for _, e := range []struct{ title, passage string }{{"Found", r.Bad}, {"Not found", r.Good}} {
		if e.passage != "" {
			fmt.Fprintf(w, "\n%s\n%s\n", e.title, indent(e.passage))
		}
	}
	sure := "a judgement; no match of this rule was read"
	if f := check.FamilyOf(r.Name); f != nil {
		sure = fmt.Sprintf("calibrated; of %d matches of %s that were read %d were accepted", f.Read, f.Name, f.Accepted)
	}
	fmt.Fprintf(w, "\nConfidence\n%s\n", indent(sure+". Below medium it is not listed: --min-confidence low."))
	fmt.Fprintf(w, "\nTo leave it out: newsvet check --skip %s, or in %s\n  rules: {%s: off}\n", r.Name, config.Name, r.Name)
	fmt.Fprintf(w, "One finding: its fingerprint and a reason in %s\n", config.IgnoreName)
}

// splitDoc divides the documentation of a rule into its title and the rest.
func splitDoc(doc string) (title, body string) {
	title, body, _ = strings.Cut(strings.TrimSpace(doc), "\n")
	return title, strings.TrimSpace(body)
}

// indent sets s off, and breaks its long lines.
func indent(s string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(s)) {
		used := 0
		for _, w := range strings.Fields(line) {
			switch n := utf8.RuneCountInString(w); {
			case used == 0:
				b.WriteString("  " + w)
				used = 2 + n
			case used+1+n > 78:
				b.WriteString("\n  " + w)
				used = 2 + n
			default:
				b.WriteString(" " + w)
				used += 1 + n
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n")
}
