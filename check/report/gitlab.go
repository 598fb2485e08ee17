package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// GitLab writes a code quality report. Warnings and errors are listed unless
// told otherwise.
var GitLab = &Format{
	Name: "gitlab",
	Doc:  "GitLab code quality JSON",
	New:  func(w io.Writer, o Options) Reporter { return &gitlab{w: w, o: o, seen: map[string]int{}} },
}

type gitlab struct {
	w    io.Writer
	o    Options
	n    int
	seen map[string]int // fingerprints, which must be unique
}

type gitlabIssue struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
			End   int `json:"end"`
		} `json:"lines"`
	} `json:"location"`
}

func (r *gitlab) Story(res *check.Result) error {
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) || len(f.Evidence) == 0 {
			continue
		}
		issue := gitlabIssue{Description: Terminal(f.Message), CheckName: f.Rule, Fingerprint: f.Fingerprint, Severity: gitlabSeverity(f.Level)}
		r.seen[f.Fingerprint]++
		if n := r.seen[f.Fingerprint]; n > 1 {
			issue.Fingerprint = fmt.Sprintf("%s-%d", f.Fingerprint, n)
		}
		path, line, _ := filePlace(res, &f.Evidence[0])
		issue.Location.Path = strings.TrimPrefix(path, "./")
		issue.Location.Lines.Begin, issue.Location.Lines.End = line, max(line, endLine(&f.Evidence[0]))
		encoded, err := encode(issue)
		if err != nil {
			return err
		}
		sep := "[\n"
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

func gitlabSeverity(l check.Level) string {
	switch l {
	case check.Error:
		return "critical"
	case check.Warning:
		return "major"
	}
	return "info"
}

func (r *gitlab) Close(check.Summary) error {
	end := "\n]\n"
	if r.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(r.w, end)
	return err
}
