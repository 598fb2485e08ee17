package run

import (
	"crypto/sha256"
	"fmt"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/internal/cache"
)

// record makes the record of d, or takes it from the cache. What is cached
// knows nothing of where the document lies.
func (o *Options) record(d *corpus.Document, with []*extract.Extractor) *check.Record {
	if o.Cache == nil {
		return o.fresh(d, with)
	}
	key := o.keyOf(d, with)
	if b, ok := o.Cache.Get(key); ok {
		if r, err := decode(b); err == nil {
			r.Ref = d.Ref
			return r
		}
	}
	r := o.fresh(d, with)
	ref := r.Ref
	r.Ref = corpus.Ref{}
	o.Cache.Put(key, encode(nil, r))
	r.Ref = ref
	return r
}

// result checks the story of g, or takes what came of it from the cache: it
// depends on the records and the rules alone.
func (e *engine) result(g *group, records []*check.Record) (*check.Result, error) {
	if e.o.Cache == nil {
		return check.Run(records, e.o.Rules...), nil
	}
	key, err := e.keyOfStory(g)
	if err != nil {
		return nil, err
	}
	if b, ok := e.o.Cache.Get(key); ok {
		if r, err := decodeAs[check.Result](resultCoder(), b); err == nil {
			return r, nil
		}
	}
	r := check.Run(records, e.o.Rules...)
	e.o.Cache.Put(key, encodeAs(resultCoder(), nil, r))
	return r, nil
}

func (e *engine) keyOfStory(g *group) (cache.Key, error) {
	h := sha256.New()
	for _, r := range e.o.Rules {
		fmt.Fprintf(h, "%s %s\x00", r.Name, r.Level)
	}
	for _, a := range g.articles {
		b, err := e.store.bytes(e.articles[a].at)
		if err != nil {
			return cache.Key{}, err
		}
		fmt.Fprintf(h, "\x00%t %d ", e.articles[a].draft, len(b))
		h.Write(b)
	}
	return cache.Key(h.Sum(nil)), nil
}

func (o *Options) keyOf(d *corpus.Document, with []*extract.Extractor) cache.Key {
	sum := d.Digest()
	lim := o.limits()
	b := fmt.Appendf(sum[:], "%d %d", lim.Words, lim.Items)
	for _, x := range with {
		b = append(append(b, x.Name...), 0)
	}
	return sha256.Sum256(b)
}
