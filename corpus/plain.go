package corpus

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// Plain makes a document of a body whose paragraphs are divided by blank
// lines, for callers that hold an article in memory. Offsets count in a
// "title" and a "text" field. An ID and a count of words are given to a ref
// that has none.
func Plain(ref Ref, body string) *Document {
	b := text.NewBuilder(text.InTitle, ref.Title)
	d := &Document{Ref: ref}
	if ref.Title != "" {
		b.Copy(0, len(ref.Title))
		d.Blocks = append(d.Blocks, Block{text.Span{End: len(ref.Title)}, Headline})
	}
	b.Origin(text.InText, body)
	for at := 0; at < len(body); {
		end := len(body)
		if i := strings.Index(body[at:], "\n\n"); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(body[at:end]) != "" {
			if b.Len() > 0 {
				b.Put("\n\n", at, at)
			}
			start := b.Len()
			b.Copy(at, end)
			d.Blocks = append(d.Blocks, Block{text.Span{Start: start, End: b.Len()}, Paragraph})
		}
		at = end
		for at < len(body) && body[at] == '\n' {
			at++
		}
	}
	d.Text, d.Map = b.Done()
	if d.ID == (ID{}) {
		d.ID = NewID(ref, "", d.Text)
	}
	if d.Words == 0 {
		for range text.Words(d.Text) {
			d.Words++
		}
	}
	return d
}
