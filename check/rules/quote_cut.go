package rules

import (
	"cmp"
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
	Standard: "Reuters Handbook of Journalism, style guide, quotations: deletions are shown, and none alters the sense of the quote.",
	Good:     `Bugle: “The mill is safe, and the stairs are new,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Bad:      `Bugle: “The mill is safe but nobody should live in it,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Level:    check.Warning,
	Run:      quoteCut,
}

func quoteCut(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		sites := sitesOf(x, g, func(k check.Contrast, ch words.Change) bool { return cutWords(c, g, k, ch) != nil })
		sites = weigh(g, sites, func(s site) float64 { return s.Match.Likeness() }, func(s site) check.Level { return cutLevel(c, g, s) })
		turned, ended := earlyEnds(c, x, g)
		fs := faultsOf(x, append(sites, turned...))
		for i := range fs {
			out = append(out, cutFinding(c, x, g, &fs[i]))
		}
		for _, same := range ended {
			s := same[0]
			ft := newFault(x, same[:1])
			ft.shown, ft.by = []int{s.A, s.B}, []matched{s, s} // on one side: an early end is no other reading
			ft.also = same[1:]
			out = append(out, cutFinding(c, x, g, &ft))
		}
	}
	return out
}

// cutLevel says how much a cut from a sentence asks of an editor.
func cutLevel(c *check.Case, g *align.Group[extract.Quote], s site) check.Level {
	if words.Qualifies(cutWords(c, g, s.Contrast, s.worst)) {
		return check.Warning
	}
	return check.Info
}

func cutFinding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote], ft *fault) check.Finding {
	f := quoteFinding(c, x, g, ft)
	for _, s := range ft.all {
		_, lost := leftOut(g, s)
		f.Sides = append(f.Sides, strings.Join(words.Norms(lost), " "))
	}
	long, lost := leftOut(g, ft.lead)
	f.Message = "words of " + speakerOf(g) + " are left out unmarked: " + quoted(long.Item.Text[lost[0].Start:lost[len(lost)-1].End], 80)
	if ft.lead.worst.Why == turnsSense {
		f.Notes = append(f.Notes, check.Line{Label: "note", Text: turnsSense})
	}
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

// turnsSense is the why of an early end that is a fault.
const turnsSense = "what is left out turns the sense"

// earlyEnds returns the pairs of quotations of which one ends before a clause
// that turns the sense, and those that end before another one by clause, the
// pair that is shortest to read first.
func earlyEnds(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote]) (turned []site, ended [][]site) {
	var other []site
	for _, k := range slices.Concat(x.Contrasts, x.Ends) {
		m := k.Match
		if m.Ended == 0 || k.Speaker {
			continue
		}
		s := site{Contrast: k, why: x.Why, level: check.Info, confidence: quoteChance(m), score: m.Likeness()}
		s.worst = words.Change{A0: m.A1, A1: m.A1 + m.Ended, B0: m.B1, B1: m.B1, Weight: words.Light}
		short := g.Members[k.B].Article
		if m.EndedIn == 1 {
			s.worst.A1, s.worst.B1, short = m.A1, m.B1+m.Ended, g.Members[k.A].Article
		}
		if m.Turned > 0 {
			s.worst.Weight, s.worst.Why = words.Serious, turnsSense
		}
		s.changes, s.says = []words.Change{s.worst}, saidAt(g, k, s.worst)
		switch _, lost := leftOut(g, s); {
		case carries(c, short, lost):
		case m.Turned > 0:
			if fromStart(g, s) {
				s.level = check.Warning
			}
			turned = append(turned, s)
		default:
			other = append(other, s)
		}
	}
	slices.SortStableFunc(other, func(a, b site) int {
		return cmp.Or(changed(a.Match)-changed(b.Match), inTitle(x, a.Contrast)-inTitle(x, b.Contrast), length(x, a.Contrast)-length(x, b.Contrast))
	})
	clauses := map[string]int{}
	for _, s := range other {
		_, lost := leftOut(g, s)
		key := strings.Join(words.Norms(lost[:min(4, len(lost))]), " ")
		i, ok := clauses[key]
		if !ok {
			i, ended = len(ended), append(ended, nil)
			clauses[key] = i
		}
		ended[i] = append(ended[i], s)
	}
	return turned, ended
}

// length is how many words a reader has to read to see a contrast.
func length(x *check.Comparison, k check.Contrast) int {
	return strings.Count(x.Readings[k.A].Value, " ") + strings.Count(x.Readings[k.B].Value, " ")
}

// fromStart reports whether two readings begin with the same words or have
// many: of a phrase from the middle of a sentence nobody expects the end.
func fromStart(g *align.Group[extract.Quote], s site) bool {
	const many = 8
	begins := func(r, at int) bool { return at == 0 || align.Words(g.Members[r].Item)[at].Begins }
	return s.Match.Equal >= many || begins(s.A, s.Match.A0) && begins(s.B, s.Match.B0)
}

// leftOut returns the words that the worst change of a site leaves out, and the
// quotation that has them.
func leftOut(g *align.Group[extract.Quote], s site) (align.Member[extract.Quote], []words.Word) {
	m, from, to := g.Members[s.A], s.worst.A0, s.worst.A1
	if from == to {
		m, from, to = g.Members[s.B], s.worst.B0, s.worst.B1
	}
	return m, align.Words(m.Item)[from:to]
}
