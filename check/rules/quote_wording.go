package rules

import (
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// QuoteWording finds one sentence of one speaker in two wordings.
var QuoteWording = &check.Rule{
	Name: "quote-wording",
	Doc: `One sentence of one speaker, quoted in different words

Quotation marks promise the speaker's own words. Where two outlets put the
same sentence of the same speaker between marks and the words are not the
same, at least one of them has not kept the promise.

No difference: capitals, marks, serial commas, British and American spelling,
contractions, a cut that an ellipsis marks, words in brackets, an interruption
by "he said", an end that comes earlier. A number, a negation, a modal, a name
or an opposite is an error, and so is any word of a letter, a statement or a
post; a word with content is a warning; articles, fillers and endings of words
are two reporters' ears: info. Many words exchanged one for one are two
translations: info.

Known misses: two sentences that say the same in wholly different words; a
quotation of less than three words; a speaker whom one article does not name.`,
	Standard: "“Never alter quotations even to correct minor grammatical errors or word usage” (AP Stylebook, quotations in the news); “quotation marks … exact words” (Reuters Handbook of Journalism, quotes).",
	Good:     `Bugle: “We analysed the data, and it’s clear,” Roe said. Courier: “We analyzed the data and it is clear,” said Roe.`,
	Bad:      `Bugle: “We had to put it back together,” Roe said. Courier: “We had put it back together,” said Roe.`,
	Level:    check.Error,
	Run:      quoteWording,
}

func quoteWording(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		ks := only(x, func(k check.Contrast) bool { return !k.Speaker && len(rewordings(k.Match)) > 0 })
		if len(ks) == 0 {
			continue
		}
		worst := ks[0]
		for _, k := range ks {
			if k.Match.Weight() > worst.Match.Weight() {
				worst = k
			}
		}
		f := quoteFinding(c, x, g, ks, rewordings)
		f.Level, f.Verdict = wordingLevel(g, worst), worst.Verdict
		if translation(worst.Match) {
			f.Level, f.Verdict = check.Info, check.Diverge
			f.Notes = append(f.Notes, check.Line{Label: "weak", Text: "many words are exchanged one for one: perhaps two translations"})
		}
		who, a, b := speakerOf(g), shown(g, worst, true), shown(g, worst, false)
		f.Message = "one sentence of " + who + " in two wordings: " + a + ", " + b
		if worst.Why != "" {
			f.Notes = append(f.Notes, check.Line{Label: "differs", Text: "in " + worst.Why})
		}
		f.Notes = append(f.Notes, check.Line{Label: "look for", Text: "a recording, a transcript or the written text"})
		out = append(out, f)
	}
	return out
}

// rewordings returns the changes that are no mere cut.
func rewordings(m words.Match) []words.Change {
	var out []words.Change
	for _, k := range m.Changes {
		if k.Left() < leastCut || k.Weight == words.Grave {
			out = append(out, k)
		}
	}
	return out
}

// leastCut is how many words are gone where a reader speaks of a cut.
const leastCut = 3

func wordingLevel(g *align.Group[extract.Quote], k check.Contrast) check.Level {
	a, b := g.Members[k.A].Item, g.Members[k.B].Item
	who, _ := align.Speakers(a.Speaker, b.Speaker)
	w := words.Same
	for _, ch := range rewordings(k.Match) {
		w = max(w, ch.Weight)
	}
	switch {
	case w == words.Grave && who == align.Same, w >= words.Serious && a.Written && b.Written:
		return check.Error
	case w >= words.Serious, a.Written && b.Written:
		return check.Warning
	}
	return check.Info
}

// translation reports whether so many words are exchanged, one for one, that
// two people will have translated one sentence.
func translation(m words.Match) bool {
	n := 0
	for _, k := range m.Changes {
		if k.Weight == words.Grave {
			return false
		}
		if a, b := k.A1-k.A0, k.B1-k.B0; a > 0 && b > 0 && k.Weight == words.Serious {
			n++
		}
	}
	return n >= 3 && m.Ratio() < 0.85
}

// quoteFinding fills in what findings about the words of quotes have in
// common. The sides are known by the words that differ.
func quoteFinding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote], ks []check.Contrast, of func(words.Match) []words.Change) check.Finding {
	f := check.Finding{Subject: g.Key, Confidence: confidence(g.Score), Why: x.Why, Evidence: places(x, pick(x, ks))}
	for _, k := range ks {
		wa, wb := align.Words(g.Members[k.A].Item), align.Words(g.Members[k.B].Item)
		for _, ch := range of(k.Match) {
			f.Sides = append(f.Sides, neighbourhood(wa, ch.A0, ch.A1), neighbourhood(wb, ch.B0, ch.B1))
		}
	}
	for _, m := range g.Members {
		if o := m.Item.Occasion; !o.From.IsZero() && (f.Occasion == "" || o.From.Format("2006-01") < f.Occasion) {
			f.Occasion = o.From.Format("2006-01")
		}
	}
	if f.Occasion == "" {
		f.Occasion = month(c, f.Evidence)
	}
	return f
}

// neighbourhood returns the words [from, to) and one on each side.
func neighbourhood(ws []words.Word, from, to int) string {
	return strings.Join(words.Norms(ws[max(from-1, 0):min(to+1, len(ws))]), " ")
}

func speakerOf(g *align.Group[extract.Quote]) string {
	if g.Subject == "" {
		return "a speaker"
	}
	return g.Subject
}

// shown returns the words of one side around its gravest change, as printed.
func shown(g *align.Group[extract.Quote], k check.Contrast, first bool) string {
	var at words.Change
	for _, ch := range k.Match.Changes {
		if ch.Weight > at.Weight {
			at = ch
		}
	}
	q, from, to := g.Members[k.A].Item, at.A0, at.A1
	if !first {
		q, from, to = g.Members[k.B].Item, at.B0, at.B1
	}
	const around, most = 2, 8
	ws := align.Words(q)
	from, to = max(from-around, 0), min(min(to, from+most)+around, len(ws))
	if from >= to {
		return quoted(q.Text, 60)
	}
	return quoted(q.Text[ws[from].Start:ws[to-1].End], 80)
}
