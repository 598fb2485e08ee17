// Package formats reads the kinds of files that articles come in. Each Format
// gives a document its text in blocks, the map from there to the bytes of the
// file, and what the file says about itself.
package formats

import "github.com/newsvet/newsvet/corpus"

// All lists the formats in the order of their names, which puts [Text], as
// which anything may be read, last.
var All = []*corpus.Format{HTML, JSONL, Markdown, Text}
