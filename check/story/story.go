// Package story finds which articles tell the same story.
//
// Articles are compared by what is rare in them: names, numbers and words that
// few other articles have, weighed by how early and how often they stand
// there, and by the days between their publication. Only articles that share
// a rare term are compared at all; what is then joined is decided by average
// linkage, so that no chain of half-similar articles becomes one story.
package story

import (
	"github.com/newsvet/newsvet/corpus"
)

// MaxTerms is how many terms a sketch keeps.
const MaxTerms = 96

// A Sketch is what linking needs of an article: four kilobytes at most. It
// must not be changed once made.
type Sketch struct {
	ID       corpus.ID `json:"id"`
	Day      int32     `json:"day,omitempty"` // of publication, in days since 1 January 1970; 0 if unknown
	Lang     string    `json:"lang,omitempty"`
	Terms    []Term    `json:"terms"`              // at most MaxTerms: what weighs most in the article, sorted by Text
	Names    []Name    `json:"names,omitempty"`    // at most 12: names of several words, the most frequent first
	Shingles []uint32  `json:"shingles,omitempty"` // hashes of sampled five-word shingles, rising, at most 512: near copies
	Words    int       `json:"words,omitempty"`    // in the article
}

// A Term is a word, a name or a number, and what an article makes of it.
type Term struct {
	Text  string `json:"t"`           // folded
	N     int32  `json:"n"`           // mentions; early ones count twice, those in the headline six times
	Show  string `json:"s,omitempty"` // as printed, if it is a name
	Title bool   `json:"h,omitempty"` // stands in the headline
}

// A Name is a name of several words, as printed, and how often it stands in
// an article.
type Name struct {
	Text string `json:"t"`
	N    int32  `json:"n"`
}

// day returns the day of publication of ref, 0 if it is not known.
func day(ref *corpus.Ref) int32 {
	if ref.Published.IsZero() {
		return 0
	}
	// The day as the outlet gives it, whatever the time zone.
	y, m, d := ref.Published.Date()
	return int32(daysFromCivil(y, int(m), d))
}

// daysFromCivil counts the days from 1 January 1970 to a day of the Gregorian
// calendar (after H. Hinnant, "chrono-compatible low-level date algorithms").
func daysFromCivil(y, m, d int) int {
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// NewSketch returns the sketch of doc.
func NewSketch(doc *corpus.Document) Sketch {
	r := newReading(doc)
	return Sketch{
		ID:       doc.ID,
		Day:      day(&doc.Ref),
		Lang:     doc.Lang,
		Words:    len(r.hashes),
		Names:    r.topNames(),
		Terms:    r.topTerms(),
		Shingles: shingles(r.hashes),
	}
}
