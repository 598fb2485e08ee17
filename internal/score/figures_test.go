package score

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
	"github.com/newsvet/newsvet/extract/figures"
	"github.com/newsvet/newsvet/extract/quotes"
)

// An annotated figure was read by hand: its place in the body of an article,
// and the places of the noun that it counts and of the words for whoever it
// stands on; of several either may be found. A place before the body means that there is none.
type annotated struct {
	ID         string               `json:"id"`
	Start      int                  `json:"start"`
	End        int                  `json:"end"`
	Value      json.RawMessage      `json:"value"`
	Head       [][2]int             `json:"head"`
	Subset     bool                 `json:"subset"`
	Whose      [][2]int             `json:"whose"`
	Provenance []extract.Provenance `json:"provenance"`
}

// The share of 209 figures in 23 articles that must come out as annotated.
const (
	leastHeads = 0.90
	leastWhose = 0.85
	leastSteps = 0.85
)

func TestFiguresAsAnnotated(t *testing.T) {
	eval := os.Getenv("EVAL")
	if eval == "" {
		t.Skip("skipped: EVAL names no folder of annotated articles (make score EVAL=DIR)")
	}
	var all, found, values, heads, headed, subsets, whose, steps int
	for id, gold := range annotations(t) {
		doc, body := article(t, eval, id)
		items := extract.Run(doc, dates.Extractor, quotes.Extractor, figures.Extractor)
		for _, g := range gold {
			all++
			f := at(items.Figures, g, body)
			if f == nil {
				t.Logf("%s:%d: not found", id, g.Start)
				headed += len(g.Head)
				continue
			}
			found++
			if sameValue(g.Value, f) {
				values++
			}
			if g.Head[0][0] >= 0 {
				headed++
				if sameHead(doc, g, f, body) {
					heads++
				} else {
					t.Logf("%s:%d: %q counts %q", id, g.Start, f.Text, f.Noun)
				}
			}
			if g.Subset != (f.Measure.Subset != "") {
				t.Logf("%s:%d: %q is a part: %q", id, g.Start, f.Text, f.Measure.Subset)
			} else {
				subsets++
			}
			if sameWhose(g, f, body) {
				whose++
			} else {
				t.Logf("%s:%d: %q on the word of %q (%s)", id, g.Start, f.Text, f.Speaker.Mention, f.Provenance)
			}
			if slices.Contains(g.Provenance, f.Provenance) {
				steps++
			} else {
				t.Logf("%s:%d: %q stands on %q: %s, not %v", id, g.Start, f.Text, f.Speaker.Mention, f.Provenance, g.Provenance)
			}
		}
	}
	share := func(n, of int) float64 { return float64(n) / float64(of) }
	t.Logf("%d figures: found %.3f, value %.3f, head %.3f, subset %.3f, whose word %.3f, step %.3f", all,
		share(found, all), share(values, all), share(heads, headed), share(subsets, all), share(whose, all), share(steps, all))
	if h, w, s := share(heads, headed), share(whose, all), share(steps, all); h < leastHeads || w < leastWhose || s < leastSteps {
		t.Errorf("head, whose word, step: %.3f %.3f %.3f, want at least %v %v %v", h, w, s, leastHeads, leastWhose, leastSteps)
	}
}

func annotations(t *testing.T) map[string][]annotated {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "figures-annotated.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][]annotated{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var a annotated
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		all[a.ID] = append(all[a.ID], a)
	}
	return all
}

// article loads an article of the shared stories; body is the offset of its
// body in the file.
func article(t *testing.T, eval, id string) (doc *corpus.Document, body int) {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(eval, "cross", "clean", "*", id+".txt"))
	if len(paths) != 1 {
		t.Skipf("skipped: no article %s", id)
	}
	raw, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if s := string(raw); strings.HasPrefix(s, "---\n") {
		body = strings.Index(s[4:], "---\n") + 8
	}
	for d, err := range formats.Text.Read(strings.NewReader(string(raw)), paths[0], corpus.DefaultLimits) {
		if err != nil {
			t.Fatal(err)
		}
		doc = d
	}
	return doc, body
}

// at returns the figure whose place overlaps that of g.
func at(all []extract.Figure, g annotated, body int) *extract.Figure {
	for i := range all {
		f := &all[i]
		if f.At.From.Offset < g.End+body && f.At.To.Offset > g.Start+body {
			return f
		}
	}
	return nil
}

func sameValue(want json.RawMessage, f *extract.Figure) bool {
	var ends [2]float64
	if err := json.Unmarshal(want, &ends[0]); err == nil {
		ends[1] = ends[0]
	} else if json.Unmarshal(want, &ends) != nil {
		return false
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-4*math.Max(1, math.Abs(a)) }
	return near(ends[0], f.Low.Float()) && near(ends[1], f.High.Float())
}

func sameHead(doc *corpus.Document, g annotated, f *extract.Figure, body int) bool {
	for _, h := range g.Head {
		w := strings.ToLower(words(doc, text.Span{Start: h[0] + body, End: h[1] + body}))
		if f.Noun != "" && (w == f.Noun || strings.HasPrefix(w, f.Noun) && len(w) <= len(f.Noun)+2 || figures.Singular("en", w) == f.Noun) {
			return true
		}
	}
	return false
}

// words returns what stands at a place of the file.
func words(doc *corpus.Document, sp text.Span) string {
	for _, t := range text.Tokens(doc.Text) {
		p := doc.Map.Place(t.Span)
		if p.Basis == text.InFile && p.From.Offset <= sp.Start && sp.Start < p.To.Offset {
			return t.Of(doc.Text)
		}
	}
	return ""
}

func sameWhose(g annotated, f *extract.Figure, body int) bool {
	if len(g.Whose) == 0 {
		return f.Speaker.IsZero()
	}
	for _, w := range g.Whose {
		if w[0] < 0 {
			if f.Speaker.IsZero() {
				return true
			}
			continue
		}
		if f.Speaker.At.From.Offset < w[1]+body && f.Speaker.At.To.Offset > w[0]+body {
			return true
		}
	}
	return false
}
