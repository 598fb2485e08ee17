package story

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// copyShare is the share, in hundredths, of the shorter article's text that
	// stands in the other, from which it is a reprint: whole, cut or with a
	// line of one's own. Two reports that quote one statement have less.
	copyShare = 60

	// copyShingles is how many sampled shingles an article must have for that
	// to be said of it: about sixty words.
	copyShingles = 30
)

// Copies says for each article which it reprints: the index of the original,
// or its own. Of articles that print one text the earliest published is the
// original, undated ones come last; of one time the longest, of which a stub is
// an excerpt, and of equals the least ID. What an agency prints comes before all.
func Copies(refs []corpus.Ref, sketches []*Sketch) []int {
	order := make([]int, len(refs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &refs[i], &refs[j]
		return cmp.Or(printed(a)-printed(b), undated(a)-undated(b), a.Published.Compare(b.Published), b.Words-a.Words, compareIDs(a.ID, b.ID))
	})
	out := make([]int, len(refs))
	for n, i := range order {
		out[i] = i
		best := 0
		for _, o := range order[:n] {
			// What reprints a reprint reprints its original, if half as much
			// of that is left: a digest joins no two texts that it cuts.
			share := reprinted(sketches[i], sketches[o])
			if share >= copyShare && share > best && reprinted(sketches[i], sketches[out[o]]) >= copyShare/2 {
				out[i], best = out[o], share
			}
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
func Reprints(a, b *Sketch) bool { return reprinted(a, b) >= copyShare }

// reprinted is how many hundredths of the shorter article stand in the other,
// 0 if it is too short to say.
func reprinted(a, b *Sketch) int {
	shared, inA, inB := sharedShingles(a.Shingles, b.Shingles)
	least := min(inA, inB)
	if least < copyShingles {
		return 0
	}
	return shared * 100 / least
}
