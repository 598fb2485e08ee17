package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// Aside reports whether block i is no part of the running text: a caption, a
// credit, a heading, a line of the page that has come to stand between
// paragraphs. It holds no quotation marks and ends no sentence, or ends with
// whose picture it is in brackets. A quotation may go on past it.
func (a *Article) Aside(i int) bool {
	if i <= 0 || i >= len(a.Doc.Blocks)-1 {
		return false
	}
	b := a.Doc.Blocks[i]
	switch b.Kind {
	case corpus.Paragraph, corpus.Caption, corpus.Heading:
	default:
		return false
	}
	if a.Doc.Blocks[i-1].Kind == corpus.Headline {
		return false
	}
	s := strings.TrimSpace(b.Of(a.Doc.Text))
	if s == "" || strings.ContainsAny(s, "\"“”„«»`‘") || strings.Contains(" "+s, " '") {
		return false
	}
	if b.Kind == corpus.Caption {
		return true
	}
	next, _ := utf8.DecodeRuneInString(a.Doc.Blocks[i+1].Of(a.Doc.Text))
	if unicode.IsLower(next) {
		return false // its sentence goes on: lines of a paragraph
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if last == ')' {
		return credit(s[strings.LastIndexByte(s, '(')+1:])
	}
	return !strings.ContainsRune(".?!…:;,*‘’'", last)
}

// apart tells of each token whether it stands apart from what the article
// tells: in somebody's words, or aside.
func (a *Article) apart() []bool {
	out := slices.Clone(a.Quoted())
	for i, b := range a.Doc.Blocks {
		if !a.Aside(i) {
			continue
		}
		for k := a.TokenAt(b.Start); k < len(out) && a.Tokens[k].Start < b.End; k++ {
			out[k] = true
		}
	}
	return out
}

// credit reports whether what stands in brackets at the end of a block names
// whose picture it is: a word or three.
func credit(s string) bool {
	const most = 3
	n := 0
	for _, t := range text.Tokens(s) {
		if t.Kind == text.Word {
			n++
		}
	}
	return n <= most && !strings.ContainsAny(s, ".?!")
}
