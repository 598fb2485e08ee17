package spelling

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// How long two words must be for one and for two edits to be a slip: of short
// names many are one letter apart.
const (
	oneEdit  = 5
	twoEdits = 8
)

// Slip reports whether one of two folded words may be the other misspelt: one
// edit in five letters, two in eight. Another first letter is another name
// (Marlow, Barlow), and so are endings: "Roes", "Novakova".
func Slip(a, b string) bool {
	n := utf8.RuneCountInString(a)
	if d := cmp.Or(n-utf8.RuneCountInString(b), cmp.Compare(a, b)); d > 0 {
		return Slip(b, a)
	}
	if tail, ok := strings.CutPrefix(b, a); ok && (tail == "s" || tail == "es" || tail == "a" || tail == "va" || tail == "n" || tail == "an") {
		return false
	}
	if strings.HasSuffix(a, "y") && strings.HasSuffix(b, "aya") || len(a) == len(b) && ends(a, b, "i", "a") {
		return false // "Belsky", "Belskaya"
	}
	if a == b || n < oneEdit || a[0] != b[0] {
		return false
	}
	switch d := distance([]rune(a), []rune(b)); d {
	case 1:
		return true
	case 2:
		return n >= twoEdits
	}
	return false
}

// ends reports whether one of two words has the one ending and the other the
// other.
func ends(a, b, one, other string) bool {
	return strings.HasSuffix(a, one) && strings.HasSuffix(b, other) || strings.HasSuffix(a, other) && strings.HasSuffix(b, one)
}

// distance is how many letters must be put in, left out, replaced or swapped
// with the next to make b of a; 3 if more than two.
func distance(a, b []rune) int {
	const most = 40 // letters: no name is longer
	if len(b)-len(a) > 2 || len(b) > most {
		return 3
	}
	var before, above, row [most + 1]int
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above = above, row
	}
	return min(above[len(b)], 3)
}
