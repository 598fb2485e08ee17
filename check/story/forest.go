package story

import (
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

// A Forest is a set of articles divided into parts that edges hold together.
// What it says depends on the set of unions alone, not on their order. Its
// zero value is not usable; see [NewForest].
type Forest struct {
	Parent map[corpus.ID]corpus.ID // a root is its own parent and the least ID of its part
}

// NewForest returns a Forest without articles.
func NewForest() *Forest { return &Forest{Parent: map[corpus.ID]corpus.ID{}} }

// Find returns the least ID of the part that a belongs to.
func (f *Forest) Find(a corpus.ID) corpus.ID {
	p, ok := f.Parent[a]
	if !ok {
		f.Parent[a] = a
		return a
	}
	root := p
	for root != f.Parent[root] {
		root = f.Parent[root]
	}
	for a != root { // the next search is shorter
		a, f.Parent[a] = f.Parent[a], root
	}
	return root
}

// Union joins the parts of a and b.
func (f *Forest) Union(a, b corpus.ID) {
	a, b = f.Find(a), f.Find(b)
	switch slices.Compare(a[:], b[:]) {
	case -1:
		f.Parent[b] = a
	case 1:
		f.Parent[a] = b
	}
}

// Merge adds the unions of g to f. It is associative, commutative and
// idempotent.
func (f *Forest) Merge(g *Forest) {
	for a, b := range g.Parent {
		f.Union(a, b)
	}
}

// Parts returns the parts, each sorted, in the order of their least IDs.
func (f *Forest) Parts() [][]corpus.ID {
	byRoot := map[corpus.ID][]corpus.ID{}
	for a := range f.Parent {
		r := f.Find(a)
		byRoot[r] = append(byRoot[r], a)
	}
	out := make([][]corpus.ID, 0, len(byRoot))
	for _, part := range byRoot {
		slices.SortFunc(part, compareIDs)
		out = append(out, part)
	}
	slices.SortFunc(out, func(x, y []corpus.ID) int { return compareIDs(x[0], y[0]) })
	return out
}

func compareIDs(a, b corpus.ID) int { return slices.Compare(a[:], b[:]) }
