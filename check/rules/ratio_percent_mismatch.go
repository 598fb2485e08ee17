package rules

import (
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// RatioPercentMismatch finds "14 of 20, or 60 percent".
var RatioPercentMismatch = &check.Rule{
	Name: "ratio-percent-mismatch",
	Doc: `A share in numbers and in percent that are not the same

"14 of 20, or 60 percent": 14 of 20 are 70. The sum is shown. Rounding to the
next percent, and half a point more, is allowed for; hedged numbers are left
alone.

Known misses: a ratio and its percentage in two sentences.`,
	Standard: "General editorial practice: sums and percentages are worked out again.",
	Good:     `14 of 20 homes, or 70 percent, had lead pipes.`,
	Bad:      `14 of 20 homes, or 60 percent, had lead pipes.`,
	Level:    check.Error,
	Run:      ratioPercentMismatch,
}

func ratioPercentMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, fs := range sentences(c.Items[i]) {
			for k := 0; k+1 < len(fs); k++ {
				if f, ok := share(i, fs[k], fs[k+1]); ok {
					out = append(out, f)
				}
			}
			for k := 0; k+2 < len(fs); k++ {
				if f, ok := ratio(i, fs[k], fs[k+1], fs[k+2]); ok {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// ratio checks "a of b, or p percent".
func ratio(article int, a, b, p extract.Figure) (check.Finding, bool) {
	if !words.OutOf.Has(between(a, b)) || p.Kind != extract.Percent || p.Unit != "percent" {
		return check.Finding{}, false
	}
	if w := between(b, p); len(w) > 40 || !hasWord(w, "or") && !hasWord(w, "(") {
		return check.Finding{}, false
	}
	x, ok1 := exact(a)
	y, ok2 := exact(b)
	_, ok3 := exact(p)
	if !ok1 || !ok2 || !ok3 {
		return check.Finding{}, false
	}
	sum := percent(x, y)
	if sum == nil || !off(p.Low, sum) {
		return check.Finding{}, false
	}
	shown := sum.FloatString(1) + " %"
	f := one(article, p.Item, p.Noun, quoted(a.Text, 30)+" of "+quoted(b.Text, 30)+" is "+shown+", the text says "+quoted(p.Text, 30))
	f.Evidence = append([]check.Evidence{{Article: article, Item: a.Item}, {Article: article, Item: b.Item}}, f.Evidence...)
	f.Sides = []string{shown, p.Text}
	f.Notes = []check.Line{{Label: "sum", Text: a.Low.String() + " ÷ " + b.Low.String() + " = " + shown}}
	return f, true
}

// share checks "21 out of 35 (50 percent)", where the ratio was read as one
// figure.
func share(article int, r, p extract.Figure) (check.Finding, bool) {
	if r.Kind != extract.Percent || p.Kind != extract.Percent || p.Unit != "percent" || !strings.Contains(r.Text, " of ") {
		return check.Finding{}, false
	}
	if w := between(r, p); len(w) > 40 || !hasWord(w, "or") && !strings.HasSuffix(w, "(") {
		return check.Finding{}, false
	}
	_, ok1 := exact(r)
	_, ok2 := exact(p)
	if !ok1 || !ok2 || !off(p.Low, rat(r.Low)) {
		return check.Finding{}, false
	}
	shown := rat(r.Low).FloatString(1) + " %"
	f := one(article, p.Item, p.Noun, quoted(r.Text, 30)+" is "+shown+", the text says "+quoted(p.Text, 30))
	f.Evidence = append([]check.Evidence{{Article: article, Item: r.Item}}, f.Evidence...)
	f.Sides = []string{shown, p.Text}
	f.Notes = []check.Line{{Label: "sum", Text: r.Text + " = " + shown}}
	return f, true
}
