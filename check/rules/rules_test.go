package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/internal/golden"
)

func TestRules(t *testing.T) {
	for _, r := range rules.All {
		t.Run(r.Name, func(t *testing.T) { golden.Rule(t, filepath.Join("testdata", r.Name), r) })
	}
}

func TestRulesAreInTheOrderOfTheirNames(t *testing.T) {
	if !slices.IsSortedFunc(rules.All, func(a, b *check.Rule) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("rules.All is not in the order of the names")
	}
}

func TestEveryRuleIsWhole(t *testing.T) {
	for _, r := range rules.All {
		if r.Doc == "" || r.Standard == "" || r.Good == "" || r.Bad == "" || r.Level == "" || r.Run == nil {
			t.Errorf("%s lacks a doc, a standard, an example, a level or a function", r.Name)
		}
		if title, rest, _ := strings.Cut(r.Doc, "\n"); strings.HasSuffix(title, ".") || !strings.Contains(rest, "Known misses") {
			t.Errorf("%s: the doc begins with a title without a full stop and names the known misses", r.Name)
		}
		file := filepath.Join(strings.ReplaceAll(r.Name, "-", "_") + ".go")
		if _, err := os.Stat(file); err != nil {
			t.Errorf("%s is not in %s", r.Name, file)
		}
		for prefix, least := range map[string]int{"fires": 5, "silent": 10} {
			if got, _ := filepath.Glob(filepath.Join("testdata", r.Name, prefix+"*.txtar")); len(got) < least {
				t.Errorf("%s has %d goldens %s*, want %d or more", r.Name, len(got), prefix, least)
			}
		}
	}
}

func TestEveryGoldenHasARule(t *testing.T) {
	dirs, _ := os.ReadDir("testdata")
	for _, d := range dirs {
		if !slices.ContainsFunc(rules.All, func(r *check.Rule) bool { return r.Name == d.Name() }) {
			t.Errorf("testdata/%s belongs to no rule", d.Name())
		}
	}
}
