package formats

import (
	"bytes"
	"io"
	"iter"
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// HTML is a page of the web.
var HTML = &corpus.Format{
	Name: "html",
	Doc: `HTML

The main text of a page, as a browser's reader view shows it. Title, outlet,
day, authors, language and address come from JSON-LD, OpenGraph and the tags
that sites use for them.`,
	Exts:  []string{".html", ".htm", ".xhtml"},
	Sniff: sniffHTML,
	Read: func(r io.Reader, uri string, lim corpus.Limits) iter.Seq2[*corpus.Document, error] {
		return func(yield func(*corpus.Document, error) bool) {
			d, err := readHTML(r, uri, lim)
			one(d, uri, err)(yield)
		}
	},
}

func sniffHTML(head []byte) bool {
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), " \t\r\n"))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return (bytes.HasPrefix(head, []byte("<?xml")) || bytes.HasPrefix(head, []byte("<!--"))) && bytes.Contains(head, []byte("<html"))
}

func readHTML(r io.Reader, uri string, lim corpus.Limits) (*corpus.Document, error) {
	b, err := readBytes(r, lim)
	if err != nil {
		return nil, err
	}
	raw, err := decode(b, declaredCharset(b))
	if err != nil {
		return nil, err
	}
	c := newComposer(text.InFile, raw)
	return c.page(corpus.Ref{URI: uri, Name: uri}, "", nil)
}

// declaredCharset returns what a <meta> near the start of the page says.
func declaredCharset(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), 4<<10)]))
	_, after, ok := strings.Cut(head, "charset=")
	if !ok {
		return ""
	}
	after = strings.TrimLeft(after, `"' `)
	if i := strings.IndexAny(after, "\"' />;"); i >= 0 {
		after = after[:i]
	}
	return after
}

// page writes the article of the HTML in c.raw. ref and authors say what is
// known already; the headline may have been written.
func (c *composer) page(ref corpus.Ref, own string, authors []string) (*corpus.Document, error) {
	p := scanPage(c.raw)
	chosen := p.choose()
	ref, authors = p.ref(ref, authors)
	first := 0
	if len(c.blocks) == 0 {
		first = c.pageTitle(p, chosen, ref.Outlet)
	}
	for i, b := range p.blocks {
		if i >= first && chosen[i] {
			c.pageBlock(b)
			c.endBody(b.kind)
		}
	}
	return c.finish(ref, own, authors)
}

// pageBlock adds the parts of b to the block.
func (c *composer) pageBlock(b pageBlock) {
	at := make([]int, 0, len(b.parts)+1)
	for _, p := range b.parts {
		at = append(at, c.block.len)
		if p.put != "" {
			c.put(p.put, p.Start, p.End)
		} else {
			c.copyDecoded(p.Start, p.End)
		}
	}
	at = append(at, c.block.len)
	for _, l := range b.links {
		c.linkSpan(at[l.from], at[l.to], l.href)
	}
}
