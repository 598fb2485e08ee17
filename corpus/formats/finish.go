package formats

import (
	"errors"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// finish returns the document that c has written, with ref completed: the
// title as it stands in the text, the language, the count of words, the ID.
// own is the document's id in a file of many.
func (c *composer) finish(ref corpus.Ref, own string, authors []string) (*corpus.Document, error) {
	d := &corpus.Document{Ref: ref, Authors: authors}
	d.Blocks, d.Links = c.blocks, c.links
	d.Text, d.Map = c.b.Done()
	d.Title = ""
	body := 0
	for _, b := range d.Blocks {
		if b.Kind == corpus.Headline {
			d.Title = b.Of(d.Text)
		} else {
			body++
		}
	}
	if body == 0 {
		return nil, errNoText
	}
	for range text.Words(d.Text) {
		d.Words++
	}
	if d.Lang == "" {
		d.Lang = language(d.Text, d.Words)
	}
	d.ID = corpus.NewID(d.Ref, own, d.Text)
	return d, nil
}

// problem returns err as a problem with the document at uri.
func problem(uri string, err error) error {
	e := &corpus.Error{URI: uri, Err: err}
	if at := (*lineError)(nil); errors.As(err, &at) {
		e.Line, e.Err = at.line, at.err
	}
	return e
}

// one adapts a function that reads a file of one document to a Format.
func one(d *corpus.Document, uri string, err error) func(func(*corpus.Document, error) bool) {
	return func(yield func(*corpus.Document, error) bool) {
		if err != nil {
			yield(nil, problem(uri, err))
			return
		}
		yield(d, nil)
	}
}
