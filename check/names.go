package check

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// An Aspect is what is compared of a person.
type Aspect string

// The aspects.
const (
	Spelling Aspect = "name"
	AgeOf    Aspect = "age"
	RoleOf   Aspect = "role"
	HomeOf   Aspect = "home"
	StatusOf Aspect = "status"
)

// A Person is what a comparison of names is about.
type Person struct {
	Name  string
	Key   string // the same in a form that more articles do not change
	Of    Aspect
	Score float64 // that the articles mean one person, in [0, 1]
}

// compareNames judges what articles say of one person. Only what is at issue
// becomes a comparison, and an age on which two outlets agree: that all give
// the name is no news.
func (c *Case) compareNames(g align.Group[extract.Name]) []Comparison {
	var out []Comparison
	for _, x := range []*Comparison{c.spellings(g), c.ages(g), c.roles(g), c.homes(g), c.statuses(g)} {
		if x == nil || len(x.Readings) < 2 {
			continue
		}
		c.judge(x)
		if len(x.Contrasts) > 0 || x.Person.Of == AgeOf && x.Verdict == Agree {
			out = append(out, *x)
		}
	}
	return out
}

// aspect begins a comparison of a person.
func aspect(g align.Group[extract.Name], of Aspect) *Comparison {
	x := &Comparison{Kind: "name", Subject: g.Subject, Why: g.Why}
	x.Person = &Person{Name: g.Subject, Key: g.Key, Of: of, Score: g.Score}
	if of != Spelling {
		x.Subject = string(of) + " of " + g.Subject
	}
	return x
}

// add appends a reading.
func (c *Case) add(x *Comparison, article int, it extract.Item, value string) {
	x.Readings = append(x.Readings, Reading{Evidence: Evidence{article, it}, Value: value, Draft: c.Articles[article].Draft})
}

// fill puts the readings into sides and adds a contrast for the pairs that
// differ. Readings with one value are of one mind.
func (c *Case) fill(x *Comparison, value func(i int) string, order func(i, j int) int, agree func(i, j int) bool, contrast func(i, j int) Contrast) *Comparison {
	n := len(x.Readings)
	idx, same := make([]int, n), make([]string, n)
	for i := range idx {
		idx[i], same[i] = i, value(i)
	}
	slices.SortStableFunc(idx, order)
	for i, s := range sided(same, idx, agree, func(i, j int) bool { return !agree(i, j) }, agree) {
		x.Readings[i].Side = s
	}
	c.judged(x, same, nil, func(i, j int) {
		if x.Readings[i].Side == x.Readings[j].Side || agree(i, j) {
			return
		}
		k := contrast(i, j)
		k.A, k.B = i, j
		x.Contrasts = append(x.Contrasts, k)
	})
	return x
}

func (x *Comparison) valueAt(i int) string { return x.Readings[i].Value }

func (x *Comparison) byValue(i, j int) int { return cmp.Compare(x.valueAt(i), x.valueAt(j)) }

// dayOf is the day on which article i was published; empty if unknown.
func (c *Case) dayOf(i int) string {
	if t := c.Articles[i].Published; !t.IsZero() {
		return t.Format(time.DateOnly)
	}
	return ""
}

func conflict(int, int) Contrast { return Contrast{Verdict: Conflict} }

func (c *Case) spellings(g align.Group[extract.Name]) *Comparison {
	x := aspect(g, Spelling)
	var ps []align.Person
	for _, m := range g.Members {
		p, _ := align.PersonOf(&m.Item)
		ps = append(ps, p)
		c.add(x, m.Article, m.Item.Item, m.Item.Name)
	}
	misspelt := func(i, j int) bool { return align.Misspelt(ps[i], ps[j]) }
	once := map[string]bool{}
	distinct := slices.DeleteFunc(slices.Clone(g.Members), func(m align.Member[extract.Name]) bool {
		seen := once[m.Item.Name]
		once[m.Item.Name] = true
		return seen
	})
	if len(distinct) < 2 {
		return nil
	}
	return c.fill(x, x.valueAt, x.byValue,
		func(i, j int) bool { return !misspelt(i, j) }, conflict)
}

// ages compares the one age that each article gives. What an article says in
// two ways it disagrees about with itself.
func (c *Case) ages(g align.Group[extract.Name]) *Comparison {
	x := aspect(g, AgeOf)
	var fs []*extract.Fact
	for k := range g.Members {
		all := g.Members[k].Item.Of(extract.AgeFact)
		if len(all) == 0 || slices.ContainsFunc(all, func(f *extract.Fact) bool { return agesApart(f, all[0]) > 0 }) {
			continue
		}
		fs = append(fs, all[0])
		c.add(x, g.Members[k].Article, all[0].Item, all[0].Value)
	}
	agree := func(i, j int) bool {
		return agesApart(fs[i], fs[j]) < 2+c.yearsBetween(x.Readings[i].Article, x.Readings[j].Article)
	}
	dated := func(i int) string { return x.valueAt(i) + c.dayOf(x.Readings[i].Article) }
	return c.fill(x, dated, func(i, j int) int { return cmp.Or(fs[i].Low-fs[j].Low, fs[i].High-fs[j].High) }, agree, conflict)
}

// agesApart is by how many years two ages miss each other.
func agesApart(f, g *extract.Fact) int { return max(0, f.Low-g.High, g.Low-f.High) }

// AgesConflict reports whether two ages of one person, given at one time,
// cannot both be right: a birthday may lie between them.
func AgesConflict(f, g *extract.Fact) bool { return agesApart(f, g) >= 2 }

// yearsBetween is by how much a person may have aged from one article to
// another: a year more begins with every half.
func (c *Case) yearsBetween(i, j int) int {
	a, b := c.Articles[i].Published, c.Articles[j].Published
	if a.IsZero() || b.IsZero() {
		return 0
	}
	const year = 365
	days := int(a.Sub(b).Abs().Hours() / 24)
	return (days + year/2) / year
}

// roles compares the offices that shut each other out.
func (c *Case) roles(g align.Group[extract.Name]) *Comparison {
	x := aspect(g, RoleOf)
	for k := range g.Members {
		n := &g.Members[k].Item
		if all := n.Of(extract.RoleFact); len(all) > 0 && !n.Changes {
			c.add(x, g.Members[k].Article, all[0].Item, all[0].Value)
		}
	}
	exclude := func(i, j int) bool {
		return x.Readings[i].Article != x.Readings[j].Article && align.RolesExclude(x.Readings[i].Value, x.Readings[j].Value)
	}
	return c.fill(x, x.valueAt, x.byValue,
		func(i, j int) bool { return !exclude(i, j) },
		func(int, int) Contrast {
			return Contrast{Verdict: Diverge, Why: "two offices that one person seldom holds at once"}
		})
}

// homes compares the places that people are said to be from.
func (c *Case) homes(g align.Group[extract.Name]) *Comparison {
	x := aspect(g, HomeOf)
	for k := range g.Members {
		if all := g.Members[k].Item.Of(extract.HomeFact); len(all) > 0 {
			c.add(x, g.Members[k].Article, all[0].Item, all[0].Value)
		}
	}
	agree := func(i, j int) bool {
		a, b := strings.ToLower(x.Readings[i].Value), strings.ToLower(x.Readings[j].Value)
		return strings.Contains(a, b) || strings.Contains(b, a)
	}
	return c.fill(x, x.valueAt, x.byValue, agree,
		func(int, int) Contrast { return Contrast{Verdict: Diverge, Why: "one place may lie in the other"} })
}
