package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// The exit statuses. Of several reasons the first in the order 130, 2, 4, 1,
// 3 counts.
const (
	success     = 0
	findings    = 1   // at or above --fail-on
	usage       = 2   // or configuration, or an internal error
	unreadable  = 3   // some input could not be read, and no finding reached the threshold
	nothing     = 4   // was checked
	interrupted = 130 // by a signal
)

// An exit is an error that says with which status to leave, and why, on one
// line.
type exit struct {
	status int
	reason string
	hint   string // what might help; may be empty
}

func (e *exit) Error() string { return e.reason }

// misuse returns an error in how the command was called.
func misuse(hint, format string, args ...any) error {
	return &exit{usage, fmt.Sprintf(format, args...), hint}
}

// complain writes why err ends the program, and returns its status.
func complain(w io.Writer, err error) int {
	if err == nil {
		return success
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{status: usage, reason: err.Error()}
	}
	if e.hint != "" {
		fmt.Fprintf(w, "newsvet: hint: %s\n", report.Terminal(e.hint))
	}
	fmt.Fprintf(w, "newsvet: %s\n", report.Terminal(e.reason))
	return e.status
}

// An outcome is what a run came to.
type outcome struct {
	articles   int
	empty      []string // directories without articles, among the unreadable
	unreadable int
	failing    int    // findings at or above a threshold
	found      string // that in words
	allowEmpty bool
	strict     bool // unreadable input counts before findings
}

// err returns why a run with this outcome does not end with status 0; nil if
// it does.
func (o outcome) err() error {
	var reasons []string
	unread := report.Count(o.unreadable, "input") + " could not be read"
	status := success
	if o.unreadable > 0 {
		status, reasons = unreadable, []string{unread}
	}
	if o.failing > 0 {
		if o.strict && status == unreadable {
			reasons = append(reasons, o.found)
		} else {
			status, reasons = findings, append([]string{o.found}, reasons...)
		}
	}
	if o.articles == 0 && !o.allowEmpty {
		status = nothing
		why := "no articles"
		switch {
		case o.unreadable > len(o.empty):
			why = unread
		case len(o.empty) > 0:
			why += " in " + strings.Join(o.empty, ", ")
		}
		reasons = []string{"nothing was checked: " + why}
	}
	if status == success {
		return nil
	}
	return &exit{status: status, reason: strings.Join(reasons, "; ")}
}

// thresholds are the levels from which on findings fail a run.
type thresholds struct {
	failOn    string
	failOnNew string // counts with a baseline
	drafts    string // that findings have a place in; "" if none are vetted
}

// failing counts the findings of a run that fail it, and says so.
func (t thresholds) failing(s check.Summary) (int, string) {
	n := failing(s, t.failOn)
	if t.drafts != "" && s.Baseline == nil {
		return n, fmt.Sprintf("%s in %s (--fail-on %s)", graded(s, t.failOn), t.drafts, t.failOn)
	}
	if s.Baseline != nil {
		if fresh := failing(s, t.failOnNew); fresh >= n {
			return fresh, fmt.Sprintf("%s at or above %s (--fail-on-new %s)", report.Count(fresh, "new finding"), t.failOnNew, t.failOnNew)
		}
	}
	return n, fmt.Sprintf("%s at or above %s (--fail-on %s)", report.Count(n, "finding"), t.failOn, t.failOn)
}

// failing counts the findings that s has at or above level, "never" meaning
// none.
func failing(s check.Summary, level string) int {
	if level == "never" {
		return 0
	}
	n := 0
	for l, k := range s.Levels {
		if l.Rank() >= check.Level(level).Rank() {
			n += k
		}
	}
	return n
}
