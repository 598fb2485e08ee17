package extract_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/extract"
)

func figure(t *testing.T, kind extract.FigureKind, m extract.Modifier, low, high string) extract.Figure {
	t.Helper()
	l, ok1 := extract.ParseNumber(low)
	h, ok2 := extract.ParseNumber(high)
	if !ok1 || !ok2 {
		t.Fatalf("no numbers: %q, %q", low, high)
	}
	return extract.Figure{Kind: kind, Modifier: m, Low: l, High: h}
}

func TestNear(t *testing.T) {
	const count, share, money = extract.Count, extract.Percent, extract.Money
	for _, tt := range []struct {
		name       string
		kind       extract.FigureKind
		am, bm     extract.Modifier
		a, b       string
		near, meet bool // meet: their logical ranges do
	}{
		{"one exact count is not the next", count, "=", "=", "27", "28", false, false},
		{"over 40,000 and 41,318", count, ">", "=", "40000", "41318", true, true},
		{"over 40,000 and 48,000", count, ">", "=", "40000", "48000", false, true},
		{"40,000 rounds 40,312", count, "=", "=", "40000", "40312", true, true},
		{"70% and 69.6%", share, "=", "=", "70", "69.6", true, true},
		{"69% and 70%", share, "=", "=", "69", "70", false, false},
		{"nearly 30 and 27", count, "~", "=", "30", "27", false, true},
		{"nearly 30 and 29", count, "~", "=", "30", "29", true, true},
		{"about 70,000 and 71,000", count, "~", "=", "70000", "71000", true, true},
		{"hedges do not add up", count, "~", "~", "70", "76", false, true},
		{"at least 27 and 46", count, ">=", "=", "27", "46", false, true},
		{"up to 50 and at least 50", count, "<=", ">=", "50", "50", true, true},
		{"$1.2 million and $1,230,000", money, "=", "=", "12e5", "1230000", true, true},
		{"$1.2 million and $1.3 million", money, "=", "=", "12e5", "13e5", false, false},
	} {
		a, b := figure(t, tt.kind, tt.am, tt.a, tt.a), figure(t, tt.kind, tt.bm, tt.b, tt.b)
		if got := a.Near(b); got != tt.near {
			t.Errorf("%s: Near = %v: %+v, %+v", tt.name, got, a.Plausible(), b.Plausible())
		}
		if got := a.Logical().Meets(b.Logical()); got != tt.meet {
			t.Errorf("%s: logical ranges meet = %v: %+v, %+v", tt.name, got, a.Logical(), b.Logical())
		}
	}
}

func TestNearIsSymmetric(t *testing.T) {
	modifiers := []extract.Modifier{"=", "<", ">", "<=", ">=", "~", "range"}
	fig := rapid.Custom(func(t *rapid.T) extract.Figure {
		f := extract.Figure{
			Kind:     rapid.SampledFrom([]extract.FigureKind{extract.Count, extract.Percent}).Draw(t, "kind"),
			Modifier: rapid.SampledFrom(modifiers).Draw(t, "modifier"),
			Low:      extract.Number{Coef: rapid.Int64Range(0, 120).Draw(t, "coef"), Exp: rapid.IntRange(-1, 3).Draw(t, "exp")},
		}
		f.High = f.Low
		if f.Modifier == extract.Between {
			f.High = f.Low.Add(extract.NewNumber(rapid.Int64Range(0, 50).Draw(t, "width")))
		}
		return f
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := fig.Draw(t, "a"), fig.Draw(t, "b")
		if a.Near(b) != b.Near(a) {
			t.Fatalf("Near(%v, %v) depends on the order", a, b)
		}
		if !a.Near(a) {
			t.Fatalf("%v is not near itself", a)
		}
	})
}

func TestFigureString(t *testing.T) {
	n := extract.NewNumber
	for _, tt := range []struct {
		f    extract.Figure
		want string
	}{
		{extract.Figure{Kind: extract.Count, Low: n(31), High: n(31), Noun: "person", Unit: "person", Of: "people", Measure: extract.Measure{
			Name: "killed", Grows: true, Places: []string{"aldport mill"}, Period: "2024-05-03/2024-05-04"}}, "31 × people killed · Aldport Mill · 3–4 May 2024"},
		{extract.Figure{Kind: extract.Percent, Modifier: extract.More, Low: n(70), High: n(70), Unit: "percent", Noun: "fish", Of: "fish in Brant"}, "over 70% × fish in Brant"},
		{extract.Figure{Kind: extract.Count, Modifier: extract.Between, Low: n(12), High: n(120), Noun: "boat", Unit: "boat", Of: "boats", Measure: extract.Measure{Period: "2024-05"}}, "12–120 × boats · May 2024"},
		{extract.Figure{Kind: extract.Money, Modifier: extract.About, Low: extract.Number{Coef: 12, Exp: 5}, High: extract.Number{Coef: 12, Exp: 5}, Unit: "USD", Measure: extract.Measure{Name: "damage"}}, "about 1,200,000 USD × damage"},
		{extract.Figure{Kind: extract.Percent, Low: n(5), High: n(5), Unit: "percent", Of: "Sales", Noun: "sale", Measure: extract.Measure{Name: "revenue", Change: "up"}}, "+5% × Sales"},
		{extract.Figure{Kind: extract.Count, Low: n(2), High: n(2), Of: "boats", Noun: "boat", Unit: "boat", Measure: extract.Measure{Places: []string{"évry"}}}, "2 × boats · Évry"},
	} {
		if got := tt.f.String(); got != tt.want {
			t.Errorf("String() = %q, want %q", got, tt.want)
		}
	}
}
