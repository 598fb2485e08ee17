// Package attrib finds who is given as saying what: the marks that words
// stand in, the verbs that report speech, and whose words they are.
//
// [Marks] returns the stretches of an article that stand in quotation marks.
// [Find] returns the Claims of a stretch of tokens outside of them, usually a
// sentence: each has a Cue ("said", "according to"), a Source (the phrase, its
// kind, and the entity of the article's names that it means, or -1), and the
// Content that is said on its word, where the sentence holds it. Extractors
// ask [extract.Article] for all of it: Marks, Claims(i) of sentence i.
package attrib

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A Kind says how a source is given; the values are those of
// extract.SpeakerKind.
type Kind string

// The kinds of sources.
const (
	Named       Kind = "named"
	Body        Kind = "body"
	Described   Kind = "described"
	Anonymous   Kind = "anonymous"
	Unspecified Kind = "unspecified"
)

// A Source is the phrase for whoever says something.
type Source struct {
	Span    text.Span     // "a spokesman for the mayor", "Jane Roe", "she"
	Head    text.Span     // its noun or name: "spokesman", "Jane Roe", "she"
	Entity  int           // in names.Index.Entities; -1 if the phrase names nobody
	Kind    Kind          //
	Pronoun lexicon.Class // the classes of a pronoun; else 0
	Plural  bool
}

// A Side says on which side of the cue something stands.
type Side int8

// The sides.
const (
	None Side = iota
	Before
	After
)

// A Claim is one act of saying.
type Claim struct {
	Cue        text.Span // "said", "according to"
	Class      lexicon.Class
	Source     Source // of no span where nobody is given
	Side       Side   // of the source, seen from the cue
	Content    text.Span
	Confidence float64 // that the source says something here
}

// An Input is an article as attrib needs it.
type Input struct {
	Text    string
	Tokens  []text.Token
	Classes []lexicon.Class // of Tokens
	Quoted  []bool          // per token: stands in quotation marks
	Names   *names.Index
	Lexicon *lexicon.Lexicon
}

// Find returns the claims among tokens [from, to), which should be whole
// sentences of one block.
func Find(in Input, from, to int) []Claim {
	s := &scan{Input: in, from: max(from, 0), to: min(to, len(in.Tokens))}
	var out []Claim
	for i := s.from; i < s.to; i++ {
		if s.Quoted[i] {
			continue
		}
		if c, ok := s.claim(i); ok {
			s.content(&c)
			out = append(out, c)
		}
	}
	return out
}
