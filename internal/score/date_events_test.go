package score

import (
	"bufio"
	"encoding/json"
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
)

// wantEvents is the share of dates whose event must be the annotated one.
const wantEvents = 0.85

// A dateEvent is a date in an article that is kept outside the project, and
// the heads of what happened then: any of them is right. Offsets count bytes
// after the front matter.
type dateEvent struct {
	Article string `json:"article"`
	Date    int    `json:"date"`
	Event   []int  `json:"event"`
}

func TestDateEvents(t *testing.T) {
	eval := os.Getenv("EVAL")
	if eval == "" {
		t.Skip("skipped: EVAL names no folder of annotated articles (make score EVAL=DIR)")
	}
	f, err := os.Open("testdata/date-events.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs := map[string]*datedDoc{}
	total, right, found := 0, 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var e dateEvent
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		if docs[e.Article] == nil {
			docs[e.Article] = readDated(t, filepath.Join(eval, "cross", "clean", e.Article))
		}
		d := docs[e.Article]
		total++
		head, of, ok := d.eventAt(e.Date)
		if ok {
			found++
		}
		if ok && slices.Contains(e.Event, head) {
			right++
		} else if testing.Verbose() {
			t.Logf("%s byte %d: %q (found %v), want %v", e.Article, e.Date, of, ok, e.Event)
		}
	}
	share := float64(right) / float64(total)
	t.Logf("%d pairs, %d dates found, right event %d: %.3f", total, found, right, share)
	if share < wantEvents {
		t.Errorf("right event of %.3f of the dates, want %.2f", share, wantEvents)
	}
}

// A datedDoc is the dates of a file and where its body begins.
type datedDoc struct {
	doc   *corpus.Document
	dates []extract.Date
	body  int
}

func readDated(t *testing.T, path string) *datedDoc {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for doc, err := range formats.Text.Read(strings.NewReader(string(raw)), path, corpus.DefaultLimits) {
		if err != nil {
			t.Fatal(err)
		}
		d := &datedDoc{doc: doc, dates: extract.Run(doc, dates.Extractor).Dates}
		end := strings.Index(string(raw)[3:], "\n---") + 3 + len("\n---")
		for d.body = end; d.body < len(raw) && raw[d.body] == '\n'; {
			d.body++
		}
		return d
	}
	t.Fatalf("%s: no document", path)
	return nil
}

// eventAt returns the byte of the body at which the event of the date stands
// that holds byte i of the body.
func (d *datedDoc) eventAt(i int) (head int, of string, ok bool) {
	for _, x := range d.dates {
		if x.At.From.Offset <= d.body+i && d.body+i < x.At.To.Offset && x.At.Basis == text.InFile {
			return d.doc.Map.Place(x.Head).From.Offset - d.body, x.Of, !x.Head.Empty()
		}
	}
	return 0, "", false
}
