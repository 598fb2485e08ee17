package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/internal/config"
)

// selection are the flags that choose rules and findings.
type selection struct {
	only, skip    []string
	minConfidence string
	minLevel      string
}

// levelFlag adds what chooses the findings that are listed.
func (s *selection) levelFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.minLevel, "min-level", "", "list findings from `LEVEL` on: error, warning or info\n(if not given: warning where people read, info elsewhere)")
	complete(cmd, "min-level", "error", "warning", "info")
}

func (s *selection) flags(cmd *cobra.Command) {
	fs := cmd.Flags()
	s.levelFlag(cmd)
	fs.StringSliceVar(&s.only, "only", nil, "run these `RULES` and no others")
	fs.StringSliceVar(&s.skip, "skip", nil, "run all rules but these `RULES`")
	fs.StringVar(&s.minConfidence, "min-confidence", "medium", "list and count findings matched as surely as `C`: low (all), medium,\nhigh or a number from 0 to 1; json and jsonl keep the others")
	completeList(cmd, "only", ruleNames())
	completeList(cmd, "skip", ruleNames())
	complete(cmd, "min-confidence", "low", "medium", "high")
}

// rules returns the rules that are to run.
func (s *selection) rules(set *settings) ([]*check.Rule, error) {
	for _, name := range slices.Concat(s.only, s.skip) {
		if findRule(name) == nil {
			return nil, misuse(didYouMean(name, ruleNames(), "newsvet rules lists them"), "unknown rule %q", name)
		}
	}
	var out []*check.Rule
	for _, r := range allRules() {
		wanted := len(s.only) == 0 && set.level(r) != check.Off || slices.Contains(s.only, r.Name)
		if wanted && !slices.Contains(s.skip, r.Name) {
			out = append(out, r)
		}
	}
	if len(out) == 0 && len(allRules()) > 0 {
		return nil, misuse("", "--only, --skip and the configuration leave no rule")
	}
	return out, nil
}

// level returns the least level to list; "" leaves it to the format.
func (s *selection) level() (check.Level, error) {
	if s.minLevel == "" {
		return "", nil
	}
	return check.Level(s.minLevel), oneOf("--min-level", s.minLevel, "error", "warning", "info")
}

// confidence returns the least confidence of a finding that is listed.
func (s *selection) confidence() (float64, error) {
	if s.minConfidence == "" {
		return 0, nil // a command without the flag
	}
	c, err := config.ParseConfidence(s.minConfidence)
	if err != nil {
		return 0, misuse("", "--%v", err)
	}
	return c, nil
}

func findRule(name string) *check.Rule {
	for _, r := range allRules() {
		if r.Name == name {
			return r
		}
	}
	return nil
}

func ruleNames() []string {
	var names []string
	for _, r := range allRules() {
		names = append(names, r.Name)
	}
	return names
}
