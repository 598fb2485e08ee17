package check

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/extract"
)

// A stance is a group, as the readings that are the draft's stand in it.
type stance struct {
	laid
	own   []int
	mine  []bool    // per reading: whether it is one of own
	match []float64 // per reading: how well it matches own, 0 where only by way of others
	first []float64 // the same for the first of own
	best  map[shown]bestReading
}

func newStance(g laid, own []int) *stance {
	s := &stance{laid: g, own: own, mine: make([]bool, len(g.x.Readings)), best: map[shown]bestReading{}}
	for _, i := range own {
		s.mine[i] = true
	}
	s.match, s.first = g.matches(own), g.matches(own[:1])
	return s
}

// matches returns for each reading how well it matches those of own.
func (g *laid) matches(own []int) []float64 {
	out := make([]float64, len(g.x.Readings))
	for _, i := range own {
		for _, p := range g.pairsOf[i] {
			k := p.A + p.B - i
			out[k] = max(out[k], p.Score)
		}
	}
	return out
}

// contrastsOfOwn returns the contrasts of the draft's readings in the order of
// what is said against them: whether the draft or another article comes first
// in the story decides nothing.
func (g *stance) contrastsOfOwn() []int {
	var ks []int
	for _, i := range g.own {
		ks = append(ks, g.contrastsOf[i]...)
	}
	slices.SortFunc(ks, func(a, b int) int {
		p, i := g.ends(&g.x.Contrasts[a])
		q, k := g.ends(&g.x.Contrasts[b])
		return cmp.Or(i-k, p-q)
	})
	return slices.Compact(ks)
}

// ends returns the draft's reading of a contrast and the other.
func (g *stance) ends(k *Contrast) (mine, other int) {
	if g.mine[k.B] {
		return k.B, k.A
	}
	return k.A, k.B
}

// sure is how well the sides of two readings match.
func (g *laid) sure(a, b int) float64 {
	return g.sides[[2]int{g.x.Readings[a].Side, g.x.Readings[b].Side}]
}

// best returns the reading by which the outlet of reading i is shown: the one
// that matches the draft best, of equals text before headline.
func (v *vetting) best(g *stance, i int) int {
	r := &g.x.Readings[i]
	key := shown{v.c.Origins[r.Article], r.Side}
	b, ok := g.best[key]
	if !ok {
		b = v.bestOf(g, key)
		g.best[key] = b
	}
	out := b.first
	if out < 0 || g.match[i] >= g.match[out] {
		out = i
	}
	if b.text >= 0 && g.match[out] == g.match[b.text] && g.x.Readings[out].Item.Part == extract.Title {
		out = b.text
	}
	return out
}

// bestOf returns the best readings of an origin on a side.
func (v *vetting) bestOf(g *stance, key shown) bestReading {
	b := bestReading{-1, -1}
	for k := range g.x.Readings {
		r := &g.x.Readings[k]
		if r.Side != key.side || v.c.Origins[r.Article] != key.origin || v.c.Articles[r.Article].Draft || g.coarser(k) {
			continue
		}
		if b.first < 0 || g.match[k] > g.match[b.first] {
			b = bestReading{k, -1}
		}
		if b.text < 0 && g.match[k] == g.match[b.first] && r.Item.Part == extract.Text {
			b.text = k
		}
	}
	return b
}

// A shown is an origin and the side of what it says.
type shown struct {
	origin string
	side   int
}

// A bestReading is the first reading that matches best, and the first such in
// the text; -1 if there is none.
type bestReading struct{ first, text int }
