package rules

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// QuoteFromParaphrase finds words in marks that another outlet has without.
var QuoteFromParaphrase = &check.Rule{
	Name: "quote-from-paraphrase",
	Doc: `Words in quotation marks that elsewhere are a reporter's own

One outlet gives a sentence between marks, as somebody's words; another has six
words or more of it in a row without marks and quotes the sentence nowhere.
Either the marks were put around a reporter's account, or the account took over
words that are not the reporter's. A warning where the other outlet has eight
words and more on nobody's word (once for each quotation), or where the words
in marks speak of their speaker as an account does: “It had to choose”, the
company said; elsewhere the company said it had to choose. An indirect account
that keeps the words of what was said is fair: info. So is a newspaper or a
website that is quoted: the other outlet may be it, or print the same text. Of
two articles one warning is shown.

Left alone: short stretches of common words; sentences in the first person or
with a mark gone astray, which are speech that has lost its marks; copies of one
agency's text.

Known misses: a sentence of the other outlet that holds no figure, no date and
no indirect speech; accounts in other words.`,
	Standard: "General editorial practice: words in quotation marks are the words that were said; AP Stylebook, quotations in the news: quotations are never altered, not even to mend grammar.",
	Good:     `Bugle: “We had to choose between price and weight,” the company said. Courier: The company said it had been forced to choose.`,
	Bad:      `Bugle: “It had to choose between changing the shape and raising the price,” the company said. Courier: The company said it had to choose between changing the shape and raising the price.`,
	Level:    check.Warning,
	Run:      quoteFromParaphrase,
}

// leastVerbatim words in a row are no chance, leastOwn of a sentence that
// stands on nobody's word.
const leastVerbatim, leastOwn = 6, 8

func quoteFromParaphrase(c *check.Case) []check.Finding {
	var out []check.Finding
	rs := retellings(c, verbatim)
	for _, r := range rs {
		f := r.finding(c)
		f.Message = wordsAt(r.quote.Text, r.words, r.match.A0, r.match.A1, 0) + " stands between marks in one article and without them in another"
		f.Why = []string{strconv.Itoa(r.match.Run) + " words in a row"}
		note := "an indirect account may keep the words of what was said"
		switch {
		case r.account.quote == nil:
			note = "the article without marks says it on nobody's word"
			if r.match.Equal < leastOwn || published(&r.quote) {
				f.Level = check.Info
			}
		case tellsOfItself(&r):
			note = "the words in marks speak of their speaker as an account does"
		default:
			f.Level, f.Verdict = check.Info, check.Agree
		}
		f.Notes = append([]check.Line{{Label: "note", Text: note}}, lookIn(r.quote)...)
		out = append(out, f)
	}
	equal := func(i int) int { return rs[i].match.Equal }
	askOnce(out, func(i int) string { return rs[i].quote.Text }, equal)
	askOnce(out, func(i int) string { return strconv.Itoa(rs[i].article) + " " + strconv.Itoa(rs[i].account.article) }, equal)
	return out
}

// published reports whether what is quoted are the words of a publication, or
// of nobody whom the article names or describes.
func published(q *extract.Quote) bool {
	switch s := q.Speaker; {
	case s.IsZero() || s.Kind == extract.Unspecified:
		return true
	case words.Publication.In(text.Bare(s.Mention)):
		return true
	case text.Bare(s.Mention) == "it":
		return words.Publication.In(text.Bare(outside(*q)))
	}
	at := strings.LastIndexByte(q.Speaker.Name, '.') // "Bugle.example"
	return at > 0 && at+2 < len(q.Speaker.Name) && !strings.Contains(q.Speaker.Name, " ")
}

// verbatim reports whether an account has most of the words of a sentence in
// marks.
func verbatim(r *retelling) bool {
	const most, alike, content = 0.7, 0.8, 3
	m := r.match
	return m.Run >= leastVerbatim && m.Content >= content && m.Ratio() >= alike && r.covered() >= most
}

// tellsOfItself reports whether the words in marks and the account begin with
// the pronoun by which an account tells of its speaker: in marks the speaker
// would say "I" or "we".
func tellsOfItself(r *retelling) bool {
	m, a := r.match, r.account
	if m.A0 != 0 || m.B0 > 1 || a.item.InSentence.Start <= 0 {
		return false // "It is cold, Roe said": not of Roe
	}
	people := a.quote.Speaker.Kind == extract.Named && r.quote.Speaker.Kind == extract.Named
	switch r.words[0].Norm {
	case "he", "she":
		if !people {
			return false
		}
	case "it", "they":
		if people {
			return false
		}
	default:
		return false
	}
	// "it is clear that": "it" stands for nothing
	next := min(1, len(r.words)-1)
	if words.Impersonal.Has(r.words[next].Norm) {
		return false
	}
	who, _ := align.Speakers(r.quote.Speaker, a.quote.Speaker)
	return who != align.Other && a.words[m.B0].Norm == r.words[0].Norm
}
