package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/extract"
)

// QuoteUnclosed finds an opening mark that nothing closes.
var QuoteUnclosed = &check.Rule{
	Name: "quote-unclosed",
	Doc: `An opening quotation mark that nothing closes

Where does the speaker stop, and where does the reporter go on? A quotation of
several paragraphs opens anew with each and is closed by the last: that is no
fault.

Known misses: a closing mark in the wrong place.`,
	Standard: "Quotation marks “surround the exact words of a speaker” (AP Stylebook, punctuation guide).",
	Good:     `“The pipes are old,” said Quist, “and the water is soft.”`,
	Bad:      `“The pipes are old, said Quist. The county will pay for new ones.`,
	Level:    check.Warning,
	Run:      quoteUnclosed,
}

func quoteUnclosed(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		if c.Copies[i] != i {
			continue
		}
		for k, q := range c.Items[i].Quotes {
			if !q.Unclosed || oddlyClosed(q.Text) || goesOn(c.Items[i].Quotes[k+1:], q) {
				continue
			}
			f := one(i, q.Item, firstWords(q.Text), "the opening mark is never closed: where do the words of "+whose(q.Speaker.Name)+" end?")
			f.Confidence = medium
			out = append(out, f)
		}
	}
	return out
}

// goesOn reports whether a later paragraph opens with a mark again, past a
// caption or a line of the page: the quotation may go on there.
func goesOn(later []extract.Quote, q extract.Quote) bool {
	const most = 2 // paragraphs
	return len(later) > 0 && later[0].Form == extract.Direct && later[0].InSentence.Start == 0 &&
		later[0].Block > q.Block && later[0].Block <= q.Block+most && later[0].Cue.Empty()
}

// oddlyClosed reports whether a mark closes the words and stands where no rule
// of type would put it: `pass, "said the mayor`.
func oddlyClosed(s string) bool {
	if s == "" {
		return true
	}
	_, n := utf8.DecodeRuneInString(s)
	return strings.ContainsAny(s[n:], "\"“”«»„")
}

func whose(name string) string {
	if name == "" {
		return "the speaker"
	}
	return name
}
