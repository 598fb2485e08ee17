package align_test

import (
	"testing"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// called are articles that each name one person.
func called(names ...string) []extract.Items {
	var out []extract.Items
	for _, n := range names {
		out = append(out, extract.Items{Names: []extract.Name{{Name: n, Given: true}}})
	}
	return out
}

func TestAnInitialLeavesTheKeyOfAPerson(t *testing.T) {
	const want = "john moss"
	for _, names := range [][]string{{"John Moss", "John Moss"}, {"John Moss", "J. Moss", "John Moss"}, {"J. Moss", "John Q. Moss"}} {
		gs := align.Names(called(names...))
		if len(gs) != 1 || gs[0].Key != want || len(gs[0].Members) != len(names) {
			t.Errorf("Names(%q) = %+v, want one group of all with the key %q", names, gs, want)
		}
	}
}

func TestTheKeyOfAPersonIsNotThatOfTheFirstSpelling(t *testing.T) {
	for _, names := range [][]string{{"Ann Marie Roe", "Annmarie Roe"}, {"J R Moss", "JR Moss", "J. R. Moss"}} {
		want := ""
		for range names {
			gs := align.Names(called(names...))
			if len(gs) != 1 || want != "" && gs[0].Key != want {
				t.Errorf("Names(%q) = %+v, want one group with the key %q", names, gs, want)
			} else {
				want = gs[0].Key
			}
			names = append(names[1:], names[0])
		}
	}
}

// What the fifth article says of a person counts as much as what the first says.
func TestSlipsAreBorneOutByAnyArticle(t *testing.T) {
	roe := func(name string, age int) extract.Items {
		n := extract.Name{Name: name, Given: true}
		if age > 0 {
			n.Facts = []extract.Fact{{Kind: extract.AgeFact, Low: age, High: age}}
		}
		return extract.Items{Names: []extract.Name{n}}
	}
	in := []extract.Items{roe("Jane Maddox", 0), roe("Jane Maddox", 0), roe("Jane Maddox", 0), roe("Jane Maddox", 0), roe("Jane Maddox", 41), roe("Jane Madox", 41)}
	gs := align.Names(in)
	if len(gs) != 1 || gs[0].Score < align.SurePerson {
		t.Errorf("Names = %+v, want one group, surely one person", gs)
	}
}
