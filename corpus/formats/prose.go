package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// prose writes lines of plain text as blocks: paragraphs, items, cells of
// tables, headings. A first block that repeats the headline is left out.
func (c *composer) prose(lines []line) {
	wrapped := c.wrapped(lines)
	for i := 0; i < len(lines); {
		end := i + 1
		switch {
		case lines[i].Empty() || isRule(lines[i].Of(c.raw)):
		case c.isRow(lines, i):
			c.row(lines[i].Span)
		default:
			s := lines[i].Of(c.raw)
			n := bullet(s)
			dashed := n > 0 && strings.HasSuffix(s, " -") // "- Stepping stone -", as one agency sets its headings
			for wrapped && end < len(lines) && c.goesOn(lines, i, end) {
				end++
			}
			kind, last := corpus.Paragraph, lines[end-1].End
			switch {
			case dashed && end == i+1:
				kind, last = corpus.Heading, last-len(" -")
			case n > 0:
				kind = corpus.ListItem
			case end == i+1 && isHeading(s) && len(skipEmpty(lines[end:])) > 0:
				kind = corpus.Heading
			}
			c.copy(lines[i].Start+n, last)
			c.endBody(kind)
		}
		i = end
	}
}

// goesOn reports whether, in a text wrapped by hand, line i goes on in line k:
// nothing new begins there, and of an item whose second line is indented
// neither is k's margin that of the item.
func (c *composer) goesOn(lines []line, i, k int) bool {
	s := lines[k].Of(c.raw)
	if s == "" || bullet(s) > 0 || isRule(s) || c.isRow(lines, k) {
		return false
	}
	hangs := bullet(lines[i].Of(c.raw)) > 0 && lines[i+1].indent > lines[i].indent
	return !hangs || lines[k].indent > lines[i].indent
}

// isRule reports whether s is a line drawn between paragraphs.
func isRule(s string) bool { return s != "" && strings.Trim(s, "-–—=*_~#+. ") == "" }

// endBody ends a block below the headline. The first one is left out if it
// says the headline again.
func (c *composer) endBody(kind corpus.BlockKind) {
	if len(c.blocks) == 1 && c.blocks[0].Kind == corpus.Headline && c.block.len < 1000 &&
		joined(text.Fold(c.block.words())) == joined(text.Fold(c.title)) {
		c.drop()
		return
	}
	c.end(kind)
}

// The columns at which editors and mail programs wrap lines.
const wrapFrom, wrapTo = 50, 100

// wrapped reports whether lines are wrapped by hand: most of those that
// another line follows are of about one width, and do not end a sentence.
func (c *composer) wrapped(lines []line) bool {
	inner, even, ended := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].Empty() || lines[i+1].Empty() {
			continue
		}
		inner++
		if wrapFrom <= lines[i].wide && lines[i].wide <= wrapTo {
			even++
		}
		if s := strings.TrimRight(lines[i].Of(c.raw), `"'”’»)`); s != "" && strings.IndexByte(".!?:", s[len(s)-1]) >= 0 {
			ended++
		}
	}
	return inner > 0 && 10*even >= 7*inner && 2*ended < inner
}

// bullet returns the length of the sign and the space that make s an item of
// a list, 0 if it is none: "• ", "- ", "* ", "1. ", "2) ".
func bullet(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("•-*·◦‣▪●", r) || n == 0 {
		n = 0
		for n < len(s) && n < 2 && isDigit(s[n]) {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	rest := strings.TrimLeft(s[n:], " \t\u00a0")
	if len(rest) == len(s)-n || rest == "" || isDigit(s[0]) && isDigit(rest[0]) {
		return 0
	}
	return len(s) - len(rest)
}

// isHeading reports whether a line reads like a heading: short, begun by a
// capital or a digit, and not ended as a sentence is; a question or a cry is
// one if it is in title case.
func isHeading(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if len(s) > 100 || !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 14 {
		return false
	}
	if last == '?' || last == '!' {
		return isTitleCase(words)
	}
	return !strings.ContainsRune(".,;:…\"”’'»—–-", last)
}

// isTitleCase reports whether most long words begin with a capital.
func isTitleCase(words []string) bool {
	long, capital := 0, 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); len(w) > 3 {
			long++
			if unicode.IsUpper(r) {
				capital++
			}
		}
	}
	return 3*capital >= 2*long
}

// isRow reports whether line i is a row of a table: it has two bars, or one
// and a neighbour with bars, and no cell is as long as prose.
func (c *composer) isRow(lines []line, i int) bool {
	s := lines[i].Of(c.raw)
	bars := strings.Count(s, "|")
	if bars == 0 {
		return false
	}
	for cell := range strings.SplitSeq(s, "|") {
		if len(cell) > 300 {
			return false
		}
	}
	return bars > 1 || i > 0 && strings.Contains(lines[i-1].Of(c.raw), "|") ||
		i+1 < len(lines) && strings.Contains(lines[i+1].Of(c.raw), "|")
}

// row writes each cell of a row as a block; a rule between rows is none.
func (c *composer) row(sp text.Span) {
	if strings.Trim(sp.Of(c.raw), "|-:=+ \t") == "" {
		return
	}
	for at := sp.Start; at <= sp.End; {
		end := sp.End
		if i := strings.IndexByte(c.raw[at:sp.End], '|'); i >= 0 {
			end = at + i
		}
		c.copy(at, end)
		c.endBody(corpus.Cell)
		at = end + 1
	}
}
