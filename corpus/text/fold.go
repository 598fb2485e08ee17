package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode's composed form, NFC.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC reports whether s is in Unicode's composed form.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Composed returns the length of a beginning of s that is in NFC whatever
// follows it: all of s if all of it is.
func Composed(s string) int { return norm.NFC.QuickSpanString(s) }

// Composing returns the length of the least beginning of s that NFC may
// change without regard to what follows: a letter and the accents after it.
func Composing(s string) int { return max(norm.NFC.NextBoundaryInString(s, true), min(len(s), 1)) }

// Fold returns s as it is compared, in NFC: cases folded ("STRASSE" and
// "Straße" are one), quotation marks and dashes straightened, every white
// space a blank, soft hyphens and zero-width signs dropped. Its length is not
// that of s: keep offsets in s.
func Fold(s string) string {
	if isASCII(s) {
		return foldASCII(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFC.String(s) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(lower(byte(r)))
		case r == 'ß' || r == 'ẞ':
			b.WriteString("ss")
		case r == 'ς':
			b.WriteRune('σ')
		case r == '…':
			b.WriteString("...")
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			if r = straight(r); r >= 0 {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return norm.NFC.String(b.String())
}

// straight returns the typewriter's sign for a mark, -1 for a sign without
// width, and any other rune itself.
func straight(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', '‹', '›':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return -1
	}
	return r
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldASCII(s string) string {
	for i := range len(s) {
		if lower(s[i]) != s[i] {
			b := []byte(s)
			for ; i < len(b); i++ {
				b[i] = lower(b[i])
			}
			return string(b)
		}
	}
	return s
}

// lower folds an ASCII letter or white space.
func lower(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case '\t' <= c && c <= '\r':
		return ' '
	}
	return c
}
