package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A cast is what the articles of a story say of their speakers, looked up
// once.
type cast struct {
	roles  map[string][]string // by surname, of those who speak for somebody
	places map[string]bool     // answers of neverBySurname, by first name and surname
	said   [][]spokenWord      // the sentences of quotes, each once
}

// A spokenWord is a word or a mark of a sentence, folded and without 's.
type spokenWord struct {
	text string
	mark bool
}

func castOf(c *check.Case) *cast {
	w := &cast{roles: map[string][]string{}, places: map[string]bool{}}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s := &c.Items[i].Quotes[k].Speaker
			role := text.Bare(s.Role + " " + s.Mention)
			if s.Name == "" || !words.SpeaksFor(role) {
				continue
			}
			if own := align.Surname(s.Name); !slices.Contains(w.roles[own], role) {
				w.roles[own] = append(w.roles[own], role)
			}
		}
	}
	return w
}

// spokesman reports whether some article of the story gives a person as
// speaking for another, or for somebody it does not say.
func (w *cast) spokesman(who, principal extract.Speaker) bool {
	return slices.ContainsFunc(w.roles[align.Surname(who.Name)], func(role string) bool {
		return !strings.Contains(role, " for ") || names(role, principal)
	})
}

// neverBySurname reports whether the story names a speaker in more than one
// sentence and in none by the surname alone: so it names places, papers and
// posts, and seldom persons.
func (w *cast) neverBySurname(c *check.Case, who extract.Speaker) bool {
	own := align.Surname(who.Name)
	first, _, _ := strings.Cut(text.Bare(who.Name), " ")
	out, known := w.places[first+"\x00"+own]
	if !known {
		out = w.neverAlone(c, first, own)
		w.places[first+"\x00"+own] = out
	}
	return out
}

// neverAlone is neverBySurname for a first name and a surname.
func (w *cast) neverAlone(c *check.Case, first, own string) bool {
	if w.said == nil {
		w.said = sentencesSaid(c)
	}
	seen := 0
	for _, ws := range w.said {
		before, has := "", false
		for _, x := range ws {
			if x.text == own {
				if before != first {
					return false
				}
				has = true
			}
			if !x.mark {
				before = x.text
			}
		}
		if has {
			seen++
		}
	}
	return seen > 1 && first != own
}

// sentencesSaid returns the words of the sentences that quotes stand in.
func sentencesSaid(c *check.Case) [][]spokenWord {
	seen := map[string]bool{}
	out := [][]spokenWord{}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s := c.Items[i].Quotes[k].Sentence
			if seen[s] {
				continue
			}
			seen[s] = true
			var ws []spokenWord
			for _, t := range text.Tokens(s) {
				ws = append(ws, spokenWord{strings.TrimSuffix(text.Bare(t.Of(s)), "'s"), t.Kind != text.Word})
			}
			out = append(out, ws)
		}
	}
	return out
}
