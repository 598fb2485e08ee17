package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed sentence.txt
var sentenceWords string

// A class is what sentence.txt says of a word.
type class uint8

const (
	none class = iota
	title
	before // a number
	month
	name
	hour
	zone
	opener
	said
	ordinal
)

var classNames = map[string]class{
	"title": title, "number": before, "month": month, "name": name, "hour": hour,
	"zone": zone, "opener": opener, "said": said, "ordinal": ordinal,
}

var classes = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	for line := range strings.Lines(sentenceWords) {
		if word, c, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			m[word] = classNames[c]
		}
	}
	return m
})

func classOf(word string) class {
	if len(word) > 12 {
		return none
	}
	return classes()[word]
}

// wordStart returns where the word that ends at byte end begins, stops in it
// included: "U.S" in "the U.S.".
func wordStart(s string, start, end int) int {
	for end > start {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '.' && r != '&' && r != '-' {
			break
		}
		end -= n
	}
	return end
}

// wordEnd returns where the word that begins at byte start ends.
func wordEnd(s string, start int) int {
	for start < len(s) {
		r, n := utf8.DecodeRuneInString(s[start:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		start += n
	}
	return start
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// isInitial reports whether s is one capital.
func isInitial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsUpper(r)
}

// isAcronym reports whether s is letters with stops between: "U.S", "EE.UU".
func isAcronym(s string) bool {
	parts := 0
	for part := range strings.SplitSeq(s, ".") {
		if n := utf8.RuneCountInString(part); n > 2 || strings.ContainsAny(part, "0123456789-") {
			return false
		}
		parts++
	}
	return parts > 1
}

// skipClosing returns the end of the closing marks from byte i on, and of the
// number of a note after them.
func skipClosing(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("\"'”’»›)]}」』）*_\ufe0f", r) {
			break
		}
		i += n
	}
	if i < len(s) && s[i] == '[' {
		end := i + 1
		for end < len(s) && end-i < 5 && '0' <= s[end] && s[end] <= '9' {
			end++
		}
		if end > i+1 && end < len(s) && s[end] == ']' {
			return end + 1
		}
	}
	return i
}

func skipSpace(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// trimSpace returns end without the white space before it, not below start.
func trimSpace(s string, start, end int) int {
	for end > start {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return end
}
