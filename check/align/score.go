package align

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// unitLink matches two figures that have the same digits in another unit. The
// more digits, the less it takes to see that it is one number.
func unitLink(a, b *measured, around float64) link {
	score := 0.8 * around
	switch n := a.figure.Low.Trim().Coef; {
	case n >= 100:
		score += 0.35
	case n >= 12:
		score += 0.25
	default:
		score += 0.1
	}
	if score < otherFigure || differs(a, b, true) != "" {
		return link{}
	}
	return link{score: min(score, 1), why: figureWhy(a, b, false)}
}

// figureScore weighs what speaks for two figures being of one measure. What is
// counted and what stands around them count for it; where the numbers differ,
// small ones, ones of another order, and nouns that everything is counted in
// count against it.
func figureScore(a, b *measured, around float64, measure, near bool) float64 {
	x, y := a.figure, b.figure
	score := 0.65 * around
	nouns, generic := shareOf(a.nouns, b.nouns), !sharesTelling(a.nouns, b.nouns)
	if generic {
		nouns *= 0.3
	}
	score += 0.25 * nouns
	switch {
	case measure && x.Measure.Grows:
		score += 0.3
	case measure && (!generic || x.Measure.Name != x.Noun && y.Measure.Name != y.Noun):
		score += 0.1 // "earnings" and "net income" are both profit
	}
	if near {
		if precise(x) && precise(y) {
			score += 0.25 // 43,885,310 is not met twice by chance
		} else if telling(x) && x.Unit == y.Unit && x.Low.Equal(y.Low) && x.High.Equal(y.High) {
			score += 0.16 // nor, in one story, are $103 billion
		}
		return min(score, 1)
	}
	if x.Kind == extract.Quantity || x.Kind == extract.Lasting {
		score += 0.08 // the unit is a noun that both have
	}
	switch r := ratio(x, y); {
	case oneDigit(x, y):
		score += 0.05 * float64(min(digits(x), 4)-1) // 276 and 266 of one thing are seldom two things
	case r > 10:
		score -= 0.2
	case r > 3:
		score -= 0.12
	case r > 1.6:
		score -= 0.05
	}
	if small(x) && small(y) && !(measure && x.Measure.Grows) {
		score -= 0.08
	}
	if apartNouns(a, b) {
		score -= 0.1
	}
	return max(min(score, 1), 0)
}

// sharesTelling reports whether two figures count something alike that not
// everything is counted in. A kind of thing counts where its name is not
// shared: two numbers of homes may be of any homes.
func sharesTelling(a, b map[string]bool) bool {
	kind, word := false, false
	for w := range a {
		switch {
		case !b[w]:
		case strings.HasPrefix(w, aKind):
			kind = true
		case !words.Generic(w):
			return true
		default:
			word = true
		}
	}
	return kind && !word
}

// oneDigit reports whether two numbers are written with as many digits and
// differ in one of them.
func oneDigit(a, b *extract.Figure) bool {
	x, y := printed(a.Low), printed(b.Low)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	n := 0
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n == 1
}

// digits is how many digits of a number tell: 3 of 276, 1 of 900.
func digits(f *extract.Figure) int {
	n := f.Low.Trim().Coef
	return len(strconv.FormatInt(max(n, -n), 10))
}

// printed writes a number without exponent, if it is not too long.
func printed(n extract.Number) string {
	const most = 15
	if n.Exp > most || n.Exp < -most {
		return ""
	}
	return n.Group()
}

// ratio is how many times the larger of two figures is the smaller.
func ratio(a, b *extract.Figure) float64 {
	x, y := a.Low.Float(), b.Low.Float()
	if x < 0 {
		x = -x
	}
	if y < 0 {
		y = -y
	}
	if x > y {
		x, y = y, x
	}
	if x == 0 {
		return 100
	}
	return y / x
}

// small reports whether a count is one that many things have.
func small(f *extract.Figure) bool {
	return f.Kind == extract.Count && f.Low.Cmp(extract.NewNumber(12)) <= 0
}

// telling reports whether a measure, not a count, has three digits or more.
func telling(f *extract.Figure) bool {
	return f.Kind != extract.Count && f.Kind != extract.Age && digits(f) >= 3
}
