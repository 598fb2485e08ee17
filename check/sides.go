package check

import (
	"fmt"
	"slices"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// A Contrast is two readings of a comparison that do not say the same.
type Contrast struct {
	A, B    int // readings; A comes first
	Verdict Verdict
	Why     string // "half the number", "a negation"; may be empty
	Hedged  bool   // one of them is not stated as exact
	Near    bool   // of a case in law: the steps lie so near that a clause left out may account for it

	Match   words.Match // of quotes: how they lie on each other
	Speaker bool        // of quotes: the same words are given to two people
}

// sided divides readings into sides: a reading joins the first side of which
// it agrees with somebody and differs from nobody, one of somebody it is akin
// to before others. same names for each reading what it says, so that readings
// that say the very same are looked at once; order is of the readings by what
// they say, so that the order of articles decides nothing. What comes after
// very many sayings has sides of its own.
func sided(same []string, order []int, agree, differ, akin func(i, j int) bool) []int {
	side := make([]int, len(same))
	of := map[string]int{} // what is said, on which side
	var members [][]int
	for _, i := range order {
		at, known := of[same[i]]
		if !known {
			at = len(members)
			if len(of) < manyHeads {
				at = sideFor(i, members, agree, differ, akin)
			}
			if at == len(members) {
				members = append(members, nil)
			}
			members[at], of[same[i]] = append(members[at], i), at
		}
		side[i] = at
	}
	return renumber(side)
}

func sideFor(i int, members [][]int, agree, differ, akin func(i, j int) bool) int {
	fits := len(members)
	for at, ms := range members {
		some, one, none := false, false, true
		for _, j := range ms {
			if differ(i, j) {
				none = false
				break
			}
			some = some || agree(i, j)
			one = one || akin(i, j)
		}
		switch {
		case !some || !none:
		case one:
			return at
		default:
			fits = min(fits, at)
		}
	}
	return fits
}

// manyReadings is how many readings of a comparison are all judged against
// each other. Of more, standing stand for all that say the very same, and
// manyHeads are the most that do.
const manyReadings, standing, manyHeads = 100, 2, 200

// judged calls yield for the pairs of readings of two articles that are to be
// judged: an outlet's own reports are compared, and are no second source. Of
// many readings these are the ones that were matched with each other, those
// with a place in a draft, and some that stand for all that say the very same.
func (c *Case) judged(x *Comparison, same []string, pairs []align.Pair, yield func(i, j int)) {
	try := func(i, j int) {
		if x.Readings[i].Article != x.Readings[j].Article {
			yield(i, j)
		}
	}
	n := len(x.Readings)
	if n <= manyReadings {
		for i := range n {
			for j := i + 1; j < n; j++ {
				try(i, j)
			}
		}
		return
	}
	heads, own := c.heads(x, same)
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	var todo [][2]int
	for _, p := range pairs {
		todo = append(todo, [2]int{p.A, p.B})
	}
	for k, i := range own {
		beside := heads
		if k*n < manyHeads*manyHeads {
			beside = all
		}
		for _, j := range beside {
			todo = append(todo, [2]int{min(i, j), max(i, j)})
		}
	}
	for k, i := range heads {
		for _, j := range heads[k+1:] {
			todo = append(todo, [2]int{i, j})
		}
	}
	slices.SortFunc(todo, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	for _, p := range slices.Compact(todo) {
		try(p[0], p[1])
	}
}

// heads returns the readings that stand for those that say the very same, and
// the same of drafts. What nobody stands for is said in a notice.
func (c *Case) heads(x *Comparison, same []string) (all, drafts []int) {
	count, ofDrafts := map[string]int{}, map[string]int{}
	left := map[string]bool{}
	for i := range x.Readings {
		if count[same[i]]++; count[same[i]] <= standing {
			if len(all) < manyHeads {
				all = append(all, i)
			} else if count[same[i]] == 1 {
				left[same[i]] = true
			}
		}
		if !x.Readings[i].Draft {
			continue
		}
		if ofDrafts[same[i]]++; ofDrafts[same[i]] <= standing && len(drafts) < manyHeads {
			drafts = append(drafts, i)
		}
	}
	if len(left) > 0 {
		c.cut = append(c.cut, fmt.Sprintf("%d different readings of one %s (%s), of which %d were all compared with each other", len(count), x.Kind, x.Subject, len(count)-len(left)))
	}
	return all, drafts
}

// renumber names the sides in the order of their first readings.
func renumber(side []int) []int {
	names := map[int]int{}
	out := make([]int, len(side))
	for i, s := range side {
		if _, ok := names[s]; !ok {
			names[s] = len(names)
		}
		out[i] = names[s]
	}
	return out
}

// A holding is which articles have a reading on which side. An article that
// has both sides of a contrast knows both: it disagrees with itself, if at
// all, and not with another outlet.
type holding map[[2]int]bool

func holdings(readings []Reading) holding {
	h := holding{}
	for _, r := range readings {
		h[[2]int{r.Article, r.Side}] = true
	}
	return h
}

// both reports whether one of the articles of two readings has both sides.
func (h holding) both(a, b Reading) bool {
	return h[[2]int{a.Article, b.Side}] || h[[2]int{b.Article, a.Side}]
}

// each reports whether both articles of two readings have both sides.
func (h holding) each(a, b Reading) bool {
	return h[[2]int{a.Article, b.Side}] && h[[2]int{b.Article, a.Side}]
}

// judge counts the independent outlets of a comparison and gives its verdict:
// the hardest of its contrasts, else whether two outlets agree and nobody says
// otherwise.
func (c *Case) judge(cmp *Comparison) {
	if len(cmp.Contrasts) > 0 {
		cmp.Verdict = Update
		for _, x := range cmp.Contrasts {
			if hardness(x.Verdict) > hardness(cmp.Verdict) {
				cmp.Verdict = x.Verdict
			}
		}
	}
	origins, prints := map[string]bool{}, map[uint64]bool{}
	perSide := map[int]map[string]bool{}
	for _, r := range cmp.Readings {
		if c.Primary(r.Article) {
			continue // a document that others report on is no outlet
		}
		o := c.Origins[r.Article]
		if cmp.Kind != "quote" && longPrint(&r.Item) {
			if prints[r.Item.Print] && !origins[o] {
				continue // one wire sentence in a rewritten copy
			}
			prints[r.Item.Print] = true
		}
		origins[o] = true
		if perSide[r.Side] == nil {
			perSide[r.Side] = map[string]bool{}
		}
		perSide[r.Side][o] = true
	}
	cmp.Outlets = len(origins)
	c.document(cmp)
	if cmp.Verdict != "" {
		return
	}
	cmp.Verdict = Alone
	for _, os := range perSide {
		if len(os) > 1 {
			cmp.Verdict = Agree
		}
	}
	if cmp.Verdict == Agree && len(perSide) > 1 {
		cmp.Verdict = Diverge // another side is no agreement, though nobody is asked to look at it
	}
}

// document says of a comparison that a primary document is among its readings.
func (c *Case) document(cmp *Comparison) {
	for _, r := range cmp.Readings {
		if c.Primary(r.Article) {
			issuer := c.Articles[r.Article].Issuer
			if issuer == "" {
				issuer = c.Articles[r.Article].Name
			}
			cmp.Why = append(slices.Clone(cmp.Why), "a primary document of "+issuer+" has it, too, and counts for no outlet")
			return
		}
	}
}

// longPrint reports whether a sentence is so long that two reporters will not
// have written it word for word.
func longPrint(it *extract.Item) bool {
	const long = 60 // bytes
	return it.Print != 0 && len(it.Sentence) >= long
}

func hardness(v Verdict) int {
	return slices.Index([]Verdict{Alone, Agree, Update, Diverge, Conflict}, v)
}
