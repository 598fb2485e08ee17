package text

import (
	"sort"
	"unicode/utf8"
)

// A Basis names what offsets are counted in.
type Basis string

// The bases: a file (after decompression and transcoding), or the decoded
// "title" or "text" field of a record in a file of many.
const (
	InFile  Basis = "file"
	InTitle Basis = "title"
	InText  Basis = "text"
)

// A Position is a place in what a Basis names.
type Position struct {
	Offset int `json:"offset"` // in bytes, from 0
	Line   int `json:"line"`   // from 1
	Column int `json:"column"` // in code points, from 1
}

// A Place is a span of a text, as it stands in the file.
type Place struct {
	Basis Basis    `json:"basis"`
	From  Position `json:"from"`
	To    Position `json:"to"`
}

// A Map remembers where in a file each part of a text came from.
// Its zero value maps nothing. It must not be changed once built.
type Map struct {
	origins []origin
	runs    []run // in the order of the text
}

// A run is a stretch of text and the stretch of input it stands for. If the
// run was copied both are byte for byte the same; if not it is indivisible.
type run struct {
	text   int // start in the text
	len    int // bytes of text
	from   Span
	origin int
	copied bool
}

// Place returns where in the input the span sp of the text stands. A span
// that begins or ends inside a replacement is widened to all of it, and one
// that reaches from the title into the text is cut to the title.
func (m Map) Place(sp Span) Place {
	if len(m.runs) == 0 {
		return Place{}
	}
	first := m.runAt(sp.Start)
	last := first
	if sp.End > sp.Start {
		last = m.runAt(sp.End - 1)
	}
	if last.origin != first.origin {
		last = m.lastRunOf(first.origin)
	}
	from := first.from.Start
	if first.copied {
		from += min(max(sp.Start-first.text, 0), first.len)
	}
	to := last.from.End
	if last.copied {
		to = last.from.Start + min(max(sp.End-last.text, 0), last.len)
	}
	o := &m.origins[first.origin]
	return Place{o.basis, o.position(from), o.position(max(to, from))}
}

// runAt returns the run that holds byte i of the text, else the one before.
func (m Map) runAt(i int) run {
	n := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].text > i })
	return m.runs[max(n-1, 0)]
}

func (m Map) lastRunOf(origin int) run {
	n := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].origin > origin })
	return m.runs[max(n-1, 0)]
}

// An origin is one piece of input that texts are copied from.
type origin struct {
	basis Basis
	raw   string
	lines []int // offsets of their first bytes
	runes []int // code points before byte k*stride
}

// The stride bounds what is counted for one position, so that many positions
// on one line of megabytes stay cheap.
const stride = 64

func newOrigin(basis Basis, raw string) origin {
	o := origin{basis: basis, raw: raw, lines: []int{0}}
	n := 0
	for i := 0; i < len(raw); i++ {
		if i%stride == 0 {
			o.runes = append(o.runes, n)
		}
		c := raw[i]
		if c == '\n' || c == '\r' && (i+1 == len(raw) || raw[i+1] != '\n') {
			o.lines = append(o.lines, i+1)
		}
		if utf8.RuneStart(c) {
			n++
		}
	}
	return o
}

func (o *origin) position(offset int) Position {
	line := sort.Search(len(o.lines), func(k int) bool { return o.lines[k] > offset })
	return Position{offset, line, o.runesBefore(offset) - o.runesBefore(o.lines[line-1]) + 1}
}

// runesBefore counts the bytes that begin a code point, which is the number
// of code points in valid UTF-8.
func (o *origin) runesBefore(offset int) int {
	k := offset / stride
	if k >= len(o.runes) {
		k = len(o.runes) - 1
	}
	if k < 0 {
		return 0
	}
	n := o.runes[k]
	for i := k * stride; i < offset; i++ {
		if utf8.RuneStart(o.raw[i]) {
			n++
		}
	}
	return n
}
