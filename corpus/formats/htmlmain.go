package formats

import (
	"slices"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"github.com/newsvet/newsvet/corpus"
)

// choose says of each block whether it is of the article. Readability decides,
// over a copy of the page in which every stretch of text carries its number;
// a block is of the article if most of its bytes are. A page that is nested
// too deeply for that, or of which nothing is left, is decided by its tags.
func (p *page) choose() []bool {
	kept := p.readable()
	chosen := make([]bool, len(p.blocks))
	some := false
	for i, b := range p.blocks {
		in, all := 0, 0
		for _, x := range b.parts {
			if x.number >= 0 {
				n := len(strings.TrimSpace(x.Of(p.raw)))
				all += n
				if kept[x.number] {
					in += n
				}
			}
		}
		chosen[i] = in > 0 && 2*in >= all && !p.onlyLinks(b)
		some = some || chosen[i] && b.kind != corpus.Heading
	}
	if !some {
		return p.chooseByTags()
	}
	return chosen
}

// chooseByTags takes what is in <article>, else every paragraph that is not
// mostly links.
func (p *page) chooseByTags() []bool {
	chosen := make([]bool, len(p.blocks))
	inArticle := 0
	for i, b := range p.blocks {
		if chosen[i] = b.article; b.article {
			inArticle += len(b.parts)
		}
	}
	if inArticle > 0 {
		return chosen
	}
	for i, b := range p.blocks {
		chosen[i] = !p.onlyLinks(b)
	}
	return chosen
}

// onlyLinks reports whether b is a menu, or an item of one: links and nothing
// else, and no heading or paragraph of some length.
func (p *page) onlyLinks(b pageBlock) bool {
	if b.kind != corpus.Paragraph && b.kind != corpus.ListItem || len(b.links) == 0 {
		return false
	}
	words, i := 0, 0
	for _, l := range append(b.links, pageLink{from: len(b.parts), to: len(b.parts)}) {
		for ; i < l.from; i++ {
			if strings.Trim(b.parts[i].Of(p.raw), " \t\r\n|·•,/") != "" && b.parts[i].number >= 0 {
				return false
			}
		}
		for ; i < l.to; i++ {
			words += len(strings.Fields(b.parts[i].Of(p.raw)))
		}
	}
	return !b.para || words < 25
}

// The signs around a number in the marked copy, for private use by Unicode.
const markStart, markEnd = '\ue000', '\ue001'

// marked returns the page with its number before each stretch of text.
func (p *page) marked() string {
	var b strings.Builder
	b.Grow(len(p.raw) + 16*len(p.texts))
	done := 0
	for i, sp := range p.texts {
		n, _ := blanks(sp.Of(p.raw))
		if n == sp.Len() {
			continue
		}
		b.WriteString(p.raw[done : sp.Start+n])
		b.WriteRune(markStart)
		b.WriteString(strconv.Itoa(i))
		b.WriteRune(markEnd)
		done = sp.Start + n
	}
	b.WriteString(p.raw[done:])
	return b.String()
}

// readable returns the numbers of the texts that readability takes for the
// article.
func (p *page) readable() (kept map[int]bool) {
	if p.overtitled() {
		return nil
	}
	defer func() {
		if recover() != nil { // the page is odd; the tags decide
			kept = nil
		}
	}()
	root, err := html.Parse(strings.NewReader(p.marked()))
	if err != nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			unmark(n)
		}
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true // of it only the title would count, and it may be of any length
	a, err := parser.ParseAndMutate(root, nil)
	if err != nil || a.Node == nil {
		return nil
	}
	kept = map[int]bool{}
	for n := range a.Node.Descendants() {
		for _, attr := range n.Attr {
			if n.Type == html.TextNode && attr.Key == "n" {
				if i, err := strconv.Atoi(attr.Val); err == nil {
					kept[i] = true
				}
			}
		}
	}
	return kept
}

// overtitled reports whether the page gives a title that is none by its length:
// readability holds each heading against the title, word by word, and a page
// of 40 kB of the one and the other would take it seconds.
func (p *page) overtitled() bool {
	return p.title.Len() > maxTitle || slices.ContainsFunc(p.metas, func(m pageMeta) bool {
		return len(m.value) > maxTitle && strings.Contains(m.name, "title")
	})
}

// unmark moves the numbers in a text to attributes of its node, which
// readability carries along.
func unmark(n *html.Node) {
	if !strings.ContainsRune(n.Data, markStart) {
		return
	}
	var b strings.Builder
	for i, s := range strings.Split(n.Data, string(markStart)) {
		number, rest, ok := strings.Cut(s, string(markEnd))
		if i == 0 || !ok {
			b.WriteString(s)
			continue
		}
		n.Attr = append(n.Attr, html.Attribute{Key: "n", Val: number})
		b.WriteString(rest)
	}
	n.Data = b.String()
}
