package cites

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// corrections finds the paragraphs in which an article takes something back.
func corrections(a *extract.Article) []extract.Correction {
	list := a.Lexicon().List("corrections")
	if len(list) == 0 {
		return nil
	}
	var out []extract.Correction
	for i := 0; i < len(a.Sentences); {
		b, from := a.BlockOf(i), i
		for i < len(a.Sentences) && a.BlockOf(i) == b {
			i++
		}
		c := &passage{Article: a, list: list, words: a.Lexicon().List("correctionwords")}
		if !c.hints(from, i) {
			continue
		}
		if c.read(from, i); c.found {
			c.out.Span = text.Span{Start: a.Sentences[from].Start, End: a.Sentences[i-1].End}
			out = append(out, c.out)
		}
	}
	return out
}

// A passage is a paragraph that may be a correction.
type passage struct {
	*extract.Article
	list   lexicon.List // see corrections.txt
	words  lexicon.List // see correctionwords.txt
	tokens []text.Token // of the sentence at hand
	found  bool
	wrong  bool // the sentence before said what was wrong
	label  bool // the paragraph is headed "Correction:"
	out    extract.Correction
}

// hints reports whether sentences [from, to) have a word that a correction
// needs: few do, and the others are not read.
func (p *passage) hints(from, to int) bool {
	first := p.TokenAt(p.Sentences[from].Start)
	for _, t := range p.Tokens[first:] {
		if t.Start >= p.Sentences[to-1].End {
			break
		}
		if n := t.Len(); n < len("earlier") || n > len("clarification") {
			continue
		}
		switch p.list[text.Fold(p.Word(t.Span))] {
		case "earlier", "label", "retracts":
			return true
		}
	}
	return false
}

func (p *passage) read(from, to int) {
	for i := from; i < to; i++ {
		if p.tokens = p.SentenceTokens(i); len(p.tokens) == 0 {
			continue
		}
		switch {
		case i == from && p.labelled():
			p.found, p.label = true, true
			p.contrast(0)
			p.corrects()
		case p.wrong:
			p.instead(0, len(p.tokens)) // "It was 31, not 46."
			p.contrast(0)
			p.wrong = false
		}
		p.version()
		p.retraction()
	}
}

func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return text.Fold(p.Word(p.tokens[i].Span))
}

func (p *passage) is(i int, what string) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].Len() >= len("put") && p.list[p.word(i)] == what
}

// has reports whether token i is of that use in the sentence, alone or with
// the token after it.
func (p *passage) has(i int, use string) bool {
	w := p.word(i)
	return p.words[w] == use || p.words[w+" "+p.word(i+1)] == use
}

// take notes that tokens [from, to) are taken back.
func (p *passage) take(from, to int) {
	for to > from && p.tokens[to-1].Kind == text.Mark {
		to--
	}
	if to > from {
		p.found = true
		p.out.Wrong = append(p.out.Wrong, text.Span{Start: p.tokens[from].Start, End: p.tokens[to-1].End})
	}
}

// instead notes that tokens [from, to) may put something in the place of what
// is taken back.
func (p *passage) instead(from, to int) {
	if to > from {
		p.out.Right = append(p.out.Right, text.Span{Start: p.tokens[from].Start, End: p.tokens[to-1].End})
	}
}

// labelled reports whether the paragraph begins with "Correction:" or with
// "(Corrects …".
func (p *passage) labelled() bool {
	i := 0
	for p.word(i) == "(" || p.word(i) == "*" || p.word(i) == "•" {
		i++
	}
	if !p.is(i, "label") {
		return false
	}
	return p.word(i) == "corrects" || p.word(i+1) == ":" || p.word(i+1) == "-" || p.word(i+1) == "–" || p.word(i+1) == "—"
}

