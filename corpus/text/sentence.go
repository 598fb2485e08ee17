package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the spans of the sentences in s, in order. Together with
// the space between them they cover s.
//
// A sentence ends in a stop, a question or exclamation mark or an ellipsis,
// with the closing marks after it: `"Stop!" he said.` is one sentence. A stop
// after an abbreviation, an initial or the number of an item ends none, unless
// what follows opens a sentence. A blank line ends every sentence, the end of
// a line those that go on with a capital. The marks are looked for here and
// not by UAX #29, whose breaks are wrong at more than half of the hard places,
// and take several times as long to find.
func Sentences(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		start := skipSpace(s, 0)
		for i := start; i < len(s); {
			if !mayEnd[s[i]] {
				i++
				continue
			}
			n := endMark(s[i:])
			if n == 0 {
				i++
				continue
			}
			b := boundary{s: s, start: start, at: i, marks: i + n}
			end, next := b.find()
			if end > 0 {
				if !yield(Span{start, end}) {
					return
				}
				start = next
			}
			i = max(next, i+n)
		}
		if end := trimSpace(s, start, len(s)); end > start {
			yield(Span{start, end})
		}
	}
}

// mayEnd holds the first bytes of what endMark knows.
var mayEnd = [256]bool{'.': true, '!': true, '?': true, '\n': true, '\r': true, 0xe2: true, 0xe3: true, 0xef: true, 0xe0: true, 0xd8: true, 0xdb: true}

// endMark returns the length of the mark at the start of s that may end a
// sentence or a line, 0 if there is none.
func endMark(s string) int {
	switch s[0] {
	case '.', '!', '?', '\n', '\r':
		return 1
	case 0xe2: // … ‼ ⁇ ⁈ ⁉, line and paragraph separators
		if strings.HasPrefix(s, "…") || strings.HasPrefix(s, "‼") || strings.HasPrefix(s, "⁇") || strings.HasPrefix(s, "⁈") ||
			strings.HasPrefix(s, "⁉") || strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3
		}
	case 0xe3, 0xef:
		if strings.HasPrefix(s, "。") || strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？") || strings.HasPrefix(s, "｡") {
			return 3
		}
	case 0xe0:
		if strings.HasPrefix(s, "।") || strings.HasPrefix(s, "॥") {
			return 3
		}
	case 0xd8, 0xdb:
		if strings.HasPrefix(s, "؟") || strings.HasPrefix(s, "۔") {
			return 2
		}
	}
	return 0
}

// A boundary is a place where a sentence may end.
type boundary struct {
	s      string
	start  int // of the sentence
	at     int // first mark
	marks  int // end of the marks
	closed int // end of the closing marks after them
	next   int // what follows the space
}

// find returns where the sentence ends and the next begins. The end is 0 if
// it does not end here; next is then where to look on.
func (b *boundary) find() (end, next int) {
	s := b.s
	if s[b.at] == '\n' || s[b.at] == '\r' || s[b.at:b.marks] == "\u2028" || s[b.at:b.marks] == "\u2029" {
		return b.line()
	}
	for b.marks < len(s) {
		n := endMark(s[b.marks:])
		if n == 0 || s[b.marks] == '\n' || s[b.marks] == '\r' {
			if !strings.HasPrefix(s[b.marks:], " .") || strings.HasPrefix(s[b.marks:], " .5") || b.marks+2 < len(s) && isWordByte(s[b.marks+2]) {
				break
			}
			n = 2 // ". . ." is one mark
		}
		b.marks += n
	}
	b.closed = b.skipLate(skipClosing(s, b.marks))
	b.next = skipSpace(s, b.closed)
	switch {
	case b.next == len(s):
		return 0, len(s)
	case b.next == b.closed && s[b.at] < utf8.RuneSelf || b.next == b.closed && strings.HasPrefix(s[b.at:], "…"):
		return 0, b.marks
	case blankLine(s[b.closed:b.next]) || b.next == b.closed || b.ends():
		return b.closed, b.next
	}
	return 0, b.closed
}

// nearby bounds how far back an open mark is looked for, in bytes.
const nearby = 1000

