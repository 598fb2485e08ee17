package quotes_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// pieces are what articles are drawn from: marks of every kind, odd and even,
// between words that say something.
var pieces = []string{
	"“", "”", "\"", "''", "``", "«", "»", "„", "‘", "’", "'", " ", " ", " ", "\n\n", ". ", ", ", ": ", "? ", "—", " - ", "(", ")", "[sic]",
	"Mayor Jane Roe", "Roe", "Mr. Doe", "she", "He", "a spokesman for the council", "experts", "the Bugle", "Aldport", "who", "and", "that",
	"said", "says", "told", "according to", "added", "wrote", "wants", "called it", "we will stay", "never", "The roof fell", "it was a disgrace",
	"on Tuesday", "in a statement", "'em", "6'2\"", "ROE:", "Q:", "é", "日本", "\u200b", "…", "U.S.", "12 percent",
}

func article(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 80).Draw(t, "pieces"), " ")
}

func holds(t interface{ Fatalf(string, ...any) }, body string) extract.Items {
	doc, items := read("en", "", body)
	inside := func(sp text.Span) bool { return sp.Start >= 0 && sp.Start < sp.End && sp.End <= len(doc.Text) }
	for _, q := range items.Quotes {
		if !inside(q.Span) || doc.Text[q.Span.Start:q.Span.End] != q.Text {
			t.Fatalf("%v is not where %q stands", q.Span, q.Text)
		}
		for _, p := range append(append([]text.Span{}, q.Parts...), q.Quoted...) {
			if !inside(p) || !q.Span.Covers(p) {
				t.Fatalf("part %v of %v", p, q.Span)
			}
		}
		if sp := q.Speaker.Span; !sp.Empty() && (!inside(sp) || sp.Of(doc.Text) != q.Speaker.Mention) {
			t.Fatalf("speaker %v %q", sp, q.Speaker.Mention)
		}
		if !q.Cue.Empty() && !inside(q.Cue) {
			t.Fatalf("cue %v", q.Cue)
		}
		if q.Confidence < 0 || q.Confidence > 1 {
			t.Fatalf("confidence %v", q.Confidence)
		}
	}
	for _, n := range items.Notes {
		if !inside(n.Span) || n.Span.Of(doc.Text) != n.Text {
			t.Fatalf("note %v %q", n.Span, n.Text)
		}
	}
	return items
}

func TestSpansHoldTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { holds(t, article(t)) })
}

func TestAParagraphWithoutItemsChangesNothingBeforeIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := strings.TrimRight(article(t), "\n ") + "."
		before, after := holds(t, body), holds(t, body+"\n\nthe rain fell on the roofs.")
		if d := cmp.Diff(before, after); d != "" {
			t.Fatalf("(-before +after):\n%s", d)
		}
	})
}

func FuzzExtract(f *testing.F) {
	f.Add("“We will stay,” Mayor Jane Roe said. “All of us.”")
	f.Add("ROE: We will stay.\n\nDOE: Why?\n\nROE: Because.")
	f.Add("He said, \"She told me 'no.'")
	f.Add("„Wir bleiben“, sagte sie.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		holds(t, strings.ToValidUTF8(s, "\uFFFD"))
	})
}

// TestTimeIsLinear reads texts of half a megabyte that tempt an extractor to
// look again and again.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, piece := range []string{
		"“a", "‘a ", "\"a\" said b, ", "said ", "he said that she said ", "“A,” he said. ", "Jane Roe ", "a' ", "\"", "X of the X of ", "Roe, a doctor, ", "“A\n\n", "R: a\n\n", "“a” ",
	} {
		begin := time.Now()
		holds(t, strings.Repeat(piece, (1<<19)/len(piece)))
		if took := time.Since(begin); took > 30*time.Second {
			t.Errorf("%q again and again took %v", piece, took)
		}
	}
}
