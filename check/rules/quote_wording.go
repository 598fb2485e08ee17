package rules

import (
	"slices"
	"strconv"

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
translations: info; so are words of somebody whose post says that another
language is spoken there ("the Greek president"). So is what may as well be
another sentence of the speaker.

What is compared is the sentence: one finding for each, with one place for each
wording, whatever the number of outlets that have it.

Known misses: two sentences that say the same in wholly different words; a
quotation of less than three words; a speaker whom one article does not name.`,
	Standard: "AP Stylebook, quotations in the news: quotations are never altered, not even to mend grammar; Reuters Handbook of Journalism, style guide, quotations: nothing in quotation marks is altered.",
	Good:     `Bugle: “We analysed the data, and it’s clear,” Roe said. Courier: “We analyzed the data and it is clear,” said Roe.`,
	Bad:      `Bugle: “We had to put it back together,” Roe said. Courier: “We had put it back together,” said Roe.`,
	Level:    check.Error,
	Run:      quoteWording,
}

func quoteWording(c *check.Case) []check.Finding {
	var out []check.Finding
	foreign := foreigners(c)
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		sites := sitesOf(x, g, func(k check.Contrast, ch words.Change) bool { return reworded(ch) && !hedgeLost(c, g, k, ch) })
		for _, ft := range faultsOf(x, weigh(g, sites, func(s site) float64 { return s.Match.Ratio() }, func(s site) check.Level { return wordingLevel(g, s, foreign) })) {
			f := quoteFinding(c, x, g, &ft)
			var notes []check.Line
			switch {
			case translation(ft.lead.Match):
				notes = append(notes, check.Line{Label: "weak", Text: "many words are exchanged one for one: perhaps two translations"})
			case translated(g, ft.lead, foreign):
				notes = append(notes, check.Line{Label: "weak", Text: "the speaker's language may be another: perhaps two translations"})
			case ft.lead.worst.Weight == words.Grave || f.Level == check.Error:
				f.Verdict = check.Conflict
			}
			if ft.lead.Speaker {
				notes = append(notes, check.Line{Label: "weak", Text: "the articles give these words to two people"})
			}
			if why := ft.lead.worst.Why; why != "" {
				notes = append(notes, check.Line{Label: "differs", Text: "in " + why})
			}
			f.Notes = append(notes, f.Notes...)
			f.Message = "one sentence of " + speakerOf(g) + " in " + count(len(ft.shown)) + " wordings: " + shown(g, &ft)
			out = append(out, f)
		}
	}
	return out
}

// count writes how many sides there are.
func count(n int) string {
	if n == 2 {
		return "two"
	}
	return strconv.Itoa(n)
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

// wordingLevel says how much two wordings of one sentence ask of an editor.
func wordingLevel(g *align.Group[extract.Quote], s site, foreign map[string]bool) check.Level {
	a, b := g.Members[s.A].Item, g.Members[s.B].Item
	who, _ := align.Speakers(a.Speaker, b.Speaker)
	written := a.Written && b.Written
	switch {
	case translation(s.Match), translated(g, s, foreign):
		return check.Info
	case s.worst.Weight == words.Grave && who == align.Same, s.worst.Weight >= words.Serious && written:
		return check.Error
	case s.worst.Weight >= words.Serious, written:
		return check.Warning
	}
	return check.Info
}

// oneSentence reports whether two readings are so much alike that they must be
// two wordings of one sentence: alike of the words between the first and the
// last that they share are the same. Where most are exchanged, or the stretch
// is a small part of both, it may be another sentence of the same speaker.
func oneSentence(g *align.Group[extract.Quote], s site, alike float64) bool {
	const reach, least, longRun = 0.7, 0.66, 8 // of the shorter reading; words in a row
	m := s.Match
	a, b := align.Words(g.Members[s.A].Item), align.Words(g.Members[s.B].Item)
	na, nb := len(a), len(b)
	covered := float64(m.A1-m.A0) / float64(na)
	if nb < na {
		covered = float64(m.B1-m.B0) / float64(nb)
	}
	if m.Run < longRun && 2*m.Content < min(contentOf(a), contentOf(b)) {
		return false // "are informed by the values the …", "are informed by the company about …"
	}
	return m.Equal >= 4 && (m.Content >= 2 || changed(m) == 1) && alike >= least && (covered >= reach || m.Run >= longRun)
}

// contentOf counts the words of content.
func contentOf(ws []words.Word) int {
	n := 0
	for _, w := range ws {
		if !w.Light && !w.Added {
			n++
		}
	}
	return n
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

// translated reports whether nothing grave differs in the words of somebody
// whose language is another.
func translated(g *align.Group[extract.Quote], s site, foreign map[string]bool) bool {
	return s.worst.Weight < words.Grave && (foreign[surnameOf(g, s.A)] || foreign[surnameOf(g, s.B)])
}

// foreigners are the surnames of those who the story says speak for a country
// or a people of another language: "Greek President Roe".
func foreigners(c *check.Case) map[string]bool {
	out := map[string]bool{}
	add := func(name, post string) {
		if name != "" && slices.ContainsFunc(words.Plain(post), words.Foreign) {
			out[align.Surname(name)] = true
		}
	}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s := &c.Items[i].Quotes[k].Speaker
			add(s.Name, s.Role)
			add(s.Name, s.Mention)
		}
		for k := range c.Items[i].Names {
			n := &c.Items[i].Names[k]
			for _, f := range n.Facts {
				if f.Kind == extract.RoleFact {
					add(n.Name, f.Value)
				}
			}
		}
	}
	return out
}
