package run

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/check/story"
)

// strongest keeps of the edges between articles those that are among the most
// strongest of either end, however many are added.
type strongest struct {
	edges  []story.Pair
	degree []int32 // of each article: its edges, those that were not kept too
	most   int     // edges that are kept of each end
	limit  int     // edges that may wait to be cut
}

func newStrongest(articles, most int) *strongest {
	return &strongest{degree: make([]int32, articles), most: most, limit: articles * most * 3 / 2}
}

// add adds edges. No two may be of the same articles.
func (s *strongest) add(edges []story.Pair) {
	for _, x := range edges {
		s.degree[x.A]++
		s.degree[x.B]++
	}
	if s.edges = append(s.edges, edges...); len(s.edges) > s.limit {
		s.cut()
	}
}

// crowded counts the articles of which edges may be left out.
func (s *strongest) crowded() int {
	n := 0
	for _, d := range s.degree {
		if int(d) > s.most {
			n++
		}
	}
	return n
}

// cut leaves out what is not among the strongest of either end. What is among
// them in the end is so at any time before.
func (s *strongest) cut() {
	slices.SortFunc(s.edges, func(x, y story.Pair) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	stronger := make([]int32, len(s.degree))
	s.edges = slices.DeleteFunc(s.edges, func(x story.Pair) bool {
		a, b := int(stronger[x.A]), int(stronger[x.B])
		stronger[x.A]++
		stronger[x.B]++
		return a >= s.most && b >= s.most
	})
}

// sorted returns the edges in the order of their articles.
func (s *strongest) sorted() []story.Pair {
	if s.crowded() > 0 {
		s.cut()
	}
	slices.SortFunc(s.edges, func(x, y story.Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return s.edges
}
