package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// A page is what one pass over the tokens of an HTML file finds: the blocks
// of text, each with its bytes, and what the file says about itself.
type page struct {
	raw    string
	blocks []pageBlock
	texts  []text.Span // every stretch of text that can be seen, by its number
	metas  []pageMeta
	said   ldArticle // in JSON-LD
	title  text.Span // the words of <title>
	lang   string
	link   string // canonical URL
	times  []pageTime
}

// A pageBlock is a stretch of text that nothing but inline tags divides.
type pageBlock struct {
	kind    corpus.BlockKind
	level   int // of a heading
	article bool
	para    bool // in a <p>
	parts   []pagePart
	links   []pageLink
}

// A pagePart is text of a block and its number, or what a tag stands for.
type pagePart struct {
	text.Span
	number int
	put    string
}

type pageLink struct {
	from, to int // parts
	href     string
}

type pageMeta struct {
	name  string
	value string
	at    text.Span // of the value, in the file
}

type pageTime struct {
	value     string
	published bool // says that it is
	article   bool
}

// An element is an open element.
type element struct {
	name    string
	kind    corpus.BlockKind
	level   int
	hidden  bool // neither it nor what is in it is text of the article
	article bool
	para    bool
}

type scanner struct {
	page
	ld    []string // JSON-LD scripts
	stack []element
	open  map[string]int // elements of a name on the stack
	block pageBlock
	href  string // of the link at hand
	since int    // its first part
}

// scanPage reads raw in one pass, in time linear in its length.
func scanPage(raw string) *page {
	s := &scanner{page: page{raw: raw}, open: map[string]int{}, since: -1}
	z := html.NewTokenizer(strings.NewReader(raw))
	at := 0
	for {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			s.flush()
			s.said = findLD(s.ld)
			return &s.page
		case html.TextToken:
			s.text(from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start(z, from, at, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			s.end(string(name), from, at)
		}
	}
}

func (s *scanner) top() element {
	if len(s.stack) == 0 {
		return element{kind: corpus.Paragraph}
	}
	return s.stack[len(s.stack)-1]
}

// text notes the text in raw[from:to].
func (s *scanner) text(from, to int) {
	e := s.top()
	sp := text.Span{Start: from, End: to}
	switch {
	case e.name == "title" && s.title.Empty() && s.open["svg"] == 0:
		s.title = sp
	case e.name == "script-ld":
		s.ld = append(s.ld, sp.Of(s.raw))
	}
	if e.hidden || len(s.block.parts) == 0 && strings.TrimFunc(sp.Of(s.raw), blank) == "" {
		return
	}
	if e.kind == corpus.Caption && s.runsOn(sp) {
		s.flush() // "…on Friday.</span><span>Jane Roe / Bugle"
	}
	s.begin(e)
	s.block.parts = append(s.block.parts, pagePart{Span: sp, number: len(s.texts)})
	s.texts = append(s.texts, sp)
}

// runsOn reports whether sp begins with a capital right after a stop.
func (s *scanner) runsOn(sp text.Span) bool {
	n := len(s.block.parts)
	if n == 0 || s.block.parts[n-1].number < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(sp.Of(s.raw))
	return unicode.IsUpper(first) && strings.HasSuffix(s.block.parts[n-1].Of(s.raw), ".")
}

// begin begins a block in e, unless there is one.
func (s *scanner) begin(e element) {
	if len(s.block.parts) == 0 {
		s.block = pageBlock{kind: e.kind, level: e.level, article: e.article, para: e.para}
	}
}

// put notes what the tag in raw[from:to] stands for in the text.
func (s *scanner) put(words string, from, to int) {
	e := s.top()
	if e.hidden || words == " " && len(s.block.parts) == 0 {
		return
	}
	s.begin(e)
	s.block.parts = append(s.block.parts, pagePart{Span: text.Span{Start: from, End: to}, number: -1, put: words})
}

// flush ends the block at hand.
func (s *scanner) flush() {
	s.endLink()
	if len(s.block.parts) > 0 {
		s.blocks = append(s.blocks, s.block)
	}
	s.block = pageBlock{}
	if s.href != "" {
		s.since = 0 // a link goes on into the next block
	}
}

func (s *scanner) endLink() {
	if s.href != "" && s.since >= 0 && s.since < len(s.block.parts) {
		s.block.links = append(s.block.links, pageLink{s.since, len(s.block.parts), s.href})
	}
	s.since = -1
}

func (s *scanner) start(z *html.Tokenizer, from, to int, closed bool) {
	name, more := z.TagName()
	tag := string(name)
	attrs := map[string]string{}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if _, ok := attrs[string(k)]; !ok && len(attrs) < 64 {
			attrs[string(k)] = string(v)
		}
	}
	s.metadata(tag, attrs, from, to)
	if blockTags[tag] {
		s.flush()
		if s.top().name == "p" {
			s.pop()
		}
	}
	switch tag {
	case "br":
		if n := len(s.block.parts); n > 0 && s.brokenAt(n-1) {
			s.flush()
		}
		s.put(" ", from, to)
	case "q":
		s.put("“", from, to)
	case "a":
		s.endLink()
		s.href, s.since = attrs["href"], len(s.block.parts)
	}
	if voidTags[tag] || closed && !rawTags[tag] {
		return
	}
	for _, implied := range impliedEnds[tag] {
		if s.top().name == implied {
			s.pop()
		}
	}
	s.push(tag, attrs)
}

// brokenAt reports whether nothing but white space stands between part i and
// a line break before it.
func (s *scanner) brokenAt(i int) bool {
	for ; i >= 0; i-- {
		p := s.block.parts[i]
		if p.put == " " {
			return true
		}
		if p.put != "" || strings.TrimFunc(p.Of(s.raw), blank) != "" {
			return false
		}
	}
	return false
}
