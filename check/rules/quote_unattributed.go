package rules

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// QuoteUnattributed finds quotations that nobody is given as saying.
var QuoteUnattributed = &check.Rule{
	Name: "quote-unattributed",
	Doc: `A quotation with no speaker in reach

Four words or more stand between marks, and nobody in the sentence, before or
after it, is given as saying them. Captions, titles of works and slogans are
left alone, and so is a quotation that the article attributes elsewhere.

Known misses: a speaker who is named three paragraphs earlier and meant.`,
	Standard: "SPJ Code of Ethics: identify sources clearly.",
	Good:     `“The pipes are old, and the water is soft,” said Lena Quist.`,
	Bad:      `“It was never a question of money. It was a question of whether this town still wants to be one town.”`,
	Level:    check.Info,
	Run:      quoteUnattributed,
}

func quoteUnattributed(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		if primary(c.Articles[i]) {
			continue
		}
		for k, q := range c.Items[i].Quotes {
			if q.Form != extract.Direct || reached(q) {
				continue
			}
			ws := align.Words(q)
			if len(ws) < 4 || title(ws) || saidElsewhere(c.Items[i], k, ws) {
				continue
			}
			f := aloneIn(i, q.Item, firstWords(q.Text), "nobody is given as saying "+quoted(q.Text, 60))
			f.Notes = []check.Line{{Label: "missing", Text: "who said it"}}
			out = append(out, f)
		}
	}
	return out
}

// reached reports whether somebody is given as saying q. A pronoun in another
// sentence, and no verb of speech, is nobody.
func reached(q extract.Quote) bool {
	s := q.Speaker
	return !s.IsZero() && (s.Name != "" || !q.Cue.Empty() || s.Kind != extract.Described)
}

// title reports whether most words with content begin with a capital: the
// name of a work.
func title(ws []words.Word) bool {
	n, caps := 0, 0
	for _, w := range ws {
		if !w.Light {
			n++
			if w.Name || w.Begins {
				caps++
			}
		}
	}
	return n > 0 && caps*4 >= 3*n && len(ws) <= 12
}

// saidElsewhere reports whether the article gives the same words to somebody.
func saidElsewhere(items extract.Items, k int, ws []words.Word) bool {
	for j, q := range items.Quotes {
		if j == k || q.Speaker.IsZero() {
			continue
		}
		if m := words.Compare(ws, align.Words(q)); m.Equal*4 >= 3*len(ws) {
			return true
		}
	}
	return false
}
