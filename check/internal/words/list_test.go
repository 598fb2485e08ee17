package words_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check/internal/words"
)

func TestListIn(t *testing.T) {
	for s, want := range map[string]bool{
		"it will be held on":           true,
		"scheduled for":                true, // the beginning of a word
		"the hearing, due":             true,
		"reset":                        false, // "set"
		"an explanation":               false, // "plan-"
		"to be sure":                   true,
		"to a bee":                     false,
		"":                             false,
		"the mill was closed for good": false,
	} {
		if got := words.Ahead.In(s); got != want {
			t.Errorf("Ahead.In(%q) = %v, want %v", s, got, want)
		}
	}
	if !words.Deputies.Has("deputy") || words.Deputies.Has("mayor") || !words.Deputies.HasStem(words.Stem("deputy")) {
		t.Error("a deputy is one, a mayor is none")
	}
}

// A list that no code asks for, and a name of a list that has no file, are
// slips that nothing else would show.
func TestEveryListIsReadAndThere(t *testing.T) {
	var named []string
	for _, f := range glob(t, "*.go") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\b(?:list|lines|set|pairs)\("(\w+)"\)`).FindAllStringSubmatch(string(b), -1) {
			named = append(named, m[1])
		}
	}
	var there []string
	for _, f := range glob(t, "data/*.txt") {
		there = append(there, strings.TrimSuffix(filepath.Base(f), ".txt"))
	}
	slices.Sort(named)
	slices.Sort(there)
	if named = slices.Compact(named); !slices.Equal(named, there) {
		t.Errorf("code names %v, data has %v", named, there)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	fs, err := filepath.Glob(pattern)
	if err != nil || len(fs) == 0 {
		t.Fatal("no", pattern, err)
	}
	return fs
}
