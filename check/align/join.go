package align

import (
	"cmp"
	"slices"
	"sort"
)

// A link says that two items may speak of the same thing. If same is set they
// also say the same of it.
type link struct {
	a, b  int
	score float64
	same  bool
	why   []string
}

// sortLinks puts links that say the same first, then the better ones. rank
// orders items by what they say, so that the order of articles decides nothing.
func sortLinks(links []link, rank []int) {
	sort.SliceStable(links, func(i, j int) bool {
		x, y := links[i], links[j]
		if x.same != y.same {
			return x.same
		}
		if x.score != y.score {
			return x.score > y.score
		}
		xa, xb := rank[x.a], rank[x.b]
		ya, yb := rank[y.a], rank[y.b]
		if d := cmp.Or(min(xa, xb)-min(ya, yb), max(xa, xb)-max(ya, yb)); d != 0 {
			return d < 0
		}
		return x.a < y.a || x.a == y.a && x.b < y.b
	})
}

// ranked returns the place of each of n items in the order of their keys; items
// of one key have one place.
func ranked(n int, key func(int) string) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return key(order[i]) < key(order[j]) })
	out := make([]int, n)
	for k, i := range order {
		out[i] = k
		if k > 0 && key(i) == key(order[k-1]) {
			out[i] = out[order[k-1]]
		}
	}
	return out
}

// A forest divides items into groups.
type forest struct {
	parent  []int
	members [][]int
	score   []float64
	why     [][]string
}

func newForest(n int) *forest {
	f := &forest{parent: make([]int, n), members: make([][]int, n), score: make([]float64, n), why: make([][]string, n)}
	for i := range n {
		f.parent[i], f.members[i], f.score[i] = i, []int{i}, 1
	}
	return f
}

func (f *forest) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join puts both ends of l into one group.
func (f *forest) join(l link) {
	a, b := f.root(l.a), f.root(l.b)
	if a == b {
		return
	}
	if len(f.members[a]) < len(f.members[b]) {
		a, b = b, a
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	f.score[a] = min(f.score[a], f.score[b], l.score)
	f.why[a] = union(f.why[a], f.why[b], l.why)
}

// union returns the lines of all, each once, at most four.
func union(all ...[]string) []string {
	var out []string
	for _, ls := range all {
		for _, l := range ls {
			if len(out) < 4 && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// groups returns the groups, each with its members in order, in the order of
// their first members.
func (f *forest) groups() [][]int {
	var out [][]int
	for i := range f.parent {
		if r := f.root(i); r == i {
			ms := append([]int{}, f.members[i]...)
			sort.Ints(ms)
			out = append(out, ms)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0] < out[j][0] })
	return out
}

// mutual leaves out links between items that say different things where one of
// them has a better match in the other's article: an article that gives two
// numbers means the one that fits. Scores that differ by less than close are
// one.
func mutual(links []link, close float64, article func(int) int) []link {
	type side struct{ item, article int }
	best := map[side]float64{}
	for _, l := range links {
		a, b := side{l.a, article(l.b)}, side{l.b, article(l.a)}
		best[a], best[b] = max(best[a], l.score), max(best[b], l.score)
	}
	var out []link
	for _, l := range links {
		if !l.same && (l.score < best[side{l.a, article(l.b)}]-close || l.score < best[side{l.b, article(l.a)}]-close) {
			continue
		}
		out = append(out, l)
	}
	return out
}
