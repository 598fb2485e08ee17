// Package spelling tells how two spellings of a name stand to each other:
// one name in two notations, a slip, or two names.
package spelling

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

//go:embed data/*.txt
var files embed.FS

// tables are the word lists of this package.
type tables struct {
	short     map[string]string
	romanized map[string]bool
	ends      []string
	letters   map[string]string // of at most four letters
}

var data = sync.OnceValue(func() *tables {
	t := &tables{short: map[string]string{}, romanized: map[string]bool{}, letters: map[string]string{}}
	for _, l := range lines("shortnames") {
		t.short[l[0]] = l[1]
	}
	for _, l := range lines("romanized") {
		t.romanized[l[0]] = true
	}
	for _, l := range lines("romanends") {
		t.ends = append(t.ends, l[0])
	}
	for _, l := range lines("romanletters") {
		t.letters[l[0]] = l[1]
	}
	return t
})

// lines returns the lines of a list, each cut at its tab.
func lines(name string) [][2]string {
	b, err := files.ReadFile("data/" + name + ".txt")
	if err != nil {
		return nil
	}
	var out [][2]string
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimRight(l, "\r\n"); l != "" && l[0] != '#' {
			key, value, _ := strings.Cut(l, "\t")
			out = append(out, [2]string{key, value})
		}
	}
	return out
}

// Given returns the given name that w is short for: "william" for "bill"; w
// itself if it is none.
func Given(w string) string {
	if long, ok := data().short[w]; ok {
		return long
	}
	return w
}

// Romanized reports whether one of the words of a name, folded, shows that
// the name comes from another script than the Latin.
func Romanized(name []string) bool {
	for _, w := range name {
		if data().romanized[w] {
			return true
		}
	}
	if len(name) == 0 {
		return false
	}
	last := name[len(name)-1]
	return slices.ContainsFunc(data().ends, func(end string) bool {
		return strings.HasSuffix(last, end) && len(last) > len(end)+1
	})
}

var plain = strings.NewReplacer("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i",
	"'", "", "’", "", "ʼ", "", "-", "", "‑", "", ".", "")

// Fold makes one of what signs alone tell apart: "Grünwald-Roe" and
// "Grunwald Roe" by their letters.
func Fold(word string) string { return plain.Replace(text.Bare(word)) }

// umlauts are the two ways to write an umlaut without its dots.
var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// Same reports whether two folded words differ in nothing but how an umlaut
// is written; if they are romanized, in nothing but how a sound is written.
func Same(a, b string, romanized bool) bool {
	if a == b || umlauts.Replace(a) == umlauts.Replace(b) {
		return true
	}
	return romanized && Sound(a) == Sound(b)
}

// Sound is a folded word with one sign for what other romanizations write
// otherwise: the same for "qaddafi" and "gadhafi".
func Sound(w string) string {
	const longest = 4
	letters := data().letters
	var b strings.Builder
	var last rune
	for i := 0; i < len(w); {
		sign, n := "", 0
		for k := min(longest, len(w)-i); k > 0 && n == 0; k-- {
			if s, ok := letters[w[i:i+k]]; ok {
				sign, n = s, k
			}
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(w[i:])
			sign = w[i : i+n]
		}
		for _, r := range sign {
			if r != last { // a double letter is one
				b.WriteRune(r)
			}
			last = r
		}
		i += n
	}
	return b.String()
}

// Consonants is a sound without its vowels.
func Consonants(w string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, Sound(w))
}
