package story

import (
	"cmp"
	"math"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// maxKeys is how many of its terms an article is looked up by.
	maxKeys = 12

	// unit is the length of a vector: the cosine of two is their product by unit².
	unit = 1 << 14
)

// A Key is a rare term. Articles that share one may tell the same story.
type Key uint32

// A Vec is the terms of a sketch, weighed: what linking compares, in less than
// a kilobyte. It must not be changed once made.
type Vec struct {
	ID    corpus.ID
	Day   int32
	terms []uint32 // hashes, rising
	w     []int32  // their weights; the squares sum to unit²
}

// Vec weighs the terms of s by how rare they are.
func (f *Freq) Vec(s *Sketch) Vec {
	type tw struct {
		term uint32
		w    int64
	}
	all := make([]tw, 0, len(s.Terms))
	sum := 0.0
	for i := range s.Terms {
		h := hash32(s.Terms[i].Text)
		if w := weight(s.Terms[i].N, f.rarity(h)); w > 0 {
			all = append(all, tw{h, w})
			sum += float64(w * w) // exact: integers below 2⁵³
		}
	}
	slices.SortFunc(all, func(a, b tw) int { return cmp.Compare(a.term, b.term) })
	v := Vec{ID: s.ID, Day: s.Day, terms: make([]uint32, len(all)), w: make([]int32, len(all))}
	norm := int64(math.Sqrt(sum))
	for i, t := range all {
		v.terms[i], v.w[i] = t.term, int32(t.w*unit/max(norm, 1))
	}
	return v
}

// Keys returns the terms by which v is looked up, the heaviest first: rare,
// prominent, and known from at least one other article.
func (f *Freq) Keys(v *Vec) []Key {
	type kw struct {
		k Key
		w int32
	}
	var all []kw
	for i, t := range v.terms {
		if f.df[t] >= 2 {
			all = append(all, kw{Key(t), v.w[i]})
		}
	}
	slices.SortFunc(all, func(a, b kw) int { return cmp.Or(cmp.Compare(b.w, a.w), cmp.Compare(a.k, b.k)) })
	out := make([]Key, 0, min(len(all), maxKeys))
	for _, k := range all[:min(len(all), maxKeys)] {
		out = append(out, k.k)
	}
	return out
}
