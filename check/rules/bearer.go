package rules

import (
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
// converted for its readers.
func apart(c *check.Case, g *align.Group[extract.Figure], k check.Contrast) bool {
	a, b := g.Members[k.A], g.Members[k.B]
	p, q := bearer(&a.Item), bearer(&b.Item)
	switch {
	case converted(&a.Item) || converted(&b.Item):
		return true
	case tally(a.Item) || tally(b.Item):
		return p == "" || p != q
	case a.Item.Kind == extract.Percent && b.Item.Kind == extract.Percent:
		return p != "" && q != "" && p != q
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
		case pronouns[low]:
			return ""
		case w == "" || !unicode.IsUpper(first(w)) || words.Calendar(low) || i == 0 && words.IsLight(low):
		default:
			return strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		}
	}
	return ""
}

// pronouns stand for a bearer that another sentence names; "his" leaves the
// subject of its own what it is.
var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "who": true, "i": true, "we": true}

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
