package main

import (
	"context"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// extractors lists what finds items, in the order in which they run.
func extractors() []*extract.Extractor { return nil }

// allRules lists every rule there is.
func allRules() []*check.Rule { return nil }

// walk returns the documents at paths.
func walk(_ context.Context, paths []string) iter.Seq2[*corpus.Document, error] {
	return func(yield func(*corpus.Document, error) bool) {
		for _, p := range paths {
			b, err := os.ReadFile(p)
			if err != nil {
				if !yield(nil, &corpus.Error{URI: p, Err: err}) {
					return
				}
				continue
			}
			if !yield(corpus.Plain(corpus.Ref{Name: p, URI: p}, string(b)), nil) {
				return
			}
		}
	}
}

func runExtract(ctx context.Context, docs iter.Seq2[*corpus.Document, error], jobs int, emit func(*corpus.Document, extract.Items) error) error {
	for d, err := range docs {
		if err != nil {
			return err
		}
		if err := emit(d, extract.Run(d, extractors()...)); err != nil {
			return err
		}
	}
	return nil
}

func runCheck(ctx context.Context, docs iter.Seq2[*corpus.Document, error], jobs int, rules []*check.Rule, emit func(*check.Result) error) (check.Summary, error) {
	s := check.Summary{Levels: map[check.Level]int{}, Rules: map[string]int{}}
	for _, err := range docs {
		if err != nil {
			return s, err
		}
		s.Articles++
	}
	return s, nil
}

func runStories(ctx context.Context, docs iter.Seq2[*corpus.Document, error], jobs int, emit func(*report.Story) error) error {
	for _, err := range docs {
		if err != nil {
			return err
		}
	}
	return nil
}

func runSelfTest(io.Writer) error { return nil }

// list joins names for a help text.
func list(names []string) string { return strings.Join(names, ", ") }
