package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus/text"
)

// TestTokensAreThoseOfTheRules holds the tokens against all that UAX #29 says.
func TestTokensAreThoseOfTheRules(t *testing.T) {
	pieces := []string{
		"a", "B", "roe", "7", "12", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", ".", ",", ":", ";", "'", "\"", "-", "_", "$", "%", "(", "#", "*",
		"–", "—", "‘", "’", "“", "”", "…", "é", "e\u0301", "\u0301", "\u200d", "\u200b", "\u00ad", "א", "カ", "水", "🇩", "👩", "️", "٣", "·", "\x00", "\x7f", "\xe2\x80", "\xff",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "s"), "")
		var want []text.Token
		for it := words.FromString(s); it.Next(); {
			sp := text.Span{Start: it.Start(), End: it.End()}
			r, _ := utf8.DecodeRuneInString(sp.Of(s))
			switch {
			case unicode.IsLetter(r) || r == '_':
				want = append(want, text.Token{Span: sp, Kind: text.Word})
			case unicode.IsDigit(r):
				want = append(want, text.Token{Span: sp, Kind: text.Number})
			case !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u200b':
				want = append(want, text.Token{Span: sp, Kind: text.Mark})
			}
		}
		got := text.Tokens(s)
		if len(got) != len(want) {
			t.Fatalf("Tokens(%q) = %v, want %v", s, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("Tokens(%q) = %v, want %v", s, got, want)
			}
		}
	})
}
