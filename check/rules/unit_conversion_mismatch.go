package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/extract"
)

// UnitConversionMismatch finds "230 km (100 miles)".
var UnitConversionMismatch = &check.Rule{
	Name: "unit-conversion-mismatch",
	Doc: `A measure and its conversion that are not the same

"230 km (100 miles)": 230 km are 143 miles. The sum is shown. Either number may
be rounded: half a unit of its last digit, and up to five percent where it ends
in zeros. Of a difference in temperature the two scales have no offset, and
either reading is accepted. A warning where one of the two is hedged.

Tons, gallons, pints and quarts are left alone: countries differ on them.

Known misses: conversions of money; a conversion in another sentence or outside
brackets and ", or"; feet with inches and pounds with ounces.`,
	Standard: "General editorial practice: equivalents are worked out again, and rounded as the original is.",
	Good:     `The village is 230 km (140 miles) from Brant.`,
	Bad:      `The village is 230 km (100 miles) from Brant.`,
	Level:    check.Error,
	Run:      unitConversionMismatch,
}

// The units that articles convert into each other.
var (
	metric    = []string{"mm", "cm", "m", "km", "g", "kg", "m2", "km2", "ha", "km/h", "m/s", "C"}
	customary = []string{"in", "ft", "yd", "mi", "nmi", "oz", "lb", "sqft", "acre", "sqmi", "mph", "kn", "F"}
)

func unitConversionMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, fs := range sentences(c.Items[i]) {
			for k := 0; k+1 < len(fs); k++ {
				if k > 0 && compound(fs[k-1], fs[k]) || k+2 < len(fs) && compound(fs[k+1], fs[k+2]) {
					continue
				}
				if f, ok := conversion(i, fs[k], fs[k+1]); ok {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// compound reports whether b goes on with a: "5 feet 10 inches".
func compound(a, b extract.Figure) bool {
	return (a.Unit == "ft" && b.Unit == "in" || a.Unit == "lb" && b.Unit == "oz") && len(between(a, b)) < 6
}

// conversion checks "a (b)".
func conversion(article int, a, b extract.Figure) (check.Finding, bool) {
	if !(slices.Contains(metric, a.Unit) && slices.Contains(customary, b.Unit) || slices.Contains(customary, a.Unit) && slices.Contains(metric, b.Unit)) || !restated(a, b) {
		return check.Finding{}, false
	}
	if (a.Low == a.High) != (b.Low == b.High) || fits(a, b, a.Low, b.Low) && fits(a, b, a.High, b.High) {
		return check.Finding{}, false
	}
	sum, ok := extract.Convert(a.Low, a.Unit, b.Unit)
	if !ok {
		return check.Finding{}, false
	}
	shown := rat(sum).FloatString(1) + " " + b.Unit
	f := one(article, b.Item, a.Text, quoted(a.Text, 30)+" is "+shown+", the text says "+quoted(b.Text, 30))
	f.Evidence = append([]check.Evidence{{Article: article, Item: a.Item}}, f.Evidence...)
	f.Sides = []string{check.FigureValue(a), check.FigureValue(b)}
	f.Notes = []check.Line{{Label: "sum", Text: a.Low.String() + " " + a.Unit + " = " + shown}}
	if a.Hedged() || b.Hedged() {
		f.Level = check.Warning
	}
	return f, true
}

// restated reports whether b stands behind a as the same measure in another
// unit: "a (b)", "a, or b".
func restated(a, b extract.Figure) bool {
	s := a.Sentence
	from, to, end := a.InSentence.End, b.InSentence.Start, b.InSentence.End
	if from < 0 || from > to || to > end || end > len(s) {
		return false
	}
	after := strings.TrimSpace(s[end:])
	mid, open := strings.CutPrefix(strings.TrimSpace(s[from:to]), "(")
	mid = strings.TrimSpace(mid)
	if open {
		return strings.HasPrefix(after, ")") && len(strings.Fields(mid)) <= 1 && !strings.ContainsAny(mid, "();,:")
	}
	return (mid == ", or" || mid == ", or about") && (after == "" || strings.ContainsAny(after[:1], ",.;"))
}

// fits reports whether n of a's unit is m of b's, as far as both are rounded.
func fits(a, b extract.Figure, n, m extract.Number) bool {
	hedged := a.Hedged() || b.Hedged()
	w, v := slack(n, hedged), slack(m, hedged)
	low, ok1 := extract.Convert(n.Sub(w), a.Unit, b.Unit)
	high, ok2 := extract.Convert(n.Add(w), a.Unit, b.Unit)
	if !ok1 || !ok2 || low.Cmp(m.Add(v)) <= 0 && high.Cmp(m.Sub(v)) >= 0 {
		return true
	}
	if b.Unit != "C" && b.Unit != "F" {
		return false
	}
	zero, _ := extract.Convert(extract.Number{}, a.Unit, b.Unit) // a difference has no offset
	return low.Sub(zero).Cmp(m.Add(v)) <= 0 && high.Sub(zero).Cmp(m.Sub(v)) >= 0
}

// slack is how far rounding may have moved n: half a unit of its last digit,
// and where it ends in zeros half a unit of the last other digit, up to 5 %,
// and 10 % where a hedge says so.
func slack(n extract.Number, hedged bool) extract.Number {
	out := extract.Number{Coef: 5, Exp: n.Exp - 1}
	round, most := extract.Number{Coef: 5, Exp: n.Trim().Exp - 1}, n.Abs().Mul(extract.Number{Coef: 5, Exp: -2})
	if hedged {
		most = n.Abs().Mul(extract.Number{Coef: 1, Exp: -1})
		round = most
	}
	if round.Cmp(most) > 0 {
		round = most
	}
	if round.Cmp(out) > 0 {
		return round
	}
	return out
}
