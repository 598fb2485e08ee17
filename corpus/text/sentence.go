package text

import (
	"iter"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the spans of the sentences in s, in order. Together with
// the space between them they cover s.
func Sentences(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for it := sentences.FromString(s); it.Next(); {
			sp := Span{it.Start(), it.End()}
			for sp.End > sp.Start && (s[sp.End-1] == ' ' || s[sp.End-1] == '\n' || s[sp.End-1] == '\t') {
				sp.End--
			}
			if !sp.Empty() && !yield(sp) {
				return
			}
		}
	}
}
