package report

import (
	"fmt"
	"io"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// Concise writes one line per finding, for other programs: its shape never
// changes. Warnings and errors are listed unless told otherwise.
var Concise = &Format{
	Name: "concise",
	Doc:  "a line per finding: path:line:col: level rule: message",
	New:  func(w io.Writer, o Options) Reporter { return &concise{w, o} },
}

type concise struct {
	w io.Writer
	o Options
}

func (r *concise) Story(res *check.Result) error {
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) {
			continue
		}
		if _, err := fmt.Fprintf(r.w, "%s: %s %s: %s\n", Where(res, f), f.Level, f.Rule, Terminal(f.Message)); err != nil {
			return err
		}
	}
	return nil
}

func (r *concise) Close(check.Summary) error { return nil }

// Where says where an editor finds the first place of f: "path:line:column".
func Where(res *check.Result, f *check.Finding) string {
	if len(f.Evidence) == 0 {
		return "-"
	}
	path, line, column := filePlace(res, &f.Evidence[0])
	return fmt.Sprintf("%s:%d:%d", Path(path), line, column)
}

// filePlace returns where an editor finds e: line and column of the file, or
// the line of its record in a file of many.
func filePlace(res *check.Result, e *check.Evidence) (path string, line, column int) {
	ref := article(res, e.Article)
	from := e.Item.At.From
	if e.Item.At.Basis != text.InFile {
		return ref.URI, max(ref.Line, 1), 1
	}
	return ref.URI, from.Line, from.Column
}
