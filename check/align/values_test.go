package align_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// TestValues: what is found by size is what looking at all figures finds.
func TestValues(t *testing.T) {
	units := map[extract.FigureKind][]string{
		extract.Count: {"", "person"}, extract.Quantity: {"km", "mi", "m", "kg", "lb", "C"},
		extract.Money: {"USD", "EUR"}, extract.Percent: {"percent", "pp"}, extract.Lasting: {"hour", "day"},
	}
	rapid.Check(t, func(t *rapid.T) {
		fs := make([]extract.Figure, rapid.IntRange(1, 20).Draw(t, "n"))
		for i := range fs {
			f := &fs[i]
			f.Span = text.Span{Start: i, End: i + 1}
			f.Kind = rapid.SampledFrom([]extract.FigureKind{extract.Count, extract.Quantity, extract.Money, extract.Percent, extract.Lasting}).Draw(t, "kind")
			f.Unit = rapid.SampledFrom(units[f.Kind]).Draw(t, "unit")
			number := func(name string) extract.Number {
				return extract.Number{Coef: rapid.Int64Range(-20, 200).Draw(t, name), Exp: rapid.IntRange(-2, 3).Draw(t, name+" exp")}
			}
			f.Low = number("low")
			if f.High = f.Low; rapid.Bool().Draw(t, "range") {
				f.High = number("high")
			}
			f.Modifier = rapid.SampledFrom([]extract.Modifier{extract.Exactly, extract.About, extract.More, extract.AtMost, extract.Between}).Draw(t, "modifier")
			f.Coarse = rapid.IntRange(0, 5).Draw(t, "coarse") == 0
		}
		v := align.NewValues(fs)
		for i := range fs {
			want := false
			for k := range fs {
				want = want || i != k && fs[i].Kind == fs[k].Kind && align.SameValue(fs[i], fs[k])
			}
			if got := v.Other(&fs[i]); got != want {
				t.Fatalf("Other(%+v) = %v, want %v", fs[i], got, want)
			}
		}
	})
}
