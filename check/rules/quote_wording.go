package rules

import (
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
translations: info. So is what may as well be another sentence of the speaker.

What is compared is the sentence. Each wording is shown beside the one closest
to it; further outlets that have a wording already shown are info.

Known misses: two sentences that say the same in wholly different words; a
quotation of less than three words; a speaker whom one article does not name.`,
	Standard: "AP Stylebook, entry on quotations in the news: the words of a quotation are not altered, not even to mend grammar; Reuters Handbook of Journalism, quotes: marks hold the exact words.",
	Good:     `Bugle: “We analysed the data, and it’s clear,” Roe said. Courier: “We analyzed the data and it is clear,” said Roe.`,
	Bad:      `Bugle: “We had to put it back together,” Roe said. Courier: “We had put it back together,” said Roe.`,
	Level:    check.Error,
	Run:      quoteWording,
}

func quoteWording(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		want := func(k check.Contrast, ch words.Change) bool { return reworded(ch) && !hedgeLost(c, g, k, ch) }
		for _, s := range sitesOf(x, x.Contrasts, want) {
			f := s.finding(c, x, g)
			f.Level, f.Verdict = wordingLevel(g, s), check.Diverge
			if s.worst.Weight == words.Grave || f.Level == check.Error {
				f.Verdict = check.Conflict
			}
			if translation(s.Match) {
				f.Level, f.Verdict = check.Info, check.Diverge
				f.Notes = append(f.Notes, check.Line{Label: "weak", Text: "many words are exchanged one for one: perhaps two translations"})
			}
			f.Message = "one sentence of " + speakerOf(g) + " in two wordings: " + shown(g, s, true) + ", " + shown(g, s, false)
			if s.worst.Why != "" {
				f.Notes = append(f.Notes, check.Line{Label: "differs", Text: "in " + s.worst.Why})
			}
			f.Notes = append(f.Notes, lookIn(g.Members[s.A].Item, g.Members[s.B].Item)...)
			out = append(out, f)
		}
	}
	return out
}

// leastCut is how many words are gone where a reader speaks of a cut.
const leastCut = 3

// reworded reports whether a change is no mere cut.
func reworded(ch words.Change) bool {
	return ch.Left() < leastCut || ch.Weight == words.Grave && ch.Left() < 2*leastCut
}

// hedgeLost reports whether a change is one that quote-cut tells: "I believe" is
// gone.
func hedgeLost(c *check.Case, g *align.Group[extract.Quote], k check.Contrast, ch words.Change) bool {
	return ch.Left() > 0 && ch.Left() < leastCut && ch.Weight < words.Grave && cutWords(c, g, k, ch) != nil
}

// wordingLevel says how much a pair of wordings asks of an editor. Where most
// words are exchanged, or the stretch is a small part of both, it may be another
// sentence of the same speaker: info.
func wordingLevel(g *align.Group[extract.Quote], s site) check.Level {
	a, b := g.Members[s.A].Item, g.Members[s.B].Item
	who, _ := align.Speakers(a.Speaker, b.Speaker)
	whole := oneSentence(g, s, s.Match.Ratio())
	serious := s.worst.Weight >= words.Serious && whole
	switch {
	case s.again:
		return check.Info
	case serious && (s.worst.Weight == words.Grave && who == align.Same || a.Written && b.Written):
		return check.Error
	case serious, a.Written && b.Written && whole:
		return check.Warning
	}
	return check.Info
}

// oneSentence reports whether two readings are so much alike that they must be
// two wordings of one sentence: ratio of the words between the first and the
// last that they share are the same.
func oneSentence(g *align.Group[extract.Quote], s site, ratio float64) bool {
	const reach, least = 0.7, 0.66 // of the shorter reading
	m := s.Match
	na, nb := len(align.Words(g.Members[s.A].Item)), len(align.Words(g.Members[s.B].Item))
	covered := float64(m.A1-m.A0) / float64(na)
	if nb < na {
		covered = float64(m.B1-m.B0) / float64(nb)
	}
	return (m.Content >= 2 || m.Equal >= 4 && changed(m) == 1) && ratio >= least && (covered >= reach || m.Run >= 8)
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
	return n >= 2 && m.Equal >= 8 && m.Ratio() < 0.85
}
