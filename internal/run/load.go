package run

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// An engine is a run between its stages.
type engine struct {
	o        *Options
	tally    *tally
	store    *store
	freq     story.Freq
	articles []article    // once loaded, in the order of compareArticles
	edges    []story.Pair // all that were kept
	words    map[string]string
}

// An article is what stays in memory of one: a kilobyte. Its record is in the
// store.
type article struct {
	name, uri, outlet string
	told              string // the story it is said to belong to
	line              int
	draft, primary    bool
	id                corpus.ID
	at                place
	vec               story.Vec
}

func compareArticles(a, b *article) int {
	return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.uri, b.uri), cmp.Compare(a.line, b.line), slices.Compare(a.id[:], b.id[:]))
}

func newEngine(o *Options) *engine {
	return &engine{o: o, tally: newTally(), store: newStore(o), words: map[string]string{}}
}

// stories loads the documents and groups them.
func (e *engine) stories(ctx context.Context, docs iter.Seq2[*corpus.Document, error], with []*extract.Extractor) ([]*group, error) {
	if err := e.load(ctx, docs, with); err != nil {
		return nil, err
	}
	e.sort()
	return e.link(ctx)
}

// left is what a document leaves behind.
type left struct {
	article article
	record  []byte
}

// load reads all documents and keeps their records.
func (e *engine) load(ctx context.Context, docs iter.Seq2[*corpus.Document, error], with []*extract.Extractor) error {
	for r := range parallel(ctx, e.o.workers(), docs, func(d *corpus.Document) left { return e.read(d, with) }) {
		if r.Err != nil {
			if err := e.tally.unreadable(r.In, r.Err, e.o); err != nil {
				return err
			}
			continue
		}
		a := r.Out.article
		a.uri, a.outlet, a.told = e.once(a.uri), e.once(a.outlet), e.once(a.told)
		var err error
		if a.at, err = e.store.put(r.Out.record); err != nil {
			return err
		}
		e.articles = append(e.articles, a)
		e.o.progress(Reading, len(e.articles), 0)
	}
	return ctx.Err()
}

// read makes a record of d. Nothing of what it returns holds on to the text.
func (e *engine) read(d *corpus.Document, with []*extract.Extractor) left {
	r := e.o.record(d, with)
	told := d.Story
	if e.o.StoryOf != nil {
		told = e.o.StoryOf(&d.Ref)
	}
	return left{
		article{
			name: strings.Clone(d.Name), uri: d.URI, outlet: d.Outlet, told: told, line: d.Line, draft: d.Draft,
			primary: d.Kind == corpus.Primary, id: d.ID,
			vec: story.NewVec(&r.Sketch),
		},
		encode(nil, r),
	}
}

// once returns s as it was first met, so that an outlet's name is held once.
func (e *engine) once(s string) string {
	if t, ok := e.words[s]; ok {
		return t
	}
	s = strings.Clone(s)
	e.words[s] = s
	return s
}

// sort brings the articles into their order and drops those given twice.
func (e *engine) sort() {
	slices.SortFunc(e.articles, func(a, b article) int { return compareArticles(&a, &b) })
	e.dropDrafted()
	kept := make(map[corpus.ID]string, len(e.articles))
	var twice []string
	e.articles = slices.DeleteFunc(e.articles, func(a article) bool {
		first, ok := kept[a.id]
		if ok {
			twice = append(twice, fmt.Sprintf("%s is the same document as %s and counted once", a.name, first))
		} else {
			kept[a.id] = a.name
		}
		return ok
	})
	e.notice(twice, "%d more documents are given twice and counted once")
	for i := range e.articles {
		e.tally.article(e.articles[i].outlet, e.articles[i].primary)
		e.freq.Count(&e.articles[i].vec)
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
