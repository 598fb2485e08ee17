package extract_test

import (
	"testing"

	"github.com/newsvet/newsvet/extract"
)

func TestConvert(t *testing.T) {
	for _, tt := range []struct{ n, from, to, want string }{
		{"1", "mi", "km", "1.609344"},
		{"230", "km", "mi", "142.915374214"},
		{"12", "in", "ft", "1"},
		{"1", "lb", "kg", "0.45359237"},
		{"2.5", "acre", "ha", "1.01171410560"},
		{"100", "mph", "km/h", "160.9344"},
		{"212", "F", "C", "100"},
		{"-40", "C", "F", "-40"},
		{"0", "C", "K", "273.15"},
		{"25", "bp", "pp", "0.25"},
		{"50", "cent", "USD", "0.5"},
		{"2", "year", "month", "24"},
	} {
		n, _ := extract.ParseNumber(tt.n)
		want, _ := extract.ParseNumber(tt.want)
		got, ok := extract.Convert(n, tt.from, tt.to)
		if !ok || !got.Equal(want) {
			t.Errorf("Convert(%s, %s, %s) = %v, %v, want %v", tt.n, tt.from, tt.to, got, ok, want)
		}
	}
	for _, pair := range [][2]string{{"km", "kg"}, {"USD", "EUR"}, {"percent", "pp"}, {"", "km"}, {"C", "km"}} {
		if got, ok := extract.Convert(extract.NewNumber(1), pair[0], pair[1]); ok {
			t.Errorf("Convert(1, %s, %s) = %v", pair[0], pair[1], got)
		}
	}
}
