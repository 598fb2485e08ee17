package rules

import (
	"strings"
	"unicode"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// distance reports whether f says how far one place is from another: "230 km
// (140 miles) west of Brant".
func distance(f *extract.Figure) bool {
	if f.Kind != extract.Quantity {
		return false
	}
	const near = 4
	ws := strings.Fields(f.Sentence[min(max(f.InSentence.End, 0), len(f.Sentence)):])
	for _, w := range ws[:min(len(ws), near)] {
		if words.Direction(text.Bare(strings.TrimFunc(w, unicode.IsPunct))) {
			return true
		}
	}
	return false
}

// ofOtherPlaces reports whether a name stands before each of two distances
// that the sentence of the other does not have: how far Brant is from the
// capital is not how far Aldport is.
func ofOtherPlaces(a, b *extract.Figure) bool { return ownName(a, b) && ownName(b, a) }

// ownName reports whether a name stands before f that the sentence of g does
// not have.
func ownName(f, g *extract.Figure) bool {
	other := text.Bare(g.Sentence)
	for i, w := range strings.Fields(f.Sentence[:min(max(f.InSentence.Start, 0), len(f.Sentence))]) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		low := strings.TrimSuffix(strings.TrimSuffix(text.Bare(w), "'s"), "’s")
		if w != "" && unicode.IsUpper(first(w)) && !words.Calendar(low) && !(i == 0 && words.IsLight(low)) && !strings.Contains(other, low) {
			return true
		}
	}
	return false
}
