package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// JUnit writes a suite per story and a case per finding. Warnings and errors
// fail; the name of a case is that of its rule and its fingerprint, so that it
// stays the same from run to run.
var JUnit = &Format{
	Name: "junit",
	Doc:  "JUnit XML: a suite per story, a case per finding",
	New:  func(w io.Writer, o Options) Reporter { return &junit{w: w, o: o} },
}

type junit struct {
	w    io.Writer
	o    Options
	open bool
	n    int
}

func (r *junit) begin(b *strings.Builder) {
	if !r.open {
		r.open = true
		b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"newsvet\">\n")
	}
}

func (r *junit) Story(res *check.Result) error {
	var b, cases strings.Builder
	r.begin(&b)
	r.n++
	tests, failures := 0, 0
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Info) {
			continue
		}
		tests++
		if f.Level != check.Info {
			failures++
		}
		junitCase(&cases, res, f)
	}
	if tests == 0 {
		tests = 1
		cases.WriteString("    <testcase classname=\"newsvet\" name=\"no finding\"/>\n")
	}
	name := fmt.Sprintf("Story %d", r.n)
	if res.Name != "" {
		name += " · " + res.Name
	}
	fmt.Fprintf(&b, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\">\n%s  </testsuite>\n", XML(name), tests, failures, cases.String())
	_, err := io.WriteString(r.w, b.String())
	return err
}

func junitCase(b *strings.Builder, res *check.Result, f *check.Finding) {
	var file string
	if len(f.Evidence) > 0 {
		path, line, _ := filePlace(res, &f.Evidence[0])
		file = fmt.Sprintf(` file="%s" line="%d"`, XML(Path(path)), line)
	}
	fmt.Fprintf(b, "    <testcase classname=\"newsvet.%s\" name=\"%s %s\"%s>\n", XML(f.Rule), XML(f.Rule), XML(f.Fingerprint), file)
	if f.Level == check.Info {
		fmt.Fprintf(b, "      <system-out>%s</system-out>\n    </testcase>\n", XML(f.Message))
		return
	}
	fmt.Fprintf(b, "      <failure type=\"%s\" message=\"%s\">", XML(string(f.Level)), XML(f.Message))
	for i := range f.Evidence {
		e := &f.Evidence[i]
		path, line, column := filePlace(res, e)
		fmt.Fprintf(b, "%s\n", XML(fmt.Sprintf("%s:%d:%d: %s: %s", Path(path), line, column, outletOf(res, e), Terminal(e.Item.Text))))
	}
	for _, l := range findingLines(f) {
		fmt.Fprintf(b, "%s\n", XML(l.Label+": "+l.Text))
	}
	b.WriteString("</failure>\n    </testcase>\n")
}

func (r *junit) Close(s check.Summary) error {
	var b strings.Builder
	r.begin(&b)
	if len(s.Unreadable) > 0 {
		fmt.Fprintf(&b, "  <testsuite name=\"input\" tests=\"%d\" errors=\"%d\">\n", len(s.Unreadable), len(s.Unreadable))
		for _, u := range s.Unreadable {
			fmt.Fprintf(&b, "    <testcase classname=\"newsvet.input\" name=\"%s\"><error message=\"%s\"/></testcase>\n",
				XML(strings.TrimSuffix(fmt.Sprintf("%s:%d", Path(u.URI), u.Line), ":0")), XML(u.Reason))
		}
		b.WriteString("  </testsuite>\n")
	}
	b.WriteString("</testsuites>\n")
	_, err := io.WriteString(r.w, b.String())
	return err
}
