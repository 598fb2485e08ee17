package story

import (
	"cmp"
	"math"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// maxKeys is how many of its terms an article is looked up by.
	maxKeys = 16

	// unit is the length of a vector: the cosine of two is their product by unit².
	unit = 1 << 14
)

// A Key is a rare term. Articles that share one may tell the same story.
type Key uint32

// A Vec is the terms of a sketch as linking compares them, in less than a
// kilobyte.
type Vec struct {
	ID    corpus.ID
	Day   int32
	terms []uint32 // hashes, rising
	w     []int32  // mentions; once weighed, weights whose squares sum to unit²
}

// NewVec returns the terms of s, not weighed yet.
func NewVec(s *Sketch) Vec {
	v := Vec{ID: s.ID, Day: s.Day, terms: make([]uint32, len(s.Terms)), w: make([]int32, len(s.Terms))}
	order := make([]int, len(s.Terms))
	hashes := make([]uint32, len(s.Terms))
	for i := range s.Terms {
		order[i], hashes[i] = i, hash32(s.Terms[i].Text)
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(hashes[i], hashes[j]), cmp.Compare(i, j)) })
	for at, i := range order {
		v.terms[at], v.w[at] = hashes[i], s.Terms[i].N
	}
	return v
}

// Weigh turns the mentions of v into weights by how rare its terms are. It is
// for the time when all articles have been counted, and once only.
func (f *Freq) Weigh(v *Vec) {
	sum := 0.0
	ws := make([]int64, len(v.w))
	for i, t := range v.terms {
		ws[i] = weight(v.w[i], f.rarity(t))
		sum += float64(ws[i] * ws[i]) // exact: integers below 2⁵³
	}
	norm := max(int64(math.Sqrt(sum)), 1)
	for i, w := range ws {
		v.w[i] = int32(w * unit / norm)
	}
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
