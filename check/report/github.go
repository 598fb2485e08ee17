package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// GitHub writes workflow commands that become annotations: one for each side,
// naming the others. Warnings and errors are listed unless told otherwise.
var GitHub = &Format{
	Name: "github",
	Doc:  "annotations for GitHub Actions",
	New:  func(w io.Writer, o Options) Reporter { return &github{w: w, o: o, n: map[string]int{}} },
}

type github struct {
	w io.Writer
	o Options
	n map[string]int // annotations by level
}

// githubAnnotations is how many annotations of a level GitHub shows per step.
const githubAnnotations = 10

func (r *github) Story(res *check.Result) error {
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) {
			continue
		}
		for k := range f.Evidence {
			if err := r.annotate(res, f, k); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *github) annotate(res *check.Result, f *check.Finding, k int) error {
	level := string(f.Level)
	if f.Level == check.Info {
		level = "notice"
	}
	r.n[level]++
	message := Terminal(f.Message)
	for i := range f.Evidence {
		if e := &f.Evidence[i]; i != k {
			path, line, column := filePlace(res, e)
			message += fmt.Sprintf("\n%s %s:%d:%d: %s", outletOf(res, e), Path(path), line, column, cutMiddle(Terminal(e.Item.Text), 160))
		}
	}
	path, line, column := filePlace(res, &f.Evidence[k])
	_, err := fmt.Fprintf(r.w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", level,
		commandProperty(strings.TrimPrefix(path, "./")), line, column, commandProperty(f.Rule), commandData(message))
	return err
}

func (r *github) Close(s check.Summary) error {
	for _, level := range []string{"error", "warning", "notice"} {
		if r.n[level] > githubAnnotations {
			_, err := fmt.Fprintf(r.w, "::notice title=newsvet::GitHub shows %d of %d annotations of level %s in a step; the log has all\n",
				githubAnnotations, r.n[level], level)
			if err != nil {
				return err
			}
		}
	}
	for _, u := range s.Unreadable {
		_, err := fmt.Fprintf(r.w, "::warning file=%s,line=%d,title=not read::%s\n", commandProperty(u.URI), max(u.Line, 1), commandData(Terminal(u.Reason)))
		if err != nil {
			return err
		}
	}
	return nil
}

// commandData makes words inert in the message of a workflow command.
func commandData(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = Terminal(lines[i])
	}
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(strings.Join(lines, "\n"))
}

// commandProperty makes words inert in a property of a workflow command.
func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(Path(s))
}
