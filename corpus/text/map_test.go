package text_test

import (
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/corpus/text"
)

func TestPlaceLines(t *testing.T) {
	raw := "a\nbé\r\nc\rd"
	b := text.NewBuilder(text.InFile, raw)
	b.Copy(0, len(raw))
	_, m := b.Done()
	for want, sign := range map[[2]int]string{{1, 1}: "a", {2, 2}: "é", {3, 1}: "c", {4, 1}: "d"} {
		i := strings.Index(raw, sign)
		p := m.Place(text.Span{Start: i, End: i + len(sign)})
		if got := [2]int{p.From.Line, p.From.Column}; got != want || p.To.Offset != i+len(sign) {
			t.Errorf("%q stands at %v to byte %d, want %v", sign, got, p.To.Offset, want)
		}
	}
}

func TestPlaceStaysInTheTitle(t *testing.T) {
	b := text.NewBuilder(text.InTitle, "title")
	b.Copy(0, 5)
	b.Origin(text.InText, "text")
	b.Put("\n\n", 0, 0)
	b.Copy(0, 4)
	_, m := b.Done()
	if p := m.Place(text.Span{Start: 2, End: 9}); p.Basis != text.InTitle || p.From.Offset != 2 || p.To.Offset != 5 {
		t.Errorf("place is %+v, want bytes 2 to 5 of the title", p)
	}
	if p := m.Place(text.Span{Start: 7, End: 9}); p.Basis != text.InText || p.From.Offset != 0 || p.To.Offset != 2 {
		t.Errorf("place is %+v, want bytes 0 to 2 of the text", p)
	}
}

func TestPlaceOnAnEmptyMap(t *testing.T) {
	if p := (text.Map{}).Place(text.Span{Start: 1, End: 2}); p != (text.Place{}) {
		t.Errorf("the zero Map places a span at %+v", p)
	}
	_, m := text.NewBuilder(text.InFile, "").Done()
	m.Place(text.Span{Start: 3, End: 9})
}

func TestPlacesOnOneLongLine(t *testing.T) {
	raw := strings.Repeat("é1 ", 10<<20/4)
	b := text.NewBuilder(text.InText, raw)
	b.Copy(0, len(raw))
	_, m := b.Done()
	began := time.Now()
	for i := 0; i+4 <= len(raw); i += 400 {
		if p := m.Place(text.Span{Start: i, End: i + 3}); p.From.Column != i/4*3+1 {
			t.Fatalf("byte %d is in column %d, want %d", i, p.From.Column, i/4*3+1)
		}
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("26,000 places took %v", took)
	}
}