// version reads "an earlier version of this article said 46 people had died".
func (p *passage) version() {
	for i := range p.tokens {
		if !p.is(i, "earlier") {
			continue
		}
		k := i + 1
		for n := 0; n < 2 && !p.is(k, "piece"); n++ {
			k++ // "an earlier, shorter version"
		}
		if !p.is(k, "piece") || p.word(k+1) == "of" && !p.is(k+3, "piece") {
			continue // "an earlier version of the bill"
		}
		own := p.word(k) == "version" || p.word(k) == "versions" || p.label
		for n := 0; n < reach && k < len(p.tokens); n++ {
			if p.is(k, "misstates") {
				own = true
			}
			if p.is(k, "states") || p.is(k, "misstates") && p.word(k) != "incorrectly" {
				break
			}
			k++
		}
		if !own || !p.is(k, "states") && !p.is(k, "misstates") {
			continue
		}
		end := p.boundary(k + 1)
		p.take(k+1, end)
		p.found, p.wrong = true, true
		p.instead(end, len(p.tokens))
		p.contrast(end)
		return
	}
}

// reach is how many words may stand between "version" and what it did: "of
// this article published on Friday mistakenly".
const reach = 14

// boundary returns where what was wrong ends and what is right begins: at a
// semicolon or a dash, or before "instead of", "when in fact".
func (p *passage) boundary(from int) int {
	for i := from; i < len(p.tokens); i++ {
		switch p.word(i) {
		case ";", "—", "–", "--":
			return i
		}
		if p.has(i, "turns") {
			return i
		}
	}
	return len(p.tokens)
}

// contrast takes back what stands after "not" or "rather than" from token
// from on: "it was 31, not 46".
func (p *passage) contrast(from int) {
	for i := from; i < len(p.tokens); i++ {
		start := -1
		switch {
		case p.word(i) == "not":
			if p.word(i-1) == "," || p.word(i-1) == "and" || p.word(i-1) == "(" {
				start = i + 1
			}
		case p.has(i, "contrasts") && from == 0:
			start = i + 2
		}
		if start < 0 {
			continue
		}
		end := start
		for end < len(p.tokens) && !strings.ContainsAny(p.word(end), ",;)—–") && !p.has(end, "ends") {
			end++
		}
		if from == 0 {
			p.instead(0, i)
		}
		p.take(start, end)
		i = end
	}
}

// corrects reads an agency's line: "Corrects number of dead to 31 from 46".
func (p *passage) corrects() {
	to := false
	for i := range p.tokens {
		switch p.word(i) {
		case "to":
			to = true
		case "from":
			if !to || p.word(0) != "corrects" && p.word(1) != "corrects" {
				continue
			}
			end := i + 1
			for end < len(p.tokens) && !strings.ContainsAny(p.word(end), ",;)") {
				end++
			}
			p.instead(0, i)
			p.take(i+1, end)
		}
	}
}

// retraction reads "this article has been retracted" and "the Bugle has
// retracted its report that 46 people had died".
func (p *passage) retraction() {
	for i := range p.tokens {
		if !p.is(i, "retracts") {
			continue
		}
		if p.has(i-1, "be") {
			if p.word(0) == "this" && p.is(1, "piece") {
				p.found, p.out.Whole = true, true
			}
			continue
		}
		piece := -1
		for k := i + 1; k <= i+4; k++ {
			if p.is(k, "piece") {
				piece = k
			}
		}
		if piece < 0 || !p.has(i+1, "det") {
			continue
		}
		name, ok := p.nameBefore(p.tokens[i].Start)
		if !ok {
			continue
		}
		p.out.Name = name
		for k := piece + 1; k <= piece+3; k++ {
			if p.has(k, "opens") {
				p.take(k+1, p.boundary(k+1))
				return
			}
		}
		p.found, p.out.Whole = true, true
	}
}

// nameBefore returns the last name of the sentence before byte at.
func (p *passage) nameBefore(at int) (string, bool) {
	ms := p.Names().In(text.Span{Start: p.tokens[0].Start, End: at})
	if len(ms) == 0 {
		return "", false
	}
	return p.Names().Entities[ms[len(ms)-1].Entity].Name, true
}
