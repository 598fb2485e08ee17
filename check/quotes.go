package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// compareQuotes judges quotes that are the same words, or answers of one
// speaker.
func (c *Case) compareQuotes(g align.Group[extract.Quote]) Comparison {
	out := Comparison{Kind: "quote", Subject: g.Subject, Why: g.Why}
	n := len(g.Members)
	ws := make([][]words.Word, n)
	order := make([]int, n)
	for i, m := range g.Members {
		order[i], ws[i] = i, align.Words(m.Item)
		out.Readings = append(out.Readings, Reading{Evidence: Evidence{m.Article, m.Item.Item}, Value: strings.Join(words.Norms(ws[i]), " ")})
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(len(ws[j])-len(ws[i]), cmp.Compare(out.Readings[i].Value, out.Readings[j].Value))
	})
	pairs := make(map[[2]int]quotePair, n*n/2)
	pair := func(i, j int) quotePair {
		if i > j {
			i, j = j, i
		}
		p, ok := pairs[[2]int{i, j}]
		if !ok {
			p = comparePair(g.Members[i].Item, g.Members[j].Item, ws[i], ws[j], g.Answers)
			pairs[[2]int{i, j}] = p
		}
		return p
	}
	sides := sided(n, order,
		func(i, j int) bool { return pair(i, j).verdict == Agree },
		func(i, j int) bool { return pair(i, j).differ() })
	for i := range sides {
		out.Readings[i].Side = sides[i]
	}
	knows := func(article, j int) bool { // another quote of the article says what j says
		for k, m := range g.Members {
			if m.Article == article && k != j && pair(j, k).verdict == Agree && pair(j, k).match.Equal >= len(ws[j])*3/4 {
				return true
			}
		}
		return false
	}
	for i := range g.Members {
		for j := i + 1; j < n; j++ {
			p := pair(i, j)
			if p.match.Ended > p.match.Turned && !p.speaker && !c.SameOutlet(g.Members[i].Article, g.Members[j].Article) {
				out.Ends = append(out.Ends, Contrast{A: i, B: j, Verdict: Diverge, Match: p.match})
			}
			if sides[i] == sides[j] || !p.differ() || c.SameOutlet(g.Members[i].Article, g.Members[j].Article) ||
				knows(g.Members[i].Article, j) && knows(g.Members[j].Article, i) {
				continue
			}
			out.Contrasts = append(out.Contrasts, Contrast{A: i, B: j, Verdict: p.verdict, Why: p.why, Match: p.match, Speaker: p.speaker})
		}
	}
	c.judge(&out)
	return out
}

// A quotePair is how two quotes of a group stand to each other. Without a
// verdict they have no words in common.
type quotePair struct {
	verdict Verdict
	why     string
	match   words.Match
	speaker bool
}

func (p quotePair) differ() bool { return p.verdict == Diverge || p.verdict == Conflict }

func comparePair(a, b extract.Quote, wa, wb []words.Word, answers bool) quotePair {
	m := words.Compare(wa, wb)
	short := float64(min(len(wa), len(wb)))
	aligned := m.Content >= 1 && (float64(min(m.A1-m.A0, m.B1-m.B0)) >= 0.5*short || m.Equal >= 12) && m.Likeness() >= 0.55
	if !aligned {
		if answers {
			return quotePair{verdict: Diverge, why: "no sentence in common"}
		}
		return quotePair{}
	}
	p := quotePair{match: m, verdict: Agree}
	if who, _ := align.Speakers(a.Speaker, b.Speaker); who == align.Other && a.Speaker.Kind == extract.Named && b.Speaker.Kind == extract.Named {
		p.speaker, p.verdict, p.why = true, Conflict, "another speaker"
		return p
	}
	written := a.Written || b.Written
	switch w := m.Weight(); {
	case w == words.Grave:
		p.verdict, p.why = Conflict, gravest(m)
	case w >= words.Light && written:
		p.verdict, p.why = Conflict, "a written text has one wording"
	case w >= words.Light:
		p.verdict, p.why = Diverge, ""
	case m.Turned > 0:
		p.verdict, p.why = Diverge, "what is left out turns the sense"
	}
	return p
}

func gravest(m words.Match) string {
	for _, c := range m.Changes {
		if c.Weight == words.Grave {
			return c.Why
		}
	}
	return ""
}
