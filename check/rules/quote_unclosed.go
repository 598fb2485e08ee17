package rules

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// QuoteUnclosed finds an opening mark that nothing closes.
var QuoteUnclosed = &check.Rule{
	Name: "quote-unclosed",
	Doc: `An opening quotation mark that nothing closes

Where does the speaker stop, and where does the reporter go on? A quotation of
several paragraphs opens anew with each and is closed by the last: that is no
fault. Where three marks or more are never closed, or marks stand with blanks
on their wrong side, the copy is bad and not its quotations: one info for all
of the article. Words that break off in the middle of a sentence are info, too:
the copy has lost more than a mark.

Known misses: a closing mark in the wrong place; one that is lost before
another paragraph in marks.`,
	Standard: "General editorial practice: quotation marks stand before and after the exact words of a speaker.",
	Good:     `“The pipes are old,” said Quist, “and the water is soft.”`,
	Bad:      `“The pipes are old, said Quist. The county will pay for new ones.`,
	Level:    check.Warning,
	Run:      quoteUnclosed,
}

func quoteUnclosed(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		quotes := c.Items[i].Quotes
		inMarks := slices.DeleteFunc(slices.Clone(quotes), func(q extract.Quote) bool { return q.Form == extract.Indirect })
		var open []extract.Quote
		for _, q := range quotes {
			if q.Unclosed && !oddlyClosed(q.Text) && !cutOff(q.Text) && !goesOn(inMarks, q) {
				open = append(open, q)
			}
		}
		const many = 3
		if len(open) > 0 && (len(open) >= many || careless(quotes)) {
			f := one(i, open[0].Item, "marks", "the quotation marks of this copy do not pair: "+strconv.Itoa(len(open))+" not closed, this one first")
			f.Confidence, f.Level, f.Sides = low, check.Info, []string{"marks"}
			out = append(out, f)
			continue
		}
		for _, q := range open {
			f := one(i, q.Item, firstWords(q.Text), "the opening mark is never closed: where do the words of "+whose(q.Speaker.Name)+" end?")
			f.Confidence = medium
			f.Notes = []check.Line{{Label: "missing", Text: "the closing mark"}}
			if brokenOff(q.Text) {
				f.Level = check.Info
				f.Notes[0].Text = "the closing mark, and with it perhaps words of the copy"
			}
			out = append(out, f)
		}
	}
	return out
}

// cutOff reports whether a copy stops in the middle of the words, as pages do
// that want to be paid for: “No one wants to…
func cutOff(s string) bool {
	return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
}

// brokenOff reports whether words end where no sentence does: the copy has lost
// what followed, a link or the rest of a caption.
func brokenOff(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(last) || unicode.IsDigit(last)
}

// careless reports whether marks stand with a blank on their wrong side, as in
// “ But when, or begin what should follow a closing one: "said the mayor.
func careless(quotes []extract.Quote) bool {
	for _, q := range quotes {
		if q.Form == extract.Indirect {
			continue
		}
		for _, sp := range q.Parts {
			s := sp.Shift(-q.Span.Start).Of(q.Text)
			open, n := utf8.DecodeRuneInString(s)
			if !strings.ContainsRune("\"“", open) || len(s) < 2*n+1 {
				continue
			}
			if strings.HasPrefix(s[n:], " ") || strings.HasSuffix(s, " \"") || strings.HasSuffix(s, " ”") || q.Unclosed && saysWho(s[n:]) {
				return true
			}
		}
	}
	return false
}

// saysWho reports whether words in marks are those that follow a quotation:
// "he said.", "the officer told them".
func saysWho(s string) bool {
	const most = 5
	for i, t := range text.Tokens(s) {
		if i >= most || t.Kind != text.Word {
			return false
		}
		if words.Says(text.Bare(t.Of(s))) {
			return true
		}
	}
	return false
}

// goesOn reports whether a later paragraph opens with a mark again, past a
// caption or a line of the page: the quotation may go on there. Quotes are in
// the order of the text.
func goesOn(quotes []extract.Quote, q extract.Quote) bool {
	const most = 2 // paragraphs
	at := sort.Search(len(quotes), func(k int) bool { return quotes[k].Block > q.Block })
	if at == len(quotes) {
		return false
	}
	l := &quotes[at]
	return l.Block <= q.Block+most && l.InSentence.Start == 0 && strings.HasPrefix(l.Text, openingOf(q.Text))
}

// openingOf returns the mark that a quotation begins with.
func openingOf(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
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
