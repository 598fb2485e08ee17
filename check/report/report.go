// Package report writes results down: one file per output format. Every text
// that came from an article or a file name is escaped for where it goes.
package report

import (
	"io"

	"github.com/newsvet/newsvet/check"
)

// A Reporter writes results to the writer it was made with. What it writes is
// a function of the results, their order and its options alone.
type Reporter interface {
	// Story writes the result of one story.
	Story(*check.Result) error
	// Close writes whatever comes after the last story: totals, what could
	// not be read, notices.
	Close(check.Summary) error
}

// Options are what a reporter may be told. The zero value is usable: every
// rule unknown, no colour, 100 columns, the format's own levels.
type Options struct {
	Rules    []*check.Rule // that ran: their titles and standards
	Width    int           // columns of the terminal; 0 means 100
	Color    bool
	MinLevel check.Level // least level listed; "" leaves it to the format
	Verbose  bool        // list what is otherwise only counted, and say why
	Root     string      // directory that paths are shown relative to, for people only
	Version  string      // of the tool
	InOrder  bool        // of drafts: in their order, not trouble first
	Missing  bool        // of drafts: what several outlets have and they have not

	// Warn is told, in a clause, what those for whom the output is written
	// will not be shown. Nil means nobody asks.
	Warn func(string)
}

func (o Options) warn(s string) {
	if o.Warn != nil {
		o.Warn(s)
	}
}

// A Format makes reporters.
type Format struct {
	Name string // one lower-case word
	Doc  string // a title with no full stop
	New  func(w io.Writer, o Options) Reporter
}

// All lists the formats in the order of their names.
var All = []*Format{Checkstyle, Concise, CSV, GitHub, GitLab, Page, JSON, JSONL, JUnit, Markdown, RDJSON, SARIF, Text}

// Find returns the format called name, or nil.
func Find(name string) *Format {
	for _, f := range All {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// lists reports whether a finding of level l is listed, where the format by
// itself lists from least on.
func (o Options) lists(l, least check.Level) bool {
	if o.MinLevel != "" {
		least = o.MinLevel
	}
	return l.Rank() >= least.Rank()
}

func (o Options) width() int {
	if o.Width <= 0 {
		return 100
	}
	return max(o.Width, 40)
}
