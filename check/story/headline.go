package story

import (
	"cmp"
	_ "embed" // headline.txt
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

const (
	leastShared   = 3  // rare words that a headline must share with the story
	mostUnshared  = 1  // rare words that it may have for itself
	longestHeader = 80 // runes
)

// Headline returns the headline of one of the articles that may stand for the
// whole story: almost every rare word of it stands in at least half of the
// articles, so that it is told in the words of all and not in the colour of
// one. Of several the one that says most of what they share is taken. It is
// empty where there is none; titles are those of the sketches' articles.
func Headline(sketches []*Sketch, titles []string, f *Freq) string {
	if len(sketches) != len(titles) {
		return ""
	}
	held := map[string]int{}
	for _, s := range sketches {
		for i := range s.Terms {
			held[s.Terms[i].Text]++
		}
	}
	need := max(min(2, len(sketches)), (len(sketches)+1)/2)
	best, most := "", int64(0)
	for _, t := range titles {
		t = trimOutlet(t)
		w, ok := f.headlineWeight(t, held, need)
		if c := cmp.Or(cmp.Compare(most, w), len(t)-len(best), strings.Compare(t, best)); ok && (best == "" || c < 0) {
			best, most = t, w
		}
	}
	return best
}

//go:embed headline.txt
var headlineWords string

// notForAll are words of headlines that may not stand for the whole story.
var notForAll = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for l := range strings.Lines(headlineWords) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out[l] = true
		}
	}
	return out
})

// headlineWeight is how rare the words are that a headline shares with the
// story; ok is false if it may not stand for it: it asks, calls, quotes, counts
// (others may count otherwise), speaks to the reader, shouts, or has too much
// for itself.
func (f *Freq) headlineWeight(title string, held map[string]int, need int) (weight int64, ok bool) {
	if utf8.RuneCountInString(title) > longestHeader || strings.ContainsAny(title, "?!“”\"‘:|[]…") || strings.Contains(" "+title, " '") || strings.ContainsFunc(title, invisible) || title == strings.ToUpper(title) {
		return 0, false
	}
	shared, unshared := 0, 0
	seen := map[string]bool{}
	for _, t := range text.Tokens(title) {
		w := foldWord(t.Of(title))
		if t.Kind == text.Number || notForAll()[w] {
			return 0, false
		}
		rarity := f.rarity(hash32(w))
		if t.Kind == text.Mark || rarity < rare || seen[w] {
			continue
		}
		seen[w] = true
		if held[w] >= need {
			shared++
			weight += min(rarity, rareEnough)
		} else {
			unshared++
		}
	}
	return weight, shared >= leastShared && unshared <= mostUnshared
}

// invisible reports whether r controls how others are shown.
func invisible(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }

// trimOutlet cuts off what stands behind the headline proper: " | Bugle",
// " - The Bugle".
func trimOutlet(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	for _, sep := range []string{" | ", " – ", " — ", " - "} {
		if i := strings.LastIndex(title, sep); i > len(title)/2 {
			title = strings.TrimSpace(title[:i])
		}
	}
	return title
}
