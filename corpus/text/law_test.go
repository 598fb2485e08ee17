package text_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus/text"
)

// prose draws text with much of what divides words and sentences.
func prose() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{" ", " ", ". ", "? ", "! ", "… ", "...", "\n", "\n\n", "\r\n", "“", "”", `"`, "'", "U.S.", "Mr.", "p.m.",
			"3.5", "27", "No.", "J.", "The", "he", "said", "(", ")", "[1]", "—", "。", "\u00a0", "\u2028", "e\u0301", "é", "👩\u200d🚀", "\u200b", "\ufeff"}),
		rapid.String(),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
	})
}

// checkSpans fails unless spans are in order, apart, non-empty and on rune
// boundaries of s, and between them stands nothing but what is skipped.
func checkSpans(t interface{ Fatalf(string, ...any) }, s string, spans iter.Seq[text.Span], skipped func(rune) bool) {
	last := 0
	for sp := range spans {
		if sp.Start < last || sp.End <= sp.Start || sp.End > len(s) {
			t.Fatalf("span %v after byte %d of %q", sp, last, s)
		}
		for _, i := range []int{sp.Start, sp.End} {
			if i < len(s) && !utf8.RuneStart(s[i]) {
				t.Fatalf("%v of %q is not on rune boundaries", sp, s)
			}
		}
		if skipped != nil && strings.TrimFunc(s[last:sp.Start], skipped) != "" {
			t.Fatalf("%q is in no span of %q", s[last:sp.Start], s)
		}
		last = sp.End
	}
	if skipped != nil && strings.TrimFunc(s[last:], skipped) != "" {
		t.Fatalf("%q is in no span of %q", s[last:], s)
	}
}

func TestSentencesCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "s")
		checkSpans(t, s, text.Sentences(s), unicode.IsSpace)
	})
}

func TestWordsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "s")
		checkSpans(t, s, text.Words(s), nil)
		n := 0
		for _, tok := range text.Tokens(s) {
			if tok.Kind != text.Mark {
				n++
			}
		}
		for range text.Words(s) {
			n--
		}
		if n != 0 {
			t.Fatalf("%d more words among the tokens of %q than from Words", n, s)
		}
	})
}

func TestTokensInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "s")
		checkSpans(t, s, func(yield func(text.Span) bool) {
			for _, tok := range text.Tokens(s) {
				if !yield(tok.Span) {
					return
				}
			}
		}, nil)
	})
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "s")
		once := text.Fold(s)
		if twice := text.Fold(once); twice != once || !text.IsNFC(once) {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}

func TestMapFindsWhatWasCopied(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := prose().Draw(t, "raw")
		b := text.NewBuilder(text.InFile, raw)
		type copied struct{ from, at, n int }
		var copies []copied
		for at := 0; at < len(raw); {
			_, n := utf8.DecodeRuneInString(raw[at:])
			end := min(len(raw), at+n*rapid.IntRange(1, 4).Draw(t, "n"))
			for end < len(raw) && !utf8.RuneStart(raw[end]) {
				end++
			}
			switch rapid.IntRange(0, 3).Draw(t, "do") {
			case 0:
				b.Put("é&", at, end)
			case 1: // left out
			default:
				copies = append(copies, copied{at, b.Len(), end - at})
				b.Copy(at, end)
			}
			at = end
		}
		s, m := b.Done()
		for _, c := range copies {
			p := m.Place(text.Span{Start: c.at, End: c.at + c.n})
			if p.From.Offset != c.from || p.To.Offset != c.from+c.n {
				t.Fatalf("bytes %d-%d of %q are placed at %d-%d", c.from, c.from+c.n, raw, p.From.Offset, p.To.Offset)
			}
			if want := column(raw, c.from); p.From.Column != want {
				t.Fatalf("column of byte %d of %q is %d, want %d", c.from, raw, p.From.Column, want)
			}
		}
		last := 0
		for i := range s {
			p := m.Place(text.Span{Start: i, End: i + 1})
			if p.From.Offset < last || p.To.Offset < p.From.Offset {
				t.Fatalf("byte %d of %q is placed at %d, before %d", i, s, p.From.Offset, last)
			}
			last = p.From.Offset
		}
	})
}

// column counts the slow way.
func column(raw string, at int) int {
	n := 1
	for i, r := range raw[:at] {
		n++
		if r == '\n' || r == '\r' && !strings.HasPrefix(raw[i:], "\r\n") {
			n = 1
		}
	}
	return n
}

func FuzzSpans(f *testing.F) {
	for _, s := range []string{"", "One. Two.", `"Stop!" he said.`, "U.S. “No.” 3.5\r\n\r\nA. B.", "\xff. \xe2\x80 A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			for sp := range text.Sentences(text.Fold(s)) {
				_ = sp
			}
			s = strings.ToValidUTF8(s, "?")
		}
		checkSpans(t, s, text.Words(s), nil)
		checkSpans(t, s, text.Sentences(s), unicode.IsSpace)
	})
}

func ExampleFold() {
	fmt.Println(text.Fold("“Straße” – Don’t"))
	// Output: "strasse" - don't
}

func ExampleMap_Place() {
	raw := "one\nQ&amp;A: “yes”"
	b := text.NewBuilder(text.InFile, raw)
	b.Copy(4, 5)
	b.Put("&", 5, 10)
	b.Copy(10, len(raw))
	s, m := b.Done()
	p := m.Place(text.Span{Start: 0, End: len("Q&A")})
	fmt.Println(s, p.From.Line, p.From.Column, raw[p.From.Offset:p.To.Offset])
	// Output: Q&A: “yes” 2 1 Q&amp;A
}
