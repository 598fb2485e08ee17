package align

import (
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

// sortLinks puts links that say the same first, then the better ones. key
// orders items by what they say, so that the order of articles decides nothing.
func sortLinks(links []link, key func(int) string) {
	sort.SliceStable(links, func(i, j int) bool {
		x, y := links[i], links[j]
		if x.same != y.same {
			return x.same
		}
		if x.score != y.score {
			return x.score > y.score
		}
		if a, b := pairKey(x, key), pairKey(y, key); a != b {
			return a < b
		}
		return x.a < y.a || x.a == y.a && x.b < y.b
	})
}

func pairKey(l link, key func(int) string) string {
	a, b := key(l.a), key(l.b)
	if b < a {
		a, b = b, a
	}
	return a + "\x00" + b
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

// join puts a and b into one group if may says that no two of its members
// forbid it.
func (f *forest) join(l link, may func(a, b []int) bool) bool {
	a, b := f.root(l.a), f.root(l.b)
	if a == b {
		return true
	}
	if may != nil && !may(f.members[a], f.members[b]) {
		return false
	}
	if len(f.members[a]) < len(f.members[b]) {
		a, b = b, a
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	f.score[a] = min(f.score[a], f.score[b], l.score)
	f.why[a] = union(f.why[a], f.why[b], l.why)
	return true
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

// An index finds the items that share a key, without looking at all pairs.
type index struct {
	at   map[string][]int
	keys []string
}

// maxBucket bounds the items compared for sharing one key: work is at most its
// square per key. What is beyond shares other keys, or is left alone.
const maxBucket = 300

func (x *index) add(key string, item int) {
	if x.at == nil {
		x.at = map[string][]int{}
	}
	b, ok := x.at[key]
	if !ok {
		x.keys = append(x.keys, key)
	}
	if n := len(b); n > 0 && b[n-1] == item || len(b) >= maxBucket {
		return
	}
	x.at[key] = append(b, item)
}

// pairs calls yield once for every two items that share a key.
func (x *index) pairs(yield func(a, b int)) {
	seen := map[[2]int]bool{}
	for _, k := range x.keys {
		b := x.at[k]
		for i := range b {
			for j := i + 1; j < len(b); j++ {
				p := [2]int{b[i], b[j]}
				if b[i] != b[j] && !seen[p] {
					seen[p] = true
					yield(p[0], p[1])
				}
			}
		}
	}
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

// A linkage knows which items are linked, so that groups are joined for what
// most of their members have in common and not over a chain.
type linkage map[[2]int]bool

func linkageOf(links []link) linkage {
	m := make(linkage, len(links))
	for _, l := range links {
		m[[2]int{min(l.a, l.b), max(l.a, l.b)}] = true
	}
	return m
}

// most reports whether of the pairs between as and bs a share of at least
// 1/part is linked.
func (m linkage) most(as, bs []int, part int) bool {
	n := 0
	for _, i := range as {
		for _, j := range bs {
			if m[[2]int{min(i, j), max(i, j)}] {
				n++
			}
		}
	}
	return n*part >= len(as)*len(bs)
}
