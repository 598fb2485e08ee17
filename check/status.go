package check

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// stages are the steps of a case, in their order.
var stages = []string{"suspected", "arrested", "charged", "tried", "convicted"}

// A lawful is where a person stands in law: how far an article says that the
// case has come.
type lawful struct {
	stage    int             // index in stages; -1 for acquitted
	denied   bool            // what the article says has not happened
	told     bool            // with who brought it about, or when
	offences map[string]bool // stems, of all the article says of the case
	fact     *extract.Fact
}

// statuses compares how far each article says the case has come.
func (c *Case) statuses(g align.Group[extract.Name]) *Comparison {
	x := aspect(g, StatusOf)
	var ls []lawful
	for k := range g.Members {
		if l, ok := lawfulOf(&g.Members[k].Item); ok {
			ls = append(ls, l)
			value := l.fact.Value
			if l.denied {
				value = "not " + value
			}
			c.add(x, g.Members[k].Article, l.fact.Item, value)
		}
	}
	contrast := func(i, j int) Contrast {
		if c.laterOf(x.Readings, ls, i, j) {
			return Contrast{Verdict: Agree}
		}
		return compareStatus(ls[i], ls[j])
	}
	agree := func(i, j int) bool { return contrast(i, j).Verdict == Agree }
	same := func(i int) string {
		return fmt.Sprint(x.valueAt(i), ls[i].told, ls[i].offences, c.dayOf(x.Readings[i].Article))
	}
	return c.fill(x, same, func(i, j int) int {
		return cmp.Or(ls[i].stage-ls[j].stage, cmp.Compare(x.Readings[i].Value, x.Readings[j].Value))
	}, agree, contrast)
}

// lawfulOf returns the last stage that an article gives, told of now. What it
// denies counts where it gives no stage as late.
func lawfulOf(n *extract.Name) (lawful, bool) {
	out := lawful{offences: map[string]bool{}}
	for _, f := range n.Of(extract.StatusFact) {
		if f.Past {
			continue
		}
		at := slices.Index(stages, f.Value)
		if at < 0 || at >= charged { // "arrested over the fire" names no offence
			for _, w := range f.Words {
				out.offences[words.Stem(w)] = true
			}
		}
		if f.Denied && f.Value == "acquitted" {
			continue
		}
		if out.fact == nil || !f.Denied && out.denied && at >= out.stage || !f.Denied && !out.denied && (at < 0 || at > out.stage && out.stage >= 0) ||
			f.Denied && !out.denied && out.stage >= 0 && at > out.stage {
			out.fact, out.stage, out.denied, out.told = f, at, f.Denied, f.Told
		}
	}
	return out, out.fact != nil
}

// laterOf reports whether the article with the later stage comes on a later
// day, so that the case has moved on; or may, with no day known.
func (c *Case) laterOf(rs []Reading, ls []lawful, i, j int) bool {
	if ls[i].reach() > ls[j].reach() {
		i, j = j, i
	}
	a, b := c.dayOf(rs[i].Article), c.dayOf(rs[j].Article)
	if a == "" || b == "" {
		return a != b
	}
	return b > a
}

// reach is how far a case has come, for the order of two of them.
func (l lawful) reach() int {
	switch {
	case l.stage < 0:
		return len(stages)
	case l.denied:
		return l.stage - 1
	}
	return l.stage
}

const (
	charged   = 2
	convicted = 4
)

// compareStatus says how two standings of one person stand to each other.
func compareStatus(a, b lawful) Contrast {
	if len(a.offences) > 0 && len(b.offences) > 0 && !shared(a.offences, b.offences) {
		return Contrast{Verdict: Agree} // two cases
	}
	if a.reach() > b.reach() {
		a, b = b, a
	}
	switch {
	case a.denied && b.denied:
	case a.denied && b.stage >= a.stage:
		return Contrast{Verdict: Conflict, Why: "one says that it has not happened"}
	case b.stage < 0 && a.stage == convicted:
		return Contrast{Verdict: Conflict, Why: "acquitted in one, convicted in the other"}
	case b.stage < 0 || b.denied || a.denied:
	case b.stage == convicted && a.stage < convicted:
		return Contrast{Verdict: Diverge, Why: "convicted in one, a case still open in the other"}
	case b.stage >= charged && a.stage < charged && !b.told:
		return Contrast{Verdict: Diverge, Near: true, Why: "no word of who brought the case, or when"}
	}
	return Contrast{Verdict: Agree}
}

func shared(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}
