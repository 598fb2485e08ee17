package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
)

// A matched is a contrast and how well its two readings were matched with each
// other; 0 where they were matched only by way of a third.
type matched struct {
	check.Contrast
	score      float64
	confidence float64
	why        []string
	level      check.Level
	rank       int

	changes []words.Change // of quotes: what the rule wants of how they differ
	worst   words.Change   // of those
	says    [2]string      // what A and B have there, with a word on each side
}

// A fault is what a rule finds in one comparison: the contrasts it stands on,
// and one reading for each side that they are between.
type fault struct {
	lead  matched   // what asks most of an editor; the finding is told by it
	all   []matched // for each two sides that differ, lead first
	shown []int     // readings, those of lead first
	by    []matched // why each is shown
	sides []int     // of shown
	also  []matched // for each reading that says what one shown says, what the rule wants of it
}

// A judge says which contrasts of a comparison a rule wants, how sure a match
// of some score is, and how much a contrast that is sure asks of an editor.
type judge struct {
	want  func(check.Contrast) bool
	sure  func(score float64, k check.Contrast) float64
	level func(check.Contrast) check.Level
	rank  func(check.Contrast) int // of contrasts as sure, the least is shown; may be nil
}

// faults gathers the contrasts of a comparison that the rule wants.
func (j *judge) faults(x *check.Comparison, pairs []align.Pair) []fault {
	return faultsOf(x, j.wanted(x, pairs))
}

// faultsOf gathers contrasts of a comparison into one fault, whatever the
// number of sides. What is no more than context, or a possible match, is a
// fault of its own if it shows another side: it does not weaken what is sure.
func faultsOf(x *check.Comparison, all []matched) []fault {
	bestFirst(x, all)
	every := slices.Clone(all)
	var sure, loose []matched
	for _, m := range bestOfSides(x, all) {
		if m.level != check.Info {
			sure = append(sure, m)
		} else {
			loose = append(loose, m)
		}
	}
	var out []fault
	if len(sure) > 0 {
		out = append(out, newFault(x, sure))
	}
	if len(loose) > 0 {
		f := newFault(x, loose)
		for i := range f.shown {
			if len(out) == 0 || !out[0].has(x, f.by[i], f.shown[i]) {
				out = append(out, f)
				break
			}
		}
	}
	tellAlso(x, out, every)
	return out
}

// tellAlso gives each fault the contrasts of readings that it does not show,
// the best of each, if it shows what they say: what is sure to the first of
// two faults, context to the other.
func tellAlso(x *check.Comparison, faults []fault, every []matched) {
	for i := range faults {
		f := &faults[i]
		f.also = notShown(every, f.shown, func(m matched, r int) bool {
			return (len(faults) == 1 || (m.level == check.Info) == (i > 0)) && f.has(x, m, r)
		})
	}
}

// notShown returns the first of sorted contrasts for each reading that is not
// shown and that want accepts.
func notShown(every []matched, shown []int, want func(m matched, r int) bool) []matched {
	told := map[int]bool{}
	for _, r := range shown {
		told[r] = true
	}
	var out []matched
	for _, m := range every {
		for _, r := range []int{m.A, m.B} {
			if !told[r] && want(m, r) {
				told[m.A], told[m.B] = true, true
				out = append(out, m)
			}
		}
	}
	return out
}

// alsoAt returns the places of the contrasts that a fault does not show; place
// is where a reading of one of them stands.
func (f *fault) alsoAt(place func(m matched, r int) check.Evidence) [][]check.Evidence {
	var out [][]check.Evidence
	for _, m := range f.also {
		out = append(out, []check.Evidence{place(m, m.A), place(m, m.B)})
	}
	return out
}

// pairs are the places of the contrasts that a fault does not show.
func (f *fault) pairs(x *check.Comparison) [][]check.Evidence {
	return f.alsoAt(func(_ matched, r int) check.Evidence { return x.Readings[r].Evidence })
}

