package align

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/extract"
)

// A context is what stands around an item: the stems of its sentence, each
// weighed by how near it stands and how rare it is in the story.
type context struct {
	words []companion // in the order of their stems
	total float64     // of their weights
	whole float64     // of their flat weights
}

// A companion is a stem that stands around an item.
type companion struct {
	stem   stemID
	name   bool
	word   string // that the stem was made of
	weight float64
	flat   float64 // the same, wherever in the sentence it stands
}

// contextOf weighs the words around it.
func (in *Sentences) contextOf(it *extract.Item) context {
	ss := in.of(it)
	at, _ := slices.BinarySearchFunc(ss, it.InSentence.Start, func(s stem, at int) int { return s.start - at })
	end, _ := slices.BinarySearchFunc(ss, it.InSentence.End, func(s stem, at int) int { return s.start - at })
	all := make([]companion, 0, len(ss))
	for i, s := range ss {
		if s.mark || i >= at && i < end && in.texts[s.id] == "" {
			continue
		}
		far := 0
		if i < at {
			far = at - i
		} else if i >= end {
			far = i - end + 1
		}
		near := 1 / (1 + float64(far)/4)
		w := in.rarity[s.id]
		if s.name {
			w *= 1.3
		}
		all = append(all, companion{s.id, s.name, s.word, near * w, w})
	}
	slices.SortFunc(all, func(a, b companion) int { return cmp.Compare(a.stem, b.stem) })
	return newContext(all)
}

// newContext makes one of each stem of all, which are in order.
func newContext(all []companion) context {
	var c context
	c.words = all[:0]
	for _, b := range all {
		if n := len(c.words) - 1; n >= 0 && c.words[n].stem == b.stem {
			o := &c.words[n]
			o.name = o.name || b.name
			o.word, o.weight, o.flat = shorter(o.word, b.word), max(o.weight, b.weight), max(o.flat, b.flat)
			continue
		}
		c.words = append(c.words, b)
	}
	for _, b := range c.words {
		c.total += b.weight
		c.whole += b.flat
	}
	return c
}

// has reports whether a stem stands around the item.
func (c *context) has(id stemID) bool {
	_, ok := slices.BinarySearchFunc(c.words, id, func(b companion, id stemID) int { return cmp.Compare(b.stem, id) })
	return ok
}

// shared calls yield for the stems that two contexts share, in order.
func shared(a, b *context, yield func(x, y *companion)) {
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		switch x, y := &a.words[i], &b.words[j]; {
		case x.stem < y.stem:
			i++
		case x.stem > y.stem:
			j++
		default:
			yield(x, y)
			i, j = i+1, j+1
		}
	}
}

// likeness returns how much of two sentences is the same, in [0, 1].
func likeness(a, b *context) float64 {
	sum := 0.0
	shared(a, b, func(x, y *companion) { sum += min(x.flat, y.flat) })
	const least = 14
	return min(sum/max(min(a.whole, b.whole), least), 1)
}

// overlap returns how much of what stands around two items is the same, in
// [0, 1].
func overlap(a, b *context) float64 {
	sum := 0.0
	shared(a, b, func(x, y *companion) { sum += min(x.weight, y.weight) })
	// a short sentence has little to share: it is measured by more than it has
	const least = 7
	return min(sum/max(min(a.total, b.total), least), 1)
}

// sharedWords returns the heaviest words around both of two items, in the
// shorter of their forms.
func sharedWords(a, b *context) []string {
	type both struct {
		word   string
		weight float64
	}
	var all []both
	shared(a, b, func(x, y *companion) {
		all = append(all, both{shorter(x.word, y.word), min(x.weight, y.weight)})
	})
	slices.SortStableFunc(all, func(x, y both) int { return cmp.Compare(y.weight, x.weight) })
	var out []string
	for _, x := range all[:min(len(all), 3)] {
		out = append(out, x.word)
	}
	return out
}

// shareNames reports whether one name stands around two items.
func shareNames(a, b *context) bool {
	same := false
	shared(a, b, func(x, y *companion) { same = same || x.name && y.name })
	return same
}

// heaviest returns the n stems that weigh most, of equals the first in order.
func (c *context) heaviest(n int) []stemID {
	ws := slices.Clone(c.words)
	slices.SortStableFunc(ws, func(x, y companion) int { return cmp.Compare(y.weight, x.weight) })
	out := make([]stemID, min(n, len(ws)))
	for i := range out {
		out[i] = ws[i].stem
	}
	return out
}

// shorter returns the shorter of two words, of equals the first in order.
func shorter(a, b string) string {
	if len(a) < len(b) || len(a) == len(b) && a < b {
		return a
	}
	return b
}
