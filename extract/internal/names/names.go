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
}

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
	Lexicon   *lexicon.Lexicon
}

// Find finds the names in an article.
func Find(in Input) *Index {
	f := &finder{Input: in, byKey: map[string]int{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, short: map[string]int{}, lasts: map[string]bool{}}
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

// Resolve returns the entity that a pronoun of these classes at byte i means,
// and how likely it is; -1 if nobody fits. The nearest person before it whose
// sex fits is taken, whoever begins a sentence before others.
func (x *Index) Resolve(i int, pronoun lexicon.Class, sentences []text.Span) (int, float64) {
	sex := pronoun & (lexicon.Masculine | lexicon.Feminine)
	if sex == 0 || pronoun.Has(lexicon.FirstPerson) {
		return -1, 0
	}
	from := sort.Search(len(x.Mentions), func(k int) bool { return x.Mentions[k].Span.Start >= i })
	here := sort.Search(len(sentences), func(k int) bool { return sentences[k].Start > i }) - 1
	best, score, second, s := -1, 0.0, 0.0, here
	for k := from - 1; k >= 0 && k > from-40; k-- {
		m := x.Mentions[k]
		e := x.Entities[m.Entity]
		for s > 0 && sentences[s].Start > m.Span.Start {
			s--
		}
		if here-s > 12 {
			break
		}
		if e.Kind != Person || e.Sex != 0 && e.Sex != sex {
			continue
		}
		v := 1 / float64(1+here-s)
		if s >= 0 && m.Whole.Start-sentences[s].Start < 15 {
			v *= 1.6 // begins its sentence: most likely its subject
		}
		if e.Sex == 0 {
			v *= 0.7
		}
		switch {
		case m.Entity == best:
			score += v / 4
		case v > score:
			best, score, second = m.Entity, v, score
		case v > second:
			second = v
		}
	}
	if best < 0 {
		return -1, 0
	}
	return best, score / (score + second + 0.2)
}
