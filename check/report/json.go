package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/newsvet/newsvet/check"
)

// Schema names the shape of what [JSON] and [JSONL] write. Within /1 fields
// are only ever added.
const Schema = "newsvet/1"

// JSON writes one object for the whole run.
var JSON = &Format{
	Name: "json",
	Doc:  "one JSON object, schema newsvet/1",
	New:  func(w io.Writer, o Options) Reporter { return &jsonReporter{w: w, o: o} },
}

// JSONL writes a line for each story, and the summary last.
var JSONL = &Format{
	Name: "jsonl",
	Doc:  "JSON Lines: a story per line, the summary last",
	New:  func(w io.Writer, o Options) Reporter { return &jsonlReporter{w: w, o: o} },
}

type jsonReporter struct {
	w    io.Writer
	o    Options
	open bool
	any  bool

	drafts []jsonDraft
}

func (r *jsonReporter) begin() error {
	if r.open {
		return nil
	}
	r.open = true
	_, err := io.WriteString(r.w, `{"schema":"`+Schema+`","stories":[`)
	return err
}

func (r *jsonReporter) Story(res *check.Result) error {
	r.drafts = append(r.drafts, newJSONDrafts(res, r.o)...)
	if err := r.begin(); err != nil {
		return err
	}
	line, err := encode(newJSONStory(res, r.o))
	if err != nil {
		return err
	}
	sep := "\n"
	if r.any {
		sep = ",\n"
	}
	r.any = true
	if _, err := io.WriteString(r.w, sep); err != nil {
		return err
	}
	_, err = r.w.Write(line)
	return err
}

func (r *jsonReporter) Close(s check.Summary) error {
	if err := r.begin(); err != nil {
		return err
	}
	line, err := encode(newJSONSummary(s, r.drafts))
	if err != nil {
		return err
	}
	sep := "],"
	if r.any {
		sep = "\n],"
	}
	_, err = io.WriteString(r.w, sep+string(line[1:])+"\n")
	return err
}

type jsonlReporter struct {
	w io.Writer
	o Options

	drafts []jsonDraft
}

func (r *jsonlReporter) Story(res *check.Result) error {
	r.drafts = append(r.drafts, newJSONDrafts(res, r.o)...)
	return r.line(struct {
		Schema string `json:"schema"`
		jsonStory
	}{Schema, newJSONStory(res, r.o)})
}

func (r *jsonlReporter) Close(s check.Summary) error {
	return r.line(struct {
		Schema string `json:"schema"`
		jsonSummary
	}{Schema, newJSONSummary(s, r.drafts)})
}

func (r *jsonlReporter) line(v any) error { return writeLine(r.w, v) }

func writeLine(w io.Writer, v any) error {
	line, err := encode(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// encode returns v as one line of JSON without the line break.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}
