package check

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// AnotherBase is why two shares of one number are not the same: "50 percent
// of those tested" and "of all", "$60 is a 50 percent premium" and "$82 is".
const AnotherBase = "of another base"

// A base is what a share is of, as far as its words say.
type base struct {
	whole *whole
	sum   *extract.Figure
}

// bases returns the base of each member of a group; nil if they are no shares.
func (c *Case) bases(g align.Group[extract.Figure]) []base {
	if g.Members[0].Item.Kind != extract.Percent {
		return nil
	}
	out := make([]base, len(g.Members))
	for i, m := range g.Members {
		out[i] = base{wholeOf(&m.Item), c.Premium(m.Article, &m.Item)}
	}
	return out
}

// Base returns what a share is of, in the words of the article, and if that is
// a sum of money, the sum: "that $60 offer is a 50% premium".
func (c *Case) Base(article int, f *extract.Figure) (string, *extract.Figure) {
	if sum := c.Premium(article, f); sum != nil {
		return sum.Text, sum
	}
	if w := wholeOf(f); w != nil {
		return w.text, nil
	}
	return "", nil
}

// key is the same for shares of one base.
func (b base) key() string {
	out := ""
	if b.whole != nil {
		out = b.whole.part
	}
	if b.sum != nil {
		out += " " + FigureValue(*b.sum)
	}
	return out
}

// other reports whether two shares are of two different things.
func (b base) other(d base) bool {
	if p, q := b.whole, d.whole; p != nil && q != nil {
		return !p.holds(q) && !q.holds(p) && (p.all != q.all || p.part != q.part)
	}
	f, g := b.sum, d.sum
	return f != nil && g != nil && f.Currency() == g.Currency() && !align.SameValue(*f, *g) && !apart(f, g) && !f.Hedged() && !g.Hedged()
}

// after is what follows a figure in its sentence.
func after(f *extract.Figure) string {
	return f.Sentence[min(max(f.InSentence.End, 0), len(f.Sentence)):]
}

// A whole is what a share is said to be a share of.
type whole struct {
	all  bool   // "all pupils"
	part string // stem of what restricts it: "those tested"
	text string // the words: "all pupils", "those who were tested"

	things []string // stems of what all there is of: "all low-level arrests"
}

// holds reports whether w is all of what q restricts itself to: "all arrests"
// are those of "those arrested".
func (w *whole) holds(q *whole) bool { return w.all && !q.all && slices.Contains(w.things, q.part) }

// wholeOf returns the whole of a share, where its words say that it is a
// part, "those who were tested", or all there is; else nil.
func wholeOf(f *extract.Figure) *whole {
	ws := words.Opening(after(f), 7) // "percent of" and five more
	if len(ws) > 0 && (ws[0] == "percent" || ws[0] == "per") {
		ws = ws[1:]
	}
	if len(ws) < 3 || ws[0] != "of" {
		return nil
	}
	switch ws[1] {
	case "all", "every":
		things := make([]string, 0, len(ws))
		for _, w := range ws[2:] {
			things = append(things, words.Stem(w))
		}
		return &whole{all: true, text: ws[1] + " " + ws[2], things: things}
	case "those":
		for i, w := range ws[:min(len(ws), 6)] {
			if i >= 2 && !words.IsLight(w) && w != "who" {
				// "tested", "surveyed": the rest is of the sentence
				return &whole{part: words.Stem(w), text: strings.Join(ws[1:i+1], " ")}
			}
		}
	}
	return nil
}

// Premium returns the sum of money that a share is a premium or discount of:
// 60 of "that $60 offer is a 50% premium"; nil where the text does not say.
func (c *Case) Premium(article int, f *extract.Figure) *extract.Figure {
	if f.Kind != extract.Percent || !premium(f) {
		return nil
	}
	fs := c.Items[article].Figures
	at, ok := slices.BinarySearchFunc(fs, f.Span.Start, func(g extract.Figure, start int) int { return g.Span.Start - start })
	if !ok {
		return nil
	}
	from := f.Span.Start - f.InSentence.Start // of the sentence
	first, _ := slices.BinarySearchFunc(fs[:at], f.Block, func(g extract.Figure, block int) int { return g.Block - block })
	own, _ := slices.BinarySearchFunc(fs[first:at], from, func(g extract.Figure, from int) int { return g.Span.Start - from })
	if g := firstSum(fs[first+own : at]); g != nil || !opensWithPronoun(f.Sentence) {
		return g
	}
	return firstSum(fs[first : first+own])
}

// premium reports whether the words after a share say that it is a distance.
func premium(f *extract.Figure) bool {
	const near = 2 // "a 50 percent takeover premium"
	return slices.ContainsFunc(words.Opening(after(f), near), words.Premium)
}

// opensWithPronoun reports whether a sentence is about what the one before it
// was about: "That would represent …".
func opensWithPronoun(sentence string) bool {
	ws := strings.Fields(sentence)
	return len(ws) > 0 && slices.Contains([]string{"That", "This", "It", "Which"}, ws[0]) && !(len(ws) > 1 && strings.ContainsAny(ws[1], "$€£0123456789"))
}

// firstSum returns the first of fs that is a sum of money, and none that it was
// before; nil if there is none.
func firstSum(fs []extract.Figure) *extract.Figure {
	for i := range fs {
		if fs[i].Currency() != "" && fs[i].Measure.Change != "from" {
			return &fs[i]
		}
	}
	return nil
}

// apart reports whether of two sums one is three times the other or more: the
// price of a share and that of the whole are no two prices of one thing.
func apart(a, b *extract.Figure) bool {
	const times = 3
	x, y := a.Low.Abs(), b.Low.Abs()
	return x.Mul(extract.NewNumber(times)).Cmp(y) < 0 || y.Mul(extract.NewNumber(times)).Cmp(x) < 0
}
