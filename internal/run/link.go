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
	edges    []edge // between them, and to others
}

// An edge is a [story.Edge] by index, a < b.
type edge struct {
	a, b  int32
	score float64
}

// link groups the articles into stories, in the order of their first articles.
func (e *engine) link(ctx context.Context) ([]*group, error) {
	e.o.progress(Linking, 0, len(e.refs))
	for i := range e.vecs {
		e.freq.Weigh(&e.vecs[i])
	}
	told, free := e.told()
	blocks, near := e.blocks(free)
	var edges []edge
	done := 0
	for r := range parallel(ctx, e.o.workers(), seq(free), func(i int) []edge { return e.around(i, blocks, near) }) {
		if r.Err != nil {
			return nil, r.Err
		}
		edges = append(edges, r.Out...)
		done++
		e.o.progress(Linking, done, len(free))
	}
	found, err := e.split(ctx, free, edges)
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
	for i := range e.refs {
		name := e.refs[i].Story
		if e.o.StoryOf != nil {
			name = e.o.StoryOf(&e.refs[i])
		}
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
func (e *engine) blocks(free []int) (blocks [][]int32, near [][]int32) {
	byKey := map[story.Key][]int32{}
	for _, i := range free {
		for _, k := range e.freq.Keys(&e.vecs[i]) {
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
	large, cut := 0, 0
	for _, k := range keys {
		parts, n := story.Divide(e.vecs, byKey[k], k, &e.freq, maxBlock)
		if n > 0 {
			large++
			cut = max(cut, n)
		}
		blocks = append(blocks, parts...)
	}
	if large > 0 {
		e.tally.Notices = append(e.tally.Notices, fmt.Sprintf(
			"%d terms stand in more than %d articles (one in %d): those were compared with their neighbours in time only", large, maxBlock, cut))
	}
	near = make([][]int32, len(e.refs))
	for b, members := range blocks {
		for _, i := range members {
			near[i] = append(near[i], int32(b))
		}
	}
	return blocks, near
}

// around returns the edges from article i to later ones in its blocks.
func (e *engine) around(i int, blocks, near [][]int32) []edge {
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
		if s := story.Likeness(&e.vecs[i], &e.vecs[j]); s >= story.Floor {
			out = append(out, edge{int32(i), j, s})
		}
	}
	return out
}

// split divides what edges hold together into stories.
func (e *engine) split(ctx context.Context, free []int, edges []edge) ([]*group, error) {
	forest := story.NewForest()
	index := make(map[corpus.ID]int, len(free))
	for _, i := range free {
		forest.Find(e.refs[i].ID)
		index[e.refs[i].ID] = i
	}
	for _, x := range edges {
		if x.score >= story.Same {
			forest.Union(e.refs[x.a].ID, e.refs[x.b].ID)
		}
	}
	parts := forest.Parts()
	partOf := make([]int, len(e.refs))
	for p, ids := range parts {
		for _, id := range ids {
			partOf[index[id]] = p
		}
	}
	inside := make([][]story.Edge, len(parts))
	for _, x := range edges {
		if p := partOf[x.a]; p == partOf[x.b] {
			inside[p] = append(inside[p], story.Edge{A: e.refs[x.a].ID, B: e.refs[x.b].ID, Score: x.score})
		}
	}
	numbers := make([]int, len(parts))
	for p := range parts {
		numbers[p] = p
	}
	var out []*group
	for r := range parallel(ctx, e.o.workers(), seq(numbers), func(p int) [][]corpus.ID { return story.Split(parts[p], inside[p]) }) {
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
