package corpus_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

func TestIDSurvivesJSON(t *testing.T) {
	d := corpus.Plain(corpus.Ref{Outlet: "Bugle", Title: "Fire in Brant"}, "Two people died.")
	b, err := json.Marshal(d.Ref)
	if err != nil {
		t.Fatal(err)
	}
	var got corpus.Ref
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Ref, got); diff != "" {
		t.Error(diff)
	}
	if len(d.ID.String()) != 32 || d.ID == (corpus.ID{}) || d.Words != 6 {
		t.Errorf("ID %s, %d words", d.ID, d.Words)
	}
}

func TestWhatIsNoIDIsRefused(t *testing.T) {
	for _, s := range []string{"", "ab", strings.Repeat("a", 31), strings.Repeat("a", 33), strings.Repeat("a", 34), strings.Repeat("x", 32)} {
		var id corpus.ID
		if err := id.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("UnmarshalText(%q) = %v, want an error", s, id)
		}
	}
}

func TestNothingRunsTogetherInAnID(t *testing.T) {
	a := corpus.NewID(corpus.Ref{Outlet: "ab", Title: "c"}, "", "text")
	if b := corpus.NewID(corpus.Ref{Outlet: "a", Title: "bc"}, "", "text"); a == b {
		t.Errorf("two documents have the ID %s", a)
	}
	own := corpus.NewID(corpus.Ref{URL: "https://bugle.example"}, "1", "text")
	if b := corpus.NewID(corpus.Ref{URL: "https://bugle.example"}, "2", "text"); own != b {
		t.Error("an own id counts beside a URL")
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	cause := errors.New("cause")
	for want, err := range map[string]error{
		"a.txt: cause": &corpus.Error{URI: "a.txt", Err: cause}, "a.txt:3: cause": &corpus.Error{URI: "a.txt", Line: 3, Err: cause},
	} {
		if err.Error() != want || !errors.Is(err, cause) {
			t.Errorf("error %q, want %q", err, want)
		}
	}
}

func ExamplePlain() {
	d := corpus.Plain(corpus.Ref{Title: "Fire in Brant"}, "Two people died.\n\nHelp came.")
	for _, b := range d.Blocks {
		fmt.Println(b.Kind, d.Map.Place(b.Span).Basis, b.Of(d.Text))
	}
	p := d.Map.Place(text.Span{Start: 33, End: 37})
	fmt.Println(p.From.Line, p.From.Column)
	// Output:
	// headline title Fire in Brant
	// paragraph text Two people died.
	// paragraph text Help came.
	// 3 1
}
