package run

import (
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// A Story is articles that belong together, and why.
type Story struct {
	ID       corpus.ID // the least among the articles
	Name     string    // what it is about, in its rarest names
	Why      []string  // what its articles share
	Articles []corpus.Ref
	Copies   []int      // per article: the index of the one it reprints, or its own
	Reasons  [][]string // per article: what joins it to the one it is most like
}

// described is a story, or why its records cannot be had.
type described struct {
	story *Story
	err   error
}

func (e *engine) describe(g *group) described {
	records, err := e.records(g)
	if err != nil {
		return described{err: err}
	}
	s := &Story{}
	sketches := make([]*story.Sketch, len(records))
	for i, r := range records {
		s.Articles = append(s.Articles, r.Ref)
		sketches[i] = &r.Sketch
		if i == 0 || slices.Compare(r.Ref.ID[:], s.ID[:]) < 0 {
			s.ID = r.Ref.ID
		}
	}
	s.Copies = story.Copies(s.Articles, sketches)
	s.Name, s.Why = e.name(records)
	for i, a := range g.articles {
		s.Reasons = append(s.Reasons, e.reasons(g, i, a, sketches))
	}
	return described{story: s}
}

// reasons says what joins article i of g to the one that it is most like.
func (e *engine) reasons(g *group, i, a int, sketches []*story.Sketch) []string {
	best, score := -1, -1.0
	for j, b := range g.articles {
		if s := story.Likeness(&e.vecs[a], &e.vecs[b]); j != i && s > score {
			best, score = j, s
		}
	}
	if best < 0 {
		return nil
	}
	out := []string{"most like " + e.refs[g.articles[best]].Name}
	return append(out, story.Why(sketches[i], sketches[best], &e.freq)...)
}

// name says what a story is about and what its articles share.
func (e *engine) name(records []*check.Record) (string, []string) {
	sketches := make([]*story.Sketch, len(records))
	for i, r := range records {
		sketches[i] = &r.Sketch
	}
	return story.NameOf(sketches, &e.freq), story.WhyAll(sketches, &e.freq)
}
