package story

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// copyShingles is the share of five-word shingles, of 32, that makes one
	// article a near copy of another.
	copyShingles = 16

	// copyPrints is the share, in hundredths, of the shorter article's long
	// sentences that makes it a cut version of the other.
	copyPrints = 60
)

// Copies says for each article which it reprints: the index of the original,
// or its own. Of articles that print one text the earliest published is the
// original, undated ones come last, and of equals the least ID. What an agency
// prints comes before all.
func Copies(refs []corpus.Ref, sketches []*Sketch) []int {
	order := make([]int, len(refs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &refs[i], &refs[j]
		return cmp.Or(printed(a)-printed(b), undated(a)-undated(b), a.Published.Compare(b.Published), compareIDs(a.ID, b.ID))
	})
	out := make([]int, len(refs))
	var originals []int
	for _, i := range order {
		out[i] = i
		at := slices.IndexFunc(originals, func(o int) bool { return Reprints(sketches[i], sketches[o]) })
		if at >= 0 {
			out[i] = originals[at]
		} else {
			originals = append(originals, i)
		}
	}
	return out
}

// printed is 0 for an agency, whose texts others print.
func printed(r *corpus.Ref) int {
	if r.Wire {
		return 0
	}
	return 1
}

func undated(r *corpus.Ref) int {
	if r.Published.IsZero() {
		return 1
	}
	return 0
}

// Reprints reports whether a and b print one text, whole or cut.
func Reprints(a, b *Sketch) bool {
	shared := sharedPrints(a.Prints, b.Prints)
	least := min(len(a.Prints), len(b.Prints))
	if same := sameShingles(a, b); same >= copyShingles {
		// An estimate from 32 hashes: a whole sentence in common confirms it,
		// unless there is none to compare.
		return shared > 0 || least == 0
	}
	return least >= 4 && shared*100 >= least*copyPrints
}

func sameShingles(a, b *Sketch) int {
	if a.Shingles == [32]uint32{} {
		return 0
	}
	n := 0
	for i := range a.Shingles {
		if a.Shingles[i] == b.Shingles[i] {
			n++
		}
	}
	return n
}

func sharedPrints(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
