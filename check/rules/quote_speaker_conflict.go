package rules

import (
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
a speaker whom one article gives by post or not at all.

Known misses: a wrong name whose surname is that of the right one.`,
	Standard: "Reuters Handbook of Journalism, sourcing: words are attributed to the person who said them; AP, Telling the story, attribution.",
	Good:     `Bugle: “We will build it up again,” said Jane Roe, the mayor. Courier: “We will build it up again,” the mayor said.`,
	Bad:      `Bugle: “We will build the old mill up again,” said Jane Roe. Courier: “We will build the old mill up again,” said John Marlow.`,
	Level:    check.Error,
	Run:      quoteSpeakerConflict,
}

func quoteSpeakerConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	who := castOf(c)
	pairs := map[string]bool{} // of names: who is taken for whom is asked once
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		for _, k := range perPair(g, only(x, func(k check.Contrast) bool { return k.Speaker && who.conflicting(c, g, k) })) {
			a, b := wholeOf(c, g.Members[k.A]), wholeOf(c, g.Members[k.B])
			f := check.Finding{
				Verdict: check.Conflict, Confidence: confidence(g.Score), Why: []string{"the same words"},
				Evidence: []check.Evidence{x.Readings[k.A].Evidence, x.Readings[k.B].Evidence},
				Subject:  firstWords(min(x.Readings[k.A].Value, x.Readings[k.B].Value)),
				Sides:    []string{align.Surname(a.Speaker.Name), align.Surname(b.Speaker.Name)},
				Message:  "the same words are given to " + a.Speaker.Name + " and to " + b.Speaker.Name,
				Notes:    lookIn(a, b),
			}
			switch {
			case !beside(a) || !beside(b) || !person(a.Speaker) && !person(b.Speaker) || who.neverBySurname(c, a.Speaker) || who.neverBySurname(c, b.Speaker):
				f.Confidence, f.Level = low, check.Info // the words before or after were searched for a name
			case !certain(a) || !certain(b) || !person(a.Speaker) || !person(b.Speaker):
				f.Confidence, f.Level = min(f.Confidence, medium), check.Info // who "he" is was worked out; a lone word may be no name
			}
			key := min(f.Sides[0], f.Sides[1]) + "\x00" + max(f.Sides[0], f.Sides[1])
			if k.Hedged || pairs[key] {
				f.Level = check.Info
			}
			pairs[key] = pairs[key] || f.Level != check.Info
			f.Occasion = month(c, x.Readings)
			out = append(out, f)
		}
	}
	return out
}

// conflicting reports whether two quotes are one and the same through most of
// what they have in common, and their speakers two people by name.
func (w *cast) conflicting(c *check.Case, g *align.Group[extract.Quote], k check.Contrast) bool {
	a, b := wholeOf(c, g.Members[k.A]), wholeOf(c, g.Members[k.B])
	m := k.Match
	alike := m.Content >= 3 && m.Run >= 5 && (m.Ratio() >= 0.85 || m.Run >= 8) || m.Content >= 1 && m.Run >= 7 && len(m.Changes) == 0
	return alike && !together(a, b) && !names(a.Speaker.Name, b.Speaker) && !names(b.Speaker.Name, a.Speaker) && !firstName(a.Speaker, b.Speaker) && !w.spokesman(a.Speaker, b.Speaker) && !w.spokesman(b.Speaker, a.Speaker) &&
		!titled(a.Text, a.Speaker) && !titled(b.Text, b.Speaker) && // nobody says "Mr. Roe" of himself
		(certain(a) && certain(b) || person(a.Speaker) && person(b.Speaker) && (certain(a) || certain(b)))
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

// perPair returns for each two names the contrast that is most of the words,
// and one for each article that is in none.
func perPair(g *align.Group[extract.Quote], ks []check.Contrast) []check.Contrast {
	slices.SortStableFunc(ks, func(a, b check.Contrast) int { return b.Match.Equal - a.Match.Equal })
	pairs, articles := map[string]bool{}, map[int]bool{}
	var out []check.Contrast
	for _, k := range ks {
		names := []string{align.Surname(g.Members[k.A].Item.Speaker.Name), align.Surname(g.Members[k.B].Item.Speaker.Name)}
		slices.Sort(names)
		key := strings.Join(names, "\x00")
		p, q := g.Members[k.A].Article, g.Members[k.B].Article
		if pairs[key] && articles[p] && articles[q] || len(out) >= morePairs {
			continue
		}
		k.Hedged = pairs[key] // shown again, for another article
		pairs[key], articles[p], articles[q] = true, true, true
		out = append(out, k)
	}
	return out
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
		t := text.Bare(outside(q) + " " + q.Speaker.Mention + " " + q.Speaker.Role)
		for _, w := range []string{"spokes", "joint", "on behalf", "both said", "they said", "the two", "statement from", "aide", "lawyer for", "attorney for"} {
			if strings.Contains(t, w) {
				return true
			}
		}
	}
	return names(outside(a), b.Speaker) || names(outside(b), a.Speaker)
}

// wholeOf returns the quote of the article that a member is a sentence of: what
// stands around it.
func wholeOf(c *check.Case, m align.Member[extract.Quote]) extract.Quote {
	for _, q := range c.Items[m.Article].Quotes {
		if q.Form != extract.Indirect && q.Span.Covers(m.Item.Span) {
			return q
		}
	}
	return m.Item
}

// A cast is what the articles of a story say of their speakers, looked up
// once.
type cast struct {
	roles  map[string][]string // by surname, of those who speak for somebody
	places map[string]bool     // answers of neverBySurname, by first name and surname
}

func castOf(c *check.Case) *cast {
	w := &cast{roles: map[string][]string{}, places: map[string]bool{}}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s := &c.Items[i].Quotes[k].Speaker
			role := text.Bare(s.Role + " " + s.Mention)
			if s.Name == "" || !words.SpeaksFor(role) {
				continue
			}
			if own := align.Surname(s.Name); !slices.Contains(w.roles[own], role) {
				w.roles[own] = append(w.roles[own], role)
			}
		}
	}
	return w
}

// spokesman reports whether some article of the story gives a person as
// speaking for another, or for somebody it does not say.
func (w *cast) spokesman(who, principal extract.Speaker) bool {
	return slices.ContainsFunc(w.roles[align.Surname(who.Name)], func(role string) bool {
		return !strings.Contains(role, " for ") || names(role, principal)
	})
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

// neverBySurname reports whether the story names a speaker in more than one
// sentence and in none by the surname alone: so it names places, papers and
// posts, and seldom persons.
func (w *cast) neverBySurname(c *check.Case, who extract.Speaker) bool {
	own := align.Surname(who.Name)
	first, _, _ := strings.Cut(text.Bare(who.Name), " ")
	out, known := w.places[first+"\x00"+own]
	if !known {
		out = neverAlone(c, first, own)
		w.places[first+"\x00"+own] = out
	}
	return out
}

// neverAlone is neverBySurname for a first name and a surname.
func neverAlone(c *check.Case, first, own string) bool {
	seen := map[string]bool{}
	for i := range c.Items {
		for k := range c.Items[i].Quotes {
			s, before := c.Items[i].Quotes[k].Sentence, ""
			for _, t := range text.Tokens(s) {
				w := strings.TrimSuffix(text.Bare(t.Of(s)), "'s")
				if w == own && before != first {
					return false
				}
				if w == own {
					seen[s] = true
				}
				if t.Kind == text.Word {
					before = w
				}
			}
		}
	}
	return len(seen) > 1 && first != own
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