// skipLate returns the end of a closing mark that a blank divides from its
// sentence at byte i, else i: `we will go. ” She left.` A straight mark closes
// if one is open.
func (b *boundary) skipLate(i int) int {
	at := skipSpace(b.s, i)
	if at == i || at-i > 2 || at == len(b.s) || strings.ContainsAny(b.s[i:at], "\r\n") {
		return i
	}
	_, n := utf8.DecodeRuneInString(b.s[at:])
	end := at + n
	if end < len(b.s) && skipSpace(b.s, end) == end {
		return i
	}
	switch b.s[at:end] {
	case "”", "»":
		return end
	case `"`:
		if strings.Count(b.s[max(b.start, i-nearby):i], `"`)%2 == 1 {
			return end
		}
	}
	return i
}

// line decides on the end of a line that no mark stands before.
func (b *boundary) line() (end, next int) {
	next = skipSpace(b.s, b.at)
	end = trimSpace(b.s, b.start, b.at)
	if next == len(b.s) || end <= b.start {
		return 0, next
	}
	r, _ := utf8.DecodeRuneInString(b.s[next:])
	if unicode.IsLower(r) && !blankLine(b.s[end:next]) {
		return 0, next
	}
	return end, next
}

func blankLine(space string) bool {
	return strings.Count(space, "\n")-strings.Count(space, "\r\n") > 1 || strings.Count(space, "\r") > 1
}

// ends reports whether the sentence ends at b, where space follows.
func (b *boundary) ends() bool {
	s := b.s
	first, after := b.opening()
	switch {
	case unicode.IsLower(first), strings.ContainsRune(",;:)]}—–-", first) && after == b.next:
		return false
	case s[b.at:b.marks] != ".":
		if strings.HasPrefix(s[b.at:], ".") || strings.HasPrefix(s[b.at:], "…") {
			return first != 'I' || b.closed > b.marks || b.at == b.start || s[b.at-1] != ' '
		}
		return b.closed == b.marks || !b.spoken()
	case b.closed > b.marks:
		return true
	}
	return b.stopEnds(first, after)
}

// opening returns the first sign after the space and any opening marks, and
// where it stands.
func (b *boundary) opening() (rune, int) {
	for i := b.next; i < len(b.s); {
		r, n := utf8.DecodeRuneInString(b.s[i:])
		if !strings.ContainsRune("\"'“‘„‚«‹([{*_¿¡`", r) {
			return r, i
		}
		i += n
	}
	return ' ', len(b.s)
}

// spoken reports whether a name and a verb of speech follow: `"Why?" Roe asked.`
func (b *boundary) spoken() bool {
	i := b.next
	for n := range 5 {
		end := wordEnd(b.s, i)
		if end == i {
			return false
		}
		if n > 0 && classOf(b.s[i:end]) == said {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(b.s[i:]); !unicode.IsUpper(r) {
			return false
		}
		if end < len(b.s) && b.s[end] == '.' {
			end++ // "Mr. Roe asked"
		}
		i = skipSpace(b.s, end)
	}
	return false
}

// stopEnds reports whether a single stop before a space ends the sentence,
// of which the next would begin with first.
func (b *boundary) stopEnds(first rune, next int) bool {
	from := wordStart(b.s, b.start, b.at)
	word, after := b.s[from:b.at], b.s[next:wordEnd(b.s, next)]
	number := unicode.IsDigit(first)
	opens := classOf(after) == opener
	switch class := classOf(word); {
	case class == title:
		return false
	case class == before:
		return !number
	case class == month:
		return !number
	case class == hour:
		return classOf(after) != zone && !number
	case class == name:
		return opens
	case word == "":
		return true
	case isDigits(word):
		prior := wordStart(b.s, b.start, trimSpace(b.s, b.start, from))
		day := len(word) <= 2 && classOf(b.s[prior:trimSpace(b.s, b.start, from)]) == ordinal
		return from > b.start && !day
	case isInitial(word):
		return b.initialEnds(from, word, opens)
	case isAcronym(word):
		return opens
	}
	return true
}

// initialEnds reports whether the letter at from, with a stop, ends the
// sentence: "So do I." does, "J. Roe" does not, "vitamin C. The" does.
func (b *boundary) initialEnds(from int, word string, opens bool) bool {
	end := trimSpace(b.s, b.start, from)
	before := b.s[wordStart(b.s, b.start, end):end]
	r, _ := utf8.DecodeRuneInString(before)
	if word == "I" && unicode.IsLower(r) {
		return true
	}
	return opens && before != ""
}
