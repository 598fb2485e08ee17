package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A Relation says whether two mentions are one and the same.
type Relation int

// The relations.
const (
	Unknown Relation = iota
	Same
	Other
)

// Speakers compares two speakers as their articles give them, and says why.
func Speakers(a, b extract.Speaker) (Relation, string) {
	an, bn := a.Kind == extract.Named && a.Name != "", b.Kind == extract.Named && b.Name != ""
	switch {
	case an && bn:
		return people(a, b)
	case a.Kind == extract.Body && b.Kind == extract.Body:
		return Bodies(a.Name, b.Name)
	case speaksFor(a, b) || speaksFor(b, a):
		return Same, "speaks for the body"
	case nobody(a) || nobody(b):
		return Unknown, ""
	}
	// "the mayor" and "Jane Roe, mayor of Aldport"
	if shareRole(a, b) {
		return Same, "same role"
	}
	return Unknown, ""
}

// people compares two named speakers by their names and by what their articles
// call them here: "Mr. Roe" may be a wrong Roe in the one and no Marlow in the
// other.
func people(a, b extract.Speaker) (Relation, string) {
	rel, why := persons(a.Name, b.Name)
	if rel != Other {
		return rel, why
	}
	for _, x := range calledBy(a) {
		for _, y := range calledBy(b) {
			if r, w := persons(x, y); r == Same {
				if Surname(a.Name) == Surname(b.Name) {
					return Unknown, "" // of two Roes "Roe" may be either
				}
				return Same, w
			}
		}
	}
	return rel, why
}

// calledBy returns the name of a speaker, and what it is called in the
// sentence, if that is a name.
func calledBy(s extract.Speaker) []string {
	if m := name(s.Mention); len(m) > 0 && CalledByName(s) {
		return []string{s.Name, s.Mention}
	}
	return []string{s.Name}
}

// CalledByName reports whether the sentence itself names the speaker, and does
// not say "she" or "the mayor".
func CalledByName(s extract.Speaker) bool {
	if s.Mention == "" {
		return false
	}
	own := Surname(s.Name)
	for _, w := range name(s.Mention) {
		if w == own {
			return true
		}
	}
	return false
}

// speaksFor reports whether s is given as somebody of the body b: "a NATO
// spokesman".
func speaksFor(s, b extract.Speaker) bool {
	if b.Kind != extract.Body || s.Kind != extract.Described && s.Kind != extract.Anonymous {
		return false
	}
	var caps []string
	for _, t := range text.Tokens(s.Mention) {
		if w := t.Of(s.Mention); t.Kind == text.Word && unicode.IsUpper([]rune(w)[0]) {
			caps = append(caps, w)
		}
	}
	x, y := letters(strings.Join(caps, " ")), letters(b.Name)
	return len(y) > 0 && (within(y, x) || acronym(y, x))
}

func nobody(s extract.Speaker) bool {
	return s.IsZero() || s.Kind == extract.Anonymous || s.Kind == extract.Unspecified
}

// shareRole reports whether one is given by the role that the other holds.
func shareRole(a, b extract.Speaker) bool {
	x, y := roleWords(a), roleWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return n >= min(len(x), len(y)) && n > 0
}

func roleWords(s extract.Speaker) map[string]bool {
	role := s.Role
	if s.Kind == extract.Described || role == "" && s.Kind != extract.Named {
		role = s.Role + " " + s.Mention + " " + s.Name
	}
	set := map[string]bool{}
	for _, t := range text.Tokens(role) {
		if w := text.Bare(t.Of(role)); t.Kind == text.Word && !words.IsLight(w) {
			set[words.Stem(w)] = true
		}
	}
	return set
}

// name returns the words of a person's name, titles left out.
func name(s string) []string {
	var out []string
	for _, t := range text.Tokens(s) {
		w := strings.TrimSuffix(text.Bare(t.Of(s)), "'s")
		if t.Kind == text.Word && !words.Honorific(w) && !words.Particle(w) && w != "" {
			out = append(out, w)
		}
	}
	return out
}

// Surname returns the word of a name that it is sorted by, folded: what stays
// the same where one article has the full name and another has not.
func Surname(s string) string {
	if n := name(s); len(n) > 0 {
		return n[len(n)-1]
	}
	return text.Bare(s)
}

// persons compares two names of persons.
func persons(a, b string) (Relation, string) {
	x, y := name(a), name(b)
	if len(x) == 0 || len(y) == 0 {
		return Unknown, ""
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	last, first := y[len(y)-1], y[0]
	own := x[len(x)-1]
	switch {
	case len(x) == 1 && len(y) == 1:
		if own == last || slip(own, last) {
			return Same, "same name"
		}
	case len(x) == 1:
		if own == last || slip(own, last) {
			return Same, "same surname"
		}
		if within(x, y) {
			return Unknown, "" // a first name, perhaps
		}
	case own == last || slip(own, last):
		if x[0] == first || slip(x[0], first) || words.Initial(x[0]) == words.Initial(first) {
			return Same, "same name"
		}
		if within(x, y) {
			return Same, "same name"
		}
		return Other, "another person of that surname"
	case within(x, y):
		return Same, "same name"
	}
	return Other, "another speaker"
}

func within(x, y []string) bool {
	for _, w := range x {
		found := false
		for _, v := range y {
			found = found || v == w
		}
		if !found {
			return false
		}
	}
	return true
}

// slip reports whether two words of five letters or more differ by one edit.
func slip(x, y string) bool { return min(len(x), len(y)) >= 5 && words.OneEdit(x, y) }

// Bodies compares two names of bodies: "the DEA" and "the U.S. Drug
// Enforcement Administration" are one.
func Bodies(a, b string) (Relation, string) {
	x, y := body(a), body(b)
	if acronym(letters(a), letters(b)) || acronym(letters(b), letters(a)) {
		return Same, "same body by its acronym"
	}
	if len(x) == 0 || len(y) == 0 {
		return Unknown, ""
	}
	if within(x, y) || within(y, x) || within(letters(a), letters(b)) || within(letters(b), letters(a)) {
		return Same, "same body"
	}
	n := 0
	for _, w := range x {
		if within([]string{w}, y) {
			n++
		}
	}
	if n > 0 {
		return Unknown, ""
	}
	return Other, "another body"
}

// body returns the words of a body's name, those of every body left out if
// others are there.
func body(s string) []string {
	var all, out []string
	for _, t := range text.Tokens(s) {
		w := strings.TrimSuffix(strings.ReplaceAll(text.Bare(t.Of(s)), ".", ""), "'s")
		if t.Kind != text.Word || w == "" || w == "the" || w == "us" {
			continue
		}
		all = append(all, w)
		if !words.BodyWord(w) {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// acronym reports whether x is one word made of the first letters of y.
func acronym(x, y []string) bool {
	if len(x) != 1 || len(y) < 2 || utf8.RuneCountInString(x[0]) < 2 {
		return false
	}
	long, short := "", ""
	for _, w := range y {
		first := words.Initial(w)
		long += first
		if !words.IsLight(w) {
			short += first
		}
	}
	return x[0] == long || x[0] == short
}

// letters returns the words of a name that an acronym may be made of.
func letters(s string) []string {
	var out []string
	for _, t := range text.Tokens(s) {
		w := strings.ReplaceAll(text.Bare(t.Of(s)), ".", "")
		if t.Kind == text.Word && w != "" && w != "the" && w != "us" {
			out = append(out, w)
		}
	}
	return out
}
