package run

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
)

// Check reads the documents, groups them into stories, applies the rules to
// each and hands the results to emit, in the order of the first articles of
// the stories. Within a story articles are in the order of their names.
//
// Documents with one ID are one article: the first by name is kept, and the
// summary says so. Errors are as for [Extract].
func Check(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o Options,
	emit func(*check.Result) error,
) (check.Summary, error) {
	e, err := load(ctx, docs, &o)
	if err != nil {
		return e.tally.done(), err
	}
	defer e.store.close()
	stories, err := e.link(ctx)
	if err != nil {
		return e.tally.done(), err
	}
	done := 0
	for r := range parallel(ctx, o.workers(), seq(stories), e.check) {
		if r.Err == nil && r.Out.err != nil {
			r.Err = r.Out.err
		}
		if r.Err != nil {
			if err := e.brokenStory(r.In, r.Err); err != nil {
				return e.tally.done(), err
			}
			continue
		}
		e.tally.result(r.Out.result)
		if err := emit(r.Out.result); err != nil {
			return e.tally.done(), err
		}
		done++
		o.progress(Checking, done, len(stories))
	}
	return e.tally.done(), ctx.Err()
}

// Stories reads the documents, groups them into stories and hands those to
// emit, in the order of [Check].
func Stories(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o Options,
	emit func(*Story) error,
) (check.Summary, error) {
	e, err := load(ctx, docs, &o)
	if err != nil {
		return e.tally.done(), err
	}
	defer e.store.close()
	stories, err := e.link(ctx)
	if err != nil {
		return e.tally.done(), err
	}
	for r := range parallel(ctx, o.workers(), seq(stories), e.describe) {
		if r.Err == nil && r.Out.err != nil {
			r.Err = r.Out.err
		}
		if r.Err != nil {
			return e.tally.done(), r.Err
		}
		e.tally.Stories++
		for i, c := range r.Out.story.Copies {
			if c != i {
				e.tally.Copies++
			}
		}
		if err := emit(r.Out.story); err != nil {
			return e.tally.done(), err
		}
	}
	return e.tally.done(), ctx.Err()
}

// An engine is a run between its stages.
type engine struct {
	o     *Options
	tally *tally
	store *store
	freq  story.Freq
	refs  []corpus.Ref // in the order of compareRefs once loaded
	at    []int        // per article: where its record is in the store
	vecs  []story.Vec
}

// load reads all documents and keeps their records.
func load(ctx context.Context, docs iter.Seq2[*corpus.Document, error], o *Options) (*engine, error) {
	e := &engine{o: o, tally: newTally(), store: newStore(o)}
	for r := range parallel(ctx, o.workers(), docs, func(d *corpus.Document) *check.Record {
		return check.NewRecord(d, o.Extractors...)
	}) {
		if r.Err != nil {
			if err := e.tally.unreadable(r.In, r.Err, o); err != nil {
				e.store.close()
				return e, err
			}
			continue
		}
		e.refs = append(e.refs, r.Out.Ref)
		e.vecs = append(e.vecs, story.NewVec(&r.Out.Sketch))
		e.at = append(e.at, e.store.put(r.Out))
		o.progress(Reading, len(e.refs), 0)
	}
	if err := ctx.Err(); err != nil {
		e.store.close()
		return e, err
	}
	e.sort()
	return e, nil
}

// sort brings the articles into their order and drops those given twice.
func (e *engine) sort() {
	order := make([]int, len(e.refs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return compareRefs(&e.refs[i], &e.refs[j]) })
	kept := make(map[corpus.ID]int, len(order))
	var refs []corpus.Ref
	var at []int
	var vecs []story.Vec
	var twice []string
	for _, i := range order {
		id := e.refs[i].ID
		if first, ok := kept[id]; ok {
			twice = append(twice, fmt.Sprintf("%s is the same document as %s and counted once", e.refs[i].Name, refs[first].Name))
			continue
		}
		kept[id] = len(refs)
		refs, at, vecs = append(refs, e.refs[i]), append(at, e.at[i]), append(vecs, e.vecs[i])
	}
	e.refs, e.at, e.vecs = refs, at, vecs
	e.notice(twice, "%d more documents are given twice and counted once")
	for i := range e.refs {
		e.tally.article(&e.refs[i])
		e.freq.Count(&e.vecs[i])
	}
}

// notice adds the first notices and counts the others.
func (e *engine) notice(notices []string, rest string) {
	const most = 10
	e.tally.Notices = append(e.tally.Notices, notices[:min(len(notices), most)]...)
	if n := len(notices) - most; n > 0 {
		e.tally.Notices = append(e.tally.Notices, fmt.Sprintf(rest, n))
	}
}

// compareRefs orders articles by name, which for most is the path.
func compareRefs(a, b *corpus.Ref) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.URI, b.URI), cmp.Compare(a.Line, b.Line), slices.Compare(a.ID[:], b.ID[:]))
}

// checked is the result of one story, or why its records cannot be had.
type checked struct {
	result *check.Result
	err    error
}

func (e *engine) check(g *group) checked {
	records, err := e.records(g)
	if err != nil {
		return checked{err: err}
	}
	r := runRules(records, e.o.Rules...)
	r.Name, r.Why = e.name(records)
	return checked{result: r}
}

// records fetches what the articles of g left.
func (e *engine) records(g *group) ([]*check.Record, error) {
	out := make([]*check.Record, len(g.articles))
	for i, a := range g.articles {
		r, err := e.store.get(e.at[a])
		if err != nil {
			return nil, err
		}
		out[i] = r
	}
	return out, nil
}

// brokenStory lists the articles of a story whose checking panicked.
func (e *engine) brokenStory(g *group, err error) error {
	for _, a := range g.articles {
		if err := e.tally.unreadable(&corpus.Document{Ref: e.refs[a]}, err, e.o); err != nil {
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
