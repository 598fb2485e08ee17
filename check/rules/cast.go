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
	roles map[string][]string // by surname, of those who speak for somebody
	given map[string]bool     // surnames that stand after a first name somewhere
	named map[string]naming   // by word; nil until somebody asks
}

func castOf(c *check.Case) *cast {
	w := &cast{roles: map[string][]string{}, given: map[string]bool{}}
	for i := range c.Items {
		for k := range c.Items[i].Names {
			if n := &c.Items[i].Names[k]; n.Given {
				w.given[align.Surname(n.Name)] = true
			}
		}
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

// someone reports whether a speaker is surely a person: by two names or a
// title, or by a word that some article has after a first name. A lone word may
// be a company, or "Investigators" at the beginning of a sentence.
func (w *cast) someone(s extract.Speaker) bool {
	return person(s) || w.given[align.Surname(s.Name)]
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
	if w.named == nil {
		w.named = named(c)
	}
	own := align.Surname(who.Name)
	first, _, _ := strings.Cut(text.Bare(who.Name), " ")
	n := w.named[own]
	return n.sentences > 1 && !n.other && n.before == first && first != own
}

// A naming is how the sentences that quotes stand in have some word.
type naming struct {
	sentences int
	last      int    // of them
	before    string // the word before it
	other     bool   // another word stands before it, too
}

// named returns the words of those sentences, folded and without 's.
func named(c *check.Case) map[string]naming {
	out, seen := map[string]naming{}, map[string]bool{}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s, before := c.Items[i].Quotes[k].Sentence, ""
			if seen[s] {
				continue
			}
			seen[s] = true
			for _, t := range text.Tokens(s) {
				w := strings.TrimSuffix(text.Bare(t.Of(s)), "'s")
				n, known := out[w]
				n.other = n.other || known && n.before != before
				n.before = before
				if n.last != len(seen) {
					n.sentences, n.last = n.sentences+1, len(seen)
				}
				out[w] = n
				if t.Kind == text.Word {
					before = w
				}
			}
		}
	}
	return out
}
