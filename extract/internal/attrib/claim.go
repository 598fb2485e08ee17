package attrib

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A scan looks for claims among the tokens [from, to).
type scan struct {
	Input
	from, to int
}

func (s *scan) word(i int) string {
	if i < s.from || i >= s.to {
		return ""
	}
	return s.Tokens[i].Of(s.Text)
}

func (s *scan) class(i int) lexicon.Class {
	if i < s.from || i >= s.to || s.Quoted[i] {
		return 0
	}
	return s.Classes[i]
}

// free reports whether token i lies in the scan and outside quotation marks.
func (s *scan) free(i int) bool { return i >= s.from && i < s.to && !s.Quoted[i] }

func (s *scan) is(i int, words ...string) bool {
	if !s.free(i) {
		return false
	}
	w := s.word(i)
	for _, v := range words {
		if strings.EqualFold(w, v) {
			return true
		}
	}
	return false
}

// claim returns the claim whose cue begins at token i.
func (s *scan) claim(i int) (Claim, bool) {
	c := s.Classes[i]
	if n := s.phrase(i); n > 0 {
		return s.according(i, n)
	}
	if !c.Has(lexicon.Say) || !s.verbal(i) || s.inName(i) || s.hyphened(i) {
		return Claim{}, false
	}
	claim := Claim{Cue: s.Tokens[i].Span, Class: c, Source: Source{Entity: -1}, Confidence: 0.5}
	second := s.Lexicon.List("traits")["order"] == "second"
	if src, ok := s.subject(i); ok && !(second && !s.person(src) && s.named(i+1)) {
		claim.Source, claim.Side, claim.Confidence = src, Before, 0.9
		return claim, true
	}
	if second || s.inverts(i) {
		if src, _, ok := s.phraseAt(i + 1); ok {
			claim.Source, claim.Side, claim.Confidence = src, After, 0.9
			return claim, true
		}
	}
	if c.Has(lexicon.Direct) && c.Has(lexicon.Past|lexicon.Present|lexicon.Ing) {
		claim.Confidence = 0.3
		return claim, true
	}
	return Claim{}, false
}

// hyphened reports whether token i is part of a word with a hyphen: "a
// state-by-state vote".
func (s *scan) hyphened(i int) bool {
	return i > 0 && s.word(i-1) == "-" && s.Tokens[i-1].End == s.Tokens[i].Start || s.word(i+1) == "-" && s.Tokens[i].End == s.Tokens[i+1].Start
}

// named reports whether a person's name, or a phrase that tells of one,
// begins with token i.
func (s *scan) named(i int) bool {
	src, _, ok := s.phraseAt(i)
	return ok && (s.person(src) || src.Pronoun != 0)
}

// inName reports whether token i is part of a name: "the Aldport Post".
func (s *scan) inName(i int) bool {
	if !s.Classes[i].Has(lexicon.Cap) {
		return false
	}
	m, ok := s.Names.At(s.Tokens[i].Start)
	return ok && m.First < m.Last
}

// phrase recognises cues of several words that stand before their source:
// "according to", "in the words of". It returns how many tokens they take.
func (s *scan) phrase(i int) int {
	if !s.Classes[i].Has(lexicon.Prep | lexicon.Adverb | lexicon.Conj) {
		return 0
	}
	phrases := s.Lexicon.List("phrases")
	n := 0
	var buf [64]byte
	key := buf[:0]
	for k := i; k < min(i+5, s.to) && !s.Quoted[k]; k++ {
		if k > i {
			key = append(key, ' ')
		}
		key = append(key, strings.ToLower(s.word(k))...)
		if _, ok := phrases[string(key)]; ok {
			n = k - i + 1
		}
	}
	return n
}

func (s *scan) according(i, n int) (Claim, bool) {
	src, _, ok := s.phraseAt(i + n)
	if !ok {
		return Claim{}, false
	}
	cue := text.Span{Start: s.Tokens[i].Start, End: s.Tokens[i+n-1].End}
	return Claim{Cue: cue, Class: lexicon.Say, Source: src, Side: After, Confidence: 0.85}, true
}

// verbal reports whether the form of a verb of speech at token i is a verb
// there, and active: not "his claims", "was told", "to say".
func (s *scan) verbal(i int) bool {
	c := s.Classes[i]
	k := i - 1
	for s.class(k).Has(lexicon.Adverb|lexicon.Negation) && !s.class(k).Has(lexicon.Det) {
		k--
	}
	before := s.class(k)
	w := strings.ToLower(s.word(k))
	if !s.free(k) {
		before, w = 0, ""
	}
	switch {
	case before.Has(lexicon.Det|lexicon.Possess|lexicon.Adjective) && !before.Has(lexicon.Subject|lexicon.Conj) && !before.Has(lexicon.People) && w != "that" && w != "all" && w != "both" && w != "some" && w != "many" && w != "several" && w != "few":
		return false // "the report", "former said"
	case w == "to":
		return false // "to say"
	case c.Has(lexicon.Ing):
		return !before.Has(lexicon.Prep|lexicon.Aux) || w == "as" || w == "by" || w == "in" || before.Has(lexicon.Aux)
	case before.Has(lexicon.Prep) && !c.Has(lexicon.Past):
		return false // "in answer to"
	case before.Has(lexicon.Aux) && passive(w):
		return false
	case c.Has(lexicon.Base) && !c.Has(lexicon.Past):
		return before.Has(lexicon.Subject|lexicon.Plural|lexicon.People|lexicon.Aux|lexicon.FirstPerson) || strings.HasSuffix(w, "s") || before.Has(lexicon.Cap) || w == "who" || w == "and"
	}
	return true
}

func passive(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re":
		return true
	}
	return false
}

// inverts reports whether the subject may stand after the verb at token i:
// something is said right before it.
func (s *scan) inverts(i int) bool {
	k := i - 1
	for s.class(k).Has(lexicon.Adverb) && !s.Quoted[k] {
		k--
	}
	if k < s.from {
		return true
	}
	if s.Quoted[k] {
		return true
	}
	switch s.word(k) {
	case ",", "-", "–", "—", "―", "”", "\"", "?", "!", "'", "’", "“", ".":
		return true
	case "as", "As", "so", "So":
		return true
	}
	return false
}
