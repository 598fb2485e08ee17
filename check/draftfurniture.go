package check

import (
	"sort"
	"strings"
	"unicode/utf8"

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
		first, open := i == 0 || doc.Blocks[i-1].Kind == corpus.Headline, true
		broken := b.Start // after the next line break of the text
		for at := b.Start; at < b.End; {
			if broken <= at {
				broken = b.End
				if n := strings.IndexByte(doc.Text[at:b.End], '\n'); n >= 0 {
					broken = at + n + 1
				}
			}
			line := lineAt(doc, at, broken)
			said := strings.TrimSpace(line.Of(doc.Text))
			at = line.End
			found := open && onPage(said, first)
			if found {
				line.End = line.Start + len(strings.TrimRight(line.Of(doc.Text), " \n"))
				out = append(out, Furnished{line, doc.Map.Place(line)})
			}
			// a line that goes on with a sentence begins none of the page's
			last, _ := utf8.DecodeLastRuneInString(said)
			open = found || at == broken || strings.ContainsRune(".!?:\"”’)", last)
			first = false
		}
	}
	return out
}

// lineAt returns the line of the file that begins at byte at of the text, with
// the white space behind it; it ends before byte end. Where a format folds the
// lines of a paragraph into one, the file still knows them.
func lineAt(doc *corpus.Document, at, end int) text.Span {
	here := doc.Map.Place(text.Span{Start: at, End: at}).From.Line
	line := func(k int) int { return doc.Map.Place(text.Span{Start: k, End: k}).From.Line }
	if line(end-1) <= here || doc.Text[end-1] == '\n' {
		return text.Span{Start: at, End: end}
	}
	n := sort.Search(end-at, func(k int) bool { return line(at+k) > here })
	return text.Span{Start: at, End: at + n}
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
