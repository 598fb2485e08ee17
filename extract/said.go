package extract

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
	"github.com/newsvet/newsvet/extract/syntax"
)

// said is what several extractors ask about who says what; each field is made
// when it is first asked for.
type said struct {
	classes []lexicon.Class
	names   *names.Index
	marks   []attrib.Quotation
	quoted  []bool
	claims  map[int][]attrib.Claim
	tagged  map[int]*syntax.Tree
	trees   map[int]*syntax.Tree
}

// Classes returns the classes of each of a.Tokens.
func (a *Article) Classes() []lexicon.Class {
	if a.said.classes == nil {
		a.said.classes = a.lex.Classes(a.Doc.Text, a.Tokens)
	}
	return a.said.classes
}

// Names returns the people, bodies and places that the article names.
func (a *Article) Names() *names.Index {
	if a.said.names == nil {
		a.said.names = names.Find(names.Input{
			Text: a.Doc.Text, Tokens: a.Tokens, Classes: a.Classes(), Sentences: a.Sentences, Apart: a.apart(), Lexicon: a.lex,
		})
	}
	return a.said.names
}

// Marks returns the stretches that stand in quotation marks.
func (a *Article) Marks() []attrib.Quotation {
	if a.said.quoted == nil {
		var blocks []text.Span
		for i, b := range a.Doc.Blocks {
			if !a.Aside(i) {
				blocks = append(blocks, b.Span)
			}
		}
		a.said.marks = attrib.Marks(a.Doc.Text, blocks, a.lex)
		a.said.quoted = make([]bool, len(a.Tokens))
		t := 0
		for _, q := range a.said.marks {
			for _, p := range q.Parts {
				for ; t < len(a.Tokens) && a.Tokens[t].Start < p.End; t++ {
					a.said.quoted[t] = a.Tokens[t].Start >= p.Start
				}
			}
		}
	}
	return a.said.marks
}

// Quoted tells of each of a.Tokens whether it stands in quotation marks.
func (a *Article) Quoted() []bool {
	a.Marks()
	return a.said.quoted
}

// Attribution returns the article as attrib reads it.
func (a *Article) Attribution() attrib.Input {
	return attrib.Input{
		Text: a.Doc.Text, Tokens: a.Tokens, Classes: a.Classes(), Quoted: a.Quoted(), Names: a.Names(), Lexicon: a.lex,
	}
}

// Claims returns who says what in sentence i, outside of quotation marks.
func (a *Article) Claims(i int) []attrib.Claim {
	if c, ok := a.said.claims[i]; ok {
		return c
	}
	if a.said.claims == nil {
		a.said.claims = map[int][]attrib.Claim{}
	}
	c := attrib.Find(a.Attribution(), a.firstToken[i], a.firstToken[i]+len(a.SentenceTokens(i)))
	a.said.claims[i] = c
	return c
}

// Tags returns the parts of speech of sentence i, and its heads if [Article.Tree]
// has been asked for them; spans are in the sentence. It is nil where the
// language has no syntax.
func (a *Article) Tags(i int) *syntax.Tree {
	if a.lex.Lang != "en" {
		return nil
	}
	if t, ok := a.said.trees[i]; ok {
		return t
	}
	t, ok := a.said.tagged[i]
	if !ok {
		if a.said.tagged == nil {
			a.said.tagged = map[int]*syntax.Tree{}
		}
		t = syntax.Tag(a.Word(a.Sentences[i]))
		a.said.tagged[i] = t
	}
	return t
}

// Tree returns sentence i parsed; spans are in the sentence. It is nil where
// the language has no syntax. Parsing takes most of the time that an article
// takes: ask what words and tags can answer of [Article.Tags].
func (a *Article) Tree(i int) *syntax.Tree {
	if a.lex.Lang != "en" {
		return nil
	}
	t, ok := a.said.trees[i]
	if !ok {
		if a.said.trees == nil {
			a.said.trees = map[int]*syntax.Tree{}
		}
		t = syntax.Attach(a.Word(a.Sentences[i]), a.Tags(i))
		a.said.trees[i] = t
		delete(a.said.tagged, i)
	}
	return t
}
