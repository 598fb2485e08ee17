package run_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/internal/run"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// events are told in two ways each.
var events = [][2]string{
	{"The ferry Marigold sank off Aldport with its cargo of slate. The coastguard saved nine sailors from the cold sea.",
		"Nine sailors of the Marigold were saved by the coastguard when their ferry sank near Aldport, laden with slate."},
	{"A bakery burned down in Brant after its oven exploded. Firemen fought the flames until the roof fell in.",
		"Firemen in Brant fought flames at a bakery whose oven exploded; the roof fell in, and the house burned down."},
	{"The bridge at Corvale collapsed under a lorry of gravel. Engineers had warned of rust in its cables.",
		"Rust in the cables brought down the Corvale bridge, engineers said, when a lorry of gravel crossed and it collapsed."},
	{"The strike of the Dunmere weavers ended with a raise of six pennies. Looms will run again after eleven weeks.",
		"Weavers at Dunmere ended their strike for six pennies more; after eleven weeks the looms will run."},
	{"A meteorite fell into the orchard of Eskholm abbey. Monks found it warm and black beneath a pear tree.",
		"Monks of Eskholm abbey found a warm black meteorite that fell beneath a pear tree of their orchard."},
}

// doc is an article on one of several events.
func doc(event, n int) *corpus.Document {
	ref := corpus.Ref{
		Name: fmt.Sprintf("%d-%d.md", event, n), URI: fmt.Sprintf("%d-%d.md", event, n), Outlet: []string{"Bugle", "Courier", ""}[n%3],
		Published: time.Date(2024, 5, 1+event, 12, 0, 0, 0, time.UTC), Lang: "en",
	}
	copy(ref.ID[:], ref.Name)
	return corpus.Plain(ref, fmt.Sprintf("%s\n\nThere were %d people who saw it.", events[event%5][n%2], 20*event+n))
}

// words finds each capitalised word, as a note.
var words = &extract.Extractor{Name: "words", Run: func(a *extract.Article) extract.Items {
	var out extract.Items
	for _, t := range a.Tokens {
		if w := a.Word(t.Span); t.Kind == text.Word && w[0] >= 'A' && w[0] <= 'Z' {
			out.Notes = append(out.Notes, extract.Note{Item: extract.Item{Span: t.Span}, Name: "word"})
		}
	}
	return out
}}

// all makes a finding of every note.
var all = &check.Rule{Name: "all", Level: check.Info, Run: func(c *check.Case) []check.Finding {
	var out []check.Finding
	for i, it := range c.Items {
		for _, n := range it.Notes {
			out = append(out, check.Finding{Message: n.Text, Evidence: []check.Evidence{{Article: i, Item: n.Item}}})
		}
	}
	return out
}}

func stream(docs []*corpus.Document) iter.Seq2[*corpus.Document, error] {
	return func(yield func(*corpus.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func corpusOf(t *rapid.T) []*corpus.Document {
	var out []*corpus.Document
	for event := range rapid.IntRange(1, 5).Draw(t, "events") {
		for n := range rapid.IntRange(1, 4).Draw(t, "articles") {
			out = append(out, doc(event, n))
		}
	}
	return out
}

// bytesOf is all that a check puts out.
func bytesOf(t interface{ Fatal(...any) }, docs []*corpus.Document, o run.Options) string {
	o.Extractors, o.Rules = []*extract.Extractor{words}, []*check.Rule{all}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	sum, err := run.Check(context.Background(), stream(docs), o, func(r *check.Result) error { return enc.Encode(r) })
	if err != nil {
		t.Fatal(err)
	}
	if err := enc.Encode(sum); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := corpusOf(t)
		want := bytesOf(t, docs, run.Options{Workers: 1})
		for _, o := range []run.Options{{Workers: 2}, {Workers: 7}, {Workers: 2, Budget: 1 << 10}} {
			got := bytesOf(t, rapid.Permutation(docs).Draw(t, "order"), o)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("with %d workers and a budget of %d bytes: (-one worker +this)\n%s", o.Workers, o.Budget, diff)
			}
		}
	})
}

