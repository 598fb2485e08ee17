package text

import (
	"sort"
	"strings"
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

// An origin is one piece of input that texts are copied from.
type origin struct {
	basis Basis
	raw   string
	lines []int // offsets of their first bytes
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

// A Builder makes a text out of the parts of an input, and its Map.
type Builder struct {
	b strings.Builder
	m Map
}

// NewBuilder returns a Builder of texts made out of raw.
func NewBuilder(basis Basis, raw string) *Builder {
	b := &Builder{}
	b.Origin(basis, raw)
	return b
}

// Origin makes raw the input that further calls of Copy and Put refer to.
func (b *Builder) Origin(basis Basis, raw string) {
	b.m.origins = append(b.m.origins, origin{basis, raw, lineStarts(raw)})
}

// Len is the number of bytes of text so far.
func (b *Builder) Len() int { return b.b.Len() }

// Copy appends the bytes [start, end) of the input.
func (b *Builder) Copy(start, end int) {
	if start >= end {
		return
	}
	o := len(b.m.origins) - 1
	if n := len(b.m.runs); n > 0 {
		r := &b.m.runs[n-1]
		if r.copied && r.origin == o && r.from.End == start {
			r.from.End, r.len = end, r.len+end-start
			b.b.WriteString(b.m.origins[o].raw[start:end])
			return
		}
	}
	b.m.runs = append(b.m.runs, run{b.b.Len(), end - start, Span{start, end}, o, true})
	b.b.WriteString(b.m.origins[o].raw[start:end])
}

// Put appends s, which stands for the bytes [start, end) of the input:
// "&" for "&amp;", a blank for a folded line.
func (b *Builder) Put(s string, start, end int) {
	if s == "" {
		return
	}
	b.m.runs = append(b.m.runs, run{b.b.Len(), len(s), Span{start, end}, len(b.m.origins) - 1, false})
	b.b.WriteString(s)
}

// Done returns the text and its Map. The Builder must not be used again.
func (b *Builder) Done() (string, Map) { return b.b.String(), b.m }

// Place returns where in the input the span sp of the text stands. A span
// that begins or ends inside a replacement is widened to all of it.
func (m Map) Place(sp Span) Place {
	if len(m.runs) == 0 {
		return Place{}
	}
	first := m.runAt(sp.Start)
	last := first
	if sp.End > sp.Start {
		last = m.runAt(sp.End - 1)
	}
	from := first.from.Start
	if first.copied {
		from = min(first.from.Start+max(sp.Start-first.text, 0), first.from.End)
	}
	to := last.from.End
	if last.copied {
		to = last.from.Start + min(sp.End-last.text, last.len)
	}
	if last.origin != first.origin {
		to = first.from.End
	}
	to = max(to, from)
	o := &m.origins[first.origin]
	return Place{o.basis, o.position(from), o.position(to)}
}

// runAt returns the run that holds byte i of the text, else the one before.
func (m Map) runAt(i int) run {
	n := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].text > i })
	return m.runs[max(n-1, 0)]
}

func (o *origin) position(offset int) Position {
	line := sort.Search(len(o.lines), func(k int) bool { return o.lines[k] > offset })
	start := o.lines[line-1]
	return Position{offset, line, utf8.RuneCountInString(o.raw[start:offset]) + 1}
}

func lineStarts(s string) []int {
	lines := []int{0}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			lines = append(lines, i+1)
		}
	}
	return lines
}
