package formats

import (
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// Text is plain text.
var Text = &corpus.Format{
	Name: "text",
	Doc: `Plain text

YAML front matter gives title, outlet, published, url, author, lang, kind and
issuer. Without a title there, a first line that stands alone, is short and
does not end in a full stop is the title. A line is a paragraph, unless the
file is wrapped by hand and blank lines divide its paragraphs.`,
	Exts:  []string{".txt", ".text"},
	Sniff: func([]byte) bool { return true },
	Read: func(r io.Reader, uri string, lim corpus.Limits) iter.Seq2[*corpus.Document, error] {
		return func(yield func(*corpus.Document, error) bool) {
			d, err := readText(r, uri, lim)
			one(d, uri, err)(yield)
		}
	},
}

func readText(r io.Reader, uri string, lim corpus.Limits) (*corpus.Document, error) {
	c, raw, f, titled, err := opened(r, lim)
	if err != nil {
		return nil, err
	}
	lines := splitLines(raw, f.body)
	if !titled {
		lines = c.firstLine(lines)
	}
	c.prose(lines)
	ref := f.ref
	ref.URI, ref.Name = uri, uri
	return c.finish(ref, "", f.authors)
}

// A line of plain text, without white space at either end.
type line struct {
	text.Span
	indent int // bytes of white space before it
	wide   int // code points
}

// splitLines returns the lines of raw from offset at on.
func splitLines(raw string, at int) []line {
	var out []line
	for at < len(raw) {
		s, next := cutLine(raw, at)
		trimmed := strings.TrimLeftFunc(s, blank)
		start := at + len(s) - len(trimmed)
		trimmed = strings.TrimRightFunc(trimmed, blank)
		out = append(out, line{text.Span{Start: start, End: start + len(trimmed)}, start - at, utf8.RuneCountInString(trimmed)})
		at = next
	}
	return out
}

// firstLine writes the first line as the headline, if it reads like one:
// alone, at most 20 words and 150 bytes, not ended by a full stop, and with
// more to follow. It returns the lines that remain.
func (c *composer) firstLine(lines []line) []line {
	lines = skipEmpty(lines)
	if len(lines) < 3 || !lines[1].Empty() || len(skipEmpty(lines[1:])) == 0 {
		return lines
	}
	s := lines[0].Of(c.raw)
	closed := strings.TrimRight(s, `"'”’»)`)
	if len(s) > 150 || len(strings.Fields(s)) > 20 || strings.HasSuffix(closed, ".") && !strings.HasSuffix(closed, "...") ||
		bullet(s) > 0 || isRule(s) || strings.Contains(s, "|") {
		return lines
	}
	c.copy(lines[0].Start, lines[0].End)
	c.end(corpus.Headline)
	return lines[1:]
}

func skipEmpty(lines []line) []line {
	for len(lines) > 0 && lines[0].Empty() {
		lines = lines[1:]
	}
	return lines
}

// opened reads a file that may begin with front matter and composes its
// headline, if that gives one.
func opened(r io.Reader, lim corpus.Limits) (c *composer, raw string, f front, titled bool, err error) {
	if raw, err = readAll(r, lim); err != nil {
		return nil, "", front{}, false, err
	}
	if f, err = readFront(raw); err != nil {
		return nil, "", front{}, false, err
	}
	c = newComposer(text.InFile, raw)
	if f.title != nil {
		c.scalar(f, f.title)
	}
	return c, raw, f, c.end(corpus.Headline), nil
}
