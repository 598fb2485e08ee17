package words

import (
	"strings"
	"sync"
)

var furniture = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, l := range lines("furniture") {
		first, _, _ := strings.Cut(l, " ")
		m[first] = append(m[first], l)
	}
	return m
})

// Furniture reports whether a line, folded, begins as lines do that are of
// the page and not of the article: "read more", "related:".
func Furniture(line string) bool {
	first, _, _ := strings.Cut(line, " ")
	for _, l := range furniture()[first] {
		if rest, ok := strings.CutPrefix(line, l); ok && (rest == "" || strings.HasSuffix(l, ":") || strings.HasSuffix(l, "@") || strings.ContainsRune(" :.,;!…", []rune(rest)[0])) {
			return true
		}
	}
	if after, ok := strings.CutPrefix(line, "follow "); ok {
		return strings.Contains(after, "@") || strings.Contains(after, " on ")
	}
	return false
}
