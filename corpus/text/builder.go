package text

import "strings"

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
	b.m.origins = append(b.m.origins, newOrigin(basis, raw))
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
