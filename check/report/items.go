package report

import (
	"fmt"
	"io"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// An ItemReporter writes the items of articles to the writer it was made
// with.
type ItemReporter interface {
	// Article writes the items of one article.
	Article(*corpus.Document, extract.Items) error
	// Close writes what comes after the last article.
	Close(check.Summary) error
}

// An ItemFormat makes reporters of items.
type ItemFormat struct {
	Name string // one lower-case word
	Doc  string // a title with no full stop
	New  func(w io.Writer, o Options) ItemReporter
}

// AllItems lists the formats of items in the order of their names.
var AllItems = []*ItemFormat{ItemLines, ItemText}

// ItemLines writes a JSON object for each document, schema newsvet.extract/1.
var ItemLines = &ItemFormat{
	Name: "jsonl",
	Doc:  "JSON Lines: an object per article, schema newsvet.extract/1",
	New:  func(w io.Writer, _ Options) ItemReporter { return &itemLines{w} },
}

// ItemText writes a line for each item, for people.
var ItemText = &ItemFormat{
	Name: "text",
	Doc:  "for reading in a terminal",
	New:  func(w io.Writer, o Options) ItemReporter { return &itemText{w: w, o: o, p: newPainter(o.Color)} },
}

type itemLines struct{ w io.Writer }

func (r *itemLines) Article(d *corpus.Document, items extract.Items) error {
	return writeLine(r.w, newItemsShape(d, items))
}

func (r *itemLines) Close(check.Summary) error { return nil }

type itemText struct {
	w        io.Writer
	o        Options
	p        painter
	articles int
}

func (r *itemText) Article(d *corpus.Document, items extract.Items) error {
	if r.articles++; r.articles > 1 {
		if _, err := io.WriteString(r.w, "\n"); err != nil {
			return err
		}
	}
	head := Path(d.Name)
	if d.Title != "" {
		head += "  " + heading(&d.Ref)
	}
	one := &check.Result{Articles: []corpus.Ref{d.Ref}}
	if _, err := fmt.Fprintf(r.w, "%s  %s\n", r.p.paint(bold, head), r.p.paint(dim, about(one, 0))); err != nil {
		return err
	}
	for _, row := range itemRows(items) {
		from := row.it.At.From
		where := fmt.Sprintf("%4d:%-4d", from.Line, from.Column)
		if row.it.Part == extract.Title {
			where = pad("   title", 9)
		}
		line := fmt.Sprintf("  %s %s  %s", r.p.paint(dim, where), r.p.paint(green, pad(row.kind, 6)), cut(row.what, max(r.o.width()-21, 20)))
		if _, err := io.WriteString(r.w, line+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func (r *itemText) Close(s check.Summary) error {
	if r.articles == 0 {
		return nil
	}
	_, err := fmt.Fprintf(r.w, "\n%s read.\n", Count(s.Articles, "article"))
	return err
}

// An itemRow is a line about one item.
type itemRow struct {
	it   *extract.Item
	kind string
	what string
}

// itemRows returns the items in the order of the text.
func itemRows(items extract.Items) []itemRow {
	var rows []itemRow
	for i := range items.Quotes {
		q := &items.Quotes[i]
		rows = append(rows, itemRow{&q.Item, "quote", quoteWords(q)})
	}
	for i := range items.Figures {
		f := &items.Figures[i]
		rows = append(rows, itemRow{&f.Item, "figure", figureWords(f)})
	}
	for i := range items.Dates {
		d := &items.Dates[i]
		rows = append(rows, itemRow{&d.Item, "date", dateWords(d)})
	}
	sortRows(rows)
	return rows
}
