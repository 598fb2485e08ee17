package formats

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"github.com/newsvet/newsvet/corpus/text"
)

//go:embed stopwords.txt
var stopwords string

// votes returns for each stop word the languages that it speaks for.
var votes = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(stopwords) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		lang, words, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, w := range strings.Fields(words) {
			m[w] = append(m[w], lang)
		}
	}
	return m
})

// How much of a text is asked for its language, in words and, for the letter
// statistics, in bytes.
const langWords, langBytes = 400, 800

// language returns the language of s: that of most stop words, else what its
// letters say. A short text is English unless something speaks against it.
func language(s string, words int) string {
	count, n := map[string]int{}, 0
	for sp := range text.Words(s) {
		for _, lang := range votes()[text.Fold(sp.Of(s))] {
			count[lang]++
		}
		if n++; n == langWords {
			break
		}
	}
	best, second := "en", ""
	for _, lang := range langs() {
		switch {
		case count[lang] > count[best]:
			best, second = lang, best
		case lang != best && (second == "" || count[lang] > count[second]):
			second = lang
		}
	}
	// Prose has a stop word in every three or four.
	if count[best] >= 2 && 8*count[best] >= n && 4*count[second] <= 3*count[best] {
		return best
	}
	if words < 20 {
		return "en"
	}
	head := strings.ToValidUTF8(s[:min(len(s), langBytes)], "")
	if i := whatlanggo.Detect(head); i.Lang.Iso6391() != "" && (i.IsReliable() || i.Script != unicode.Latin) {
		return i.Lang.Iso6391()
	}
	return best
}

// langs returns the languages that have stop words, sorted.
var langs = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(stopwords) {
		if lang, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			out = append(out, lang)
		}
	}
	return out
})
