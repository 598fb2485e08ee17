package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

// A stepSummary is the report in Markdown that GitHub shows below a step. It
// is made where annotations are, and GITHUB_STEP_SUMMARY names a file for it.
type stepSummary struct {
	path string // "" where there is none to be made
	text bytes.Buffer
	report.Reporter
}

// stepLimit is how many bytes GitHub takes; more and it shows nothing.
const stepLimit = 1000 << 10

func (s *session) stepSummary(level check.Level) *stepSummary {
	p := &stepSummary{}
	for _, o := range s.outputs {
		if o.format == report.GitHub.Name {
			p.path = os.Getenv("GITHUB_STEP_SUMMARY")
		}
	}
	p.Reporter = report.Markdown.New(&p.text, report.Options{MinLevel: level})
	return p
}

// Story adds a story.
func (p *stepSummary) Story(res *check.Result) error {
	if p.path == "" || p.text.Len() > stepLimit {
		return nil
	}
	return p.Reporter.Story(res)
}

// Close appends the report to the file, to the last whole line that GitHub
// takes.
func (p *stepSummary) Close(sum check.Summary) error {
	if p.path == "" {
		return nil
	}
	if err := p.Reporter.Close(sum); err != nil {
		return err
	}
	text := p.text.Bytes()
	if len(text) > stepLimit {
		end := bytes.LastIndexByte(text[:stepLimit], '\n') + 1
		text = fmt.Appendf(text[:end:end], "\n\nThe report goes on; GitHub takes %d KiB.\n", stepLimit>>10)
	}
	f, err := os.OpenFile(p.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
