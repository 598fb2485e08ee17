package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bare returns s folded and without accents, so that "Márquez" and "Marquez"
// are one. It is for comparing names and quoted words, never for printing.
func Bare(s string) string {
	s = Fold(s)
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
