package rules

import (
	"math/big"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/extract"
)

// PercentChangeMismatch finds "up 15 percent, from 60 to 75".
var PercentChangeMismatch = &check.Rule{
	Name: "percent-change-mismatch",
	Doc: `A change in percent that the two numbers do not make

"From 60 to 75, up 15 percent": from 60 to 75 is 25 percent. The sum is shown.
Rounding is allowed for; hedged numbers and percentage points are left alone.
An error where the direction is the other one.

Known misses: the two numbers and the change in two sentences.`,
	Standard: "General editorial practice: sums and percentages are worked out again.",
	Good:     `Fares rose 25 percent, from 60 to 75 pence.`,
	Bad:      `Fares rose 15 percent, from 60 to 75 pence.`,
	Level:    check.Warning,
	Run:      percentChangeMismatch,
}

func percentChangeMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, fs := range sentences(c.Items[i]) {
			var changes []extract.Figure
			for _, f := range fs {
				if f.Kind == extract.Percent {
					changes = append(changes, f)
				}
			}
			if len(changes) != 1 || changes[0].Unit != "percent" || changes[0].Measure.Change != "up" && changes[0].Measure.Change != "down" {
				continue // whose change it is would be a guess
			}
			if f, ok := change(i, changes[0], fs); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// change checks a percentage against the one "from a to b" of its sentence.
func change(article int, p extract.Figure, fs []extract.Figure) (check.Finding, bool) {
	var levels []extract.Figure
	for _, f := range fs {
		if f.Span != p.Span && f.Kind != extract.Percent {
			levels = append(levels, f)
		}
	}
	if len(levels) != 2 || levels[0].Unit != levels[1].Unit && levels[0].Unit != "" && levels[1].Unit != "" && levels[0].Kind != extract.Count {
		return check.Finding{}, false
	}
	from, to := levels[0], levels[1]
	before := strings.Fields(strings.ToLower(from.Sentence[:min(max(from.InSentence.Start, 0), len(from.Sentence))]))
	w := between(from, to)
	switch {
	case len(before) > 0 && before[len(before)-1] == "from" && (w == "to" || strings.HasSuffix(w, " to")) && len(w) < 30:
	case (w == "from" || strings.HasSuffix(w, " from")) && len(w) < 20:
		from, to = to, from
	default:
		return check.Finding{}, false
	}
	a, ok1 := exact(from)
	b, ok2 := exact(to)
	_, ok3 := exact(p)
	if !ok1 || !ok2 || !ok3 || a.Sign() <= 0 {
		return check.Finding{}, false
	}
	sum := percent(new(big.Rat).Sub(b, a), a)
	stated := p.Low
	if stated.Coef < 0 {
		stated.Coef = -stated.Coef
	}
	flipped := sum.Sign() < 0 && p.Measure.Change == "up" || sum.Sign() > 0 && p.Measure.Change == "down"
	if !flipped && !off(stated, new(big.Rat).Abs(sum)) || sum.Sign() == 0 {
		return check.Finding{}, false
	}
	sign := "+"
	if sum.Sign() < 0 {
		sign = "−"
	}
	shown := sign + new(big.Rat).Abs(sum).FloatString(1) + " %"
	f := one(article, p.Item, p.Noun, quoted(from.Text, 30)+" to "+quoted(to.Text, 30)+" is "+shown+", the text says "+p.Measure.Change+" "+quoted(p.Text, 30))
	if flipped {
		f.Level = check.Error
	}
	f.Evidence = append(f.Evidence, check.Evidence{Article: article, Item: from.Item}, check.Evidence{Article: article, Item: to.Item})
	f.Sides = []string{shown, p.Text}
	f.Notes = []check.Line{{Label: "sum", Text: from.Low.String() + " → " + to.Low.String() + " is " + shown}}
	return f, true
}

// hasWord reports whether w is one of the words of s, which is folded.
func hasWord(s, w string) bool {
	for _, x := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		if x == w || w == "(" && strings.HasPrefix(x, "(") {
			return true
		}
	}
	return false
}
