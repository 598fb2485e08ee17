package persons_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/persons"
)

func read(s string) []extract.Name {
	return extract.Run(corpus.Plain(corpus.Ref{Lang: "en"}, s), figures.Extractor, persons.Extractor).Names
}

// said is what an article says of its persons, in one line each.
func said(s string) string {
	var out []string
	for _, n := range read(s) {
		line := n.Name
		for _, f := range n.Facts {
			not := ""
			if f.Denied {
				not = "not "
			}
			if f.Past {
				not += "once "
			}
			line += fmt.Sprintf("; %s %s%s", f.Kind, not, f.Value)
			if len(f.Words) > 0 {
				line += " for " + strings.Join(f.Words, " ")
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, " / ")
}

func TestWhatIsSaidOfPersons(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Marlow, 41, of Aldport was hurt.", "Jane Marlow; age 41; home Aldport"},
		{"Jane Marlow, 41, of Brant, was hurt.", "Jane Marlow; age 41; home Brant"},
		{"Jane Marlow, 40, was hurt. Jane Marlow, a 100-year-old teacher, spoke.", "Jane Marlow; age 40; age 100; role teacher"},
		{"The 41-year-old mayor Jane Marlow spoke.", "Jane Marlow; age 41; role mayor"},
		{"Jane Marlow, a 41-year-old teacher, spoke.", "Jane Marlow; age 41; role teacher"},
		{"Jane Marlow, the deputy mayor of Aldport, spoke.", "Jane Marlow; role deputy mayor of Aldport"},
		{"Jane Marlow was 23 when she moved to Brant.", "Jane Marlow"},
		{"Jane Marlow, 18, worked on the docks in 1998.", "Jane Marlow"},
		{"Police arrested Jane Marlow on Monday.", "Jane Marlow; status arrested"},
		{"Jane Marlow, 41, was arrested on Monday and charged with theft.", "Jane Marlow; age 41; status arrested; status charged for theft"},
		{"Jane Marlow has not been charged.", "Jane Marlow; status not charged"},
		{"Jane Marlow was convicted of arson in 2009.", "Jane Marlow; status once convicted for arson"},
		{"Jane Marlow could be charged with theft.", "Jane Marlow"},
		{"If Jane Marlow is convicted of theft, she will appeal.", "Jane Marlow"},
		{"Jane Marlow arrested two men.", "Jane Marlow"},
		{"Jane Marlow left. She has been charged with theft.", "Jane Marlow; status charged for theft"},
		{"Peter Hadley Jr. won. Peter Hadley lost.", ""},
		{"The committee met in Aldport.", ""},
	} {
		if got := said(c.text); got != c.want {
			t.Errorf("of %q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestFactsStandWhereTheyAre(t *testing.T) {
	pieces := []string{"Jane Marlow", "Peter Hadley", ", 41,", " was", " charged", " with theft", " the 23-year-old", " mayor", " of Brant", ". ", ", ", "“", "”", " Sgt.", "\n\n", " (44)", " and", " not", "é", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), ""), "")
		doc := corpus.Plain(corpus.Ref{Lang: "en"}, s)
		for _, n := range extract.Run(doc, figures.Extractor, persons.Extractor).Names {
			items := []extract.Item{n.Item}
			for _, f := range n.Facts {
				items = append(items, f.Item)
			}
			for _, it := range items {
				if it.Span.Empty() || it.Span.Of(doc.Text) != it.Text || it.InSentence.Of(it.Sentence) != it.Text {
					t.Errorf("%q at %v is not in %q", it.Text, it.Span, it.Sentence)
				}
			}
		}
	})
}
