package extract

// A Name is a person whom the article names, and what it says of them. Its
// Item is the first place below the headline with the fullest name; one that
// the headline alone names stands there.
type Name struct {
	Item
	Name    string `json:"name"`              // the fullest in the article: "Jane Q. Roe"
	Given   bool   `json:"given,omitempty"`   // begins with a first name that the lexicon knows
	Changes bool   `json:"changes,omitempty"` // the article tells of a change of office: "elected", "former"
	Facts   []Fact `json:"facts,omitempty"`   // in the order of the text
}

// A Fact is a place that says something of a person.
type Fact struct {
	Item
	Kind   FactKind `json:"kind"`
	Value  string   `json:"value"`            // "41", "deputy mayor of Aldport", "Brant"; of a status its stage, from the lexicon: "charged"
	Low    int      `json:"low,omitempty"`    // of an age, in years
	High   int      `json:"high,omitempty"`   // equal to Low unless a range is given
	Words  []string `json:"words,omitempty"`  // of a status: what for, folded: "theft"
	Denied bool     `json:"denied,omitempty"` // "has not been charged"
	Past   bool     `json:"past,omitempty"`   // told of another time: "was convicted in 2009"
	Told   bool     `json:"told,omitempty"`   // with who brought it about, or when
}

// A FactKind says what a fact is about.
type FactKind string

// The kinds of facts.
const (
	AgeFact    FactKind = "age"
	RoleFact   FactKind = "role"
	HomeFact   FactKind = "home"   // "Jane Roe of Aldport"
	StatusFact FactKind = "status" // in law: arrested, charged, convicted
)

// Of returns the facts of that kind.
func (n *Name) Of(kind FactKind) []*Fact {
	var out []*Fact
	for i := range n.Facts {
		if n.Facts[i].Kind == kind {
			out = append(out, &n.Facts[i])
		}
	}
	return out
}
