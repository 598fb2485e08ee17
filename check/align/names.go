package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/internal/spelling"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A Person is a name in full, as it is compared.
type Person struct {
	Given, Last string // folded; Given in its long form: "william" for "Bill"
	Suffix      string // "jr"
	Romanized   bool   // has many spellings of which none is wrong
	letters     string // of all its words
	familiar    bool   // Given is a first name that the lexicon knows
}

// PersonOf reads the name of n; ok is false if it has one word only.
func PersonOf(n *extract.Name) (p Person, ok bool) {
	var ws []string
	for _, t := range text.Tokens(n.Name) {
		if t.Kind == text.Mark {
			continue
		}
		w := spelling.Fold(strings.TrimSuffix(text.Bare(t.Of(n.Name)), "'s"))
		if words.NameSuffixes.Has(w) && len(ws) > 1 {
			p.Suffix = w
			continue
		}
		if w != "" && w != "phd" && w != "md" {
			ws = append(ws, w)
		}
	}
	if len(ws) < 2 {
		return p, false
	}
	p.Given, p.Last, p.letters, p.familiar = spelling.Given(ws[0]), ws[len(ws)-1], strings.Join(ws, ""), n.Given
	p.Romanized = spelling.Romanized(ws)
	return p, true
}

// either is p or q, which have the same letters, whichever is met first: "Ann
// Marie Roe" before "Annmarie Roe", and "J R Marlow" after "JR Marlow".
func (p Person) either(q Person) Person {
	familiar := p.familiar || q.familiar
	short := func(p Person) int { return 1 / max(len(p.Given), 1) }
	if cmp.Or(short(p)-short(q), cmp.Compare(p.Given, q.Given), cmp.Compare(p.Last, q.Last)) > 0 {
		p = q
	}
	p.familiar = familiar
	return p
}

// A named is all places of a story where one name is spelled one way.
type named struct {
	Person
	members []Member[extract.Name]
	told    []*extract.Name // a few that say what others may say, too
}

// Names groups the persons whom two articles or more name in full. Whoever an
// article seems to know two of is left out of that article.
func Names(articles []extract.Items) []Group[extract.Name] {
	ns := namesIn(articles)
	f := newForest(len(ns))
	join := func(a, b int, score float64, why string) {
		f.join(link{a: a, b: b, score: score, why: []string{why}})
	}
	buckets(ns, func(n *named) string { return n.Given + " " + n.Last + " " + n.Suffix }, func(a, b int) {
		join(a, b, 1, "same name")
	})
	buckets(ns, func(n *named) string {
		if !n.Romanized {
			return ""
		}
		return spelling.Sound(n.Given) + " " + spelling.Sound(n.Last) + " " + n.Suffix
	}, func(a, b int) {
		if neverBoth(ns[a], ns[b]) {
			join(a, b, 0.9, "one name from another script")
		}
	})
	initials(ns, join)
	slips(ns, join)
	var out []Group[extract.Name]
	for _, ms := range f.groups() {
		root := f.root(ms[0])
		if g, ok := groupOf(ns, ms); ok {
			g.Why, g.Score = f.why[root], f.score[root]
			out = append(out, g)
		}
	}
	return out
}

// namesIn returns the names of the story in the order of their letters.
func namesIn(articles []extract.Items) []*named {
	at := map[string]*named{}
	var ns []*named
	for a := range articles {
		for i := range articles[a].Names {
			n := &articles[a].Names[i]
			p, ok := PersonOf(n)
			if !ok {
				continue
			}
			key := p.letters + " " + p.Suffix
			x := at[key]
			if x == nil {
				x = &named{Person: p}
				at[key] = x
				ns = append(ns, x)
			}
			x.Person = x.either(p)
			x.members = append(x.members, Member[extract.Name]{a, *n})
		}
	}
	for _, n := range ns {
		n.told = toldBy(n.members)
	}
	slices.SortFunc(ns, func(a, b *named) int {
		return cmp.Or(cmp.Compare(a.letters, b.letters), cmp.Compare(a.Suffix, b.Suffix))
	})
	return ns
}

// buckets calls join for the neighbours in each bucket that key makes; "" is
// no bucket.
func buckets(ns []*named, key func(*named) string, join func(a, b int)) {
	last := map[string]int{}
	for i, n := range ns {
		k := key(n)
		if k == "" {
			continue
		}
		if j, ok := last[k]; ok {
			join(j, i)
		}
		last[k] = i
	}
}

// neverBoth reports whether no article has both names: one that has knows two
// people.
func neverBoth(a, b *named) bool {
	x, y := a.members, b.members // both in the order of the articles
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].Article == y[j].Article:
			return false
		case x[i].Article < y[j].Article:
			i++
		default:
			j++
		}
	}
	return true
}

// initials joins "J. Roe" with the one name that it can be short for.
func initials(ns []*named, join func(a, b int, score float64, why string)) {
	long := map[string][]int{}
	for i, n := range ns {
		if k := n.Last + " " + n.Suffix; len(n.Given) > 1 && len(long[k]) < crowd {
			long[k] = append(long[k], i)
		}
	}
	for i, n := range ns {
		if len(n.Given) > 1 || n.Given == "" {
			continue
		}
		match := -1
		for _, k := range long[n.Last+" "+n.Suffix] {
			if ns[k].Given[0] != n.Given[0] {
				continue
			}
			if match >= 0 && ns[match].Given != ns[k].Given {
				match = -1
				break
			}
			match = k
		}
		if match >= 0 {
			join(match, i, 0.9, "same name")
		}
	}
}

