package check

import (
	"slices"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// oneSpeaker reports whether two readings of a group are given to one speaker,
// or by one article to nobody by name: words that are nearly the same confirm
// nothing if another person said them.
func (g laid) oneSpeaker(a, b int) bool {
	who, _ := align.Speakers(g.quotes[a].Item.Speaker, g.quotes[b].Item.Speaker)
	return who != align.Other
}

// coarser reports whether date b, though it is on the side of the draft's, does
// not say what that says: "this month" gives no day, "Thursday night" goes on into Friday
// and is not Friday morning, and what was not matched with it itself may be of
// another event.
func (g *stance) coarser(b int) bool {
	a := g.own[0]
	if g.dates == nil {
		return false
	}
	x, y := &g.dates[a].Item, &g.dates[b].Item
	if !x.Resolved() || !y.Resolved() {
		return false
	}
	if daily(x) && !daily(y) {
		return true
	}
	if g.first[b] == 0 {
		return true // met by way of others: an article has many dates, and each event its own
	}
	return x.Grain == "part" && y.Grain == "part" && !day(x.From).Equal(day(y.From))
}

// daily reports whether a date gives a day, or an hour of one.
func daily(d *extract.Date) bool { return d.Grain == "day" || clock(*d) }

// lower reports whether of two counts of what grows the other is the lower one
// and stands in no later article: it was overtaken, and is not against the
// draft's.
func (v *vetting) lower(g laid, mine, other int) bool {
	if g.figures == nil {
		return false
	}
	a, b := &g.figures[mine], &g.figures[other]
	p, q := day(v.c.Articles[a.Article].Published), day(v.c.Articles[b.Article].Published)
	return b.Item.Low.Cmp(a.Item.Low) < 0 && (p.IsZero() || q.IsZero() || !q.After(p))
}

// loosely keeps what another outlet has of what may be another thing, one of
// each outlet.
func (v *vetting) loosely(it *DraftItem, o Other) {
	if !v.carries(it.Near, o.Article) {
		o.Why = "too loose a match"
		it.Near = append(it.Near, o)
	}
}

// against keeps what another outlet has against the draft, the hardest of each
// outlet: a milder difference beside it takes nothing back.
func (v *vetting) against(it *DraftItem, o Other) {
	n := slices.IndexFunc(it.Against, func(x Other) bool { return v.c.Origins[x.Article] == v.c.Origins[o.Article] })
	if n < 0 {
		it.Against = append(it.Against, o)
	} else if hardness(o.Verdict) > hardness(it.Against[n].Verdict) {
		it.Against[n] = o
	}
}
