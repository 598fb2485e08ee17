// Package corpus holds documents as they are loaded, and the formats that
// files of them may have.
package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/newsvet/newsvet/corpus/text"
)

// An ID names a document: the first 16 bytes of SHA-256 over outlet, URL or
// own id, title, published and text, so that it is the same on every machine
// and two outlets that print one text stay two documents.
type ID [16]byte

// NewID returns the ID of the document that ref and its text describe; own is
// its id in a file of many, if it has one, and counts where there is no URL.
func NewID(ref Ref, own, text string) ID {
	place := ref.URL
	if place == "" {
		place = own
	}
	published := ""
	if !ref.Published.IsZero() {
		published = ref.Published.UTC().Format(time.RFC3339)
	}
	h := sha256.New()
	for _, s := range []string{ref.Outlet, place, ref.Title, published, text} {
		io.WriteString(h, s)
		h.Write([]byte{0xff}) // never in UTF-8: nothing runs together
	}
	return ID(h.Sum(nil)[:len(ID{})])
}

// String returns the ID as 32 hexadecimal digits.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

// MarshalText implements [encoding.TextMarshaler].
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (id *ID) UnmarshalText(b []byte) error {
	if hex.DecodedLen(len(b)) != len(id) {
		return fmt.Errorf("want %d hexadecimal digits", hex.EncodedLen(len(id)))
	}
	_, err := hex.Decode(id[:], b)
	return err
}

// A Grain says how exact a time is.
type Grain string

// The grains that a date of publication may have.
const (
	Day     Grain = "day"
	Instant Grain = "instant"
)

// A Kind tells reporting from what it reports on.
type Kind string

// The kinds of documents.
const (
	Article Kind = ""        // somebody's account
	Primary Kind = "primary" // a transcript, a report, a release, by its Issuer
)

// A Ref is what is known about a document apart from its text.
type Ref struct {
	ID        ID        `json:"id"`
	Name      string    `json:"name"`             // the record's own id, else the path as given, with "#n" for the n-th document of a file
	URI       string    `json:"uri"`              // the path of the file, as given; "-" for standard input
	Line      int       `json:"line,omitempty"`   // the line of the file on which a record begins, where a file holds many
	Outlet    string    `json:"outlet,omitempty"` // who published it
	Title     string    `json:"title,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Dated     Grain     `json:"dated,omitempty"`    // how exact Published is
	FromText  bool      `json:"fromText,omitempty"` // Published is what the dateline says, for want of metadata
	Lang      string    `json:"lang,omitempty"`     // BCP 47, lower case: "en"
	URL       string    `json:"url,omitempty"`
	Kind      Kind      `json:"kind,omitempty"`
	Issuer    string    `json:"issuer,omitempty"` // of a primary document
	Words     int       `json:"words,omitempty"`
	Story     string    `json:"story,omitempty"` // which story it is said to belong to, in front matter
	Owner     string    `json:"owner,omitempty"` // of the outlet, where that is configured
	Wire      bool      `json:"wire,omitempty"`  // the outlet is an agency that others print
	Draft     bool      `json:"draft,omitempty"` // is vetted against the others before it appears, and counts for none of them
}

// A BlockKind says what a block of a document is.
type BlockKind string

// The kinds of blocks.
const (
	Headline  BlockKind = "headline"
	Heading   BlockKind = "heading" // inside the article
	Paragraph BlockKind = "paragraph"
	ListItem  BlockKind = "item"
	Caption   BlockKind = "caption"
	Cell      BlockKind = "cell"      // of a table
	Quotation BlockKind = "quotation" // <blockquote>, "> " in Markdown
)

// A Block is a paragraph or what stands for one. Blocks are in order and
// apart; between two of them is nothing but white space.
type Block struct {
	text.Span
	Kind BlockKind
}

// A Link is the words of a hyperlink and where it leads.
type Link struct {
	text.Span
	Target string
}

// A Document is one article as loaded. It must not be changed once yielded.
type Document struct {
	Ref
	Text    string   // the headline first; NFC, LF, one blank line between blocks
	Map     text.Map // from Text to the file, or to a record's fields
	Blocks  []Block  // the headline, if there is one, is Blocks[0]
	Authors []string
	Links   []Link
}
