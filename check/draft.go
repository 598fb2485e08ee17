package check

import (
	"cmp"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A Draft is an article that an editor vets before it appears: how each of
// its quotes, figures and dates stands.
type Draft struct {
	Article   int          // index into the articles of the story
	Against   []int        // the articles of other outlets in the story; empty if no story matches
	Outlets   int          // independent ones among them
	Same      []int        // articles of other outlets that print one text with the draft: no second source
	Items     []DraftItem  // in the order of the draft; each fact once
	Missing   []Missing    // what three or more outlets have and the draft has not
	Furniture []text.Place // lines that are of the page and not of the article
	Loose     []int        // findings with a place in the draft at none of its items
}

// A DraftItem is a quote, a figure or a date of a draft, and its two
// standings: what other outlets have, and, in Item, whom a reader could ask.
type DraftItem struct {
	Kind     string         // quote, figure, date
	Item     extract.Item   // where the draft has it first
	Again    []extract.Item // where it says the same once more
	What     string         // what is counted, or happened; the draft's words
	Standing Standing
	Compared Standing // what it is by comparison alone, before findings count
	Outlets  int      // independent outlets that say the same
	With     []Other  // one reading of each outlet that says the same
	Against  []Other  // one of each that says something else
	Earlier  []Other  // of what grows, one of each that had a lower count and not a later one
	Near     []Other  // what looks alike and was not compared, or too loosely matched to count
	Why      string   // why it was not compared
	Notes    []Line   // sums
	Minor    bool     // a count of a few things that anybody can see
	Findings []int    // with a place at this item
}

// A Standing says what other outlets have of an item of a draft.
type Standing string

// The standings, trouble first.
const (
	Contradicted Standing = "contradicted" // another outlet has what cannot be true with it
	Differing    Standing = "differs"      // another outlet differs, and both may be right
	ToMend       Standing = "mend"         // the draft by itself shows a fault
	Confirmed    Standing = "confirmed"    // another outlet has it
	Unshared     Standing = "alone"        // no other outlet has it
	SetAside     Standing = "silenced"     // another outlet has something else, and somebody has said with a reason that it is of no account
	NotCompared  Standing = "not-compared" // Why says why
)

// Standings lists the standings, trouble first.
var Standings = []Standing{Contradicted, Differing, ToMend, Confirmed, Unshared, SetAside, NotCompared}

// An Other is what another outlet has beside an item of a draft.
type Other struct {
	Evidence
	Verdict Verdict
	Why     string // "a negation", "another period"; may be empty
	Sum     string // how far it is from what the draft has: "−1.9 %"
}

// A Missing is what several outlets have and a draft has not.
type Missing struct {
	Kind    string
	What    string
	Outlets int     // independent ones
	Places  []Other // one for each
}

// Drafts returns the drafts of the story with what can be said of them by
// comparison; see [Result.Settle].
func (c *Case) Drafts() []Draft {
	var out []Draft
	for i := range c.Articles {
		if c.Articles[i].Draft {
			out = append(out, c.draft(i))
		}
	}
	return out
}

func (c *Case) draft(article int) Draft {
	v := &vetting{c: c, article: article}
	d := Draft{Article: article}
	seen := map[string]bool{}
	for i := range c.Articles {
		if v.other(i) {
			d.Against = append(d.Against, i)
			seen[c.Origins[i]] = true
		}
	}
	d.Outlets = len(seen)
	for i := range c.Articles {
		if !c.Articles[i].Draft && !c.Primary(i) && !v.other(i) && !c.SameOutlet(i, article) {
			d.Same = append(d.Same, i)
		}
	}
	if article < len(c.Furniture) {
		v.furniture = c.Furniture[article]
	}
	for _, f := range v.furniture {
		d.Furniture = append(d.Furniture, f.At)
	}
	v.lay()
	d.Items = v.items()
	if len(d.Against)+len(d.Same) == 0 {
		for i := range d.Items {
			d.Items[i].Compared, d.Items[i].Why = NotCompared, "no story of the corpus matches this draft"
		}
	} else {
		v.sums(d.Items)
	}
	d.Missing = v.missing()
	for i := range d.Items {
		d.Items[i].Standing = d.Items[i].Compared
	}
	return d
}

// A vetting is one draft beside the other articles of its story.
type vetting struct {
	c         *Case
	article   int
	furniture []Furnished
	groups    []laid
	near      map[spot][]Other
}

// A laid is a group of any kind, as drafts read it.
type laid struct {
	x       *Comparison
	score   float64
	pairs   []align.Pair
	near    []align.Near
	what    func(reading int) string
	apart   func(mine, other int) string // how far two readings are from each other
	quotes  []align.Member[extract.Quote]
	figures []align.Member[extract.Figure]
	dates   []align.Member[extract.Date]
	listed  func(reading int) bool // whether it is worth a line if nobody else has it

	pairsOf     [][]align.Pair     // per reading
	contrastsOf [][]int            // per reading, in x.Contrasts
	sides       map[[2]int]float64 // the best score of the pairs between two sides
}

// index finds the pairs and contrasts of each reading once for all items of a
// draft.
func (g *laid) index() {
	n := len(g.x.Readings)
	g.pairsOf, g.contrastsOf, g.sides = make([][]align.Pair, n), make([][]int, n), map[[2]int]float64{}
	for _, p := range g.pairs {
		s, t := g.x.Readings[p.A].Side, g.x.Readings[p.B].Side
		g.sides[[2]int{s, t}] = max(g.sides[[2]int{s, t}], p.Score)
		g.sides[[2]int{t, s}] = max(g.sides[[2]int{t, s}], p.Score)
		g.pairsOf[p.A] = append(g.pairsOf[p.A], p)
		g.pairsOf[p.B] = append(g.pairsOf[p.B], p)
	}
	for i, k := range g.x.Contrasts {
		g.contrastsOf[k.A] = append(g.contrastsOf[k.A], i)
		g.contrastsOf[k.B] = append(g.contrastsOf[k.B], i)
	}
}

// A spot is a place in an article of the story.
type spot struct{ article, start, end int }

func spotOf(article int, it *extract.Item) spot {
	return spot{article, it.Span.Start, it.Span.End}
}

// other reports whether article i is of the corpus, and not of those who are
// behind the draft.
func (v *vetting) other(i int) bool {
	return !v.c.Articles[i].Draft && !v.c.Primary(i) && v.c.Origins[i] != v.c.Origins[v.article]
}

// lay brings the groups of the three kinds into one form.
func (v *vetting) lay() {
	c := v.c
	for i := range c.Quotes {
		g := &c.Quotes[i]
		v.groups = append(v.groups, laid{
			x: &c.OnQuotes[i], score: g.Score, near: g.Near, quotes: g.Members, listed: func(int) bool { return true },
			what: func(n int) string { return speakerName(&g.Members[n].Item.Speaker) },
		})
	}
	for i := range c.Figures {
		g := &c.Figures[i]
		v.groups = append(v.groups, laid{
			x: &c.OnFigures[i], score: g.Score, pairs: g.Pairs, near: g.Near, figures: g.Members, listed: func(int) bool { return true },
			what:  func(n int) string { return measured(&g.Members[n].Item) },
			apart: func(a, b int) string { return figuresApart(&g.Members[a].Item, &g.Members[b].Item) },
		})
	}
	for i := range c.Dates {
		g := &c.Dates[i]
		v.groups = append(v.groups, laid{
			x: &c.OnDates[i], score: g.Score, pairs: g.Pairs, near: g.Near, dates: g.Members,
			what:   func(n int) string { return g.Members[n].Item.Of },
			apart:  func(a, b int) string { return daysApart(&g.Members[a].Item, &g.Members[b].Item) },
			listed: func(n int) bool { return eventful(g.Members[n].Item) },
		})
	}
	for i := range v.groups {
		v.groups[i].index()
	}
	v.near = map[spot][]Other{}
	for _, g := range v.groups {
		for _, n := range g.near {
			m := g.x.Readings[n.Member].Evidence
			o := Evidence{n.Article, n.Item}
			v.nearly(m, o, n.Why)
			v.nearly(o, m, n.Why)
		}
	}
}

func (v *vetting) nearly(mine, other Evidence, why string) {
	if mine.Article == v.article && v.other(other.Article) {
		at := spotOf(mine.Article, &mine.Item)
		v.near[at] = append(v.near[at], Other{Evidence: other, Why: why})
	}
}

func speakerName(s *extract.Speaker) string { return cmp.Or(s.Name, s.Mention) }

// compareItems puts the items of a draft into its order.
func compareItems(a, b DraftItem) int {
	return cmp.Or(a.Item.Span.Start-b.Item.Span.Start, cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)), a.Item.Span.End-b.Item.Span.End)
}