// crowd is how many names with one given name or one family name are compared
// with each other.
const crowd = 48

// slips joins names of which one may be the other misspelt.
func slips(ns []*named, join func(a, b int, score float64, why string)) {
	for _, by := range []func(*named) string{
		func(n *named) string { return "g " + n.Given + " " + n.Suffix },
		func(n *named) string { return "l " + n.Last + " " + n.Suffix },
	} {
		block := map[string][]int{}
		for i, n := range ns {
			k := by(n)
			for _, j := range block[k] {
				if score := misspelt(ns[j], n); score > 0 && neverBoth(ns[j], n) {
					join(j, i, score, "the same but for a letter or two")
				}
			}
			if len(block[k]) < crowd {
				block[k] = append(block[k], i)
			}
		}
	}
}

// Scores of two spellings of one name: where something else that the articles
// say of the person meets, too, and where nothing does.
const (
	borneOut = 0.8
	likely   = 0.6
)

// SurePerson is the score from which two articles surely mean one person.
const SurePerson = borneOut

// misspelt is how likely two names are one person's, spelled in two ways; 0 if
// they may well be two people's. Given names that both are usual need more
// than the family name: Jon and John are brothers.
func misspelt(a, b *named) float64 {
	if !Misspelt(a.Person, b.Person) {
		return 0
	}
	switch {
	case sayAlike(a, b):
		return borneOut
	case a.Last == b.Last && a.familiar && b.familiar:
		return 0
	}
	return likely
}

// sayAlike reports whether an article with one name and one with the other say
// something alike of the person.
func sayAlike(a, b *named) bool {
	return slices.ContainsFunc(a.told, func(n *extract.Name) bool {
		return slices.ContainsFunc(b.told, func(m *extract.Name) bool { return meeting(n, m) > 0 })
	})
}

// toldBy returns a few of the members of a name that say something of the
// person, the same ones in whatever order the articles are.
func toldBy(members []Member[extract.Name]) []*extract.Name {
	const few = 4
	var out []*extract.Name
	said := map[string]bool{}
	for i := range members {
		m := &members[i].Item
		if s := facts(m); s != "" && !said[s] {
			said[s] = true
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b *extract.Name) int { return strings.Compare(facts(a), facts(b)) })
	return out[:min(len(out), few)]
}

// facts are those of a name that may meet others, as one string.
func facts(n *extract.Name) string {
	s := ""
	for _, f := range n.Facts {
		if f.Kind == extract.AgeFact || f.Kind == extract.RoleFact {
			s += string(f.Kind) + f.Value + "\n"
		}
	}
	return s
}

// Misspelt reports whether one name is the other but for a slip that no
// notation, script or short form accounts for.
func Misspelt(a, b Person) bool {
	if a.Suffix != b.Suffix {
		return false
	}
	roman := a.Romanized || b.Romanized || !a.familiar && !b.familiar
	switch {
	case a.letters == b.letters:
		return false
	case a.Given == b.Given && len(a.Given) > 1:
		return slipped(a.Last, b.Last, roman)
	case a.Last == b.Last:
		return slipped(a.Given, b.Given, roman)
	}
	return false
}

func slipped(a, b string, romanized bool) bool {
	if !spelling.Slip(a, b) || spelling.Same(a, b, romanized) {
		return false
	}
	return !romanized || spelling.Consonants(a) != spelling.Consonants(b)
}

// meeting counts what two articles say alike of a person: an age, a role.
func meeting(a, b *extract.Name) int {
	n := 0
	for _, f := range a.Facts {
		for _, g := range b.Facts {
			if f.Kind != g.Kind {
				continue
			}
			switch f.Kind {
			case extract.AgeFact:
				if f.Low <= g.High && g.Low <= f.High {
					n++
				}
			case extract.RoleFact:
				if shareWord(f.Value, g.Value) {
					n++
				}
			}
		}
	}
	return n
}

func shareWord(a, b string) bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text.Bare(a)) {
		if !words.IsLight(w) && !words.Generic(words.Stem(w)) {
			set[words.Stem(w)] = true
		}
	}
	for _, w := range strings.Fields(text.Bare(b)) {
		if set[words.Stem(w)] {
			return true
		}
	}
	return false
}

// groupOf lays out the names ms of one person; ok is false if no two articles
// are left.
func groupOf(ns []*named, ms []int) (g Group[extract.Name], ok bool) {
	times := map[int]int{}
	longest := ""
	for _, i := range ms {
		for _, m := range ns[i].members {
			times[m.Article]++
			if n := m.Item.Name; len(n) > len(longest) || len(n) == len(longest) && n < longest {
				longest = n
			}
			g.Members = append(g.Members, m)
		}
	}
	g.Members = slices.DeleteFunc(g.Members, func(m Member[extract.Name]) bool { return times[m.Article] > 1 })
	slices.SortStableFunc(g.Members, func(a, b Member[extract.Name]) int { return a.Article - b.Article })
	g.Subject = longest
	full := ms[max(slices.IndexFunc(ms, func(i int) bool { return len(ns[i].Given) > 1 }), 0)] // that one more has "J. Roe" changes nothing
	g.Key = ns[full].Given + " " + ns[full].Last
	return g, len(g.Members) > 1
}
