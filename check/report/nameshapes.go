package report

import "github.com/newsvet/newsvet/extract"

// A nameShape is a person, at the place that names them most fully.
type nameShape struct {
	placeShape
	Name  string      `json:"name"`
	Facts []factShape `json:"facts,omitempty"`
}

type factShape struct {
	placeShape
	Kind   extract.FactKind `json:"kind"`
	Value  string           `json:"value"`
	For    []string         `json:"for,omitempty"`    // of a status: the words of what it is about
	Denied bool             `json:"denied,omitempty"` // the article says that it is not so
	Past   bool             `json:"past,omitempty"`   // told of another time
}

func newNameShape(n *extract.Name) nameShape {
	s := nameShape{placeShape: newPlaceShape(n.At, n.Part, n.Text), Name: n.Name}
	for _, f := range n.Facts {
		s.Facts = append(s.Facts, factShape{newPlaceShape(f.At, f.Part, f.Text), f.Kind, f.Value, f.Words, f.Denied, f.Past})
	}
	return s
}
