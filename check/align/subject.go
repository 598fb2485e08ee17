package align

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
)

// figureSubject names what the figures of a group are of: for people in the
// words that most articles have, and by a key that one more article does not
// change.
func figureSubject(in *Sentences, fs []measured, ms []int) (subject, key string) {
	var things, names []string // "homes with lead", "Brant"
	var around []*context
	named, noun := "", ""
	for _, i := range ms {
		f := fs[i].figure
		switch {
		case sayable(f.Of) && !allCapital(f.Of):
			things = append(things, f.Of)
		case sayable(f.Noun):
			things = append(things, f.Noun)
		case sayable(f.Of):
			names = append(names, f.Of)
		}
		around = append(around, &fs[i].context)
		named = least(named, f.Measure.Name)
		noun = least(noun, words.Stem(text.Bare(f.Noun)))
	}
	forms := things
	switch {
	case len(things) > 0:
	case named != "":
		forms = []string{named} // "cost"
	case len(names) > 0:
		forms = names
	default:
		w := in.beside(around)
		if w == "" || words.Telling(w) || words.Says(w) || participle(w) {
			w = measuredAs[dimension(fs[ms[0]].figure)]
		}
		forms = []string{w}
	}
	return commonest(forms), cmp.Or(named, noun) + "|" + dimension(fs[ms[0]].figure)
}

// measuredAs names what a figure is where no word beside it says more.
var measuredAs = map[string]string{
	"percent": "share", "money": "sum", "rate": "rate", "duration": "length of time", "age": "age",
	"score": "score", "multiple": "multiple", "quantity": "measure", "count": "number",
}

// dateSubject names what happened on the dates of a group, in the words that
// most articles have. Its key is the first in order of the stems that two of
// them and at least half share: an outlet that tells it in other words, or in
// some of the same, leaves the key what it is.
func dateSubject(in *Sentences, ds []dated, ms []int) (subject, key string) {
	var forms []string
	var around []*context
	common := map[string]int{}
	for _, i := range ms {
		if sayable(ds[i].date.Of) {
			forms = append(forms, ds[i].date.Of)
		}
		around = append(around, &ds[i].context)
		for e := range ds[i].event {
			common[e]++
		}
	}
	if len(forms) == 0 {
		forms = []string{in.beside(around)}
	}
	for e, n := range common {
		if n >= 2 && 2*n >= len(ms) {
			key = least(key, e)
		}
	}
	return commonest(forms), key
}

// least returns the first in order of two words, "" being none.
func least(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// sayable reports whether a phrase begins and ends with a word: "'s" and
// "earned $" do not; a day or a month is no thing.
func sayable(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(first) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !words.Calendar(text.Bare(s))
}

// allCapital reports whether every word of a phrase begins with a capital, as
// names do.
func allCapital(s string) bool {
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// commonest returns the phrase that most have, whatever its capitals; of equals
// the shortest, then the first in order.
func commonest(forms []string) string {
	count := map[string]int{}
	for _, f := range forms {
		count[text.Bare(f)]++
	}
	best := ""
	for i, f := range forms {
		d := cmp.Or(count[text.Bare(best)]-count[text.Bare(f)], utf8.RuneCountInString(f)-utf8.RuneCountInString(best), strings.Compare(f, best))
		if i == 0 || d < 0 {
			best = f
		}
	}
	return best
}

// participle reports whether a word has the ending of what was done, and is no
// thing: "finished".
func participle(w string) bool {
	const short = 4 // "seed"
	return len(w) > short && strings.HasSuffix(w, "ed")
}

// beside returns the word that weighs most beside all items of a group and is
// no name, as it is printed; "" if there is none.
func (in *Sentences) beside(around []*context) string {
	weight, count := map[stemID]float64{}, map[stemID]int{}
	shown := map[stemID]string{}
	for _, c := range around {
		for _, b := range c.words {
			if b.name {
				continue
			}
			weight[b.stem] += b.weight
			count[b.stem]++
			if w, ok := shown[b.stem]; !ok || shorter(b.word, w) != w {
				shown[b.stem] = b.word
			}
		}
	}
	best := stemID(-1)
	for _, k := range slices.Sorted(maps.Keys(count)) {
		if sayable(shown[k]) && (best < 0 || cmp.Or(count[best]-count[k], cmp.Compare(weight[best], weight[k])) < 0) {
			best = k
		}
	}
	return shown[best]
}
