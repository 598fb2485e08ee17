package formats

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

// A writer turns the pieces of one block into text.
type writer struct {
	b     *text.Builder
	p     []piece
	i     int // the piece last looked at
	marks []mark
}

// A mark pairs a place in the words of the pieces with one in the text.
type mark struct {
	words, text int
	copied      bool
}

// write writes words[lo:hi], the words of the pieces, in NFC and on one line.
func (w *writer) write(words string, lo, hi int) {
	end := hi
	if heaped(words[lo:hi]) {
		w.put(strings.Map(printable, text.NFC(words[lo:hi])), lo, hi)
		lo = hi
	}
	for lo < hi {
		n := lo + text.Composed(words[lo:hi])
		w.fold(words, lo, n)
		if n == hi {
			break
		}
		m := n + text.Composing(words[n:hi])
		if s := text.NFC(words[n:m]); s == words[n:m] {
			w.fold(words, n, m)
		} else {
			w.put(s, n, m)
		}
		lo = m
	}
	w.marks = append(w.marks, mark{end, w.b.Len(), false})
}

// heaped reports whether more accents stand on one letter in s than NFC keeps
// together: the text is then no stretch of the input any more.
func heaped(s string) bool {
	n := 0
	for i := text.Composed(s); i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if n++; !unicode.Is(unicode.M, r) {
			n = 0
		}
		if n >= 20 {
			return true
		}
		i += size
	}
	return false
}

func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// fold writes words[lo:hi] with a blank for each line break and the white
// space around it, and for each control character.
func (w *writer) fold(words string, lo, hi int) {
	done := lo
	for i := lo; i < hi; i++ {
		c := words[i]
		if c > ' ' && c != 0x7f {
			continue
		}
		end := i + 1
		if isBlank(c) {
			n, broken := blanks(words[i:hi])
			end = i + n
			if !broken {
				i = end - 1
				continue
			}
		}
		w.copy(done, i)
		w.put(" ", i, end)
		i, done = end-1, end
	}
	w.copy(done, hi)
}

// blanks returns the length of the white space that s begins with, and
// whether a line ends in it.
func blanks(s string) (n int, broken bool) {
	for n < len(s) && isBlank(s[n]) {
		broken = broken || s[n] >= '\n' && s[n] <= '\r'
		n++
	}
	return n, broken
}

func isBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// seek returns where in the input byte at of the words comes from, and its piece.
func (w *writer) seek(at int) (int, piece) {
	for w.i+1 < len(w.p) && w.p[w.i+1].at <= at {
		w.i++
	}
	p := w.p[w.i]
	if p.copied {
		return p.from.Start + at - p.at, p
	}
	return p.from.Start, p
}

// copy writes bytes [lo, hi) of the words as they are.
func (w *writer) copy(lo, hi int) {
	for lo < hi {
		from, p := w.seek(lo)
		n := min(hi, p.at+len(p.s)) - lo
		w.marks = append(w.marks, mark{lo, w.b.Len(), true})
		if p.copied {
			w.b.Copy(from, from+n)
		} else {
			w.b.Put(p.s[lo-p.at:lo-p.at+n], p.from.Start, p.from.End)
		}
		lo += n
	}
}

// put writes s for bytes [lo, hi) of the words.
func (w *writer) put(s string, lo, hi int) {
	from, _ := w.seek(lo)
	_, p := w.seek(hi - 1)
	to := p.from.End
	if p.copied {
		to = p.from.Start + hi - p.at
	}
	w.marks = append(w.marks, mark{lo, w.b.Len(), false})
	w.b.Put(s, from, max(to, from))
}

// textAt returns where in the text byte at of the words has come to stand.
func (w *writer) textAt(at int) int {
	n := sort.Search(len(w.marks), func(k int) bool { return w.marks[k].words > at })
	if n == 0 {
		return w.marks[0].text
	}
	m := w.marks[n-1]
	if n == len(w.marks) || m.words == at {
		return m.text
	}
	if !m.copied {
		return w.marks[n].text
	}
	return m.text + at - m.words
}
