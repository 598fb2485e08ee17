package extract

import "github.com/newsvet/newsvet/corpus/text"

// A Cite is a place where an article says from whom it has something: "as
// reported by the Courier", "told the Bugle", a link. Its Span is the name, or
// the words of the link.
type Cite struct {
	Item
	Name   string  `json:"name,omitempty"` // the fullest in the article; empty for a link and where nobody is named
	Act    CiteAct `json:"act"`
	Target string  `json:"target,omitempty"` // where a link leads, as printed
}

// A CiteAct says how an article cites.
type CiteAct string

// The ways to cite.
const (
	CiteTold    CiteAct = "told"    // somebody told it to the one that is named
	CiteSays    CiteAct = "says"    // the one that is named reports it
	CiteLink    CiteAct = "link"    // a hyperlink
	CiteUnnamed CiteAct = "unnamed" // "local media", "press reports"
)

// A Correction is a place where an article takes something back. Its Span is
// the paragraph.
type Correction struct {
	Item
	Name  string      `json:"name,omitempty"`  // the outlet whose words are taken back; empty for the article's own
	Whole bool        `json:"whole,omitempty"` // an article is taken back, and not something in it
	Wrong []text.Span `json:"wrong,omitempty"` // what is taken back, in the document's text
	Right []text.Span `json:"right,omitempty"` // where what it puts in its place would stand
}
