package dates

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stem is the Porter2 stem of an English word, folded.
func stem(w string) string {
	w = strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(w, "’", "'"), "'s"))
	env := snowballstem.NewEnv(w)
	english.Stem(env)
	return env.Current()
}
