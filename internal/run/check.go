package run

import (
	"context"
	"errors"
	"iter"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
)

// Check reads the documents, groups them into stories, applies the rules to
// each and hands the results to emit, in the order of the first articles of
// the stories. Within a story articles are in the order of their names.
//
// If there are drafts only the stories that hold one are checked; see
// [corpus.Ref]. Each draft is part of the story that it is most like.
//
// Documents with one ID are one article: the first by name is kept, and the
// summary says so. Errors are as for [Extract]; a panic of a rule makes the
// articles of its story unreadable.
func Check(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o Options,
	emit func(*check.Result) error,
) (check.Summary, error) {
	o.warm()
	e := newEngine(&o)
	defer e.store.close()
	stories, err := e.stories(ctx, docs, o.Extractors)
	if err != nil {
		return e.tally.done(), err
	}
	stories = e.adopt(stories)
	e.linked()
	done := 0
	err = each(ctx, e, stories, e.check, func(r *check.Result) error {
		e.tally.result(r)
		if err := emit(r); err != nil {
			return err
		}
		done++
		o.progress(Checking, done, len(stories))
		return nil
	})
	return e.tally.done(), err
}

// Stories reads the documents, groups them into stories and hands those to
// emit, in the order of [Check]. Extractors and rules do not run.
func Stories(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o Options,
	emit func(*Story) error,
) (check.Summary, error) {
	e := newEngine(&o)
	defer e.store.close()
	stories, err := e.stories(ctx, docs, nil)
	if err != nil {
		return e.tally.done(), err
	}
	e.findOutsiders(stories)
	err = each(ctx, e, stories, e.describe, func(s *Story) error {
		e.tally.story(s)
		return emit(s)
	})
	return e.tally.done(), err
}

// each makes a T of every story and hands it to emit, in order. The articles
// of a story that panics are unreadable; any other error ends it.
func each[T any](ctx context.Context, e *engine, stories []*group, of func(*group) either[T], emit func(T) error) error {
	for r := range parallel(ctx, e.o.workers(), seq(stories), of) {
		err := r.Err
		if err == nil {
			err = r.Out.err
		}
		if err != nil {
			err = e.broken(r.In, err)
		} else {
			err = emit(r.Out.value)
		}
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// An either is what was made of a story, or why its records cannot be had.
type either[T any] struct {
	value T
	err   error
}

func (e *engine) check(g *group) either[*check.Result] {
	records, err := e.records(g)
	if err != nil {
		return either[*check.Result]{err: err}
	}
	r, err := e.result(g, records)
	if err != nil {
		return either[*check.Result]{err: err}
	}
	r.Name, r.Why = e.name(records)
	r.Notices = append(r.Notices, e.weakly(g)...)
	return either[*check.Result]{value: r}
}

// records fetches what the articles of g left.
func (e *engine) records(g *group) ([]*check.Record, error) {
	out := make([]*check.Record, len(g.articles))
	for i, a := range g.articles {
		r, err := e.store.get(e.articles[a].at)
		if err != nil {
			return nil, err
		}
		r.Ref.Draft = e.articles[a].draft
		out[i] = r
	}
	return out, nil
}

// broken lists the articles of a story that panicked; any other error is
// returned.
func (e *engine) broken(g *group, err error) error {
	if bug := (*panicked)(nil); !errors.As(err, &bug) {
		return err
	}
	for _, i := range g.articles {
		a := &e.articles[i]
		if err := e.tally.unreadable(&corpus.Document{Ref: corpus.Ref{URI: a.uri, Line: a.line}}, err, e.o); err != nil {
			return err
		}
	}
	return nil
}

// seq is a stream without errors.
func seq[T any](s []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, x := range s {
			if !yield(x, nil) {
				return
			}
		}
	}
}
