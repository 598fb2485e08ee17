package main

import (
	"context"
	"io"
	"iter"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// extractors lists what finds items, in the order in which they run.
func extractors() []*extract.Extractor { return []*extract.Extractor{dates.Extractor} }

// allRules lists every rule there is.
func allRules() []*check.Rule { return nil }

func (s *session) runExtract(docs iter.Seq2[*corpus.Document, error], emit func(*corpus.Document, extract.Items) error) (check.Summary, error) {
	sum := check.Summary{}
	for d, err := range docs {
		if bad, ok := err.(*corpus.Error); ok {
			sum.Unreadable = append(sum.Unreadable, check.Unreadable{URI: bad.URI, Line: bad.Line, Reason: bad.Err.Error()})
			continue
		}
		if err != nil {
			return sum, err
		}
		sum.Articles++
		if err := emit(d, extract.Run(d, extractors()...)); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

func (s *session) runCheck(docs iter.Seq2[*corpus.Document, error], rules []*check.Rule, emit func(*check.Result) error) (check.Summary, error) {
	return s.runExtract(docs, func(*corpus.Document, extract.Items) error { return nil })
}

func (s *session) runStories(docs iter.Seq2[*corpus.Document, error], emit func(*report.Story) error) (check.Summary, error) {
	return s.runExtract(docs, func(*corpus.Document, extract.Items) error { return nil })
}

func runSelfTest(io.Writer) error { return nil }

// list joins names for a help text.
func list(names []string) string { return strings.Join(names, ", ") }

var _ = context.Background
