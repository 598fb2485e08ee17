package extract_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/extract"
)

func TestParseNumber(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want extract.Number
		ok   bool
	}{
		{"0", extract.Number{}, true},
		{"-12.50", extract.Number{Coef: -1250, Exp: -2}, true},
		{"12e5", extract.Number{Coef: 12, Exp: 5}, true},
		{"4E-3", extract.Number{Coef: 4, Exp: -3}, true},
		{"9223372036854775807", extract.Number{Coef: math.MaxInt64}, true},
		{"9223372036854775808", extract.Number{}, false},
		{"1e999999999", extract.Number{}, false},
		{"1e61", extract.Number{}, false},
		{"1.2.3", extract.Number{}, false},
		{"1,000", extract.Number{}, false},
		{"", extract.Number{}, false},
		{"-", extract.Number{}, false},
		{"1e", extract.Number{}, false},
	} {
		got, ok := extract.ParseNumber(tt.in)
		if got != tt.want || ok != tt.ok {
			t.Errorf("ParseNumber(%q) = %v, %v, want %v, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func numbers() *rapid.Generator[extract.Number] {
	return rapid.Custom(func(t *rapid.T) extract.Number {
		return extract.Number{Coef: rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "coef"), Exp: rapid.IntRange(-20, 40).Draw(t, "exp")}
	})
}

func TestNumberSurvivesItsString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := numbers().Draw(t, "n")
		if got, ok := extract.ParseNumber(n.String()); !ok || got != n {
			t.Fatalf("ParseNumber(%q) = %v, %v, want %v", n.String(), got, ok, n)
		}
	})
}

func TestNumberArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.Custom(func(t *rapid.T) extract.Number {
			return extract.Number{Coef: rapid.Int64Range(-1e6, 1e6).Draw(t, "coef"), Exp: rapid.IntRange(-4, 4).Draw(t, "exp")}
		})
		a, b := small.Draw(t, "a"), small.Draw(t, "b")
		if got := a.Add(b).Sub(b); !got.Equal(a) {
			t.Fatalf("%v + %v - %v = %v", a, b, b, got)
		}
		if a.Cmp(b) != -b.Cmp(a) {
			t.Fatalf("%v and %v are in two orders", a, b)
		}
		if !a.Trim().Equal(a) {
			t.Fatalf("Trim(%v) = %v", a, a.Trim())
		}
		if q, ok := a.Mul(b).Quo(b); ok && !q.Equal(a) {
			t.Fatalf("%v × %v ÷ %v = %v", a, b, b, q)
		}
	})
}

func TestGroup(t *testing.T) {
	for n, want := range map[extract.Number]string{
		{Coef: 1234567}:         "1,234,567",
		{Coef: -1234567}:        "-1,234,567",
		{Coef: 12, Exp: 5}:      "1,200,000",
		{Coef: 123450, Exp: -2}: "1,234.50",
		{Coef: 999}:             "999",
	} {
		if got := n.Group(); got != want {
			t.Errorf("%v.Group() = %q, want %q", n, got, want)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0", "-12.50", "12e5", "1e999999999", "9223372036854775808", ".5", "5.", "--1", "1e-60"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := extract.ParseNumber(s)
		if !ok {
			return
		}
		if got, ok := extract.ParseNumber(n.String()); !ok || !got.Equal(n) {
			t.Fatalf("ParseNumber(%q) = %v, %v, want %v", n.String(), got, ok, n)
		}
		fig := extract.Figure{Low: n, High: n, Modifier: extract.About}
		fig.Plausible()
		fig.Logical()
		_ = fig.String()
	})
}
