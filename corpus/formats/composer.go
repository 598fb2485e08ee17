package formats

import (
	"strings"
	"unicode"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// A composer writes the text of a document block by block. A block is made of
// pieces of the input; when it ends, line breaks in it are folded, control
// characters blanked, ends trimmed and the whole brought to NFC, each change
// noted in the map.
type composer struct {
	b      *text.Builder
	raw    string
	title  string // the words of the headline
	blocks []corpus.Block
	links  []corpus.Link
	block  pieces
	open   []corpus.Link // of the block at hand; spans count in its pieces
}

// A piece is words of a block and the input they stand for. Where copied, the
// words are the input's own bytes.
type piece struct {
	s      string
	at     int // in the words of all pieces
	from   text.Span
	copied bool
}

type pieces struct {
	list []piece
	len  int
}

func newComposer(basis text.Basis, raw string) *composer {
	return &composer{b: text.NewBuilder(basis, raw), raw: raw}
}

// origin makes raw what further pieces come from.
func (c *composer) origin(basis text.Basis, raw string) {
	c.b.Origin(basis, raw)
	c.raw = raw
}

// copy adds the bytes [start, end) of the input to the block.
func (c *composer) copy(start, end int) {
	if start < end {
		c.block.add(c.raw[start:end], text.Span{Start: start, End: end}, true)
	}
}

// put adds s to the block for the bytes [start, end) of the input.
func (c *composer) put(s string, start, end int) {
	if s != "" {
		c.block.add(s, text.Span{Start: start, End: end}, false)
	}
}

// link makes a link to target of what was added to the block since it held
// from bytes.
func (c *composer) link(from int, target string) { c.linkSpan(from, c.block.len, target) }

func (c *composer) linkSpan(from, to int, target string) {
	if from < to && target != "" {
		c.open = append(c.open, corpus.Link{Span: text.Span{Start: from, End: to}, Target: target})
	}
}

func (p *pieces) add(s string, from text.Span, copied bool) {
	p.list = append(p.list, piece{s, p.len, from, copied})
	p.len += len(s)
}

func (p *pieces) words() string {
	if len(p.list) == 1 {
		return p.list[0].s
	}
	var b strings.Builder
	b.Grow(p.len)
	for _, x := range p.list {
		b.WriteString(x.s)
	}
	return b.String()
}

// end writes the block, if it holds anything to read, and reports whether it
// did.
func (c *composer) end(kind corpus.BlockKind) bool {
	p, links := c.block, c.open
	c.block, c.open = pieces{list: p.list[:0]}, nil
	words := p.words()
	lo := len(words) - len(strings.TrimLeftFunc(words, blank))
	hi := len(strings.TrimRightFunc(words, blank))
	if lo >= hi {
		return false
	}
	w := &writer{b: c.b, p: p.list}
	if c.b.Len() > 0 {
		at, _ := w.seek(lo)
		c.b.Put("\n\n", at, at)
	}
	if kind == corpus.Headline {
		c.title = words
	}
	start := c.b.Len()
	w.write(words, lo, hi)
	c.blocks = append(c.blocks, corpus.Block{Span: text.Span{Start: start, End: c.b.Len()}, Kind: kind})
	for _, l := range links {
		of := l.Of(words)
		l.Start += len(of) - len(strings.TrimLeftFunc(of, blank))
		l.End = max(l.Start, l.End-len(of)+len(strings.TrimRightFunc(of, blank)))
		l.Span = text.Span{Start: w.textAt(l.Start), End: w.textAt(l.End)}
		if !l.Empty() {
			c.links = append(c.links, l)
		}
	}
	return true
}

// drop forgets what was added since the last block.
func (c *composer) drop() { c.block, c.open = pieces{list: c.block.list[:0]}, nil }

// blank reports whether nothing of r is seen at either end of a block.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r == '\u200b'
}
