package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// FigureBaseConflict finds one share of two bases.
var FigureBaseConflict = &check.Rule{
	Name: "figure-base-conflict",
	Doc: `The same share of another base

Two outlets print the same percentage and say it of two different things: half
of those tested in one, half of all in the other; a premium that $60 is in one
and $82 in the other. The number was copied and its base was not. Where the
base is a sum of money, the finding shows what each reading would need.

Left alone: a base that one of them does not state; sums that are rounded,
hedged or in two currencies; the price of a share beside the price of the
whole.

Known misses: bases in other words than "of those …", "of all …" and a premium
or discount; a base in another paragraph.`,
	Standard: "BBC Editorial Guidelines, section 3, accuracy: statistics are checked, with their caveats and limitations.",
	Good:     `Bugle: The new offer of $82 a share is a 50 percent premium. Courier: That $82 offer is 50 percent higher than the last price.`,
	Bad:      `Bugle: The new offer of $82 a share is a 50 percent premium. Courier: That $60 offer is a 50 percent premium.`,
	Level:    check.Warning,
	Run:      figureBaseConflict,
}

func figureBaseConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		j := judge{
			want:  func(k check.Contrast) bool { return k.Why == check.AnotherBase },
			sure:  func(score float64, _ check.Contrast) float64 { return sameFigure(score) },
			level: func(check.Contrast) check.Level { return check.Warning },
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := figureFinding(c, x, g, &ft)
			a, b := &g.Members[ft.lead.A], &g.Members[ft.lead.B]
			baseA, sumA := c.Base(a.Article, &a.Item)
			baseB, sumB := c.Base(b.Article, &b.Item)
			f.Sides = []string{x.Readings[ft.lead.A].Value + " " + text.Bare(baseA), x.Readings[ft.lead.B].Value + " " + text.Bare(baseB)}
			f.Message = quoted(a.Item.Text, 40) + " of another base: " + quoted(baseA, 40) + " in one article, " + quoted(baseB, 40) + " in another"
			if sumA != nil && sumB != nil {
				f.Notes = append(f.Notes, check.Line{Label: "sum", Text: baseSum(c, &a.Item, sumA, sumB)})
			}
			f.Notes = append(f.Notes, check.Line{Label: "look for", Text: "what the number is a share of, in the document it comes from"})
			out = append(out, f)
		}
	}
	return out
}

// baseSum says which price each of two sums would need for the share, and, if
// some article has a price, what the sums come to beside it.
func baseSum(c *check.Case, share, a, b *extract.Figure) string {
	factor := 1 + share.Low.Float()/100
	if strings.Contains(share.Sentence[min(max(share.InSentence.End, 0), len(share.Sentence)):], "discount") {
		factor = 2 - factor
	}
	if factor <= 0 {
		return "no price fits both " + a.Text + " and " + b.Text
	}
	currency := a.Currency()
	var parts []string
	if g, at := tradedAt(c, currency, a, b); g != nil {
		least := ""
		if g.Modifier == extract.Less || g.Modifier == extract.AtMost {
			least = "at least "
		}
		rise := func(f *extract.Figure) string {
			return fmt.Sprintf("%s is %s%+.0f %%", f.Text, least, 100*(f.Low.Float()/priceOf(g).Float()-1))
		}
		parts = append(parts, fmt.Sprintf("%s has a price of %s: %s, %s", who(c, at), quoted(g.Text, 30), rise(a), rise(b)))
	}
	need := func(f *extract.Figure) string {
		price := strconv.FormatFloat(f.Low.Float()/factor, 'f', 2, 64)
		return strings.TrimSuffix(price, ".00") + " " + currency + " for " + f.Text
	}
	return strings.Join(append(parts, share.Text+" needs a price of "+need(a)+", of "+need(b)), "; ")
}

// tradedAt returns the price at which some article says that what the two sums
// are offered for was traded, and the article.
func tradedAt(c *check.Case, currency string, a, b *extract.Figure) (*extract.Figure, int) {
	least := a.Low
	if b.Low.Cmp(least) < 0 {
		least = b.Low
	}
	for i := range c.Items {
		fs := c.Items[i].Figures
		for k := range fs {
			g := &fs[k]
			price := priceOf(g)
			if g.Currency() != currency || price.Cmp(least) >= 0 || price.Mul(extract.NewNumber(3)).Cmp(least) < 0 {
				continue
			}
			if ws := words.Plain(g.Sentence[:min(max(g.InSentence.Start, 0), len(g.Sentence))]); len(ws) > 1 && ws[len(ws)-1] == "at" && words.Traded.Has(ws[len(ws)-2]) {
				return g, i
			}
		}
	}
	return nil, 0
}

// priceOf is the number that is printed: of "less than $55", 55.
func priceOf(g *extract.Figure) extract.Number {
	if g.Modifier == extract.Less || g.Modifier == extract.AtMost {
		return g.High
	}
	return g.Low
}
