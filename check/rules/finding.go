package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// pick returns one reading for each side that the given contrasts are
// between: the one that matches another side best, of equals text before
// headline, then the first in order.
func pick(x *check.Comparison, contrasts []check.Contrast, pairs []align.Pair) []int {
	score := map[int]float64{}
	for _, p := range pairs {
		if x.Readings[p.A].Side != x.Readings[p.B].Side {
			score[p.A], score[p.B] = max(score[p.A], p.Score), max(score[p.B], p.Score)
		}
	}
	best := map[int]int{}
	var sides []int
	for _, k := range contrasts {
		for _, r := range []int{k.A, k.B} {
			s := x.Readings[r].Side
			old, ok := best[s]
			if !ok {
				sides = append(sides, s)
			}
			if d := x.Readings[r].Draft; ok && d != x.Readings[old].Draft {
				if d {
					best[s] = r // the editor is to see the place in the draft
				}
				continue
			}
			if !ok || score[r] > score[old] || score[r] == score[old] && before(x, r, old) {
				best[s] = r
			}
		}
	}
	slices.Sort(sides)
	var out []int
	for _, s := range sides {
		out = append(out, best[s])
	}
	return out
}

// A matched is a contrast between two readings that were matched with each
// other, and not only with a third.
type matched struct {
	check.Contrast
	score float64
	why   []string
}

// matchedPairs returns for each two sides that differ the pair of readings
// that match best, best first, at most three.
func matchedPairs(x *check.Comparison, pairs []align.Pair, want func(check.Contrast) bool) []matched {
	by := map[[2]int]align.Pair{}
	for _, p := range pairs {
		by[[2]int{p.A, p.B}] = p
	}
	var all []matched
	for _, k := range x.Contrasts {
		if p, ok := by[[2]int{k.A, k.B}]; ok && want(k) {
			all = append(all, matched{k, p.Score, p.Why})
		}
	}
	slices.SortStableFunc(all, func(a, b matched) int { return cmp.Compare(b.score, a.score) })
	const most = 3
	seen := map[[2]int]bool{}
	var out []matched
	for _, m := range all {
		a, b := x.Readings[m.A].Side, x.Readings[m.B].Side
		if k := [2]int{min(a, b), max(a, b)}; !seen[k] && len(out) < most {
			seen[k] = true
			out = append(out, m)
		}
	}
	return out
}

// contrasted returns the best matched pair of each two sides that want
// accepts; where no two of them were matched with each other, the first pair.
func contrasted(x *check.Comparison, pairs []align.Pair, want func(check.Contrast) bool) []matched {
	if ms := matchedPairs(x, pairs, want); len(ms) > 0 {
		return ms
	}
	for _, k := range x.Contrasts {
		if want(k) {
			return []matched{{k, 0, x.Why}}
		}
	}
	return nil
}

func before(x *check.Comparison, a, b int) bool {
	if p, q := x.Readings[a].Item.Part, x.Readings[b].Item.Part; p != q {
		return p == extract.Text
	}
	return a < b
}

// places returns the readings as evidence.
func places(x *check.Comparison, readings []int) []check.Evidence {
	var out []check.Evidence
	for _, r := range readings {
		out = append(out, x.Readings[r].Evidence)
	}
	return out
}

// only returns the contrasts that want accepts.
func only(x *check.Comparison, want func(check.Contrast) bool) []check.Contrast {
	var out []check.Contrast
	for _, k := range x.Contrasts {
		if want(k) {
			out = append(out, k)
		}
	}
	return out
}

// The three steps of confidence: the probability that an editor accepts the
// match.
const (
	low    = 0.5
	medium = 0.7
	high   = 0.9
)

// confidence makes a step of the score of a group of quotes.
func confidence(score float64) float64 {
	switch {
	case score >= 0.8:
		return high
	case score >= 0.62:
		return medium
	}
	return low
}

// Scores of the best pair of figures or dates that differ at which the match
// is sure, and at which an editor should look. Chosen on the clean stories.
const (
	surePair   = 0.7
	likelyPair = 0.5
)

// pairConfidence makes a step of the score of a match between two sides.
func pairConfidence(score float64) float64 {
	switch {
	case score >= surePair:
		return high
	case score >= likelyPair:
		return medium
	}
	return low
}

// lookLevel is the level of a finding whose match is no more than possible:
// nobody is asked to look at what may well be two things.
func lookLevel(level check.Level, confidence float64) check.Level {
	if confidence <= low {
		return check.Info
	}
	return level
}

// month is the month of publication of the earliest place shown.
func month(c *check.Case, places []check.Evidence) string {
	out := ""
	for _, p := range places {
		if t := c.Articles[p.Article].Published; !t.IsZero() {
			if m := t.Format("2006-01"); out == "" || m < out {
				out = m
			}
		}
	}
	return out
}

// quoted puts an article's words into marks for a message, cut to n runes.
func quoted(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Trim(s, "“”\"'‘’„«»` ,")
	r := []rune(s)
	if len(r) > n {
		s = strings.TrimSpace(string(r[:n])) + "…"
	}
	return "“" + s + "”"
}

// list joins values: "27, 28 and 31".
func list(vs []string) string {
	if len(vs) < 2 {
		return strings.Join(vs, "")
	}
	return strings.Join(vs[:len(vs)-1], ", ") + " and " + vs[len(vs)-1]
}

// one makes a finding about a single place.
func one(article int, it extract.Item, subject, message string) check.Finding {
	return check.Finding{
		Subject: subject, Message: message, Verdict: check.Conflict, Confidence: high,
		Evidence: []check.Evidence{{Article: article, Item: it}}, Sides: []string{it.Text},
	}
}

// primary reports whether an article is what others report on.
func primary(ref corpus.Ref) bool { return ref.Kind == corpus.Primary }

// stub is how many words an article has that is cut off after its first lines.
const stub = 120
