package formats

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	exast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/newsvet/newsvet/corpus"
)

// Markdown is CommonMark with tables.
var Markdown = &corpus.Format{
	Name: "markdown",
	Doc: `Markdown

CommonMark with tables, and YAML front matter as in plain text. Without a
title there, a heading that begins the file is the title. Code, images and
HTML are left out. Long lines that end as sentences do are paragraphs, with or
without an empty line between them.`,
	Exts:  []string{".md", ".markdown", ".mdown"},
	Sniff: sniffMarkdown,
	Read: func(r io.Reader, uri string, lim corpus.Limits) iter.Seq2[*corpus.Document, error] {
		return func(yield func(*corpus.Document, error) bool) {
			d, err := readMarkdown(r, uri, lim)
			one(d, uri, err)(yield)
		}
	},
}

// sniffMarkdown looks for a heading as the first line after front matter.
func sniffMarkdown(head []byte) bool {
	f, err := readFront(string(head))
	if err != nil {
		return false
	}
	return bytes.HasPrefix(bytes.TrimLeft(head[f.body:], "\r\n"), []byte("# "))
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))

func readMarkdown(r io.Reader, uri string, lim corpus.Limits) (*corpus.Document, error) {
	c, raw, f, _, err := opened(r, lim)
	if err != nil {
		return nil, err
	}
	if body := []byte(raw[f.body:]); deep(body) {
		c.prose(splitLines(raw, f.body))
	} else {
		m := &markdownReader{composer: c, src: body, base: f.body}
		m.blocks(markdown.Parser().Parse(gmtext.NewReader(body)), corpus.Paragraph)
	}
	ref := f.ref
	ref.URI, ref.Name = uri, uri
	return c.finish(ref, "", f.authors)
}

// What Markdown written by people stays below. Beyond it the parser takes
// quadratic time, and the file is read as plain text.
const (
	maxDepth     = 32
	maxBrackets  = 1000
	maxParagraph = 64 << 10
)

// deep reports whether some paragraph of b is not what people write.
func deep(b []byte) bool {
	size, brackets := 0, 0
	for line := range bytes.Lines(b) {
		if len(bytes.TrimSpace(line)) == 0 {
			size, brackets = 0, 0
			continue
		}
		size += len(line)
		brackets += bytes.Count(line, []byte("["))
		if size > maxParagraph || brackets > maxBrackets || depth(line) > maxDepth {
			return true
		}
	}
	return false
}

// depth returns in how many quotations and lists a line stands at most.
func depth(line []byte) int {
	words := bytes.TrimLeft(line, " \t>-*+.)0123456789")
	signs := line[:len(line)-len(words)]
	if len(bytes.Trim(line, " \t\r\n-")) == 0 || len(bytes.Trim(line, " \t\r\n*")) == 0 {
		return 0 // a rule across the page
	}
	return bytes.Count(signs, []byte(">")) + len(bytes.Fields(signs))
}

type markdownReader struct {
	*composer
	src  []byte // of Markdown, without the front matter
	base int    // its offset in the file
	last int    // end of what was last added, in src

	unwrapped ast.Node         // whose lines are blocks of their own; nil if none is read
	kind      corpus.BlockKind // of those
}

// aLineEach returns x if its lines are paragraphs between which nobody left a
// line: they are longer than lines that are wrapped by hand, and end as
// sentences do.
func (m *markdownReader) aLineEach(x ast.Node) ast.Node {
	const longest, mark = wrapTo + wrapTo/5, ".?!:"
	n, wide, ended := x.Lines().Len(), 0, 0
	for i := range n {
		l := x.Lines().At(i)
		s := strings.TrimRight(string(l.Value(m.src)), " \t\r\n\"'”’»)")
		wide += utf8.RuneCountInString(s)
		if s != "" && strings.IndexByte(mark, s[len(s)-1]) >= 0 {
			ended++
		}
	}
	if n < 2 || wide < longest*n || 4*ended < 3*n {
		return nil
	}
	return x
}

