package check

import (
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// A Furnished is a line that belongs to the page an article stands on.
type Furnished struct {
	Span text.Span  `json:"span"` // in the document's text
	At   text.Place `json:"at"`
}

// longLine is how many words a line may have that "read more" or "related:"
// begins: a sentence that happens to begin so is longer.
const longLine = 24

// longest is how many bytes a line of the page has at most.
const longest = 500

// furniture finds the lines of doc that are of the page: links to other
// articles, calls to follow and to share, the text of a video's button.
func furniture(doc *corpus.Document) []Furnished {
	var out []Furnished
	for i, b := range doc.Blocks {
		if b.Kind == corpus.Headline {
			continue
		}
		for at := b.Start; at < b.End; {
			end := b.End
			if n := strings.IndexByte(doc.Text[at:b.End], '\n'); n >= 0 {
				end = at + n
			}
			line := text.Span{Start: at, End: end}
			if onPage(line.Of(doc.Text), i == 0 || doc.Blocks[i-1].Kind == corpus.Headline) {
				out = append(out, Furnished{line, doc.Map.Place(line)})
			}
			at = end + 1
		}
	}
	return out
}

// onPage reports whether a line is of the page. The button that closes a video
// stands before its caption, above the article.
func onPage(line string, first bool) bool {
	if len(line) > longest {
		return false
	}
	if first && (strings.HasPrefix(line, "CLOSE ") || strings.TrimSpace(line) == "CLOSE") {
		return true
	}
	return len(strings.Fields(line)) <= longLine && words.Furniture(text.Bare(line))
}
