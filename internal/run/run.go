// Package run is the in-process engine: the loops, sorts and goroutines around
// the pure functions of extract and check. Results are the same bytes for any
// number of workers, any order of input, and any budget.
package run

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"log/slog"
	"runtime"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/syntax"
	"github.com/newsvet/newsvet/internal/cache"
)

// Options say how to run. The zero value reads articles and finds no items.
type Options struct {
	Workers    int // at once; 0 means as many as there are processors
	Extractors []*extract.Extractor
	Rules      []*check.Rule

	// Limits bound what is read of each article; 0 means the default.
	Limits extract.Limits

	// Budget is how many bytes of records are held in memory; what is over
	// goes to a temporary file in Dir. 0 means DefaultBudget.
	Budget int64
	Dir    string // for temporary files; "" means the system's

	// Cache keeps what is read out of articles for the next run; nil keeps
	// nothing. Results are the same either way.
	Cache *cache.Cache

	// StoryOf names the story that an article is said to belong to, "" if
	// that is to be found out. Nil means the Story of its front matter. It is
	// called by several goroutines.
	StoryOf func(*corpus.Ref) string

	// Progress is told, on the goroutine of the caller, how many of the
	// articles or stories of a stage are done. Total is 0 while unknown.
	Progress func(stage string, done, total int)

	Log *slog.Logger // nil means none
}

// DefaultBudget is the budget in bytes of a run that names none.
const DefaultBudget = 128 << 20

// The stages of a run, as Progress is told them.
const (
	Reading  = "reading"
	Linking  = "linking"
	Checking = "checking"
)

func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (o *Options) limits() extract.Limits {
	return extract.Limits{
		Words: cmp.Or(o.Limits.Words, extract.DefaultLimits.Words),
		Items: cmp.Or(o.Limits.Items, extract.DefaultLimits.Items),
	}
}

// items reads d, or takes its items from the cache, where check left them.
func (o *Options) items(d *corpus.Document) extract.Items {
	if o.Cache == nil {
		return o.limits().Run(d, o.Extractors...)
	}
	return o.record(d, o.Extractors).Items
}

// fresh makes the record of d.
func (o *Options) fresh(d *corpus.Document, with []*extract.Extractor) *check.Record {
	return check.RecordOf(d, o.limits().Run(d, with...))
}

// warm starts to read the weights of the parser, which takes longer than to
// read two articles and all word lists. Who has a cache may never ask for them.
func (o *Options) warm() {
	if o.Cache == nil && len(o.Extractors) > 0 {
		go func() {
			defer func() { _ = recover() }() // whoever asks for the parser meets the same, and is told of
			syntax.Available()
		}()
	}
}

func (o *Options) progress(stage string, done, total int) {
	if o.Progress != nil {
		o.Progress(stage, done, total)
	}
}

func (o *Options) log() *slog.Logger {
	if o.Log != nil {
		return o.Log
	}
	return slog.New(slog.DiscardHandler)
}

// Extract applies the extractors to the documents and hands each with its
// items to emit, in the order of docs.
//
// A *[corpus.Error] in the stream and a panic of an extractor are listed in
// the summary; any other error of the stream, of emit or of ctx ends the run.
func Extract(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o Options,
	emit func(*corpus.Document, extract.Items) error,
) (check.Summary, error) {
	o.warm()
	t := newTally()
	n := 0
	for r := range parallel(ctx, o.workers(), docs, func(d *corpus.Document) extract.Items {
		return o.items(d)
	}) {
		if r.Err != nil {
			if err := t.unreadable(r.In, r.Err, &o); err != nil {
				return t.done(), err
			}
			continue
		}
		n++
		t.article(r.In.Outlet, r.In.Kind == corpus.Primary)
		if err := emit(r.In, r.Out); err != nil {
			return t.done(), err
		}
		o.progress(Reading, n, 0)
	}
	return t.done(), ctx.Err()
}

// A tally counts what a run ends with.
type tally struct {
	check.Summary
	outlets map[string]bool
}

func newTally() *tally {
	t := &tally{outlets: map[string]bool{}}
	t.Levels = map[check.Level]int{}
	t.Rules = map[string]int{}
	t.Verdicts = map[check.Verdict]int{}
	t.Unreadable = []check.Unreadable{}
	return t
}

func (t *tally) article(outlet string, primary bool) {
	t.Articles++
	if primary {
		return // whoever issued it is no outlet
	}
	if outlet == "" {
		t.Unnamed++
	}
	if !t.outlets[outlet] {
		t.outlets[strings.Clone(outlet)] = true // the name may be part of a text
	}
}

func (t *tally) story(s *Story) {
	t.Stories++
	t.copies(s.Copies)
}

func (t *tally) copies(of []int) {
	for i, c := range of {
		if c != i {
			t.Copies++
		}
	}
}

func (t *tally) result(r *check.Result) {
	t.Stories++
	t.copies(r.Copies)
	for _, f := range r.Findings {
		t.Levels[f.Level]++
		t.Rules[f.Rule]++
	}
	for _, c := range r.Comparisons {
		t.Verdicts[c.Verdict]++
	}
}

// unreadable lists what one document suffered from; any other error is
// returned.
func (t *tally) unreadable(doc *corpus.Document, err error, o *Options) error {
	var bad *corpus.Error
	var bug *panicked
	switch {
	case errors.As(err, &bad):
		t.Unreadable = append(t.Unreadable, check.Unreadable{URI: bad.URI, Line: bad.Line, Reason: bad.Err.Error()})
	case errors.As(err, &bug) && doc != nil:
		o.log().Debug("panic", "uri", doc.URI, "err", bug, "stack", string(bug.stack))
		t.Unreadable = append(t.Unreadable, check.Unreadable{URI: doc.URI, Line: doc.Line, Reason: bug.Error()})
	default:
		return err
	}
	return nil
}

// done returns the summary, in order.
func (t *tally) done() check.Summary {
	t.Outlets = len(t.outlets) + t.Unnamed
	if t.outlets[""] {
		t.Outlets-- // counted one each, not as one without a name
	}
	slices.SortStableFunc(t.Unreadable, func(a, b check.Unreadable) int {
		return cmp.Or(cmp.Compare(a.URI, b.URI), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Reason, b.Reason))
	})
	return t.Summary
}