// blocks writes the blocks below n, which are of a kind unless they say otherwise.
func (m *markdownReader) blocks(n ast.Node, kind corpus.BlockKind) {
	for x := n.FirstChild(); x != nil; x = x.NextSibling() {
		switch x := x.(type) {
		case *ast.Heading:
			m.inlines(x)
			if len(m.composer.blocks) == 0 && x.Level <= 2 {
				m.end(corpus.Headline)
			} else {
				m.endBody(corpus.Heading)
			}
		case *ast.Paragraph, *ast.TextBlock:
			m.unwrapped, m.kind = m.aLineEach(x), kind
			m.inlines(x)
			m.unwrapped = nil
			m.endBody(kind)
		case *exast.TableCell:
			m.inlines(x)
			m.endBody(corpus.Cell)
		case *ast.Blockquote:
			m.blocks(x, corpus.Quotation)
		case *ast.ListItem:
			m.blocks(x, corpus.ListItem)
		case *ast.List, *exast.Table, *exast.TableHeader, *exast.TableRow:
			m.blocks(x, kind)
		}
	}
}

// inlines adds the words below n.
func (m *markdownReader) inlines(n ast.Node) {
	for x := n.FirstChild(); x != nil; x = x.NextSibling() {
		from := m.block.len
		switch x := x.(type) {
		case *ast.Text:
			m.segment(x.Segment, x.IsRaw() || n.Kind() == ast.KindCodeSpan)
			switch {
			case x.SoftLineBreak() && m.unwrapped == n:
				m.endBody(m.kind)
			case x.SoftLineBreak() || x.HardLineBreak():
				m.lineBreak(x.Segment.Stop)
			}
		case *ast.Link:
			m.inlines(x)
			m.link(from, string(x.Destination))
		case *ast.AutoLink:
			m.autoLink(string(x.Label(m.src)))
			m.link(from, string(x.URL(m.src)))
		case *ast.RawHTML:
			m.tag(x)
		case *ast.Image:
		default:
			m.inlines(x)
		}
	}
}

// segment adds a stretch of the source, with its escapes resolved unless it
// is raw.
func (m *markdownReader) segment(s gmtext.Segment, raw bool) {
	m.last = s.Stop
	start, end := m.base+s.Start, m.base+s.Stop
	if raw {
		m.copy(start, end)
		return
	}
	done := start
	for i := start; i+1 < end; i++ {
		if m.raw[i] == '\\' && isPunct(m.raw[i+1]) {
			m.copyDecoded(done, i)
			m.put(m.raw[i+1:i+2], i, i+2)
			i++
			done = i + 1
		}
	}
	m.copyDecoded(done, end)
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '~' && !isLetter(c) && !isDigit(c)
}

// lineBreak adds a blank for the end of the line after byte at of the source.
func (m *markdownReader) lineBreak(at int) {
	at += m.base
	end := at
	for end < len(m.raw) && m.raw[end] != '\n' && end-at < 80 {
		end++
	}
	m.put(" ", at, min(end+1, len(m.raw)))
}

// autoLink adds the address of "<https://…>", which stands next in the source.
func (m *markdownReader) autoLink(label string) {
	if i := strings.Index(m.raw[m.base+m.last:], label); i >= 0 {
		m.segment(gmtext.NewSegment(m.last+i, m.last+i+len(label)), true)
	}
}

// tag adds a blank for a <br>, nothing for any other tag.
func (m *markdownReader) tag(x *ast.RawHTML) {
	if x.Segments.Len() == 0 {
		return
	}
	s := x.Segments.At(0)
	m.last = x.Segments.At(x.Segments.Len() - 1).Stop
	if strings.HasPrefix(strings.ToLower(string(s.Value(m.src))), "<br") {
		m.put(" ", m.base+s.Start, m.base+s.Stop)
	}
}
