package figures_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/figures"
)

var small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("_ _ twenty thirty forty fifty sixty seventy eighty ninety")

// spell writes n below a thousand million in words.
func spell(n int64, and bool) string {
	join := " "
	if and {
		join = " and "
	}
	switch {
	case n < 20:
		return small[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + "-" + small[n%10]
	case n < 1000:
		if n%100 == 0 {
			return small[n/100] + " hundred"
		}
		return small[n/100] + " hundred" + join + spell(n%100, and)
	case n < 1e6:
		return scale(n, 1000, "thousand", and)
	}
	return scale(n, 1e6, "million", and)
}

func scale(n, by int64, word string, and bool) string {
	s := spell(n/by, and) + " " + word
	if n%by == 0 {
		return s
	}
	return s + " " + spell(n%by, and)
}

func plain(body string) (*corpus.Document, []extract.Figure) {
	doc := corpus.Plain(corpus.Ref{Lang: "en"}, body)
	return doc, extract.Run(doc, figures.Shallow).Figures
}

func TestWordsAndDigitsAreOneNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Int64Range(2, 120), rapid.Int64Range(2, 9999), rapid.Int64Range(2, 999_999_999)).Draw(t, "n")
		words := spell(n, rapid.Bool().Draw(t, "and"))
		digits := extract.NewNumber(n).Group()
		_, a := plain("Aldport has " + words + " houses.")
		_, b := plain("Aldport has " + digits + " houses.")
		if len(a) != 1 || len(b) != 1 || !a[0].Low.Equal(b[0].Low) || a[0].Noun != b[0].Noun {
			t.Fatalf("%q: %v; %q: %v", words, a, digits, b)
		}
	})
}

// pieces are what texts full of numbers are made of.
var pieces = []string{
	"31", "1,234.5", "a", "dozen", "two", "thirds", "of", "the", "million", "half", "and", "-", "–", "/", "$", "€", "%", "per", "cent", "km", "year", "old",
	"about", "over", "up", "to", "from", "between", "in", "out", "people", "killed", "Jane", "Roe", "said", ",", ".", "(", ")", "“", "”", "2024", "May", "1e9", "٣١", "½",
	"0/0", "one", "hundred", "thousands", "#", "No", ":", "+44", "'s", "°", "C", "point", "m", "US", "A380", "\n\n", "rose", "twice", "as", "many", "\u2009", "12",
}

func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces")
		var b strings.Builder
		for _, w := range words {
			b.WriteString(w + rapid.SampledFrom([]string{" ", "", " ", " "}).Draw(t, "gap"))
		}
		return b.String()
	})
}

func lawful(t interface{ Fatalf(string, ...any) }, doc *corpus.Document, found []extract.Figure) {
	last := 0
	for _, f := range found {
		if f.Span.Start < last || f.Span.Empty() || f.Span.End > len(doc.Text) {
			t.Fatalf("span %v after %d, in %d bytes", f.Span, last, len(doc.Text))
		}
		last = f.Span.Start
		if got := f.Span.Of(doc.Text); got != f.Text {
			t.Fatalf("text at %v is %q, item has %q", f.Span, got, f.Text)
		}
		if f.Provenance == "" || f.Modifier == "" || f.Kind == "" {
			t.Fatalf("unfinished: %+v", f)
		}
		f.Plausible()
		f.Logical()
		_ = f.String()
	}
}

func TestTextIsWhereItsSpanIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, found := plain(texts().Draw(t, "text"))
		lawful(t, doc, found)
		lawful(t, doc, extract.Run(doc, figures.Extractor).Figures)
	})
}

func TestParagraphWithoutFiguresChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := strings.TrimRight(texts().Draw(t, "text"), " \n")
		_, before := plain(body)
		_, after := plain(body + "\n\nThe mill is quiet.")
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("%q: %s", body, diff)
		}
	})
}

// Texts that would take quadratic time if anything looked at all that stands
// before it.
func TestLongTextsAreRead(t *testing.T) {
	for _, piece := range []string{"1 ", "1-", "12,", "$", "one in ", "a ", "1/", "(1 ", "half of ", "about ", "“1” ", "said 7% ", "May 3, ", "1 km, ", "Roe, 41, "} {
		doc := corpus.Plain(corpus.Ref{Lang: "en"}, strings.Repeat(piece, 200_000/len(piece)))
		lawful(t, doc, extract.Run(doc, figures.Shallow).Figures)
	}
}

func TestLongTablesTakeLinearTime(t *testing.T) {
	doc := corpus.Plain(corpus.Ref{Lang: "en"}, strings.Repeat("5\n\n", 100_000))
	for i := range doc.Blocks {
		doc.Blocks[i].Kind = corpus.Cell
	}
	began := time.Now()
	lawful(t, doc, extract.Run(doc, figures.Shallow).Figures)
	if took := time.Since(began); took > 8*time.Second {
		t.Errorf("%d cells took %v", len(doc.Blocks), took)
	}
}

func FuzzFigures(f *testing.F) {
	files, _ := filepath.Glob("testdata/golden/*.txtar")
	for _, file := range files {
		if raw, err := os.ReadFile(file); err == nil {
			f.Add("en", string(raw))
		}
	}
	f.Add("de", "Es waren 1.234,5 Tonnen und einundzwanzig Menschen.")
	f.Add("es", "Unas 12 500 personas y 4,5 millones de euros.")
	for i, p := range pieces {
		f.Add("en", fmt.Sprint(p, pieces[(i+7)%len(pieces)], p))
	}
	f.Fuzz(func(t *testing.T, lang, body string) {
		body = strings.ToValidUTF8(body, "\uFFFD")
		doc := corpus.Plain(corpus.Ref{Lang: lang}, body)
		lawful(t, doc, extract.Run(doc, figures.Extractor).Figures)
	})
}
