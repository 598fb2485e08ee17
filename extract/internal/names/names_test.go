package names_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

func find(s string) *names.Index {
	lex := lexicon.For("en")
	tokens := text.Tokens(s)
	return names.Find(names.Input{Text: s, Tokens: tokens, Classes: lex.Classes(s, tokens), Sentences: slices.Collect(text.Sentences(s)), Lexicon: lex})
}

// The names of s, in order, each "mention=fullest name".
func list(s string) string {
	x := find(s)
	var out []string
	for _, m := range x.Mentions {
		out = append(out, m.Span.Of(s)+"="+x.Entities[m.Entity].Name)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Jane Roe spoke. Roe left.", "Jane Roe=Jane Roe; Roe=Jane Roe"},
		{"Roe left. Later Jane Roe’s car was found.", "Roe=Jane Roe; Jane Roe=Jane Roe"},
		{"Texas Sen. Tom Hale and Ms. Lee met. Ann Lee sang.", "Tom Hale=Tom Hale; Lee=Ann Lee; Ann Lee=Ann Lee"},
		{"The Harbour Safety Agency (HSA) closed it. HSA officials left.", "Harbour Safety Agency=Harbour Safety Agency; HSA=Harbour Safety Agency; HSA=Harbour Safety Agency"},
		{"Rep. John Doe of Ohio said no.", "John Doe=John Doe; Ohio=Ohio"},
		{"Everything Hale says is wrong, said Tom Hale. He said everything.", "Hale=Tom Hale; Tom Hale=Tom Hale"},
		{"Carl van der Berg wept. Van Hale did not.", "Carl van der Berg=Carl van der Berg; Van Hale=Van Hale"},
		{"Roe said the Centers for Harbour Control and Prevention reported it.", "Roe=Roe; Centers for Harbour Control and Prevention=Centers for Harbour Control and Prevention"},
		{"Roe said the Ministry of Harbours and Tides reported it.", "Roe=Roe; Ministry of Harbours and Tides=Ministry of Harbours and Tides"},
		{"Roe said the Department of Tides and Jane Hale reported it.", "Roe=Roe; Department of Tides=Department of Tides; Jane Hale=Jane Hale"},
		{"The rain fell. It was cold.", ""},
		{"Incredibly, the boy ran on. Officials said so.", ""},
		{"Connolly, the mayor, ran on. Then Ann Connolly left.", "Connolly=Ann Connolly; Ann Connolly=Ann Connolly"},
	} {
		if got := list(c.text); got != c.want {
			t.Errorf("names of %q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestHouseThatHasAFirstNameIsNoPerson(t *testing.T) {
	for _, s := range []string{"They met at the Clara Hotel in Aldport.", "He sued under the Grace Act.", "She sang in the Billy Tavern."} {
		for _, e := range find(s).Entities {
			if e.Kind == names.Person {
				t.Errorf("a person in %q: %s", s, e.Name)
			}
		}
	}
}

func TestResolve(t *testing.T) {
	s := "Jane Roe met Tom Hale. She smiled. He did not."
	x := find(s)
	sentences := slices.Collect(text.Sentences(s))
	lex := lexicon.For("en")
	for word, want := range map[string]string{"She": "Jane Roe", "He": "Tom Hale"} {
		e, _ := x.Resolve(strings.Index(s, word), lex.Class(word), sentences)
		if e < 0 || x.Entities[e].Name != want {
			t.Errorf("Resolve(%s) = %d, want %s", word, e, want)
		}
	}
}

func TestResolveTakesTheSubject(t *testing.T) {
	for s, want := range map[string]string{
		"Roe led the council. It met with John Marlow. He spoke for an hour.":                          "John Marlow",
		"Tom Hale spoke in Aldport, flanked by the council of John Marlow. He asked for time.":         "Tom Hale",
		"Tom Hale scored. A big reason why was John Marlow, who fell twice. He was sorry.":             "John Marlow",
		"Tom Hale spoke of the old plan. Nobody has forgotten John Marlow's plan for it. He was loud.": "Tom Hale",
	} {
		x := find(s)
		e, _ := x.Resolve(strings.LastIndex(s, "He "), lexicon.For("en").Class("He"), slices.Collect(text.Sentences(s)))
		if e < 0 || x.Entities[e].Name != want {
			t.Errorf("Resolve(He) in %q = %d, want %s", s, e, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Mayor Jane Roe’s U.S. agency (HSA). J.R. Doe Jr. said so.")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		end := 0
		for _, m := range find(s).Mentions {
			if m.Span.Empty() || m.Span.Start < end || m.Span.End > len(s) {
				t.Fatalf("mention %v after %d", m.Span, end)
			}
			end = m.Span.End
		}
	})
}
