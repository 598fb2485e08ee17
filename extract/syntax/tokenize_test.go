package syntax_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/newsvet/newsvet/extract/syntax"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"They can't, won't and cannot say.":          "They ca n't , wo n't and can not say .",
		"Roe’s ferries, the towns' boats":            "Roe ’s ferries , the towns ' boats",
		"a long-term, state-of-the-art plan":         "a long - term , state - of - the - art plan",
		"re-elected co-author of a non-profit":       "re-elected co-author of a non-profit",
		"It cost $1,250.50, up 5%.":                  "It cost $ 1,250.50 , up 5 % .",
		"£5bn or $1.2m, 35mm at 7:30pm":              "£ 5 bn or $ 1.2 m , 35 mm at 7:30 pm",
		"the U.S. court and Mr. J. Brown":            "the U.S. court and Mr. J. Brown",
		"He left at 6 a.m. on Sept. 5.":              "He left at 6 a.m. on Sept. 5 .",
		"He sat. She sat":                            "He sat . She sat",
		"“We won’t,” she said…":                      "“ We wo n’t , ” she said …",
		"No. 5 was it? No.":                          "No. 5 was it ? No .",
		"see www.example.org/a-b, or a.b@brant.gov.": "see www.example.org/a-b , or a.b@brant.gov .",
		"call 020-555-0199 by 9/11":                  "call 020-555-0199 by 9/11",
		"5-10 people and/or 2003's 1990s '90s":       "5 - 10 people and / or 2003 's 1990s '90s",
		"wait...what?! -- no—yes":                    "wait ... what ?! -- no — yes",
		"the UN-backed AT&T deal (sic) [1]":          "the UN - backed AT&T deal ( sic ) [ 1 ]",
	} {
		var got []string
		for _, sp := range syntax.Words(s) {
			got = append(got, sp.Of(s))
		}
		if d := cmp.Diff(want, strings.Join(got, " ")); d != "" {
			t.Errorf("Words(%q): (-want +got)\n%s", s, d)
		}
	}
}

func TestWordsAreInOrderAndLeaveOutOnlySpace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("aZn0 9.'’`-,:;/$%&@#()“”\"\n\u00a0é̈字!?_"))).Draw(t, "s")
		last := 0
		for _, sp := range syntax.Words(s) {
			if sp.Start < last || sp.Empty() || !utf8.ValidString(sp.Of(s)) {
				t.Fatalf("Words(%q) has %v after %d", s, sp, last)
			}
			if between := strings.TrimFunc(s[last:sp.Start], isBlank); between != "" {
				t.Fatalf("Words(%q) leaves out %q", s, between)
			}
			last = sp.End
		}
	})
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' }
