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
