package story

import (
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

// levels are the likenesses down to which groups are joined, one after the
// other. They change no story, only how much is looked at at once: what is
// joined above a level lies in parts that edges above that level hold
// together, for no average is above all that it is taken from.
var levels = [...]float64{0.5, 0.4, 0.3, 0.24, 0.19, 0.155, Same}

// Split divides the articles of one part into stories by average linkage: two
// groups are joined while the likeness of their articles, averaged over all
// pairs, is at least [Same] and not far below the likeness within each of
// them. A pair without an edge counts as unlike. So a chain of edges does not
// join what nothing else joins.
func Split(part []corpus.ID, edges []Edge) [][]corpus.ID {
	part = slices.SortedFunc(slices.Values(part), compareIDs)
	index := make(map[corpus.ID]int32, len(part))
	for i, id := range part {
		index[id] = int32(i)
	}
	var pairs []Pair
	for _, e := range edges {
		a, okA := index[e.A]
		b, okB := index[e.B]
		if okA && okB && a != b {
			pairs = append(pairs, Pair{min(a, b), max(a, b), float32(e.Score)})
		}
	}
	var out [][]corpus.ID
	for _, g := range Cluster(len(part), pairs) {
		ids := make([]corpus.ID, len(g))
		for i, x := range g {
			ids[i] = part[x]
		}
		out = append(out, ids)
	}
	return out
}

// A Pair is an [Edge] between articles known by their numbers, A < B.
type Pair struct {
	A, B  int32
	Score float32
}

// Cluster is [Split] for the articles 0 to n-1. Groups are sorted, and in the
// order of their first articles. No two pairs may be of the same articles.
func Cluster(n int, pairs []Pair) [][]int32 {
	c := &clusters{members: make([][]int32, n), within: make([]float64, n)}
	for i := range n {
		c.members[i] = []int32{int32(i)}
	}
	c.links = make([]link, len(pairs))
	for i, p := range pairs {
		c.links[i] = link{p.A, p.B, float64(p.Score), min(float64(p.Score), alikeCap)}
	}
	slices.SortFunc(c.links, compareLinks)
	for _, level := range levels {
		c.joinTo(level)
	}
	var out [][]int32
	for _, m := range c.members {
		if m != nil {
			slices.Sort(m)
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(x, y []int32) int { return int(x[0]) - int(y[0]) })
	return out
}

// clusters are the groups so far. A group is known by its least article; the
// members of what was joined to another are nil.
type clusters struct {
	members [][]int32
	within  []float64 // likenesses of its articles added up, each capped
	links   []link
}

// A link is what lies between two groups, a < b: the likenesses of their
// articles added up, as they are and capped.
type link struct {
	a, b        int32
	sum, capped float64
}

func compareLinks(x, y link) int {
	if x.a != y.a {
		return int(x.a) - int(y.a)
	}
	return int(x.b) - int(y.b)
}

// joinTo joins groups down to a level.
func (c *clusters) joinTo(level float64) {
	root := make([]int32, len(c.members))
	for i := range root {
		root[i] = int32(i)
	}
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range c.links {
		if c.mean(l) >= level {
			a, b := find(l.a), find(l.b)
			root[max(a, b)] = min(a, b)
		}
	}
	parts := map[int32][]link{}
	var order []int32
	for _, l := range c.links {
		if r := find(l.a); r == find(l.b) {
			if parts[r] == nil {
				order = append(order, r)
			}
			parts[r] = append(parts[r], l)
		}
	}
	into := make([]int32, len(c.members)) // the group that a group has become part of
	for i := range into {
		into[i] = int32(i)
	}
	for _, r := range order {
		newAgglomeration(c, parts[r], level).run(into)
	}
	c.relabel(into)
}

func (c *clusters) mean(l link) float64 {
	return l.sum / float64(len(c.members[l.a])*len(c.members[l.b]))
}

// relabel lets the links lead between the groups as they now are.
func (c *clusters) relabel(into []int32) {
	kept := c.links[:0]
	for _, l := range c.links {
		for l.a != into[l.a] {
			l.a = into[l.a]
		}
		for l.b != into[l.b] {
			l.b = into[l.b]
		}
		if l.a != l.b {
			kept = append(kept, link{min(l.a, l.b), max(l.a, l.b), l.sum, l.capped})
		}
	}
	// Stable, so that sums are added up in one order.
	slices.SortStableFunc(kept, compareLinks)
	c.links = kept[:0]
	for _, l := range kept {
		if n := len(c.links) - 1; n >= 0 && compareLinks(c.links[n], l) == 0 {
			c.links[n].sum += l.sum
			c.links[n].capped += l.capped
		} else {
			c.links = append(c.links, l)
		}
	}
}
