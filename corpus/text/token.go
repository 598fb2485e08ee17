package text

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A Kind says what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // begins with a letter: "don't", "U.S", "A380"
	Number             // begins with a digit: "3,000.5", "5th"
	Mark               // a single sign: ".", "“", "$", "%"
)

// A Token is a word, a number or a mark. White space is between tokens.
type Token struct {
	Span
	Kind Kind
}

// Tokens returns the tokens of s in order, as UAX #29 divides words, without
// the white space between them.
func Tokens(s string) []Token {
	out := make([]Token, 0, len(s)/4+2)
	for t, ok := next(s, 0); ok; t, ok = next(s, t.End) {
		out = append(out, t)
	}
	return out
}

// Words returns the spans of the words and numbers of s, in order: Tokens
// without the marks.
func Words(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for t, ok := next(s, 0); ok; t, ok = next(s, t.End) {
			if t.Kind != Mark && !yield(t.Span) {
				return
			}
		}
	}
}

// next returns the first token at or after byte i, where a token ends.
func next(s string, i int) (t Token, ok bool) {
	for i < len(s) {
		if blank(s, i) {
			i++
			continue
		}
		if t, ok = plain(s, i); ok {
			return t, true
		}
		if t, ok = ruled(s, i); ok {
			return t, true
		}
		i = t.End
	}
	return t, false
}

// ruled returns the token at i as all rules of UAX #29 find it; ok is false if
// it is white space.
func ruled(s string, i int) (t Token, ok bool) {
	it := words.FromString(s[i:])
	it.Next()
	t.Span = Span{i, i + it.End()}
	r, _ := utf8.DecodeRuneInString(t.Of(s))
	switch {
	case unicode.IsLetter(r) || r == '_':
		t.Kind = Word
	case unicode.IsDigit(r):
		t.Kind = Number
	default:
		t.Kind = Mark
		return t, !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u200b'
	}
	return t, true
}
