package rules

import (
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
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
	Standard: "“Attribution … every quote must be attributed to the person who said it” (Reuters Handbook of Journalism, sourcing; AP, Telling the story: attribution).",
	Good:     `Bugle: “We will build it up again,” said Jane Roe, the mayor. Courier: “We will build it up again,” the mayor said.`,
	Bad:      `Bugle: “We will build the old mill up again,” said Jane Roe. Courier: “We will build the old mill up again,” said John Marlow.`,
	Level:    check.Error,
	Run:      quoteSpeakerConflict,
}

func quoteSpeakerConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		ks := only(x, func(k check.Contrast) bool {
			a, b := g.Members[k.A].Item, g.Members[k.B].Item
			return k.Speaker && k.Match.Content >= 3 && k.Match.Run >= 5 && sameBody(k) && !together(a, b) && (certain(a) || certain(b))
		})
		if len(ks) == 0 {
			continue
		}
		f := check.Finding{
			Verdict: check.Conflict, Confidence: confidence(g.Score), Why: []string{"the same words"},
			Evidence: places(x, pick(x, ks, g.Pairs)), Subject: firstWords(x.Readings[ks[0].A].Value),
		}
		var names []string
		for _, r := range pick(x, ks, g.Pairs) {
			s := g.Members[r].Item.Speaker
			names = append(names, s.Name)
			f.Sides = append(f.Sides, align.Surname(s.Name))
			if !certain(g.Members[r].Item) {
				f.Confidence = min(f.Confidence, medium) // "he said": who he is was worked out
			}
		}
		f.Occasion = month(c, f.Evidence)
		f.Message = "the same words are given to " + list(names)
		f.Notes = []check.Line{{Label: "look for", Text: "a recording or a transcript: who spoke?"}}
		out = append(out, f)
	}
	return out
}

// certain reports whether the sentence of a quote names its speaker, so that
// no reading of "he" comes in between.
func certain(q extract.Quote) bool { return align.CalledByName(q.Speaker) }

// sameBody reports whether two quotes are one and the same through most of
// what they have in common.
func sameBody(k check.Contrast) bool { return k.Match.Ratio() >= 0.85 }

// firstWords names a quotation by its beginning.
func firstWords(s string) string {
	ws := strings.Fields(s)
	return strings.Join(ws[:min(6, len(ws))], " ")
}

// together reports whether two speakers may both have said it: one speaks for
// the other, or both are given in one of the sentences.
func together(a, b extract.Quote) bool {
	for _, q := range []extract.Quote{a, b} {
		t := text.Bare(q.Sentence + " " + q.Speaker.Mention + " " + q.Speaker.Role)
		for _, w := range []string{"spokes", "joint", "on behalf", "both said", "they said", "the two"} {
			if strings.Contains(t, w) {
				return true
			}
		}
	}
	return strings.Contains(text.Bare(a.Sentence), align.Surname(b.Speaker.Name)) ||
		strings.Contains(text.Bare(b.Sentence), align.Surname(a.Speaker.Name))
}
