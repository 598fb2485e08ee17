package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// QuoteSpeakerConflict finds the same words given to two people.
var QuoteSpeakerConflict = &check.Rule{
	Name: "quote-speaker-conflict",
	Doc: `The same words, another speaker

Two outlets quote the same six words or more and name two people who said
them. One of the names is wrong, unless both spoke together: joint statements
and a spokesperson beside the principal are left alone, and so are slogans and
a speaker whom one article gives by post or not at all. Where one of the two
speaks for others elsewhere in the story, it is info.

Known misses: a wrong name whose surname is that of the right one.`,
	Standard: "SPJ Code of Ethics: identify sources clearly; general editorial practice: words are given to the person who said them.",
	Good:     `Bugle: “We will build it up again,” said Jane Roe, the mayor. Courier: “We will build it up again,” the mayor said.`,
	Bad:      `Bugle: “We will build the old mill up again,” said Jane Roe. Courier: “We will build the old mill up again,” said John Marlow.`,
	Level:    check.Error,
	Run:      quoteSpeakerConflict,
}

func quoteSpeakerConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	who := castOf(c)
	var names []string // who is taken for whom is asked once
	var shared []int   // words
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		var all []matched
		for _, k := range x.Contrasts {
			if k.Speaker && who.conflicting(c, g, k) {
				all = append(all, who.matched(c, g, k))
			}
		}
		if len(all) == 0 {
			continue
		}
		shown, whom := onePerSpeaker(x, g, all)
		lead := all[0]
		rest := fault{also: notShown(all, shown, func(matched, int) bool { return true })}
		f := check.Finding{
			Level: lead.level, Verdict: check.Conflict, Confidence: lead.confidence, Why: []string{"the same words"},
			Evidence: places(x, shown), Also: rest.pairs(x), Occasion: c.Month,
			Subject: firstWords(min(x.Readings[lead.A].Value, x.Readings[lead.B].Value)),
			Message: "the same words are given to " + strings.Join(whom, " and to "),
			Notes:   lookIn(wholeOf(c, g.Members[lead.A]), wholeOf(c, g.Members[lead.B])),
		}
		for _, r := range shown {
			f.Sides = append(f.Sides, surnameOf(g, r))
		}
		names = append(names, strings.Join(slices.Sorted(slices.Values(f.Sides)), "\x00"))
		shared = append(shared, lead.Match.Equal)
		out = append(out, f)
	}
	askOnce(out, func(i int) string { return names[i] }, func(i int) int { return shared[i] })
	for i := range out {
		if out[i].Level == check.Info {
			out[i].Verdict = check.Diverge // perhaps one of the names is misread
		}
	}
	return out
}

// matched says how sure it is that two quotes name two people.
func (w *cast) matched(c *check.Case, g *align.Group[extract.Quote], k check.Contrast) matched {
	a, b := wholeOf(c, g.Members[k.A]), wholeOf(c, g.Members[k.B])
	m := matched{Contrast: k, confidence: quoteChance(k.Match), level: check.Error}
	switch {
	case w.speaksFor(a.Speaker, b.Speaker):
		m.confidence, m.level = low, check.Info // both may have said it
	case !beside(a) || !beside(b) || !person(a.Speaker) && !person(b.Speaker) || w.neverBySurname(c, a.Speaker) || w.neverBySurname(c, b.Speaker):
		m.confidence, m.level = min(m.confidence, low), check.Info // the words before or after were searched for a name
	case !certain(a) || !certain(b) || !person(a.Speaker) || !person(b.Speaker):
		m.confidence, m.level = min(m.confidence, medium), check.Info // who "he" is was worked out; a lone word may be no name
	}
	return m
}

// onePerSpeaker returns for each speaker of contrasts a reading and the name:
// of those that are surest the ones with most words in common lead.
func onePerSpeaker(x *check.Comparison, g *align.Group[extract.Quote], all []matched) (readings []int, whom []string) {
	said := func(m matched) string {
		a, b := x.Readings[m.A].Value, x.Readings[m.B].Value
		return min(a, b) + "\x00" + max(a, b)
	}
	slices.SortStableFunc(all, func(a, b matched) int {
		return cmp.Or(b.level.Rank()-a.level.Rank(), cmp.Compare(b.confidence, a.confidence), b.Match.Equal-a.Match.Equal, cmp.Compare(said(a), said(b)))
	})
	seen := map[string]bool{}
	for _, m := range all {
		if m.level != all[0].level {
			break // what is less sure does not weaken it
		}
		for _, r := range []int{m.A, m.B} {
			if own := surnameOf(g, r); !seen[own] {
				seen[own] = true
				readings, whom = append(readings, r), append(whom, g.Members[r].Item.Speaker.Name)
			}
		}
	}
	return readings, whom
}

