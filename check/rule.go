package check

import (
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// A Case is one story laid out for the rules, which run one after the other.
// Rules read it and must not change it.
type Case struct {
	ID       corpus.ID // the least ID among the articles
	Articles []corpus.Ref
	Month    string          // in which most articles were published: the occasion of what says no other
	Items    []extract.Items // per article: what rules about one article read
	Copies   []int           // per article: the index of the one it reprints, or its own
	Origins  []string        // per article: the independent outlet it counts for

	Furniture [][]Furnished    // per article: what is of the page, not of the article
	Passages  [][]extract.Item // per article: of a primary document, its sentences
	Withdrawn []extract.Items  // per article: what its corrections say was wrong; Items has the rest

	Quotes  []align.Group[extract.Quote]
	Figures []align.Group[extract.Figure]
	Dates   []align.Group[extract.Date]
	Names   []align.Group[extract.Name]

	// How the members of each group stand to each other: one comparison per
	// group, one reading per member, in their order.
	OnQuotes  []Comparison
	OnFigures []Comparison
	OnDates   []Comparison

	// What is at issue of the persons, and their ages where outlets agree: any
	// number of comparisons per group.
	OnNames []Comparison

	issued  register     // primary documents by their issuers
	groupOf map[spot]int // figures of stories with primary documents: their groups
	shared  map[any]any  // by *Shared
	cut     []string     // what a limit left out
}

// A Rule finds one kind of agreement or disagreement.
//
// Run is a function of its argument alone; it cannot fail.
type Rule struct {
	Name     string // lower-case words joined by hyphens
	Doc      string // first line: a title with no full stop; then what, why, known misses
	Standard string // the editorial standard it follows, with its source
	Good     string // a passage that the rule lets pass
	Bad      string // one that it finds
	Level    Level  // default
	Run      func(*Case) []Finding
}
