// Package check lays the records of one story side by side and says what
// they agree on and what they do not.
package check

import (
	"slices"

	"github.com/newsvet/newsvet/check/story"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// A Record is all of an article that checking needs. The text stays behind.
type Record struct {
	Ref    corpus.Ref    `json:"ref"`
	Sketch story.Sketch  `json:"sketch"`
	Items  extract.Items `json:"items"`

	Furniture []Furnished `json:"furniture,omitempty"` // what is of the page and not of the article

	Passages []extract.Item `json:"passages,omitempty"` // the sentences of a primary document
}

// NewRecord reads everything out of doc that later stages will ask for.
func NewRecord(doc *corpus.Document, extractors ...*extract.Extractor) *Record {
	return RecordOf(doc, extract.Run(doc, extractors...))
}

// RecordOf is what doc leaves, with the items found in it.
func RecordOf(doc *corpus.Document, items extract.Items) *Record {
	return &Record{Ref: doc.Ref, Sketch: story.NewSketch(doc), Items: items, Furniture: furniture(doc), Passages: passages(doc)}
}

// A Verdict says how the sides of a comparison stand to each other.
type Verdict string

// The verdicts.
const (
	Agree    Verdict = "agree"    // they say the same
	Diverge  Verdict = "diverge"  // they differ, and both can be true
	Conflict Verdict = "conflict" // they cannot all be true
	Update   Verdict = "update"   // a later article has a later count
	Alone    Verdict = "alone"    // one independent outlet carries it
)

// A Level says how much a finding asks of an editor.
type Level string

// The levels, falling, and the one that switches a rule off.
const (
	Error   Level = "error"   // provable from the places shown
	Warning Level = "warning" // an editor should look
	Info    Level = "info"    // context
	Off     Level = "off"
)

// Rank orders levels: 3 for error, 0 for off.
func (l Level) Rank() int {
	switch l {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Evidence is a place in an article, with the words that stand there.
type Evidence struct {
	Article int          `json:"article"` // index into the articles of the story
	Item    extract.Item `json:"item"`
}

// A Reading is what one article says in a comparison. Readings with one Side
// agree with each other; the verdict holds between sides.
type Reading struct {
	Evidence
	Value string `json:"value"`
	Side  int    `json:"side"`
	Draft bool   `json:"-"` // its article is a draft: findings show its place
}

// A Comparison is items that speak of the same thing, and how they stand to
// each other.
type Comparison struct {
	Kind     string    `json:"kind"`    // quote, figure, date, name
	Subject  string    `json:"subject"` // "people killed", "Jane Roe on 3 May 2025"
	Verdict  Verdict   `json:"verdict"`
	Outlets  int       `json:"outlets"` // independent ones
	Readings []Reading `json:"readings"`
	Why      []string  `json:"why,omitempty"` // how the places were matched

	Person    *Person    `json:"-"` // of names: who and what of them is compared
	Contrasts []Contrast `json:"-"` // which readings do not say the same
	Ends      []Contrast `json:"-"` // of quotes: of which readings one ends before a clause that explains or restricts
}

// A Finding is one statement about a story. It can be read without the
// articles: it carries its evidence and the steps that led to it.
type Finding struct {
	Rule        string       `json:"rule"`
	Level       Level        `json:"level"`
	Verdict     Verdict      `json:"verdict"`
	Confidence  float64      `json:"confidence"` // in [0, 1]
	Fingerprint string       `json:"fingerprint"`
	Subject     string       `json:"subject,omitempty"`  // what it is about, for people
	Key         string       `json:"-"`                  // the same as one more article does not change it: part of the fingerprint; Subject if empty
	Message     string       `json:"message"`            // no capital, no full stop
	Notes       []Line       `json:"notes,omitempty"`    // what a reader is told below the places, in order
	Why         []string     `json:"why"`                // how the places were matched
	Evidence    []Evidence   `json:"evidence"`           // one place per side, the deterministic first one leads
	Also        [][]Evidence `json:"also,omitempty"`     // the same at other places: for each reading on those sides that Evidence leaves out, beside what it is compared with
	Sides       []string     `json:"sides,omitempty"`    // the normalised value of each side, sorted: part of the fingerprint
	Occasion    string       `json:"occasion,omitempty"` // the month of it, part of the fingerprint
}

// Places returns all places of a finding, those of Evidence first.
func (f *Finding) Places() []Evidence {
	out := slices.Clone(f.Evidence)
	for _, p := range f.Also {
		out = append(out, p...)
	}
	return out
}

// A Line is a labelled line below a finding: "missing", "look for", "weak".
type Line struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// A Result is what was found out about one story.
type Result struct {
	Story       corpus.ID    `json:"story"` // the least ID among the articles
	Name        string       `json:"name"`  // what it is about: a headline in the words of all, else its rarest names
	Why         []string     `json:"why,omitempty"`
	Articles    []corpus.Ref `json:"articles"`
	Copies      []int        `json:"copies"` // per article: the index of the one it reprints, or its own
	Comparisons []Comparison `json:"comparisons"`
	Findings    []Finding    `json:"findings"`
	Unsure      []Finding    `json:"unsure,omitempty"` // matched less surely than is asked for: neither listed nor counted
	Silenced    []Silenced   `json:"silenced,omitempty"`
	Notices     []Notice     `json:"notices,omitempty"`
	Drafts      []Draft      `json:"-"` // of the articles that are drafts
}

// Silenced is a finding that is not listed, and why.
type Silenced struct {
	Finding
	How    How    `json:"how"`
	Reason string `json:"reason,omitempty"` // in the words of whoever silenced it
	By     string `json:"by,omitempty"`
}

// How says by what a finding is silenced.
type How string

// The ways to silence a finding.
const (
	Known   How = "baseline"
	Ignored How = "ignore-file"
	Inline  How = "inline"
)

// A Notice is no finding but a reader should know it: an article without a
// date, words that could not be resolved.
type Notice struct {
	Name    string    `json:"name"` // "missing-published-date", "not-resolved"
	Message string    `json:"message"`
	Place   *Evidence `json:"place,omitempty"`
}

// A Summary is what a run ends with.
type Summary struct {
	Articles   int             `json:"articles"`
	Stories    int             `json:"stories"`
	Outlets    int             `json:"outlets"`
	Unnamed    int             `json:"unnamed_outlets"` // articles without an outlet, counted one each
	Copies     int             `json:"copies"`
	Levels     map[Level]int   `json:"levels"`
	Rules      map[string]int  `json:"rules,omitempty"`
	Verdicts   map[Verdict]int `json:"verdicts"` // of comparisons
	Unreadable []Unreadable    `json:"unreadable"`
	Notices    []string        `json:"notices,omitempty"` // what was cut by a limit, in words
	Baseline   *Against        `json:"baseline,omitempty"`
	Silenced   int             `json:"silenced,omitempty"` // findings, by suppressions
	Unsure     int             `json:"unsure,omitempty"`   // findings matched less surely than Least
	Least      float64         `json:"min_confidence,omitempty"`
}

// Against is what a run comes to against the findings that are known.
type Against struct {
	Known int `json:"known"`
	New   int `json:"new"`
	Gone  int `json:"gone"`
}

// Unreadable is an input that could not be read, and why.
type Unreadable struct {
	URI    string `json:"path"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}
