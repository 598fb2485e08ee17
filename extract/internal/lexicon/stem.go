package lexicon

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
)

// Stem is the Snowball stem of a word, folded, in the language of l.
func (l *Lexicon) Stem(w string) string {
	w = strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(w, "’", "'"), "'s"))
	env := snowballstem.NewEnv(w)
	if l.Lang == "de" {
		german.Stem(env)
	} else {
		english.Stem(env)
	}
	return env.Current()
}
