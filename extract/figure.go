package extract

import "strings"

// A Figure is a count or a measure. Low and High are equal unless the article
// gives a range or a bound, and exact unless it hedges.
type Figure struct {
	Item
	Kind     FigureKind `json:"kind"`
	Low      Number     `json:"low"`
	High     Number     `json:"high"`
	Modifier Modifier   `json:"modifier"`
	Hedge    string     `json:"hedge,omitempty"` // the words: "about", "as many as"
	Unit     string     `json:"unit,omitempty"`  // a code: "percent", "USD", "km"; else the counted noun in the singular
	Noun     string     `json:"noun,omitempty"`  // head of what is counted, singular, folded: "person", "fentanyl"
	Of       string     `json:"of,omitempty"`    // what is counted or measured, in the article's words: "fentanyl in the U.S."
	Measure  Measure    `json:"measure,omitzero"`
	Coarse   bool       `json:"coarse,omitempty"` // half, a third, two dozen: what is told in such words is seldom exact
	Per      string     `json:"per,omitempty"`    // of a rate: "day", "gal"; Unit has it too: "USD/gal"
	Same     int        `json:"same,omitempty"`   // how many figures before this one the same fact stands in another unit: "45 km (28 miles)"
}

// Currency is the code of the currency of a sum of money or of a price: "USD";
// "" of anything else.
func (f *Figure) Currency() string {
	if f.Kind != Money && f.Kind != Rate {
		return ""
	}
	unit, _, _ := strings.Cut(f.Unit, "/")
	if len(unit) != len("USD") || strings.ToUpper(unit) != unit {
		return ""
	}
	return unit
}

// A Measure says what a figure is a figure of, so that two of one thing meet.
type Measure struct {
	Name    string   `json:"name,omitempty"`    // canonical, from the lexicon of measures: "killed", "injured", "arrested", "cost"; else the stem of the noun
	Words   []string `json:"words,omitempty"`   // stems of modifiers, "of", subject and verb, sorted
	Places  []string `json:"places,omitempty"`  // names of places and bodies it is tied to, folded, sorted
	Period  string   `json:"period,omitempty"`  // TIMEX3 value or words of the time it holds for
	Subset  string   `json:"subset,omitempty"`  // words that make it a part: "of them women", "under 18"
	Change  string   `json:"change,omitempty"`  // "up", "down" where the figure is a difference; "from" for a previous level
	Grows   bool     `json:"grows,omitempty"`   // dead, injured, missing, arrested: a count at an hour
	Revised bool     `json:"revised,omitempty"` // "rose to", "so far", "revised": growth or revision is said
}

// A FigureKind says what sort of a number it is.
type FigureKind string

// The kinds of figures.
const (
	Count    FigureKind = "count"
	Money    FigureKind = "money"
	Percent  FigureKind = "percent"  // and percentage points, by Unit
	Quantity FigureKind = "quantity" // with a physical unit
	Lasting  FigureKind = "duration"
	Age      FigureKind = "age"
	Rate     FigureKind = "rate"
	Score    FigureKind = "score"
	Multiple FigureKind = "multiple" // "double", "sixfold"
)

// A Modifier says how a printed number bounds what is meant.
type Modifier string

// The modifiers.
const (
	Exactly Modifier = "="
	Less    Modifier = "<"
	More    Modifier = ">"
	AtMost  Modifier = "<="
	AtLeast Modifier = ">="
	About   Modifier = "~"
	Between Modifier = "range"
)
