package formats

import (
	"strings"

	"github.com/newsvet/newsvet/corpus"
)

// push opens an element, which is what its tag makes of the one around it.
func (s *scanner) push(tag string, attrs map[string]string) {
	e := s.top()
	e.name = tag
	e.hidden = e.hidden || hiddenTags[tag] || isHidden(attrs) || tag == "footer" && !e.article
	e.article = e.article || tag == "article" || attrs["itemprop"] == "articleBody"
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		e.kind, e.level = corpus.Heading, int(tag[1]-'0')
	case "li", "dt", "dd":
		e.kind = corpus.ListItem
	case "td", "th":
		e.kind = corpus.Cell
	case "figcaption", "caption":
		e.kind = corpus.Caption
	case "blockquote":
		e.kind = corpus.Quotation
	case "p":
		if e.para = true; e.kind == corpus.Cell {
			e.kind = corpus.Paragraph // a table that lays out the page
		}
	case "script":
		if strings.Contains(strings.ToLower(attrs["type"]), "ld+json") {
			e.name = "script-ld"
		}
	}
	s.stack = append(s.stack, e)
	s.open[e.name]++
}

func (s *scanner) pop() {
	n := len(s.stack) - 1
	s.open[s.stack[n].name]--
	s.stack = s.stack[:n]
}

func (s *scanner) end(tag string, from, to int) {
	switch {
	case blockTags[tag]:
		s.flush()
	case tag == "q":
		s.put("”", from, to)
	case tag == "a":
		s.endLink()
		s.href = ""
	case tag == "script" && s.open["script"] == 0:
		tag = "script-ld"
	}
	if s.open[tag] == 0 {
		return
	}
	for s.top().name != tag {
		s.pop()
	}
	s.pop()
}

// isHidden reports whether attributes keep an element from being seen.
func isHidden(attrs map[string]string) bool {
	_, hidden := attrs["hidden"]
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	return hidden || attrs["aria-hidden"] == "true" ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(names) {
		m[n] = true
	}
	return m
}

var (
	blockTags = set(`address article aside blockquote body caption center dd details dialog div dl dt fieldset
		figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main nav ol p
		pre section summary table tbody td tfoot th thead title tr ul video`)
	hiddenTags = set(`aside audio button canvas dialog iframe math menu nav noembed noframes noscript object
		option script select style svg template textarea title video`)
	voidTags = set(`area base br col embed hr img input link meta param source track wbr`)
	rawTags  = set(`iframe noembed noframes noscript plaintext script style textarea title xmp`)

	impliedEnds = map[string][]string{
		"li": {"li"}, "dt": {"dd", "dt"}, "dd": {"dd", "dt"}, "tr": {"td", "th", "tr"}, "td": {"td", "th"}, "th": {"td", "th"},
		"option": {"option"},
	}
)
