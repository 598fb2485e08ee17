package attrib_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", `He said "no" and "yes."`, `"no"|"yes."`},
		{"en", "“Never,” she said. “Ever.”", "“Never,”|“Ever.”"},
		{"en", "“One.\n\n“Two.”", "“One.+“Two.”"},
		{"en", "“One.\n\nTwo,” he said.", "“One.+Two,”"},
		{"en", "“One is left open.\n\nNext.", "“One is left open."},
		{"en", "“Apparently not,“ he said.", "“Apparently not,“"},
		{"en", "''Over,'' he said. ``Not.''", "''Over,''|``Not.''"},
		{"en", "‘We won’t sell the voters’ mill,’ she said.", "‘We won’t sell the voters’ mill,’"},
		{"en", "the '90s and the '60s, get 'em", ""},
		{"en", `He is 6'2" tall.`, ""},
		{"en", `Roe said: "We left. "It rained. "Nobody came." Hale did.`, `"We left. "It rained. "Nobody came."`},
		{"en", "“We left. “It rained. “Nobody came.” Hale did.", "“We left. “It rained. “Nobody came.”"},
		{"en", "“We left, Roe said. “It rained.”", "“We left, Roe said.|“It rained.”"},
		{"en", `"We left. "Roe said so. "It rained."`, `"We left. "|"It rained."`},
		{"de", "„Nein“, sagte sie. »Doch«, sagte er.", "„Nein“|»Doch«"},
	} {
		var blocks []text.Span
		at := 0
		for _, p := range strings.SplitAfter(c.text, "\n\n") {
			blocks = append(blocks, text.Span{Start: at, End: at + len(strings.TrimRight(p, "\n"))})
			at += len(p)
		}
		var got []string
		for _, q := range attrib.Marks(c.text, blocks, lexicon.For(c.lang)) {
			var parts []string
			for _, p := range q.Parts {
				parts = append(parts, p.Of(c.text))
			}
			got = append(got, strings.Join(parts, "+"))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("Marks(%q) = %s, want %s", c.text, s, c.want)
		}
	}
}
