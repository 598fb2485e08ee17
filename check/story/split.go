package story

import (
	"cmp"
	"container/heap"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// apartShare tells look-alike events apart: two groups stay apart if
	// their articles are less like each other than this share of how alike
	// each group's own are. Two trials before one court share many words, but
	// the reports of each share more.
	apartShare = 0.72

	// A group of fewer articles does not yet show how alike its own are.
	apartArticles = 3

	// Likenesses within a group count up to alikeCap, so that reprints of one
	// text do not drive out other reports of the event; and few pairs are
	// averaged with alikePrior pairs of likeness alikeGuess.
	alikeCap   = 0.4
	alikePrior = 4
	alikeGuess = 0.2
)

// Split divides the articles of one part into stories by average linkage: two
// groups are joined while the likeness of their articles, averaged over all
// pairs, is at least [Same] and not far below the likeness within each of
// them. A pair without an edge counts as unlike. So a chain of edges does not
// join what nothing else joins.
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
			p := pairs{e.Score, min(e.Score, alikeCap)}
			g.between[a][b], g.between[b][a] = p, p
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

// pairs are the likenesses of pairs of articles added up, as they are and up to
// alikeCap.
type pairs struct{ sum, capped float64 }

func (p pairs) add(q pairs) pairs { return pairs{p.sum + q.sum, p.capped + q.capped} }

// groups are the clusters of an agglomeration. A group keeps the index of its
// least article.
type groups struct {
	members [][]int
	between []map[int]pairs // two groups
	within  []float64       // a group, capped
	stamp   []int           // grows whenever the group does: old offers are void
	queue   offers
}

func newGroups(n int) *groups {
	g := &groups{make([][]int, n), make([]map[int]pairs, n), make([]float64, n), make([]int, n), nil}
	for i := range n {
		g.members[i] = []int{i}
		g.between[i] = map[int]pairs{}
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
	mean := g.between[a][b].sum / float64(len(g.members[a])*len(g.members[b]))
	if mean >= Same && mean >= apartShare*min(g.alike(a), g.alike(b)) {
		heap.Push(&g.queue, offer{mean, a, b, g.stamp[a], g.stamp[b]})
	}
}

// alike is how alike the articles of a group are, 0 if they are too few to say.
func (g *groups) alike(a int) float64 {
	n := len(g.members[a])
	if n < apartArticles {
		return 0
	}
	return (g.within[a] + alikePrior*alikeGuess) / float64(n*(n-1)/2+alikePrior)
}

func (g *groups) run() {
	for a := range g.between {
		for b := range g.between[a] {
			if a < b {
				g.offer(a, b)
			}
		}
	}
	for g.queue.Len() > 0 {
		o := heap.Pop(&g.queue).(offer)
		if g.members[o.a] != nil && g.members[o.b] != nil && g.stamp[o.a] == o.stampA && g.stamp[o.b] == o.stampB {
			g.join(o.a, o.b)
		}
	}
}

func (g *groups) join(a, b int) {
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	g.stamp[a]++
	g.within[a] += g.within[b] + g.between[a][b].capped
	delete(g.between[a], b)
	for c, p := range g.between[b] {
		if c == a {
			continue
		}
		delete(g.between[c], b)
		p = p.add(g.between[a][c])
		g.between[a][c], g.between[c][a] = p, p
	}
	g.between[b] = nil
	for c := range g.between[a] {
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
