// Package names finds the people, bodies and places that an article names,
// and which mentions are of the same one.
//
// [Find] reads capitals, titles, roles, first names, acronyms in brackets and
// what the article itself repeats. It returns an [Index]: Entities, each with
// its fullest name, and Mentions in the order of the text, each a span without
// title, role or 's, and the index of its Entity. At and In look mentions up
// by place; Resolve says whom a pronoun means. Everything has a confidence.
package names

import (
	"sort"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A Kind says what a name is the name of.
type Kind uint8

// The kinds. Unknown is a run of capitals that nothing tells more of.
const (
	Unknown Kind = iota
	Person
	Body
	Place
)

// An Entity is a person, body or place that the article names.
type Entity struct {
	Name       string        // the fullest name in the article
	Kind       Kind          //
	Sex        lexicon.Class // Masculine or Feminine where a title or a first name tells; else 0
	Role       string        // the first that the article gives, in its words: "Aldport mayor"
	Mentions   []int         // indices in Index.Mentions
	Confidence float64       // that it is a name, and of that Kind
}

// A Mention is a place where an Entity is named.
type Mention struct {
	Span   text.Span // the name alone: "Roe" of "Mayor Roe's"
	Whole  text.Span // with title and role before it
	First  int       // index of the first token of Span
	Last   int       // of its last token
	Entity int
	Full   bool // more than one word
	Place  Standing
}

// A Standing says where in its sentence a name stands, as far as the words
// beside it tell.
type Standing uint8

// The standings: "Roe said", "Marlow's plan", "with Marlow", “…Marlow…”.
const (
	Free       Standing = iota
	Subject             // begins its sentence, or is what "who" tells of
	Possessive          // owns what follows
	Oblique             // follows a preposition
	Apart               // in somebody's words, or in a caption
)

// An Index holds the names of one article. It must not be changed.
type Index struct {
	Entities []Entity
	Mentions []Mention // in order and apart
}

// An Input is an article as its words.
type Input struct {
	Text      string
	Tokens    []text.Token
	Classes   []lexicon.Class // of Tokens
	Sentences []text.Span
	Apart     []bool // per token: stands in quotation marks, or in a caption; may be nil
	Lexicon   *lexicon.Lexicon
}

// Find finds the names in an article.
func Find(in Input) *Index {
	f := &finder{Input: in, byKey: map[string]int{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, short: map[string]int{}, offices: map[string]int{}, lasts: map[string]bool{}}
	f.nouns = in.Lexicon.List("traits")["capitals"] == "nouns"
	f.starts()
	return f.join(f.runs())
}

// At returns the mention that covers byte i.
func (x *Index) At(i int) (Mention, bool) {
	k := sort.Search(len(x.Mentions), func(k int) bool { return x.Mentions[k].Whole.End > i })
	if k < len(x.Mentions) && x.Mentions[k].Whole.Start <= i {
		return x.Mentions[k], true
	}
	return Mention{}, false
}

// In returns the mentions whose names begin in sp.
func (x *Index) In(sp text.Span) []Mention {
	from := sort.Search(len(x.Mentions), func(k int) bool { return x.Mentions[k].Span.Start >= sp.Start })
	to := from
	for to < len(x.Mentions) && x.Mentions[to].Span.Start < sp.End {
		to++
	}
	return x.Mentions[from:to]
}
