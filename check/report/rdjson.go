package report

import (
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// RDJSON writes the Reviewdog Diagnostic Format. It gives lines only: its
// columns are bytes, ours are code points. Warnings and errors are listed
// unless told otherwise.
var RDJSON = &Format{
	Name: "rdjson",
	Doc:  "Reviewdog Diagnostic Format",
	New:  func(w io.Writer, o Options) Reporter { return &rdjson{w: w, o: o} },
}

type rdjson struct {
	w io.Writer
	o Options
	n int
}

type rdLocation struct {
	Path  string `json:"path"`
	Range struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	} `json:"range"`
}

type rdPosition struct {
	Line int `json:"line"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

type rdDiagnostic struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
	Severity string     `json:"severity"`
	Code     struct {
		Value string `json:"value"`
	} `json:"code"`
	Related []rdRelated `json:"related_locations,omitempty"`
}

const rdHead = `{"source":{"name":"newsvet","url":"https://github.com/newsvet/newsvet"},"diagnostics":[`

func (r *rdjson) Story(res *check.Result) error {
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) || len(f.Evidence) == 0 {
			continue
		}
		d := rdDiagnostic{Message: Terminal(f.Message), Location: newRDLocation(res, &f.Evidence[0]), Severity: strings.ToUpper(string(f.Level))}
		d.Code.Value = f.Rule
		for k := 1; k < len(f.Evidence); k++ {
			e := &f.Evidence[k]
			d.Related = append(d.Related, rdRelated{outletOf(res, e) + ": " + cutMiddle(Terminal(e.Item.Text), 160), newRDLocation(res, e)})
		}
		encoded, err := encode(d)
		if err != nil {
			return err
		}
		sep := rdHead + "\n"
		if r.n > 0 {
			sep = ",\n"
		}
		r.n++
		if _, err := io.WriteString(r.w, sep+string(encoded)); err != nil {
			return err
		}
	}
	return nil
}

func newRDLocation(res *check.Result, e *check.Evidence) rdLocation {
	path, line, _ := filePlace(res, e)
	at := rdLocation{Path: strings.TrimPrefix(path, "./")}
	at.Range.Start.Line, at.Range.End.Line = line, max(line, endLine(e))
	return at
}

// endLine is the line of the file on which e ends; 0 in a file of many.
func endLine(e *check.Evidence) int {
	if e.Item.At.Basis != text.InFile {
		return 0
	}
	return e.Item.At.To.Line
}

func (r *rdjson) Close(check.Summary) error {
	end := "\n]}\n"
	if r.n == 0 {
		end = rdHead + "]}\n"
	}
	_, err := io.WriteString(r.w, end)
	return err
}
