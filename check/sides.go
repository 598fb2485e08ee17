package check

import (
	"slices"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// A Contrast is two readings of a comparison that do not say the same.
type Contrast struct {
	A, B    int // readings; A comes first
	Verdict Verdict
	Why     string // "half the number", "a negation"; may be empty
	Hedged  bool   // one of them is not stated as exact

	Match   words.Match // of quotes: how they lie on each other
	Speaker bool        // of quotes: the same words are given to two people
}

// sided divides n readings into sides: a reading joins the first side of
// which it agrees with somebody and differs from nobody. order is of the
// readings by what they say, so that the order of articles decides nothing.
func sided(n int, order []int, agree, differ func(i, j int) bool) []int {
	side := make([]int, n)
	var members [][]int
	for _, i := range order {
		at := slices.IndexFunc(members, func(ms []int) bool {
			some := false
			for _, j := range ms {
				if differ(i, j) {
					return false
				}
				some = some || agree(i, j)
			}
			return some
		})
		if at < 0 {
			at, members = len(members), append(members, nil)
		}
		members[at] = append(members[at], i)
		side[i] = at
	}
	return renumber(side)
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

// judge counts the independent outlets of a comparison and gives its verdict:
// the hardest of its contrasts, else whether two outlets agree.
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
	if cmp.Verdict != "" {
		return
	}
	cmp.Verdict = Alone
	for _, os := range perSide {
		if len(os) > 1 {
			cmp.Verdict = Agree
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
