package rules

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// apart reports whether two figures of one measure may well be of two bearers
// or two times: two players, the man at 27 and at 29, a sum that each outlet
// converted for its readers, the distances of two towns.
func apart(c *check.Case, g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A], g.Members[k.B]
	p, q := bearer(&a.Item), bearer(&b.Item)
	switch {
	case converted(&a.Item) || converted(&b.Item):
		return true
	case tally(a.Item) || tally(b.Item):
		return p == "" || p != q || twice(&a.Item, &b.Item)
	case forecasts(&a.Item) && forecasts(&b.Item) && !sameForecaster(&a.Item, &b.Item):
		return true
	case a.Item.Kind == extract.Percent && b.Item.Kind == extract.Percent:
		r, s := placeOf(&a.Item), placeOf(&b.Item)
		return p != "" && q != "" && p != q || r != "" && s != "" && r != s
	case distance(&a.Item) && distance(&b.Item):
		return ofOtherPlaces(&a.Item, &b.Item)
	case a.Item.Kind == extract.Age:
		const year = 366 * 24 * time.Hour
		s, t := c.Articles[a.Article].Published, c.Articles[b.Article].Published
		return s.IsZero() || t.IsZero() || s.Sub(t).Abs() > year
	}
	return false
}

// bearer returns the name that stands last before a figure in its sentence,
// folded: in most sentences that is whose figure it is. It is empty where no
// name does, or a pronoun comes between.
func bearer(f *extract.Figure) string {
	ws := strings.Fields(f.Sentence[:min(max(f.InSentence.Start, 0), len(f.Sentence))])
	for i := len(ws) - 1; i >= 0; i-- {
		w := strings.TrimFunc(ws[i], unicode.IsPunct)
		switch low := text.Bare(w); {
		case words.Bearers.Has(low):
			return ""
		case w == "" || !unicode.IsUpper(first(w)) || words.Calendar(low) || i == 0 && words.IsLight(low):
		default:
			return strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		}
	}
	return ""
}

// twice reports whether one of two numbers is the other's double or more: what
// a player has of a game, and of a career.
func twice(a, b *extract.Figure) bool {
	x, y := a.Low.Abs(), b.Low.Abs()
	if x.Cmp(y) > 0 {
		x, y = y, x
	}
	return x.Mul(extract.NewNumber(2)).Cmp(y) <= 0
}

// forecasts reports whether the sentence of f says that the number is what
// somebody expects.
func forecasts(f *extract.Figure) bool {
	return slices.ContainsFunc(words.Plain(f.Sentence), words.Forecasts)
}

// sameForecaster reports whether two sentences may give the forecast of one
// body: the speaker of one is named in the other, or its first name is.
func sameForecaster(a, b *extract.Figure) bool {
	p, q := forecaster(a), forecaster(b)
	return p == "" || q == "" || strings.Contains(text.Bare(b.Sentence), p) || strings.Contains(text.Bare(a.Sentence), q)
}

// forecaster returns who is given for f, else the first name of its sentence,
// folded.
func forecaster(f *extract.Figure) string {
	if n := f.Speaker.Name; n != "" {
		return text.Bare(n)
	}
	for i, w := range strings.Fields(f.Sentence) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if low := text.Bare(w); w != "" && unicode.IsUpper(first(w)) && !words.Calendar(low) && !(i == 0 && (words.IsLight(low) || strings.ToUpper(w) != w)) {
			return strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		}
	}
	return ""
}

// placeOf returns the name that says right after a share where it is of: "65%
// of traffic to Brant"; empty where the words do not.
func placeOf(f *extract.Figure) string {
	ws := strings.Fields(f.Sentence[min(max(f.InSentence.End, 0), len(f.Sentence)):])
	const near = 6
	for i := 1; i < min(len(ws), near); i++ {
		switch prior := ws[i-1]; {
		case strings.ContainsAny(prior, ",.;:"):
			return ""
		case prior != "in" && prior != "to" && prior != "of" && prior != "between":
		case unicode.IsUpper(first(ws[i])):
			return text.Bare(strings.TrimFunc(ws[i], unicode.IsPunct))
		}
	}
	return ""
}

// converted reports whether a sum stands in brackets after another one:
// "€110 million ($143 million)".
func converted(f *extract.Figure) bool {
	if f.Kind != extract.Money {
		return false
	}
	before, bracket := strings.CutSuffix(strings.TrimSpace(f.Sentence[:min(max(f.InSentence.Start, 0), len(f.Sentence))]), "(")
	ws := strings.Fields(before)
	return bracket && len(ws) > 1 && strings.ContainsAny(ws[len(ws)-1]+ws[len(ws)-2], "0123456789")
}
