package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// CSV writes a row for each reading of each comparison, and a row for each
// place of each finding. Cells that a spreadsheet would compute are made text.
var CSV = &Format{
	Name: "csv",
	Doc:  "a row per reading and per place of a finding, for spreadsheets",
	New:  func(w io.Writer, o Options) Reporter { return &csvReporter{w: csv.NewWriter(w), o: o} },
}

type csvReporter struct {
	w    *csv.Writer
	o    Options
	open bool
}

var csvHead = []string{
	"record", "story", "kind", "subject", "verdict", "outlets", "side", "value", "rule", "level", "confidence", "fingerprint", "message",
	"article", "path", "outlet", "published", "part", "line", "column", "text", "speaker", "sentence",
}

func (r *csvReporter) begin() error {
	if r.open {
		return nil
	}
	r.open = true
	return r.w.Write(csvHead)
}

func (r *csvReporter) Story(res *check.Result) error {
	if err := r.begin(); err != nil {
		return err
	}
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		for k := range c.Readings {
			rd := &c.Readings[k]
			row := []string{"reading", res.Story.String(), c.Kind, c.Subject, string(c.Verdict), strconv.Itoa(c.Outlets), strings.ToLower(Letter(rd.Side)), rd.Value, "", "", "", "", ""}
			if err := r.row(row, res, &rd.Evidence); err != nil {
				return err
			}
		}
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Info) {
			continue
		}
		for k := range f.Evidence {
			row := []string{"finding", res.Story.String(), "", f.Subject, string(f.Verdict), "", "", "", f.Rule, string(f.Level), strconv.FormatFloat(f.Confidence, 'f', -1, 64), f.Fingerprint, f.Message}
			if err := r.row(row, res, &f.Evidence[k]); err != nil {
				return err
			}
		}
	}
	r.w.Flush()
	return r.w.Error()
}

// row completes a row by the place it speaks of and writes it.
func (r *csvReporter) row(row []string, res *check.Result, e *check.Evidence) error {
	ref := article(res, e.Article)
	_, line, column := filePlace(res, e)
	row = append(row, ref.Name, ref.URI, ref.Outlet, published(ref), string(e.Item.Part), strconv.Itoa(line), strconv.Itoa(column),
		e.Item.Text, e.Item.Speaker.Name, e.Item.Sentence)
	for i := range row {
		row[i] = Cell(row[i])
	}
	return r.w.Write(row)
}

func (r *csvReporter) Close(check.Summary) error {
	if err := r.begin(); err != nil {
		return err
	}
	r.w.Flush()
	return r.w.Error()
}
