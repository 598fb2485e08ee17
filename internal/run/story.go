package run

import (
	"fmt"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// A Story is articles that belong together, and why.
type Story struct {
	ID       corpus.ID // the least among the articles
	Name     string    // what it is about: a headline in the words of all, else its rarest names
	Why      []string  // what its articles share
	Articles []corpus.Ref
	Copies   []int      // per article: the index of the one it reprints, or its own
	Reasons  [][]string // per article: what joins it to the one it is most like
	Nearest  *Outsider  // nil if nothing outside is like it
}

// An Outsider is the article that is most like those of a story and does not
// belong to it.
type Outsider struct {
	Ref corpus.Ref
	Why []string // what it shares with the article it is most like, then why that is not enough
}

// outsider is an article outside a group, by index; like is the article in the
// group that it is most like. Mean is 0 if there is none.
type outsider struct {
	article, like int
	mean, best    float64
}

// findOutsiders finds for each group the article outside that is on average
// most like those inside.
func (e *engine) findOutsiders(groups []*group) {
	of := make([]int, len(e.articles))
	for n, g := range groups {
		for _, a := range g.articles {
			of[a] = n
		}
	}
	from, to := e.neighbours(of)
	found := map[int]outsider{} // by group, of the article at hand
	for out := range e.articles {
		for _, n := range to[from[out]:from[out+1]] {
			in, g := int(n.article), of[n.article]
			o := found[g]
			o.mean += float64(n.score) / float64(len(groups[g].articles))
			if o.article = out; float64(n.score) > o.best {
				o.best, o.like = float64(n.score), in
			}
			found[g] = o
		}
		for k, o := range found {
			if g := groups[k]; o.mean > g.outsider.mean || o.mean == g.outsider.mean && o.article < g.outsider.article {
				g.outsider = o
			}
		}
		clear(found)
	}
}

// A neighbour is an article of another group that is like one.
type neighbour struct {
	article int32
	score   float32
}

// neighbours returns those of all articles: to[from[i]:from[i+1]] are those of
// article i, rising.
func (e *engine) neighbours(group []int) (from []int, to []neighbour) {
	from = make([]int, len(e.articles)+2)
	for _, x := range e.edges {
		if group[x.A] != group[x.B] {
			from[x.A+2]++
			from[x.B+2]++
		}
	}
	for i := range e.articles {
		from[i+2] += from[i+1]
	}
	to = make([]neighbour, from[len(from)-1])
	for _, x := range e.edges { // in the order of their articles
		if group[x.A] != group[x.B] {
			to[from[x.A+1]] = neighbour{x.B, x.Score}
			to[from[x.B+1]] = neighbour{x.A, x.Score}
			from[x.A+1]++
			from[x.B+1]++
		}
	}
	return from, to
}

func (e *engine) describe(g *group) either[*Story] {
	records, err := e.records(g)
	if err != nil {
		return either[*Story]{err: err}
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
	for i := range g.articles {
		s.Reasons = append(s.Reasons, e.reasons(g, i, sketches))
	}
	if g.outsider.mean > 0 {
		s.Nearest, err = e.outsider(g, sketches)
	}
	return either[*Story]{s, err}
}

// reasons says what joins article i of g to the one that it is most like.
func (e *engine) reasons(g *group, i int, sketches []*story.Sketch) []string {
	best, score := -1, -1.0
	for j, b := range g.articles {
		if s := story.Likeness(&e.articles[g.articles[i]].vec, &e.articles[b].vec); j != i && s > score {
			best, score = j, s
		}
	}
	var out []string
	if told := e.articles[g.articles[i]].told; told != "" {
		out = append(out, "said to belong to "+told)
	}
	if best < 0 {
		return out
	}
	out = append(out, "most like "+e.articles[g.articles[best]].name)
	return append(out, e.why(sketches[i], sketches[best])...)
}

// outsider says why the article that is nearest to g does not belong to it.
func (e *engine) outsider(g *group, sketches []*story.Sketch) (*Outsider, error) {
	r, err := e.store.get(e.articles[g.outsider.article].at)
	if err != nil {
		return nil, err
	}
	o := &Outsider{Ref: r.Ref}
	like := sketches[slices.Index(g.articles, g.outsider.like)]
	o.Why = append([]string{"most like " + e.articles[g.outsider.like].name}, e.why(&r.Sketch, like)...)
	mean := g.outsider.mean
	if mean < story.Same {
		o.Why = append(o.Why, fmt.Sprintf("not enough: %.2f alike on average, stories begin at %.2f", mean, story.Same))
	} else {
		o.Why = append(o.Why, fmt.Sprintf("%.2f alike on average, but the articles of each story are far more like each other", mean))
	}
	return o, nil
}

// name says what a story is about and what its articles share.
func (e *engine) name(records []*check.Record) (string, []string) {
	sketches := make([]*story.Sketch, len(records))
	titles := make([]string, len(records))
	for i, r := range records {
		sketches[i], titles[i] = &r.Sketch, r.Ref.Title
	}
	if h := story.Headline(sketches, titles, &e.freq); h != "" {
		return h, e.why(sketches...)
	}
	return story.NameOf(sketches, &e.freq, e.isOutlet), e.why(sketches...)
}

func (e *engine) why(sketches ...*story.Sketch) []string {
	return story.Why(sketches, &e.freq, e.isOutlet)
}

func (e *engine) isOutlet(name string) bool { return e.tally.outlets[name] }
