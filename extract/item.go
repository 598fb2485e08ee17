// Package extract finds quotes, figures and dates in articles: who is given
// as saying what, how many of what, and when.
package extract

import (
	"time"

	"github.com/newsvet/newsvet/corpus/text"
)

// An Item is what every extracted thing has in common: where it stands, in
// what sentence, and on whose word.
type Item struct {
	Span       text.Span  `json:"span"`                 // in the document's text
	At         text.Place `json:"at"`                   // of Span, in the file
	Text       string     `json:"text"`                 // the words of Span
	Sentence   string     `json:"sentence"`             // the sentence around them
	InSentence text.Span  `json:"in"`                   // of Span in Sentence, cut to it
	Part       Part       `json:"part"`                 // a headline makes claims too
	Block      int        `json:"block"`                // index of the block it stands in
	Print      uint64     `json:"print"`                // hash of the folded sentence: one wire sentence in a rewritten copy counts once
	Speaker    Speaker    `json:"speaker,omitzero"`     // on whose word
	Provenance Provenance `json:"provenance,omitempty"` // what backs it
}

// Where returns where the item stands in the document's text.
func (it Item) Where() text.Span { return it.Span }

// A Part says whether an item stands in the headline or below it.
type Part string

// The parts of an article.
const (
	Title Part = "title"
	Text  Part = "text"
)

// A Speaker is a person or body on whose word an article says something.
// The zero Speaker is the article itself.
type Speaker struct {
	Name    string      `json:"name,omitempty"`    // the fullest in the article: "Jane Roe", not "she"; empty if nobody is named
	Mention string      `json:"mention,omitempty"` // the words here: "she", "a spokesman"
	Role    string      `json:"role,omitempty"`    // "mayor of Aldport"
	Kind    SpeakerKind `json:"kind,omitempty"`
	Span    text.Span   `json:"span,omitzero"` // of Mention, in the document's text
	At      text.Place  `json:"at,omitzero"`
}

// IsZero reports whether nobody is given.
func (s Speaker) IsZero() bool { return s == Speaker{} }

// A SpeakerKind says how a speaker is given.
type SpeakerKind string

// The kinds of speakers.
const (
	Named       SpeakerKind = "named"       // a person by name, or a pronoun that means one
	Body        SpeakerKind = "body"        // an organisation by name: "the DEA"
	Described   SpeakerKind = "described"   // one definite person or post: "the mayor", "her lawyer", "police"
	Anonymous   SpeakerKind = "anonymous"   // unnamed persons: "a source", "two officials"
	Unspecified SpeakerKind = "unspecified" // "experts", "studies", "critics"
)

// A Provenance is a step of the ladder of what backs a claim.
type Provenance string

// The steps, rising. See the rule figure-untraceable for what makes a source
// one that a reader can trace.
const (
	NoSource        Provenance = "none"      // nobody
	VagueSource     Provenance = "vague"     // "experts", "studies"
	AnonymousSource Provenance = "anonymous" // unnamed persons
	NamedSource     Provenance = "named"     // a name alone
	Traceable       Provenance = "traceable" // a document, a link, or an act of publishing or telling with its time or occasion
)

// Items are the items of one article, each kind in the order of the text.
// What a rule needs of an article is here: the text stays behind.
type Items struct {
	Quotes  []Quote  `json:"quotes,omitempty"`
	Figures []Figure `json:"figures,omitempty"`
	Dates   []Date   `json:"dates,omitempty"`
	Names   []Name   `json:"names,omitempty"` // persons
	Notes   []Note   `json:"notes,omitempty"`
	Cites   []Cite   `json:"cites,omitempty"`

	Corrections []Correction `json:"corrections,omitempty"`

	Cut string `json:"cut,omitempty"` // what a limit left out, in words
}

// A Quote is words that the article gives as someone else's.
type Quote struct {
	Item
	Form     Form         `json:"form"`
	Parts    []text.Span  `json:"parts"`              // more than one in “We will,” she said, “never stop.”; marks included
	PartsAt  []text.Place `json:"parts_at,omitempty"` // of Parts, in the file
	Quoted   []text.Span  `json:"quoted,omitempty"`   // of a mixed quote: the words in marks
	QuotedAt []text.Place `json:"quoted_at,omitempty"`
	Cue      text.Span    `json:"cue,omitzero"` // "said"
	CueAt    text.Place   `json:"cue_at,omitzero"`
	CueText  string       `json:"cue_text,omitempty"`
	Words    []string     `json:"words,omitempty"`   // of the words in marks (of an indirect quote: of Parts), folded, without punctuation
	Written  bool         `json:"written,omitempty"` // from a letter, a statement, a post: not heard but copied
	Unclosed bool         `json:"unclosed,omitempty"`
	Inner    *Speaker     `json:"inner,omitempty"` // whose words the outer speaker repeats
	Occasion Occasion     `json:"occasion,omitzero"`

	Confidence float64 `json:"confidence,omitempty"` // that span and speaker are right, in [0, 1]
}

// A Form is a way to give someone's words.
type Form string

// The forms. A mixed quote is reported speech with some words in marks.
const (
	Direct   Form = "direct"
	Indirect Form = "indirect"
	Mixed    Form = "mixed"
)

// An Occasion is when, where and about what something was said.
type Occasion struct {
	From  time.Time `json:"from,omitzero"` // of the day it was said, if known
	To    time.Time `json:"to,omitzero"`
	Venue string    `json:"venue,omitempty"` // folded: "press conference", "statement", "told the bugle"
	Words []string  `json:"words,omitempty"` // event words of its sentence and neighbours: stems, sorted, without stop words
}

// A Note is a place in an article that a rule about that article may speak
// of and that is neither quote, figure nor date: a vague source, say.
type Note struct {
	Item
	Name string `json:"name"` // which rule reads it: "vague-source"
}