// wanted returns the contrasts that the rule wants, with what it thinks of them.
func (j *judge) wanted(x *check.Comparison, pairs []align.Pair) []matched {
	by := make(map[[2]int]align.Pair, len(pairs))
	for _, p := range pairs {
		by[[2]int{p.A, p.B}] = p
	}
	var all []matched
	for _, k := range x.Contrasts {
		if !j.want(k) {
			continue
		}
		m := matched{Contrast: k, why: x.Why}
		if p, ok := by[[2]int{k.A, k.B}]; ok {
			m.score, m.why = p.Score, p.Why
		}
		m.confidence = j.sure(m.score, k)
		m.level = lookLevel(j.level(k), m.confidence)
		if j.rank != nil {
			m.rank = j.rank(k)
		}
		all = append(all, m)
	}
	return all
}

// newFault makes a fault of contrasts, best first.
func newFault(x *check.Comparison, ms []matched) fault {
	slices.SortStableFunc(ms, func(a, b matched) int { return b.level.Rank() - a.level.Rank() })
	f := fault{lead: ms[0], all: ms}
	for _, m := range ms {
		f.show(x, m)
	}
	return f
}

// bestFirst sorts contrasts by how well their readings match: of about equals
// the place in a draft comes first, for its editor is to see it, and text
// before headline.
func bestFirst(x *check.Comparison, all []matched) {
	drafts := func(m matched) int {
		n := 0
		for _, r := range []int{m.A, m.B} {
			if x.Readings[r].Draft {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b matched) int {
		return cmp.Or(rankOf(b.confidence)-rankOf(a.confidence), drafts(b)-drafts(a), inTitle(x, a.Contrast)-inTitle(x, b.Contrast), a.rank-b.rank, cmp.Compare(b.score, a.score))
	})
}

// bestOfSides leaves of sorted contrasts, in their place, the best between each
// two sides.
func bestOfSides(x *check.Comparison, all []matched) []matched {
	type between struct {
		says  [2]string
		sides [2]int // where the words are the same
	}
	seen := map[between]bool{}
	return slices.DeleteFunc(all, func(m matched) bool {
		k := between{says: [2]string{min(m.says[0], m.says[1]), max(m.says[0], m.says[1])}}
		if m.says[0] == m.says[1] {
			a, b := x.Readings[m.A].Side, x.Readings[m.B].Side
			k = between{sides: [2]int{min(a, b), max(a, b)}}
		}
		old := seen[k]
		seen[k] = true
		return old
	})
}

// show adds the sides of m that are not shown yet.
func (f *fault) show(x *check.Comparison, m matched) {
	for _, r := range []int{m.A, m.B} {
		if !f.has(x, m, r) {
			f.shown, f.by, f.sides = append(f.shown, r), append(f.by, m), append(f.sides, x.Readings[r].Side)
		}
	}
}

// has reports whether what reading r of m says is shown. Of figures and dates
// that is its side; two quotes on one side may differ in what only one of them
// goes on to say, and two sides may share the words at a change.
func (f *fault) has(x *check.Comparison, m matched, r int) bool {
	side, said := x.Readings[r].Side, m.said(r)
	if said == "" {
		return slices.Contains(f.sides, side)
	}
	for i, k := range f.shown {
		if k == r || f.by[i].said(k) == said || f.sides[i] == side && strings.Contains(" "+x.Readings[k].Value+" ", " "+said+" ") {
			return true
		}
	}
	return false
}

// said returns what reading r says at the worst change of a quote.
func (m *matched) said(r int) string {
	if r == m.B {
		return m.says[1]
	}
	return m.says[0]
}

// values returns what each side says, by its most exact reading whether it is
// shown or not, so that one more outlet on a side changes nothing. exacter
// orders readings, the most exact first.
func (f *fault) values(x *check.Comparison, exacter func(a, b int) int) []string {
	var out []string
	for _, r := range f.exactest(x, exacter) {
		out = append(out, x.Readings[r].Value)
	}
	return out
}

// exactest returns the most exact reading of each side.
func (f *fault) exactest(x *check.Comparison, exacter func(a, b int) int) []int {
	best := map[int]int{}
	for r := range x.Readings {
		s := x.Readings[r].Side
		if old, ok := best[s]; !ok || cmp.Or(exacter(r, old), cmp.Compare(x.Readings[r].Value, x.Readings[old].Value)) < 0 {
			best[s] = r
		}
	}
	var out []int
	for _, s := range f.sides {
		out = append(out, best[s])
	}
	return out
}
