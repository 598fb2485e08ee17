package corpus

import (
	"fmt"
	"io"
	"iter"
)

// A Format decodes one kind of file. A Format is a constant: its fields are
// set once, in the declaration of the variable that holds it.
type Format struct {
	Name  string   // one lower-case word
	Doc   string   // first line: a title with no full stop
	Exts  []string // file extensions, with the dot
	Sniff func(head []byte) bool

	// Read yields the documents in r. A document that cannot be decoded is
	// yielded as an *Error and reading goes on; any other error ends the stream.
	Read func(r io.Reader, uri string, lim Limits) iter.Seq2[*Document, error]
}

// Limits bound what is read, in bytes and never in seconds, so that results
// do not depend on the machine.
type Limits struct {
	Document  int64 // bytes of one document after decompression
	Ratio     int64 // decompressed bytes for one compressed byte
	Documents int   // in one run
}

// DefaultLimits are the limits of the command: 10 MiB a document, 100:1, a
// million documents.
var DefaultLimits = Limits{Document: 10 << 20, Ratio: 100, Documents: 1_000_000}

// An Error is a problem with one document of a stream.
type Error struct {
	URI  string
	Line int // in the file, or 0
	Err  error
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.URI, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.URI, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
