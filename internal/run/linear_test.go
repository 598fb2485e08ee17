package run_test

import (
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/extract/extractors"
)

// A kind is a way in which an article can be long: head, then unit over and
// over, in a format.
type kind struct {
	name, head, unit string
	in               *corpus.Format
}

var kinds = []kind{
	{"one long line", "", "the mayor of Aldport said that 27 people died on Friday and ", formats.Text},
	{"one long sentence of names", "", "Jane Roe, ", formats.Text},
	{"paragraphs", "", "The mayor of Aldport said on Tuesday that 27 of 60 people, or 45 percent, came. “Nobody left,” she said.\n\n", formats.Text},
	{"lines", "", "27 dead\n", formats.Text},
	{"opening marks", "", "“", formats.Text},
	{"straight marks", "", `"`, formats.Text},
	{"words in marks", "", `"so it is" `, formats.Text},
	{"marks within marks", "", `“so ‘it `, formats.Text},
	{"digits", "", "7", formats.Text},
	{"numbers", "", "1,234.5 ", formats.Text},
	{"groups", "", "1,", formats.Text},
	{"percents", "", "12% of ", formats.Text},
	{"days", "", "May 3, 2024, ", formats.Text},
	{"clock", "", "10:30 ", formats.Text},
	{"dashes", "Brant", "—", formats.Text},
	{"brackets", "", "([", formats.Text},
	{"dots", "", "a.", formats.Text},
	{"speech without words", "", "said ", formats.Text},
	{"sums", "", "up 12 percent from 50 to 60, a total of 30: ", formats.Text},
	{"items of a list", "four priorities:\n\n", "- 12 people\n", formats.Markdown},
	{"lists within lists", "", "- a\n  - 12 dead\n", formats.Markdown},
	{"rows of a table", "| town | dead |\n|---|---|\n", "| Brant | 27 |\n", formats.Markdown},
	{"headings", "The fire is out.\n\n", "# 27 dead in Brant\n\n", formats.Markdown},
	{"quoted paragraphs", "", "> 27 people died.\n\n", formats.Markdown},
	{"links", "", "[27](https://bugle.example/27) ", formats.Markdown},
	{"pages of paragraphs", "<article><h1>Fire in Brant</h1>", "<p>The mayor said “27 people died” on Friday.</p>", formats.HTML},
	{"pages of rows", "<article><h1>Fire in Brant</h1><table>", "<tr><td>Brant<td>27 dead", formats.HTML},
	{"pages of boxes", "<article><h1>Fire in Brant</h1>", "<div><span>27 dead ", formats.HTML},
	{"pages of lines", "<article><h1>Fire in Brant</h1><p>", "27 dead<br>", formats.HTML},
}

// TestLinearTime: what an article leaves is made in time that grows as its
// length, whatever it is made of, and so is what is said of it alone.
func TestLinearTime(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			linear(t, k, 8<<10, 64<<10, func(d *corpus.Document) {
				check.Run([]*check.Record{check.NewRecord(d, extractors.All...)}, rules.All...)
			})
		})
	}
}

// TestLinearTimeOfAMegabyte: the same of extractors, and of the largest article
// that is read whole.
func TestLinearTimeOfAMegabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			linear(t, k, 128<<10, 1<<20, func(d *corpus.Document) { check.NewRecord(d, extractors.All...) })
		})
	}
}

// linear fails if an article of a kind takes more time than its length
// accounts for: large is eight times small.
func linear(t *testing.T, k kind, small, large int, work func(*corpus.Document)) {
	t.Helper()
	doc, longer := k.of(t, small), k.of(t, large)
	// Eight times the length may take some more than eight times as long; a
	// square would take 64 times. A busy machine gets its chances.
	// A format may leave more than eight times the text of what is too much.
	const chances = 3
	times := time.Duration(24 * max(len(longer.Text)/max(8*len(doc.Text), 1), 1))
	for try := 1; ; try++ {
		one, eight := took(doc, work), took(longer, work)
		if eight <= times*one+100*time.Millisecond {
			return
		}
		if try == chances || eight > 20*time.Second {
			t.Fatalf("%s: %d bytes take %v, %d bytes %v", k.name, len(doc.Text), one, len(longer.Text), eight)
		}
	}
}

// of returns an article of about so many bytes.
func (k kind) of(t *testing.T, size int) *corpus.Document {
	t.Helper()
	for d, err := range k.in.Read(strings.NewReader(k.head+strings.Repeat(k.unit, size/len(k.unit))), "x", corpus.DefaultLimits) {
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	t.Fatal("no article")
	return nil
}

func took(d *corpus.Document, work func(*corpus.Document)) time.Duration {
	began := spent()
	work(d)
	return spent() - began
}
