package run

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// maxBlock is how many articles that share a term are all compared with each
// other.
const maxBlock = 256

// A group is the articles of a story, by index, rising.
type group struct {
	articles []int
	outsider outsider
}

// An edge is a [story.Edge] by index, a < b.
type edge struct {
	a, b  int32
	score float32 // as much as [story.Likeness] is good for
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
	for r := range parallel(ctx, e.o.workers(), seq(free), func(i int) []edge { return around(vecs, i, blocks, near) }) {
		if r.Err != nil {
			return nil, r.Err
		}
		e.edges = append(e.edges, r.Out...)
	}
	found, err := e.split(ctx, free)
	if err != nil {
		return nil, err
	}
	out := append(told, found...)
	slices.SortFunc(out, func(x, y *group) int { return cmp.Compare(x.articles[0], y.articles[0]) })
	return out, nil
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

// around returns the edges from article i to later ones in its blocks.
func around(vecs []story.Vec, i int, blocks, near [][]int32) []edge {
	var others []int32
	for _, b := range near[i] {
		for _, j := range blocks[b] {
			if int(j) > i {
				others = append(others, j)
			}
		}
	}
	slices.Sort(others)
	var out []edge
	for _, j := range slices.Compact(others) {
		if s := story.Likeness(&vecs[i], &vecs[j]); s >= story.Floor {
			out = append(out, edge{int32(i), j, float32(s)})
		}
	}
	return out
}

// split divides what edges hold together into stories.
func (e *engine) split(ctx context.Context, free []int) ([]*group, error) {
	forest := story.NewForest()
	index := make(map[corpus.ID]int, len(free))
	for _, i := range free {
		forest.Find(e.articles[i].id)
		index[e.articles[i].id] = i
	}
	for _, x := range e.edges {
		if x.score >= story.Same {
			forest.Union(e.articles[x.a].id, e.articles[x.b].id)
		}
	}
	parts := forest.Parts()
	partOf := make([]int, len(e.articles))
	for p, ids := range parts {
		for _, id := range ids {
			partOf[index[id]] = p
		}
	}
	inside := make([][]int, len(parts)) // of e.edges
	numbers := make([]int, len(parts))
	for i, x := range e.edges {
		if p := partOf[x.a]; p == partOf[x.b] {
			inside[p] = append(inside[p], i)
		}
	}
	for p := range numbers {
		numbers[p] = p
	}
	var out []*group
	for r := range parallel(ctx, e.o.workers(), seq(numbers), func(p int) [][]corpus.ID {
		return story.Split(parts[p], e.storyEdges(inside[p]))
	}) {
		if r.Err != nil {
			return nil, r.Err
		}
		for _, ids := range r.Out {
			g := &group{}
			for _, id := range ids {
				g.articles = append(g.articles, index[id])
			}
			slices.Sort(g.articles)
			out = append(out, g)
		}
	}
	return out, nil
}

func (e *engine) storyEdges(which []int) []story.Edge {
	out := make([]story.Edge, len(which))
	for i, n := range which {
		x := e.edges[n]
		out[i] = story.Edge{A: e.articles[x.a].id, B: e.articles[x.b].id, Score: float64(x.score)}
	}
	return out
}
