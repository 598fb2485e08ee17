package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/internal/config"
)

// uncommented takes the comments off the configuration that init writes: the
// keys that it shows, and the suppressions.
func uncommented() (keys, ignores string, shown map[string]bool) {
	key := regexp.MustCompile(`^# (?:  .*|([a-z-]+):(?: .*)?)$`)
	shown = map[string]bool{}
	inIgnores := false
	for l := range strings.Lines(commentedConfig) {
		m := key.FindStringSubmatch(strings.TrimSuffix(l, "\n"))
		switch {
		case m == nil:
			inIgnores = false
			continue
		case l == "#   ignore:\n":
			inIgnores = true
		case m[1] != "":
			inIgnores, shown[m[1]] = false, true
		}
		l = strings.TrimPrefix(l, "# ")
		if inIgnores {
			ignores += strings.TrimPrefix(l, "  ")
		} else {
			keys += l
		}
	}
	return keys, ignores, shown
}

// TestCommentedConfigHolds: every key that the configuration of init shows is
// one, and every key is shown.
func TestCommentedConfigHolds(t *testing.T) {
	keys, ignores, shown := uncommented()
	c, err := config.Parse([]byte(keys), config.Name, ruleNames())
	if err != nil {
		t.Errorf("%v in\n%s", err, keys)
	}
	if c != nil && (len(c.Outlets) != 3 || len(c.Rules) != 2) {
		t.Errorf("%d outlets and %d rules, want 3 and 2", len(c.Outlets), len(c.Rules))
	}
	for _, k := range config.Keys() {
		if !shown[k] && k != "cache" && k != "today" { // what differs from one machine or day to the next
			t.Errorf("%s is not shown", k)
		}
	}
	ig, err := config.ParseIgnores([]byte(ignores), config.IgnoreName, ruleNames())
	if err != nil || len(ig.Entries) != 2 {
		t.Errorf("%v: %d suppressions, want 2, in\n%s", err, len(ig.Entries), ignores)
	}
}

// TestHookAndActionRunWhatThereIs: the flags that the action and the CI files
// use are flags of check.
func TestHookAndActionRunWhatThereIs(t *testing.T) {
	fs := newCheck(&common{}).Flags()
	texts := []string{githubWorkflow, gitlabJob, preCommitHook}
	for _, name := range []string{".github/actions/newsvet/action.yml", ".pre-commit-hooks.yaml"} {
		b, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	flag := regexp.MustCompile(`(?:^|[\s([])--([a-z][a-z-]*)`)
	format := regexp.MustCompile(`-o "?([a-z]+)`)
	found := 0
	for _, text := range texts {
		for _, m := range flag.FindAllStringSubmatch(text, -1) {
			if found++; fs.Lookup(m[1]) == nil {
				t.Errorf("check has no flag --%s", m[1])
			}
		}
		for _, m := range format.FindAllStringSubmatch(text, -1) {
			if _, err := parseOutputs([]string{m[1]}, formatNames()); err != nil {
				t.Errorf("%v", err)
			}
		}
	}
	if found < 5 {
		t.Errorf("%d flags found", found)
	}
}
