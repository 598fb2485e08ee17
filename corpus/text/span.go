// Package text is the ground that everything else stands on: spans of bytes,
// words, sentences, and the map from a text back to the file it was made of.
package text

// A Span is the half-open byte range [Start, End) of some text.
// Both ends lie on rune boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in sp.
func (sp Span) Len() int { return sp.End - sp.Start }

// Empty reports whether sp holds nothing.
func (sp Span) Empty() bool { return sp.End <= sp.Start }

// Covers reports whether all of t lies in sp.
func (sp Span) Covers(t Span) bool { return sp.Start <= t.Start && t.End <= sp.End }

// Overlaps reports whether sp and t share a byte.
func (sp Span) Overlaps(t Span) bool { return sp.Start < t.End && t.Start < sp.End }

// Union is the least span that covers sp and t.
func (sp Span) Union(t Span) Span {
	return Span{min(sp.Start, t.Start), max(sp.End, t.End)}
}

// Of returns the words of sp in s.
func (sp Span) Of(s string) string { return s[sp.Start:sp.End] }

// Shift moves sp by n bytes.
func (sp Span) Shift(n int) Span { return Span{sp.Start + n, sp.End + n} }
