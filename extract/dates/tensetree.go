package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax"
)

// tense is where the clause of a date points, by its verb; not known if no
// verb is near in the tree.
func (s *scene) tense(span text.Span) tense {
	i := s.dateHead(span)
	for n := 0; i >= 0 && n < len(s.Tokens); n++ {
		if s.Tokens[i].UPOS == syntax.VERB || s.Tokens[i].UPOS == syntax.AUX || s.Child(i, syntax.Cop) >= 0 {
			if t := s.verbTense(i, 0); t != noTense {
				return t
			}
		}
		i = s.Tokens[i].Head
	}
	return noTense
}

// verbTense reads the auxiliaries of the verb at i, or the verb that it
// depends on: "plans to meet".
func (s *scene) verbTense(i, depth int) tense {
	best := noTense
	to := false
	for j := range s.Tokens {
		t := s.Tokens[j]
		if t.Head != i {
			continue
		}
		switch t.Rel {
		case syntax.Aux, syntax.AuxPass, syntax.Cop:
			best = max(best, s.auxTense(j))
		case syntax.Mark:
			to = to || strings.EqualFold(s.word(j), "to")
		}
	}
	if best != noTense {
		return fromRank(best)
	}
	switch s.Tokens[i].XPOS {
	case "VBD":
		return past
	case "VBZ", "VBP":
		return presentTense
	}
	h := s.Tokens[i].Head
	if !to || h < 0 || depth > 3 {
		return noTense
	}
	if e := s.r.g.tenseWord(s.word(h)); strings.Contains(e, "to-future") {
		if s.had(h) {
			return past // "had been due to expire on Friday"
		}
		return future
	}
	return s.verbTense(h, depth+1)
}

// had reports whether the verb at i is in the past perfect.
func (s *scene) had(i int) bool {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && strings.EqualFold(s.word(j), "had") {
			return true
		}
	}
	return false
}

// auxTense ranks what an auxiliary says: will and would before was and is.
func (s *scene) auxTense(j int) tense {
	switch strings.ToLower(s.word(j)) {
	case "will", "'ll", "wo", "shall":
		return 10 + future
	case "would", "could", "may", "might", "can", "should", "must":
		return 5
	case "was", "were", "had", "did":
		return 4
	case "is", "are", "has", "have", "do", "does", "'s", "'re", "'ve":
		return 1
	}
	return noTense
}

func fromRank(t tense) tense {
	switch {
	case t >= 10:
		return future
	case t == 4:
		return past
	}
	return presentTense
}

// tenseWord is what the list of tenses says of a word.
func (g *grammar) tenseWord(w string) string { return g.table[g.words[strings.ToLower(w)]].tense }
