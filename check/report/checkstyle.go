package report

import (
	"fmt"
	"io"

	"github.com/newsvet/newsvet/check"
)

// Checkstyle writes the XML of Checkstyle, which many review tools read.
// Warnings and errors are listed unless told otherwise.
var Checkstyle = &Format{
	Name: "checkstyle",
	Doc:  "Checkstyle XML",
	New:  func(w io.Writer, o Options) Reporter { return &checkstyle{w: w, o: o} },
}

type checkstyle struct {
	w    io.Writer
	o    Options
	open bool
}

func (r *checkstyle) begin() error {
	if r.open {
		return nil
	}
	r.open = true
	_, err := io.WriteString(r.w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
	return err
}

func (r *checkstyle) Story(res *check.Result) error {
	if err := r.begin(); err != nil {
		return err
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) || len(f.Evidence) == 0 {
			continue
		}
		path, line, column := filePlace(res, &f.Evidence[0])
		_, err := fmt.Fprintf(r.w, "  <file name=\"%s\">\n    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"newsvet.%s\"/>\n  </file>\n",
			XML(Path(path)), line, column, XML(string(f.Level)), XML(f.Message), XML(f.Rule))
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *checkstyle) Close(check.Summary) error {
	if err := r.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(r.w, "</checkstyle>\n")
	return err
}
