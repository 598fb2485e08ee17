package run_test

import (
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/internal/run"
)

func TestADraftJoinsTheStoryThatItIsMostLike(t *testing.T) {
	long := " The ferry Gannet ran aground off Brant harbour with her passengers, and the harbour master Ann Sallow called the lifeboats of Aldport."
	docs := []*corpus.Document{
		written("a", "Bugle", "Ferry Gannet aground at Brant."+long),
		written("b", "Courier", "The ferry Gannet lies on the rocks of Brant."+long),
		written("c", "Herald", "The choir of Carrow school sang for the mayor, and the county gave it a prize for young singers."),
	}
	short := written("d", "Echo", "Lifeboats of Aldport were called to the Gannet, says Ann Sallow.")
	other := written("e", "Echo", "A circus elephant walked through Hampden on its own, to the joy of children.")
	short.Draft, other.Draft = true, true
	var results []*check.Result
	_, err := run.Check(t.Context(), stream(append(docs, short, other)), run.Options{Workers: 2}, func(r *check.Result) error {
		results = append(results, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 2 {
		t.Fatalf("%d stories hold a draft, want 2", len(results))
	}
	if n := len(results[0].Articles); n != 3 {
		t.Errorf("the short draft has %d articles in its story, want 3", n)
	}
	if n := len(results[1].Articles); n != 1 {
		t.Errorf("the draft on something else has %d articles in its story, want itself", n)
	}
}

func TestADraftIsTakenOutOfTheCorpus(t *testing.T) {
	a, b := written("corpus/d", "Echo", "The ferry Gannet ran aground off Brant."), written("d", "Echo", "The ferry Gannet ran aground off Brant.")
	b.ID, b.Draft = a.ID, true
	_, err := run.Check(t.Context(), stream([]*corpus.Document{a, b}), run.Options{}, func(r *check.Result) error {
		if len(r.Articles) != 1 || !r.Articles[0].Draft {
			t.Errorf("articles %v, want the draft alone", r.Articles)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// written is an article with a text of one's own.
func written(name, outlet, body string) *corpus.Document {
	ref := corpus.Ref{Name: name, URI: name, Outlet: outlet, Lang: "en"}
	ref.ID = corpus.NewID(ref, name, body)
	return corpus.Plain(ref, body)
}
