package syntax_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax"
)

// tree reads "word/relation/head …", heads counted from 0 and -1 for the root.
func tree(s string) (*syntax.Tree, string) {
	heads := map[string]int{"-1": -1}
	for i := range 10 {
		heads[string(rune('0'+i))] = i
	}
	t, words := &syntax.Tree{}, ""
	for _, f := range strings.Fields(s) {
		p := strings.Split(f, "/")
		t.Tokens = append(t.Tokens, syntax.Token{
			Span: text.Span{Start: len(words), End: len(words) + len(p[0])},
			Rel:  syntax.Rel(p[1]), Head: heads[p[2]],
		})
		words += p[0] + " "
	}
	return t, words
}

func TestTree(t *testing.T) {
	tr, s := tree("Jane/nsubj/2 Roe/flat/0 came/root/-1 and/cc/4 tried/conj/2 to/mark/6 speak/xcomp/4 ././2")
	if got := tr.Root(); got != 2 {
		t.Errorf("Root() = %d, want 2", got)
	}
	if d := cmp.Diff([]int{0, 4, 7}, tr.Children(2)); d != "" {
		t.Errorf("Children: (-want +got)\n%s", d)
	}
	if got := tr.Span(0).Of(s); got != "Jane Roe" {
		t.Errorf("Span(0) = %q", got)
	}
	if got := tr.Span(4).Of(s); got != "tried to speak" {
		t.Errorf("Span(4) = %q", got)
	}
	if got := tr.Subject(6); got != -1 {
		t.Errorf("Subject(6) = %d, want -1", got)
	}
	if tr.At(0) != 0 || tr.At(4) != 1 || tr.At(1000) != -1 || tr.Child(2, syntax.Conj) != 4 || tr.Child(-1, syntax.Root) != -1 {
		t.Error("At, Child")
	}
	if got := syntax.SubjPass.Base(); got != syntax.Subj {
		t.Errorf("Base = %q", got)
	}
}
