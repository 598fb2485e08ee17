package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// HeadlineQuoteMismatch finds a headline's quotation that the body has in
// other words.
var HeadlineQuoteMismatch = &check.Rule{
	Name: "headline-quote-mismatch",
	Doc: `A quotation in the headline whose words the body does not have

The headline puts four words or more between marks, the body quotes the same
sentence, and a word with content, a number or a negation is another one or is
added, or a negation is gone. A headline may shorten: what it leaves out at
either end, and other words cut from the middle, are no fault, nor are
articles, fillers and inflection. A warning where they differ in two places or
in much of what is quoted: that may be another sentence. One to three words in
marks that no quotation and no indirect speech of the text has are info.
Articles under 120 words are left alone: they are cut off.

Known misses: a quotation that the body does not have in marks at all; words
that the headline adds before or after.`,
	Standard: "Editors’ Code of Practice, clause 1: a headline is supported by the text below it; AP Stylebook, quotations in the news: quotations are never altered, not even to mend grammar.",
	Good:     `Headline: “We will rebuild the mill”. Text: … “We will rebuild the old mill by spring,” Roe said …`,
	Bad:      `Headline: “We will sell the mill”. Text: … “We will rebuild the mill,” Roe said …`,
	Level:    check.Error,
	Run:      headlineQuoteMismatch,
}

// leastHeadline is how many words of a headline's quotation are compared.
const leastHeadline = 4

func headlineQuoteMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		if c.Articles[i].Words > 0 && c.Articles[i].Words < stub {
			continue
		}
		for _, h := range c.Items[i].Quotes {
			if h.Part != extract.Title || h.Form == extract.Indirect {
				continue
			}
			ws := align.Words(h)
			if len(ws) < leastHeadline {
				if f, ok := unquoted(i, c.Items[i], h, ws); ok {
					out = append(out, f)
				}
				continue
			}
			if len(ws) > mostHeadline {
				continue
			}
			if q, m, ok := misquoted(c.Items[i], ws); ok {
				out = append(out, headlineFinding(i, h, q, ws, m))
			}
		}
	}
	return out
}

// unquoted finds a few words in a headline's marks that nobody says in the text,
// which quotes somebody: the marks may be the headline's own.
func unquoted(article int, items extract.Items, h extract.Quote, ws []words.Word) (check.Finding, bool) {
	if !slices.ContainsFunc(ws, func(w words.Word) bool { return !w.Light }) {
		return check.Finding{}, false
	}
	quotes := false
	for _, q := range items.Quotes {
		if q.Part == extract.Title {
			continue
		}
		quotes = quotes || q.Form != extract.Indirect
		if m := words.Compare(ws, words.Split(q.Text)); m.Equal == len(ws) && m.Weight() < words.Grave {
			return check.Finding{}, false
		}
	}
	f := one(article, h.Item, firstWords(h.Text), "no quotation of the text has the headline’s "+wordsAt(h.Text, ws, 0, len(ws), 0))
	f.Level, f.Verdict, f.Confidence = check.Info, check.Alone, low
	return f, quotes
}

// mostHeadline bounds a quotation in a headline: what is longer is no headline
// but a paragraph that was taken for one.
const mostHeadline = 40

// misquoted returns the quotation of the body that ws is taken from and how it
// differs, if none has its words.
func misquoted(items extract.Items, ws []words.Word) (extract.Quote, words.Match, bool) {
	var best extract.Quote
	var match words.Match
	found := false
	for _, q := range items.Quotes {
		if q.Part == extract.Title || q.Form == extract.Indirect {
			continue
		}
		m := words.Compare(ws, align.Words(q))
		if _, differs := exchanged(m); m.A1-m.A0 == len(ws) && !differs {
			return best, match, false
		}
		if m.Equal > match.Equal {
			best, match, found = q, m, true
		}
	}
	if !found || match.Equal < 3 || match.Content < 1 || match.Likeness() < 0.6 || match.A1-match.A0 < len(ws) {
		return best, match, false
	}
	ch, ok := exchanged(match)
	return best, match, ok && !saysToo(items, ws[ch.A0:ch.A1])
}

// exchanged returns the gravest change of a headline's quotation that is not
// mere shortening.
func exchanged(m words.Match) (words.Change, bool) {
	var out words.Change
	for _, ch := range m.Changes {
		shorter := ch.A0 == ch.A1 && (ch.Why != "a negation" || ch.B1-ch.B0 > 2)
		if !shorter && ch.Weight >= words.Serious && ch.Weight > out.Weight {
			out = ch
		}
	}
	return out, out.Weight > 0
}

// saysToo reports whether a sentence of the body that holds an item has ws,
// two or more words, in a row.
func saysToo(items extract.Items, ws []words.Word) bool {
	if len(ws) < 2 {
		return false
	}
	want := strings.Join(words.Norms(ws), " ")
	for _, q := range items.Quotes {
		if q.Part != extract.Title && strings.Contains(strings.Join(words.Norms(words.Split(q.Text)), " "), want) {
			return true
		}
	}
	return false
}

func headlineFinding(article int, h, q extract.Quote, ws []words.Word, m words.Match) check.Finding {
	body := align.Words(q)
	ch, _ := exchanged(m)
	has, had := strings.Join(words.Norms(ws[ch.A0:ch.A1]), " "), strings.Join(words.Norms(body[ch.B0:ch.B1]), " ")
	message := "the headline quotes " + quoted(has, 40) + ", the text " + quoted(had, 40)
	switch {
	case has == "":
		message = "the headline leaves " + quoted(had, 40) + " out of a quotation"
	case had == "":
		message = "the headline adds " + quoted(has, 40) + " to a quotation"
	}
	f := one(article, h.Item, firstWords(h.Text), message)
	f.Evidence = append(f.Evidence, check.Evidence{Article: article, Item: q.Item})
	f.Sides = []string{strings.Join(words.Norms(ws), " "), strings.Join(words.Norms(body[m.B0:m.B1]), " ")}
	if m.Likeness() < 0.75 || len(m.Changes) > 1 {
		f.Level, f.Confidence = check.Warning, medium
	}
	return f
}
