package run

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/newsvet/newsvet/check/story"
)

const (
	// maxBlock is how many articles that share a term are all compared with
	// each other.
	maxBlock = 256

	// smallBlock is how many articles may share a term that alone is reason
	// enough to compare them; else it takes two terms.
	smallBlock = 64

	// allEdges is how many edges of all articles are kept, the strongest of
	// each; an article keeps at least leastEdges and at most mostEdges.
	allEdges   = 4 << 20
	leastEdges = 64
	mostEdges  = 512
)

// A group is the articles of a story, by index, rising.
type group struct {
	articles []int
	adopted  []int // of them, drafts that were not grouped but had to belong somewhere
	outsider outsider
}

// link groups the articles into stories, in the order of their first articles.
func (e *engine) link(ctx context.Context) ([]*group, error) {
	vecs := make([]story.Vec, len(e.articles))
	for i := range vecs {
		e.freq.Weigh(&e.articles[i].vec)
		vecs[i] = e.articles[i].vec
	}
	told, free := e.told()
	blocks, near := e.blocks(vecs, free)
	most := min(max(allEdges/max(len(free), 1), leastEdges), mostEdges)
	edges := newStrongest(len(e.articles), most)
	for r := range parallel(ctx, e.o.workers(), seq(free), func(i int) []story.Pair { return look(vecs, i, blocks, near) }) {
		if r.Err != nil {
			return nil, r.Err
		}
		edges.add(r.Out)
	}
	if cut := edges.crowded(); cut > 0 {
		e.tally.Notices = append(e.tally.Notices, fmt.Sprintf("grouping: %d articles are like more than %d others each; the likest were kept", cut, most))
	}
	e.edges = edges.sorted()
	for _, members := range story.Cluster(len(e.articles), e.edges) {
		g := &group{articles: make([]int, len(members))}
		for i, a := range members {
			g.articles[i] = int(a)
		}
		if e.articles[g.articles[0]].told == "" {
			told = append(told, g)
		}
	}
	slices.SortFunc(told, func(x, y *group) int { return cmp.Compare(x.articles[0], y.articles[0]) })
	return told, ctx.Err()
}

// linked lets go of what only linking needs: most of what stays in memory of
// an article.
func (e *engine) linked() {
	e.edges = nil
	for i := range e.articles {
		e.articles[i].vec = story.Vec{}
	}
}

// told groups the articles whose story is given and returns the others.
func (e *engine) told() (told []*group, free []int) {
	byName := map[string]*group{}
	for i := range e.articles {
		name := e.articles[i].told
		switch g := byName[name]; {
		case name == "":
			free = append(free, i)
		case g == nil:
			g = &group{articles: []int{i}}
			byName[name] = g
			told = append(told, g)
		default:
			g.articles = append(g.articles, i)
		}
	}
	return told, free
}

// blocks returns, per term, the articles that are looked up by it, and per
// article the blocks it is in. Blocks over the limit are divided.
func (e *engine) blocks(vecs []story.Vec, free []int) (blocks [][]int32, near [][]int32) {
	byKey := map[story.Key][]int32{}
	for _, i := range free {
		for _, k := range e.freq.Keys(&vecs[i]) {
			byKey[k] = append(byKey[k], int32(i))
		}
	}
	keys := make([]story.Key, 0, len(byKey))
	for k, b := range byKey {
		if len(b) > 1 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	large, most := 0, 0
	for _, k := range keys {
		parts, cut := story.Divide(vecs, byKey[k], k, &e.freq, maxBlock)
		if cut > 0 {
			large, most = large+1, max(most, cut)
		}
		blocks = append(blocks, parts...)
	}
	if large > 0 {
		e.tally.Notices = append(e.tally.Notices, fmt.Sprintf("grouping: %d words stand in more than %d articles each (one in %d); "+
			"by these words alone an article was compared with its neighbours in time only", large, maxBlock, most))
	}
	near = make([][]int32, len(e.articles))
	for b, members := range blocks {
		for _, i := range members {
			near[i] = append(near[i], int32(b))
		}
	}
	return blocks, near
}

// look returns the edges of article i to those before it that are in its
// blocks.
func look(vecs []story.Vec, i int, blocks, near [][]int32) []story.Pair {
	var others []int32
	for _, b := range near[i] {
		twice := len(blocks[b]) <= smallBlock
		for _, j := range blocks[b] {
			if int(j) < i {
				if others = append(others, j); twice {
					others = append(others, j)
				}
			}
		}
	}
	slices.Sort(others)
	var out []story.Pair
	for at := 0; at < len(others); {
		j, from := others[at], at
		for at < len(others) && others[at] == j {
			at++
		}
		if at-from < 2 {
			continue
		}
		if s := story.Likeness(&vecs[i], &vecs[j]); s >= story.Floor {
			out = append(out, story.Pair{A: j, B: int32(i), Score: float32(s)})
		}
	}
	return out
}