func TestStoriesAreTheEvents(t *testing.T) {
	var docs []*corpus.Document
	for event := range 5 {
		for n := range 3 {
			docs = append(docs, doc(event, n))
		}
	}
	var got []string
	sum, err := run.Stories(t.Context(), stream(docs), run.Options{}, func(s *run.Story) error {
		for _, a := range s.Articles {
			got = append(got, a.Name)
		}
		got = append(got, "|")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "0-0.md 0-1.md 0-2.md | 1-0.md 1-1.md 1-2.md | 2-0.md 2-1.md 2-2.md | 3-0.md 3-1.md 3-2.md | 4-0.md 4-1.md 4-2.md |"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("stories:\n got %s\nwant %s", g, want)
	}
	if sum.Articles != 15 || sum.Stories != 5 || sum.Outlets != 2+5 {
		t.Errorf("summary: %+v", sum)
	}
}

func TestAStoryThatIsToldOverrides(t *testing.T) {
	docs := []*corpus.Document{doc(0, 0), doc(0, 1), doc(1, 0)}
	o := run.Options{StoryOf: func(r *corpus.Ref) string {
		if r.Name == "0-1.md" || r.Name == "1-0.md" {
			return "mine"
		}
		return ""
	}}
	var got []int
	_, err := run.Stories(t.Context(), stream(docs), o, func(s *run.Story) error {
		got = append(got, len(s.Articles))
		return nil
	})
	if err != nil || !slices.Equal(got, []int{1, 2}) {
		t.Errorf("sizes of stories: got %v, %v; want [1 2]", got, err)
	}
}

func TestADocumentGivenTwiceCountsOnce(t *testing.T) {
	sum, err := run.Check(t.Context(), stream([]*corpus.Document{doc(0, 0), doc(0, 0)}), run.Options{}, func(*check.Result) error { return nil })
	if err != nil || sum.Articles != 1 || len(sum.Notices) != 1 || !strings.Contains(sum.Notices[0], "0-0.md") {
		t.Errorf("got %+v, %v", sum, err)
	}
}

func TestBadDocumentsAreNamedAndTheRestIsChecked(t *testing.T) {
	in := func(yield func(*corpus.Document, error) bool) {
		_ = yield(nil, &corpus.Error{URI: "z.txt", Line: 3, Err: errors.New("no text")}) && yield(doc(0, 0), nil) &&
			yield(doc(1, 1), nil) && yield(nil, &corpus.Error{URI: "a.txt", Err: errors.New("binary file")})
	}
	bad := &extract.Extractor{Name: "bad", Run: func(a *extract.Article) extract.Items {
		if a.Doc.Name == "1-1.md" {
			panic("oops")
		}
		return extract.Items{}
	}}
	sum, err := run.Check(t.Context(), in, run.Options{Extractors: []*extract.Extractor{bad}}, func(*check.Result) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range sum.Unreadable {
		got = append(got, u.URI+": "+u.Reason)
	}
	want := []string{"1-1.md: internal error: oops (this is a bug in newsvet, please report it)", "a.txt: binary file", "z.txt: no text"}
	if diff := cmp.Diff(want, got); diff != "" || sum.Articles != 1 {
		t.Errorf("unreadable (-want +got):\n%s\narticles: %d", diff, sum.Articles)
	}
}

func TestAPanickingRuleNamesItsArticles(t *testing.T) {
	bad := &check.Rule{Name: "bad", Run: func(c *check.Case) []check.Finding {
		if c.Articles[0].Name == "0-0.md" {
			panic("oops")
		}
		return nil
	}}
	n := 0
	sum, err := run.Check(t.Context(), stream([]*corpus.Document{doc(0, 0), doc(0, 1), doc(1, 0)}),
		run.Options{Rules: []*check.Rule{bad}}, func(*check.Result) error { n++; return nil })
	if err != nil || n != 1 || len(sum.Unreadable) != 2 || sum.Unreadable[0].URI != "0-0.md" {
		t.Errorf("got %d results, %+v, %v", n, sum.Unreadable, err)
	}
}

func TestABrokenStreamEndsTheRun(t *testing.T) {
	broken := errors.New("disk on fire")
	in := func(yield func(*corpus.Document, error) bool) { _ = yield(doc(0, 0), nil) && yield(nil, broken) }
	if _, err := run.Check(t.Context(), in, run.Options{}, nil); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
	panics := func(func(*corpus.Document, error) bool) { panic("oops") }
	if _, err := run.Check(t.Context(), panics, run.Options{}, nil); err == nil {
		t.Error("a reader that panics ends no run")
	}
	full := errors.New("disk full")
	_, err := run.Extract(t.Context(), stream([]*corpus.Document{doc(0, 0), doc(0, 1), doc(0, 2)}), run.Options{Workers: 1},
		func(*corpus.Document, extract.Items) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

func TestNoRoomForTemporaryFiles(t *testing.T) {
	o := run.Options{Budget: 1, Dir: t.TempDir() + "/nowhere"}
	if _, err := run.Check(t.Context(), stream([]*corpus.Document{doc(0, 0)}), o, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want that the directory does not exist", err)
	}
}

func TestSpillingLeavesNoFiles(t *testing.T) {
	dir := t.TempDir()
	bytesOf(t, []*corpus.Document{doc(0, 0), doc(0, 1), doc(1, 0)}, run.Options{Budget: 1, Dir: dir})
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestExtractKeepsTheOrder(t *testing.T) {
	var docs []*corpus.Document
	for n := range 40 {
		docs = append(docs, doc(n, n))
	}
	var got []string
	_, err := run.Extract(t.Context(), stream(docs), run.Options{Workers: 7}, func(d *corpus.Document, _ extract.Items) error {
		got = append(got, d.Name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range docs {
		if got[i] != d.Name {
			t.Fatalf("document %d is %s, want %s", i, got[i], d.Name)
		}
	}
}

// Within the bubble time passes only when all goroutines wait.
func TestInterruptEndsAtOnce(t *testing.T) {
	slow := &extract.Extractor{Name: "slow", Run: func(*extract.Article) extract.Items {
		time.Sleep(time.Hour)
		return extract.Items{}
	}}
	for name, f := range map[string]func(context.Context) error{
		"in an extractor": func(ctx context.Context) error {
			_, err := run.Check(ctx, stream([]*corpus.Document{doc(0, 0), doc(0, 1)}), run.Options{Extractors: []*extract.Extractor{slow}}, nil)
			return err
		},
		"in a read": func(ctx context.Context) error {
			_, err := run.Extract(ctx, func(func(*corpus.Document, error) bool) { time.Sleep(time.Hour) }, run.Options{}, nil)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				start := time.Now()
				if err := f(ctx); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %v", err)
				}
				if took := time.Since(start); took > time.Minute {
					t.Errorf("ended %v after the interrupt", took-time.Minute)
				}
				time.Sleep(2 * time.Hour) // of the bubble: those left behind come back and end
			})
		})
	}
}
