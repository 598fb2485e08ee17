package rules

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// A drift is two members of a group that mean one number and hedge it in two
// ways.
type drift struct {
	a, b int // in order
	kind driftKind
}

// A driftKind says what becomes of a hedge; the later kinds ask more of an
// editor.
type driftKind int

const (
	noDrift     driftKind = iota // nothing
	hedgeGone                    // "about 120", "120"
	hedgeCovers                  // "some $146 billion", "$148.9 billion"
	rangeLost                    // "10 to 15 minutes", "10 minutes"
	hedgeTurned                  // "up to 40", "at least 40"
)

func (k driftKind) String() string {
	return [...]string{"the hedges agree", "a hedge is lost", "a hedge covers a difference", "a range is lost", "a bound is turned round"}[k]
}

// A stance is how some members of a group give a number: the first member, and
// the first of another outlet.
type stance struct {
	figure  extract.Figure
	members []int
}

// manyStances is how many ways to give a number are compared with each other.
const manyStances = 40

// driftIn returns the drift of a group that asks most of an editor, of equals
// that of the least values, whoever prints them.
func driftIn(c *check.Case, g *align.Group[extract.Figure]) (drift, bool) {
	all := stancesOf(c, g)
	best := drift{}
	for i, p := range all {
		for _, q := range all[i+1:] {
			kind := driftOf(p.figure, q.figure)
			if kind <= best.kind {
				continue
			}
			if a, b, apart := twoOutlets(c, g, p.members, q.members); apart {
				best = drift{min(a, b), max(a, b), kind}
			}
		}
	}
	return best, best.kind != noDrift
}

// stancesOf returns the ways in which a group gives its numbers, in the order
// of the numbers.
func stancesOf(c *check.Case, g *align.Group[extract.Figure]) []stance {
	type key struct {
		low, high, unit string
		mod             extract.Modifier
	}
	at := map[key]int{}
	var all []stance
	for i, m := range g.Members {
		k := key{m.Item.Low.String(), m.Item.High.String(), m.Item.Unit, m.Item.Modifier}
		if m.Item.Kind == extract.Count {
			k.unit = ""
		}
		n, known := at[k]
		switch {
		case !known:
			at[k] = len(all)
			all = append(all, stance{m.Item, []int{i}})
		case len(all[n].members) == 1 && !c.SameOutlet(g.Members[all[n].members[0]].Article, m.Article):
			all[n].members = append(all[n].members, i)
		}
	}
	slices.SortStableFunc(all, func(p, q stance) int {
		x, y := p.figure, q.figure
		return cmp.Or(x.Low.Cmp(y.Low), x.High.Cmp(y.High), cmp.Compare(x.Modifier, y.Modifier), cmp.Compare(x.Low.String(), y.Low.String()))
	})
	return all[:min(len(all), manyStances)]
}

// driftOf says what becomes of the hedge of one of two figures in the other.
func driftOf(a, b extract.Figure) driftKind {
	if a.Kind != extract.Count && a.Unit != b.Unit {
		return noDrift // about $48 million is not a hedge of €48 million
	}
	one := a.Low.String() == b.Low.String()
	switch {
	case one && direction(a.Modifier)*direction(b.Modifier) < 0:
		return hedgeTurned
	case narrows(a, b), narrows(b, a):
		return rangeLost
	case covers(a, b), covers(b, a):
		return hedgeCovers
	case one && (a.Modifier == extract.Exactly) != (b.Modifier == extract.Exactly):
		return hedgeGone
	}
	return noDrift
}

// narrows reports whether bare is one end of the range r.
func narrows(r, bare extract.Figure) bool {
	if r.Kind == extract.Age || r.Modifier != extract.Between || bare.Modifier != extract.Exactly || bare.Coarse || r.High.Cmp(r.Low) <= 0 {
		return false
	}
	const most = 3 // "dozens" is no range that somebody gave the ends of
	return (bare.Low.Equal(r.Low) || bare.Low.Equal(r.High)) && r.High.Cmp(r.Low.Mul(extract.NewNumber(most))) < 0
}

// covers reports whether the exact number e is within the hedge of about,
// though both have so many digits that they differ: "some 146" is not 148.9.
func covers(about, e extract.Figure) bool {
	const telling = 2 // digits
	if about.Modifier != extract.About || e.Hedged() || e.Modifier != extract.Exactly || digits(about.Low) < telling || !about.Near(e) {
		return false
	}
	p, q := about.Low.Trim(), e.Low.Trim()
	return p.Sub(q).Abs().Cmp(extract.Number{Coef: 1, Exp: max(p.Exp, q.Exp)}) > 0
}

// twoOutlets returns one of as and one of bs that are of two outlets.
func twoOutlets(c *check.Case, g *align.Group[extract.Figure], as, bs []int) (a, b int, ok bool) {
	for _, a := range as {
		for _, b := range bs {
			if !c.SameOutlet(g.Members[a].Article, g.Members[b].Article) {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// direction says where a modifier points: 1 up, -1 down, 0 nowhere.
func direction(m extract.Modifier) int {
	switch m {
	case extract.More, extract.AtLeast:
		return 1
	case extract.Less, extract.AtMost:
		return -1
	}
	return 0
}
