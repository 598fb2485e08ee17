package run_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/internal/run"
)

// Whatever was cut on the way, an edge is kept if it is among the strongest of
// one of its articles.
func TestTheStrongestEdgesOfEitherEndAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, most := rapid.IntRange(2, 12).Draw(t, "articles"), rapid.IntRange(1, 4).Draw(t, "most")
		var edges []story.Pair
		for b := range n {
			for a := range b {
				if rapid.Bool().Draw(t, "joined") {
					edges = append(edges, story.Pair{A: int32(a), B: int32(b), Score: float32(rapid.IntRange(1, 5).Draw(t, "score"))})
				}
			}
		}
		got, crowded := run.StrongestOf(n, most, rapid.Permutation(edges).Draw(t, "order"))
		var want []story.Pair
		over := 0
		for i := range n {
			of := slices.DeleteFunc(slices.Clone(edges), func(x story.Pair) bool { return int(x.A) != i && int(x.B) != i })
			slices.SortFunc(of, func(x, y story.Pair) int {
				return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
			})
			if len(of) > most {
				over++
			}
			want = append(want, of[:min(len(of), most)]...)
		}
		slices.SortFunc(want, func(x, y story.Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
		if want = slices.Compact(want); !slices.Equal(got, want) || crowded != over {
			t.Errorf("strongest gives %v and %d crowded, want %v and %d", got, crowded, want, over)
		}
	})
}
