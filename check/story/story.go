// Package story finds which articles tell the same story.
package story

import "github.com/newsvet/newsvet/corpus"

// A Sketch is what linking needs of an article: a few hundred bytes.
type Sketch struct {
	ID       corpus.ID  `json:"id"`
	Day      int32      `json:"day,omitempty"` // of publication, in days since 1 January 1970; 0 if unknown
	Terms    []Term     `json:"terms"`         // at most 64: names, numbers, stems
	Shingles [32]uint32 `json:"shingles"`      // min-hash of five-word shingles: near copies
}

// A Term is a name, a number or a stem, and how often it stands in an article.
type Term struct {
	Text string `json:"t"`
	N    int32  `json:"n"`
}

// NewSketch returns the sketch of doc.
func NewSketch(doc *corpus.Document) Sketch { return Sketch{ID: doc.ID} }
