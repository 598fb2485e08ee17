package rules

import (
	"math/big"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// sentences divides the figures of an article by the sentences they stand in.
func sentences(items extract.Items) [][]extract.Figure {
	var out [][]extract.Figure
	for _, f := range items.Figures {
		if n := len(out); n > 0 && start(out[n-1][0].Item) == start(f.Item) && out[n-1][0].Print == f.Print {
			out[n-1] = append(out[n-1], f)
			continue
		}
		out = append(out, []extract.Figure{f})
	}
	return out
}

// between returns the folded words between two figures of one sentence.
func between(a, b extract.Figure) string {
	from, to := a.InSentence.End, b.InSentence.Start
	if from < 0 || to > len(a.Sentence) || from > to {
		return ""
	}
	return strings.Join(strings.Fields(text.Bare(a.Sentence[from:to])), " ")
}

// exact returns the number of a figure that is stated without hedge or range.
func exact(f extract.Figure) (*big.Rat, bool) {
	if f.Hedged() || f.Low != f.High {
		return nil, false
	}
	return rat(f.Low), true
}

const maxExponent = 18 // of numbers that sums are made with

func rat(n extract.Number) *big.Rat {
	r := new(big.Rat).SetInt64(n.Coef)
	if n.Exp > maxExponent || n.Exp < -maxExponent {
		return new(big.Rat)
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n.Exp, -n.Exp))), nil)
	if n.Exp >= 0 {
		return r.Mul(r, new(big.Rat).SetInt(ten))
	}
	return r.Quo(r, new(big.Rat).SetInt(ten))
}

// percent returns 100 × a / b, or nothing if b is 0.
func percent(a, b *big.Rat) *big.Rat {
	if b.Sign() == 0 {
		return nil
	}
	q := new(big.Rat).Quo(a, b)
	return q.Mul(q, big.NewRat(100, 1))
}

// off reports whether a stated percentage is further from the sum than
// rounding allows: one unit of its last digit, and half a point.
func off(stated extract.Number, sum *big.Rat) bool {
	d := new(big.Rat).Sub(rat(stated), sum)
	d.Abs(d)
	unit := rat(extract.Number{Coef: 1, Exp: min(stated.Exp, 0)})
	if half := big.NewRat(1, 2); unit.Cmp(half) < 0 {
		unit = half
	}
	return d.Cmp(unit) > 0
}
