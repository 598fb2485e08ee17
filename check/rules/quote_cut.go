package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// QuoteCut finds words that one outlet leaves out of a quotation unmarked.
var QuoteCut = &check.Rule{
	Name: "quote-cut",
	Doc: `Words silently dropped from a quotation

A quotation may be shortened, and an ellipsis says where. Words that are gone
from its middle without one make the speaker say what nobody heard: surest
where a qualifier or a negation goes ("I believe", "perhaps", "not"). An
interruption by "he said" marks no cut, nor does an ellipsis of the other
outlet. An early end is no fault, unless what is left out turns the sense: it
begins with "but", "although", "if", "unless", "except", "without". One before
a clause that explains or restricts ("because", "while", "who") is told as info.

A cut of three words and more, or of a qualifier, is found. It is a warning
where a qualifier or a negation is lost or the sense turns, else info. What the
same article quotes elsewhere is not left out.

Known misses: a cut that both outlets make; a cut at the beginning; a whole
sentence left out between two.`,
	Standard: "AP Stylebook, entry on the ellipsis: words left out of a quotation are marked, and nothing is left out that distorts the meaning.",
	Good:     `Bugle: “The mill is safe, and the stairs are new,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Bad:      `Bugle: “The mill is safe but nobody should live in it,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Level:    check.Warning,
	Run:      quoteCut,
}

func quoteCut(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		cut := func(k check.Contrast, ch words.Change) bool { return cutWords(c, g, k, ch) != nil }
		for _, s := range sitesOf(x, x.Contrasts, cut) {
			out = append(out, cutFinding(c, x, g, s, cutWords(c, g, s.Contrast, s.worst)))
		}
		for _, s := range earlyEnds(c, x, g) {
			f := cutFinding(c, x, g, s, leftOut(g, s))
			f.Level = check.Info
			if s.Match.Turned > 0 {
				if fromStart(g, s) && !s.again {
					f.Level = check.Warning
				}
				f.Notes = append(f.Notes, check.Line{Label: "note", Text: "what is left out turns the sense"})
			}
			out = append(out, f)
		}
	}
	return out
}

func cutFinding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote], s site, lost []words.Word) check.Finding {
	f := s.finding(c, x, g)
	f.Level, f.Verdict = check.Info, check.Diverge
	if words.Qualifies(lost) && !s.again && oneSentence(g, s, s.Match.Likeness()) {
		f.Level = check.Warning
	}
	f.Sides = append(f.Sides, strings.Join(words.Norms(lost), " "))
	long := g.Members[s.A].Item
	if s.worst.A1 == s.worst.A0 {
		long = g.Members[s.B].Item
	}
	f.Message = "words of " + speakerOf(g) + " are left out unmarked: " + quoted(long.Text[lost[0].Start:lost[len(lost)-1].End], 80)
	f.Notes = lookIn(g.Members[s.A].Item, g.Members[s.B].Item)
	return f
}

// cutWords returns the words that a change leaves out, if that is a cut that
// the shorter article does not make good elsewhere.
func cutWords(c *check.Case, g *align.Group[extract.Quote], k check.Contrast, ch words.Change) []words.Word {
	n := ch.Left()
	if n == 0 || ch.Weight == words.Grave && n < leastCut {
		return nil
	}
	long, short, from, to := g.Members[k.A], g.Members[k.B], ch.A0, ch.A1
	if ch.A0 == ch.A1 {
		long, short, from, to = short, long, ch.B0, ch.B1
	}
	ws := align.Words(long.Item)[from:to]
	if n < leastCut && !words.Qualifies(ws) || carries(c, short.Article, ws) {
		return nil
	}
	return ws
}

// earlyEnds returns the pairs of quotations of which one ends before a clause
// that turns, explains or restricts: for each clause the shortest pair, and a
// pair for each article that is in none, marked as shown again.
func earlyEnds(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote]) []site {
	var all []site
	for _, k := range slices.Concat(x.Contrasts, x.Ends) {
		m := k.Match
		if m.Ended == 0 || k.Speaker {
			continue
		}
		s := site{Contrast: k, worst: words.Change{A0: m.A1, A1: m.A1 + m.Ended, B0: m.B1, B1: m.B1, Weight: words.Light}}
		short := g.Members[k.B].Article
		if m.EndedIn == 1 {
			s.worst.A1, s.worst.B1, short = m.A1, m.B1+m.Ended, g.Members[k.A].Article
		}
		if m.Turned > 0 {
			s.worst.Weight = words.Serious
		}
		s.changes = []words.Change{s.worst}
		if !carries(c, short, leftOut(g, s)) {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b site) int { return compareSites(x, a, b) })
	var out []site
	clauses, articles := map[string]bool{}, map[int]bool{}
	for _, s := range all {
		ws := leftOut(g, s)
		key := strings.Join(words.Norms(ws[:min(4, len(ws))]), " ")
		p, q := g.Members[s.A].Article, g.Members[s.B].Article
		s.again = clauses[key]
		if s.again && articles[p] && articles[q] || len(out) >= morePairs {
			continue
		}
		clauses[key], articles[p], articles[q] = true, true, true
		out = append(out, s)
	}
	return out
}

// fromStart reports whether two readings begin with the same words or have
// many: of a phrase from the middle of a sentence nobody expects the end.
func fromStart(g *align.Group[extract.Quote], s site) bool {
	const many = 8
	begins := func(r, at int) bool { return at == 0 || align.Words(g.Members[r].Item)[at].Begins }
	return s.Match.Equal >= many || begins(s.A, s.Match.A0) && begins(s.B, s.Match.B0)
}

// leftOut returns the words of the change of a site.
func leftOut(g *align.Group[extract.Quote], s site) []words.Word {
	if s.worst.A1 > s.worst.A0 {
		return align.Words(g.Members[s.A].Item)[s.worst.A0:s.worst.A1]
	}
	return align.Words(g.Members[s.B].Item)[s.worst.B0:s.worst.B1]
}

// carries reports whether an article quotes ws anywhere.
func carries(c *check.Case, article int, ws []words.Word) bool {
	for _, q := range c.Items[article].Quotes {
		if q.Form == extract.Indirect {
			continue
		}
		m := words.Compare(ws, align.Words(q))
		if m.Run >= 3 && m.Equal*4 >= 3*len(ws) || len(ws) < 3 && m.Equal == len(ws) && len(ws) == 2 {
			return true
		}
	}
	return false
}
