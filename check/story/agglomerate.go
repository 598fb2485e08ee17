package story

import (
	"cmp"
	"container/heap"
)

// An agglomeration joins the groups of one part, the most alike first, down to
// a level.
type agglomeration struct {
	c       *clusters
	level   float64
	between map[int32]map[int32]pairs // two groups
	stamp   map[int32]int             // grows whenever the group does: old offers are void
	queue   offers
}

// pairs are the likenesses of pairs of articles added up, as they are and up to
// alikeCap.
type pairs struct{ sum, capped float64 }

// An offer is to join two groups as they were when it was made.
type offer struct {
	mean           float64
	a, b           int32 // a < b
	stampA, stampB int
}

func newAgglomeration(c *clusters, links []link, level float64) *agglomeration {
	g := &agglomeration{c: c, level: level, between: map[int32]map[int32]pairs{}, stamp: map[int32]int{}}
	for _, l := range links {
		g.set(l.a, l.b, pairs{l.sum, l.capped})
		g.set(l.b, l.a, pairs{l.sum, l.capped})
		g.offer(l.a, l.b)
	}
	return g
}

func (g *agglomeration) set(a, b int32, p pairs) {
	if g.between[a] == nil {
		g.between[a] = map[int32]pairs{}
	}
	g.between[a][b] = p
}

func (g *agglomeration) offer(a, b int32) {
	if a > b {
		a, b = b, a
	}
	mean := g.between[a][b].sum / float64(len(g.c.members[a])*len(g.c.members[b]))
	if mean >= g.level && mean >= apartShare*min(g.alike(a), g.alike(b)) {
		heap.Push(&g.queue, offer{mean, a, b, g.stamp[a], g.stamp[b]})
	}
}

// alike is how alike the articles of a group are, 0 if they are too few to say.
func (g *agglomeration) alike(a int32) float64 {
	n := len(g.c.members[a])
	if n < apartArticles {
		return 0
	}
	return (g.c.within[a] + alikePrior*alikeGuess) / float64(n*(n-1)/2+alikePrior)
}

// run joins, and notes which group each has become part of.
func (g *agglomeration) run(into []int32) {
	for g.queue.Len() > 0 {
		o := heap.Pop(&g.queue).(offer)
		if g.c.members[o.a] != nil && g.c.members[o.b] != nil && g.stamp[o.a] == o.stampA && g.stamp[o.b] == o.stampB {
			into[o.b] = o.a
			g.join(o.a, o.b)
		}
	}
}

func (g *agglomeration) join(a, b int32) {
	g.c.members[a] = append(g.c.members[a], g.c.members[b]...)
	g.c.members[b] = nil
	g.stamp[a]++
	g.c.within[a] += g.c.within[b] + g.between[a][b].capped
	delete(g.between[a], b)
	for c, p := range g.between[b] {
		if c == a {
			continue
		}
		delete(g.between[c], b)
		q := g.between[a][c]
		q.sum += p.sum
		q.capped += p.capped
		g.between[a][c], g.between[c][a] = q, q
	}
	delete(g.between, b)
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
