package syntax

import (
	"unicode"

	"github.com/newsvet/newsvet/corpus/text"
)

// headline reports whether nearly all long words of s begin with a capital:
// capitals then say nothing about what is a name.
func headline(s string, words []text.Span) bool {
	upper, small, capitals, letters := 0, 0, 0, 0
	for _, w := range words[:min(len(words), maxTokens)] {
		r, _ := decode(s, w.Start)
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if w.Len() > 1 && isUpper(s[w.End-1]) && unicode.IsUpper(r) {
			capitals++
		}
		if w.Len() < 4 {
			continue // "of", "the"
		}
		if unicode.IsUpper(r) {
			upper++
		} else {
			small++
		}
	}
	return upper >= 4 && small*6 <= upper || letters >= 3 && capitals*5 >= letters*4
}
