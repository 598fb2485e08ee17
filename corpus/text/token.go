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
	out := make([]Token, 0, len(s)/5+1)
	for it := words.FromString(s); it.Next(); {
		sp := Span{it.Start(), it.End()}
		r, _ := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		switch {
		case unicode.IsLetter(r) || r == '_':
			out = append(out, Token{sp, Word})
		case unicode.IsDigit(r):
			out = append(out, Token{sp, Number})
		case !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u200b':
			out = append(out, Token{sp, Mark})
		}
	}
	return out
}

// Words returns the spans of the words and numbers of s, in order: Tokens
// without the marks.
func Words(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for it := words.FromString(s); it.Next(); {
			sp := Span{it.Start(), it.End()}
			r, _ := utf8.DecodeRuneInString(s[sp.Start:sp.End])
			if (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_') && !yield(sp) {
				return
			}
		}
	}
}
