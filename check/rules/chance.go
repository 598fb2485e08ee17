package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// figureChance is how likely the readings of a contrast, matched with this
// score, are of one measure. Small counts and counts of a game are met so often
// that two may be of two things, and so may the figures of two bearers; two
// numbers that lie close together seldom are, nor are two counts of the dead.
func figureChance(c *check.Case, g *align.Group[extract.Figure], k check.Contrast, score float64) float64 {
	a, b := &g.Members[k.A].Item, &g.Members[k.B].Item
	var signs []string
	sign := func(name string, is bool) {
		if is {
			signs = append(signs, name)
		}
	}
	sign("update", k.Verdict == check.Update)
	sign("plain", proved(g, k))
	sign("apart", apart(c, g, k))
	sign("near", unitsDiffer(g, k) || nearby(a.Low, b.Low))
	p := check.Chance("figures", score, signs...)
	if apart(c, g, k) || ofPronoun(a) || ofPronoun(b) {
		return p
	}
	return max(p, oneText(a.Sentence, b.Sentence))
}

// ofPronoun reports whether a pronoun stands before a figure: whose it is,
// another sentence says.
func ofPronoun(f *extract.Figure) bool {
	return slices.ContainsFunc(strings.Fields(f.Sentence[:min(max(f.InSentence.Start, 0), len(f.Sentence))]), func(w string) bool {
		return words.Bearers.Has(text.Bare(strings.TrimFunc(w, unicode.IsPunct)))
	})
}

// dateChance is how likely the readings of a contrast, matched with this score,
// are of one event: two sentences that are the same but for their days tell one.
func dateChance(g *align.Group[extract.Date], k check.Contrast, score float64) float64 {
	return max(check.Chance("dates", score), oneText(undated(&g.Members[k.A].Item), undated(&g.Members[k.B].Item)))
}

// undated returns the sentence of d without d.
func undated(d *extract.Date) string {
	from := min(max(d.InSentence.Start, 0), len(d.Sentence))
	return d.Sentence[:from] + d.Sentence[min(max(d.InSentence.End, from), len(d.Sentence)):]
}

// oneText is how likely two sentences are one that differs in its numbers, as
// most of their words are the same: else 0.
func oneText(a, b string) float64 {
	unnumbered := func(s string) []words.Word {
		return slices.DeleteFunc(words.Split(s), func(w words.Word) bool { return w.Norm == "" || '0' <= w.Norm[0] && w.Norm[0] <= '9' })
	}
	x, y := unnumbered(a), unnumbered(b)
	n, _ := words.BagOf(x).Common(words.BagOf(y))
	const least = 3
	switch all := max(len(x), len(y)); {
	case n < least:
		return 0
	case n == all:
		return 0.96
	case n*10 >= all*8:
		return 0.9
	}
	return 0
}

// nearby reports whether the larger of two numbers is less than a third more
// than the smaller.
func nearby(a, b extract.Number) bool {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	const third = 135 // hundredths
	return a.Sign() > 0 && b.Cmp(a.Mul(extract.Number{Coef: third, Exp: -2})) < 0
}

// sameFigure is how likely two places that have the same number, matched with
// this score, are of one measure.
func sameFigure(score float64) float64 { return check.Chance("figures", score, "same") }

// quoteChance is how likely two quotes that lie on each other like this are of
// one sentence: many words in a row are not met twice by chance.
func quoteChance(m words.Match) float64 {
	const half = 2 // words in a row that are worth half of any number
	run := float64(m.Run)
	return check.Chance("quotes", m.Likeness()*run/(run+half))
}

// rankOf orders confidences by their grade: what differs by less is equal.
func rankOf(confidence float64) int {
	switch {
	case confidence >= check.Sure:
		return 2
	case confidence >= check.Likely:
		return 1
	}
	return 0
}
