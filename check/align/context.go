package align

import (
	"math"
	"sort"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A context is what stands around an item: the stems of its sentence, each
// weighed by how near it stands and how rare it is in the story.
type context struct {
	weight map[string]float64
	flat   map[string]float64 // the same, wherever in the sentence it stands
	keys   []string           // of weight, sorted
	names  map[string]bool
	words  map[string]string // of a stem: the word it was made of
	total  float64
	whole  float64 // total of flat
}

// A rarity says in how many sentences of a story a stem stands.
type rarity struct {
	count     map[string]int
	sentences int
	stems     map[uint64][]stem // per sentence, by its print
}

// A stem is a word of a sentence, without its ending.
type stem struct {
	text  string
	word  string // as it is printed
	start int
	name  bool
	mark  bool // a number or a light word: of no weight
}

func newRarity(articles []extract.Items) *rarity {
	r := &rarity{count: map[string]int{}, stems: map[uint64][]stem{}}
	for i := range articles {
		a := &articles[i]
		for k := range a.Quotes {
			r.add(&a.Quotes[k].Item)
		}
		for k := range a.Figures {
			r.add(&a.Figures[k].Item)
		}
		for k := range a.Dates {
			r.add(&a.Dates[k].Item)
		}
	}
	return r
}

func (r *rarity) add(it *extract.Item) {
	if _, ok := r.stems[it.Print]; ok {
		return
	}
	ss := stemsOf(it.Sentence)
	r.stems[it.Print] = ss
	r.sentences++
	seen := map[string]bool{}
	for _, s := range ss {
		if !s.mark && !seen[s.text] {
			seen[s.text] = true
			r.count[s.text]++
		}
	}
}

// of returns the stems of the sentence of it.
func (r *rarity) of(it *extract.Item) []stem {
	if ss, ok := r.stems[it.Print]; ok && it.Print != 0 {
		return ss
	}
	return stemsOf(it.Sentence)
}

func (r *rarity) weigh(s string) float64 {
	return math.Log(1 + float64(r.sentences+8)/float64(r.count[s]+1))
}

const maxStems = 120 // of a sentence; longer ones are lists

func stemsOf(s string) []stem {
	var out []stem
	for i, t := range text.Tokens(s) {
		if len(out) >= maxStems {
			break
		}
		w := t.Of(s)
		b := text.Bare(w)
		if t.Kind == text.Mark {
			continue
		}
		out = append(out, stem{
			text: words.Stem(b), word: w, start: t.Start,
			name: i > 0 && w != b && t.Kind == text.Word,
			mark: t.Kind != text.Word || words.IsLight(b) || words.IsNumber(b) || words.Calendar(strings.TrimSuffix(b, "'s")) || len(b) < 2,
		})
	}
	return out
}

// newContext weighs the words around it.
func (r *rarity) newContext(it *extract.Item) context {
	c := context{weight: map[string]float64{}, flat: map[string]float64{}, names: map[string]bool{}, words: map[string]string{}}
	ss := r.of(it)
	at := sort.Search(len(ss), func(k int) bool { return ss[k].start >= it.InSentence.Start })
	end := sort.Search(len(ss), func(k int) bool { return ss[k].start >= it.InSentence.End })
	for i, s := range ss {
		if s.mark || i >= at && i < end && s.text == "" {
			continue
		}
		if w, ok := c.words[s.text]; !ok || shorter(s.word, w) == s.word {
			c.words[s.text] = s.word
		}
		far := 0
		if i < at {
			far = at - i
		} else if i >= end {
			far = i - end + 1
		}
		near := 1 / (1 + float64(far)/4)
		w := r.weigh(s.text)
		if s.name {
			w *= 1.3
			c.names[s.text] = true
		}
		c.flat[s.text] = max(c.flat[s.text], w)
		c.weight[s.text] = max(c.weight[s.text], near*w)
	}
	for k := range c.weight {
		c.keys = append(c.keys, k)
	}
	sort.Strings(c.keys)
	for _, k := range c.keys {
		c.total += c.weight[k]
		c.whole += c.flat[k]
	}
	return c
}

// likeness returns how much of two sentences is the same, in [0, 1].
func likeness(a, b context) float64 {
	sum := 0.0
	for _, k := range a.keys {
		if v, ok := b.flat[k]; ok {
			sum += min(a.flat[k], v)
		}
	}
	const least = 14
	return min(sum/max(min(a.whole, b.whole), least), 1)
}

// overlap returns how much of what stands around two items is the same, in
// [0, 1], and the heaviest words that both have, in the shorter of their forms.
func overlap(a, b context) (float64, []string) {
	sum := 0.0
	type shared struct {
		stem string
		w    float64
	}
	var both []shared
	for _, k := range a.keys {
		if v, ok := b.weight[k]; ok {
			w := min(a.weight[k], v)
			sum += w
			both = append(both, shared{k, w})
		}
	}
	// a short sentence has little to share: it is measured by more than it has
	const least = 7
	full := max(min(a.total, b.total), least)
	sort.SliceStable(both, func(i, j int) bool { return both[i].w > both[j].w })
	var top []string
	for i := 0; i < len(both) && i < 3; i++ {
		top = append(top, shorter(a.words[both[i].stem], b.words[both[i].stem]))
	}
	return min(sum/full, 1), top
}

// shorter returns the shorter of two words, of equals the first in order.
func shorter(a, b string) string {
	if len(a) < len(b) || len(a) == len(b) && a < b {
		return a
	}
	return b
}
