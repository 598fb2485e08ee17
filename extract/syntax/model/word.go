package model

import (
	"unicode"
	"unicode/utf8"
)

// A Word is what features see of a token, apart from its neighbours.
type Word struct {
	Form   uint64    // folded, digits as 0
	Prefix [4]uint64 // its first 1 to 4 bytes
	Suffix [4]uint64 // its last 1 to 4 bytes
	Shape  uint64    // runs of capitals, small letters, digits and marks
	Sign   uint64    // the form itself, if it is a mark
	Amb    uint64    // which set of tags the lexicon gives it
	Class  [NumClasses]uint64
	Only   uint8 // 1 + its tag, if it takes only one
	Letter bool  // has a letter or a digit
}

// An Entry is what the lexicon knows of a word. Its zero value is that of an
// unknown word.
type Entry struct {
	Amb   uint16             // which set of tags it takes
	Only  uint8              // 1 + the tag, if it takes only one
	Class [NumClasses]uint16 // distributional classes, from coarse to fine
}

// NumClasses is how many granularities of classes a lexicon has.
const NumClasses = 3

// A Lexicon maps the top 32 bits of a folded form's hash to its entry. It is
// not changed once made.
type Lexicon map[uint32]Entry

// FormKey is the key of s in a lexicon.
func FormKey(s string) uint32 {
	var buf [maxFolded]byte
	return uint32(hashBytes(fold(&buf, s)) >> 32)
}

// NewWord looks at s and looks it up in lex. If its capitals are to be
// overlooked, they are taken for small letters.
func NewWord(s string, lowered bool, lex Lexicon) Word {
	var buf [maxFolded]byte
	b := fold(&buf, s)
	w := Word{Form: hashBytes(b)}
	e := lex[uint32(w.Form>>32)]
	w.Amb, w.Only = Number(kindAmb, int(e.Amb)), e.Only
	for i, c := range e.Class {
		w.Class[i] = Number(kindClass+i, int(c))
	}
	h := uint64(basis)
	for i := range 4 {
		if i < len(b) {
			h = (h ^ uint64(b[i])) * prime
		}
		w.Prefix[i] = spread(h + uint64(i))
	}
	h = basis
	for i := range 4 {
		if i < len(b) {
			h = (h ^ uint64(b[len(b)-1-i])) * prime
		}
		w.Suffix[i] = spread(h + uint64(i)<<8)
	}
	w.shape(s, lowered)
	if !w.Letter {
		w.Sign = hashBytes([]byte(s[:min(len(s), 8)]))
	}
	return w
}

// shape hashes the runs of s: "McAldport" is XxXx, "1,250" is 0,0.
func (w *Word) shape(s string, lowered bool) {
	h := uint64(basis)
	last, run := rune(0), 0
	for i, n := 0, 0; i < len(s) && n < 24; n++ {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r < utf8.RuneSelf && 'a' <= r && r <= 'z':
			r = 'x'
		case unicode.IsUpper(r):
			r = 'X'
			if lowered {
				r = 'x'
			}
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		}
		w.Letter = w.Letter || r == 'x' || r == 'X' || r == '0'
		if r == last {
			run++
		} else {
			last, run = r, 1
		}
		if run <= 2 {
			h = (h ^ uint64(r)) * prime
			h ^= h >> 31
		}
	}
	w.Shape = spread(h)
}
