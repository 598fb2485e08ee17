package story

import (
	"cmp"
	"container/heap"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

// Split divides the articles of one part into stories by average linkage: two
// groups are joined while the likeness of their articles, averaged over all
// pairs, is at least [Same]. A pair without an edge counts as unlike. So a
// chain of edges does not join what nothing else joins.
func Split(part []corpus.ID, edges []Edge) [][]corpus.ID {
	part = slices.SortedFunc(slices.Values(part), compareIDs)
	index := make(map[corpus.ID]int, len(part))
	for i, id := range part {
		index[id] = i
	}
	g := newGroups(len(part))
	for _, e := range edges {
		a, okA := index[e.A]
		b, okB := index[e.B]
		if okA && okB && a != b {
			g.sum[a][b], g.sum[b][a] = e.Score, e.Score
		}
	}
	g.run()
	var out [][]corpus.ID
	for _, m := range g.members {
		if m == nil {
			continue
		}
		slices.Sort(m)
		ids := make([]corpus.ID, len(m))
		for i, x := range m {
			ids[i] = part[x]
		}
		out = append(out, ids)
	}
	slices.SortFunc(out, func(x, y []corpus.ID) int { return compareIDs(x[0], y[0]) })
	return out
}

// groups are the clusters of an agglomeration. A group keeps the index of its
// least article.
type groups struct {
	members [][]int
	sum     []map[int]float64 // per pair of groups: the likenesses of their articles, added up
	stamp   []int             // grows whenever the group does: old offers are void
	queue   offers
}

func newGroups(n int) *groups {
	g := &groups{members: make([][]int, n), sum: make([]map[int]float64, n), stamp: make([]int, n)}
	for i := range n {
		g.members[i] = []int{i}
		g.sum[i] = map[int]float64{}
	}
	return g
}

// An offer is to join two groups as they were when it was made.
type offer struct {
	mean           float64
	a, b           int // a < b
	stampA, stampB int
}

func (g *groups) offer(a, b int) {
	if a > b {
		a, b = b, a
	}
	mean := g.sum[a][b] / float64(len(g.members[a])*len(g.members[b]))
	if mean >= Same {
		heap.Push(&g.queue, offer{mean, a, b, g.stamp[a], g.stamp[b]})
	}
}

func (g *groups) run() {
	for a := range g.sum {
		for b := range g.sum[a] {
			if a < b {
				g.offer(a, b)
			}
		}
	}
	for g.queue.Len() > 0 {
		o := heap.Pop(&g.queue).(offer)
		if g.members[o.a] == nil || g.members[o.b] == nil || g.stamp[o.a] != o.stampA || g.stamp[o.b] != o.stampB {
			continue
		}
		g.join(o.a, o.b)
	}
}

func (g *groups) join(a, b int) {
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	g.stamp[a]++
	delete(g.sum[a], b)
	for c, s := range g.sum[b] {
		if c == a {
			continue
		}
		delete(g.sum[c], b)
		g.sum[a][c] += s
		g.sum[c][a] = g.sum[a][c]
	}
	g.sum[b] = nil
	for c := range g.sum[a] {
		g.offer(a, c)
	}
}

// offers is a heap: the best first, and of equals the least articles.
type offers []offer

func (h offers) Len() int { return len(h) }
func (h offers) Less(i, j int) bool {
	x, y := h[i], h[j]
	return cmp.Or(cmp.Compare(y.mean, x.mean), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) < 0
}
func (h offers) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *offers) Push(x any)   { *h = append(*h, x.(offer)) }
func (h *offers) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}