func surnameOf(g *align.Group[extract.Quote], r int) string {
	return align.Surname(g.Members[r].Item.Speaker.Name)
}

// conflicting reports whether two quotes are one and the same through most of
// what they have in common, and their speakers two people by name.
func (w *cast) conflicting(c *check.Case, g *align.Group[extract.Quote], k check.Contrast) bool {
	a, b := wholeOf(c, g.Members[k.A]), wholeOf(c, g.Members[k.B])
	m := k.Match
	alike := m.Content >= 3 && m.Run >= 5 && (m.Ratio() >= 0.85 || m.Run >= 8) || m.Content >= 1 && m.Run >= 7 && len(m.Changes) == 0
	return alike && !together(a, b) && !names(a.Speaker.Name, b.Speaker) && !names(b.Speaker.Name, a.Speaker) && !firstName(a.Speaker, b.Speaker) &&
		!titled(a.Text, a.Speaker) && !titled(b.Text, b.Speaker) && // nobody says "Mr. Roe" of himself
		w.someone(a.Speaker) && w.someone(b.Speaker) && surely(a, b) && (len(m.Changes) == 0 || !w.speaksFor(a.Speaker, b.Speaker))
}

// speaksFor reports whether one of two people speaks for others, and so perhaps
// for the other one.
func (w *cast) speaksFor(a, b extract.Speaker) bool { return w.spokesman(a, b) || w.spokesman(b, a) }

// surely reports whether no reading of "he" or of a lone word comes between two
// quotes and their speakers.
func surely(a, b extract.Quote) bool {
	return certain(a) && certain(b) || person(a.Speaker) && person(b.Speaker) && (certain(a) || certain(b))
}

// beside reports whether the speaker stands beside the words and a verb of
// speech with it: “…,” said Roe.
func beside(q extract.Quote) bool {
	const most = 60 // bytes between the two
	sp := q.Speaker.Span
	if q.Cue.Empty() || sp.Empty() || q.Unclosed {
		return false
	}
	for _, p := range q.Parts {
		if sp.Start >= p.End && sp.Start-p.End <= most || p.Start >= sp.End && p.Start-sp.End <= most || p.Overlaps(sp) {
			return true
		}
	}
	return false
}

// person reports whether a speaker is given by two names, or by a title and
// one: a single capital word may be anything.
func person(s extract.Speaker) bool {
	return len(strings.Fields(s.Name)) >= 2 || len(strings.Fields(s.Mention)) >= 2 && align.CalledByName(s)
}

// certain reports whether the sentence of a quote names its speaker, so that
// no reading of "he" comes in between.
func certain(q extract.Quote) bool { return align.CalledByName(q.Speaker) }

// firstWords names a quotation by its beginning.
func firstWords(s string) string {
	ws := strings.Fields(s)
	return strings.Join(ws[:min(6, len(ws))], " ")
}

// together reports whether two speakers may both have said it: one speaks for
// the other, or both are given in one of the sentences.
func together(a, b extract.Quote) bool {
	for _, q := range []extract.Quote{a, b} {
		if words.Together.In(text.Bare(outside(q) + " " + q.Speaker.Mention + " " + q.Speaker.Role)) {
			return true
		}
	}
	return names(outside(a), b.Speaker) || names(outside(b), a.Speaker)
}

// titled reports whether a text names a person with a title: the speaker is
// somebody else.
func titled(s string, who extract.Speaker) bool {
	own, before := align.Surname(who.Name), ""
	for _, t := range text.Tokens(s) {
		if t.Kind != text.Word {
			continue
		}
		w := strings.TrimSuffix(text.Bare(t.Of(s)), "'s")
		if w == own && words.Honorific(before) {
			return true
		}
		before = w
	}
	return false
}

// firstName reports whether one speaker is given by what may be the first name
// of the other: "Comedian Jane", "Jane Roe".
func firstName(a, b extract.Speaker) bool {
	first := func(s extract.Speaker) string { w, _, _ := strings.Cut(text.Bare(s.Name), " "); return w }
	return align.Surname(a.Name) == first(b) || align.Surname(b.Name) == first(a)
}

// outside returns the sentence of a quote without the quote.
func outside(q extract.Quote) string {
	s, in := q.Sentence, q.InSentence
	if in.Start < 0 || in.End > len(s) || in.Start > in.End {
		return s
	}
	return s[:in.Start] + " " + s[in.End:]
}

// names reports whether a text has the surname of a speaker.
func names(s string, who extract.Speaker) bool {
	own := align.Surname(who.Name)
	for _, t := range text.Tokens(s) {
		if strings.TrimSuffix(text.Bare(t.Of(s)), "'s") == own {
			return true
		}
	}
	return false
}
