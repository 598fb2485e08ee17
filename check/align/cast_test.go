package align_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check/align"
)

// Who holds a post does not depend on which article is read first: “the mayor”
// is the person whose names all go together, and nobody where two do not.
func TestAPostIsOfOnePersonInAnyOrder(t *testing.T) {
	const said = "We will build the old mill up again with the stones of the wall"
	by := map[string]string{
		"full":  "“The county never asked us,” said Mayor Carl Dana Reed.",
		"short": "“The bridge stays where it is,” said Mayor Carl Reed.",
		"other": "“The bells will ring at noon,” said Mayor Dana Reed.",
		"third": "“The bells will ring at noon,” said Mayor John Marlow.",
	}
	for _, tt := range []struct {
		order []string
		want  bool
	}{
		{[]string{"full", "short", "other"}, true},
		{[]string{"short", "other", "full"}, true},
		{[]string{"other", "short", "full"}, true},
		{[]string{"full", "third"}, false},
		{[]string{"third", "full"}, false},
	} {
		texts := []string{"“" + said + ",” the mayor said.", "“" + said + ",” said Carl Dana Reed."}
		for _, name := range tt.order {
			texts = append(texts, by[name])
		}
		got := false
		for _, g := range align.Quotes(items(texts...)) {
			got = got || strings.Contains(strings.Join(g.Why, " "), "holds that post")
		}
		if got != tt.want {
			t.Errorf("%v: the mayor is known: %t, want %t", tt.order, got, tt.want)
		}
	}
}
