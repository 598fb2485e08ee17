package check

import (
	"cmp"
	"fmt"
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
	order, same := make([]int, n), make([]string, n)
	of := map[int][]int{} // the readings of each article; of very many the first
	for i, m := range g.Members {
		order[i], ws[i] = i, align.Words(m.Item)
		value := strings.Join(words.Norms(ws[i]), " ")
		same[i] = saying(&m.Item, value)
		if len(of[m.Article]) < manyHeads {
			of[m.Article] = append(of[m.Article], i)
		}
		out.Readings = append(out.Readings, Reading{Evidence: Evidence{m.Article, m.Item.Item}, Value: value, Draft: c.Articles[m.Article].Draft})
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(len(ws[j])-len(ws[i]), cmp.Compare(out.Readings[i].Value, out.Readings[j].Value),
			anonymity(&g.Members[i].Item)-anonymity(&g.Members[j].Item), cmp.Compare(same[i], same[j]))
	})
	pairs := map[[2]string]quotePair{} // what is the same is compared once
	pair := func(i, j int) quotePair {
		if i > j {
			i, j = j, i
		}
		k := [2]string{same[i], same[j]}
		p, ok := pairs[k]
		if !ok {
			p = comparePair(g.Members[i].Item, g.Members[j].Item, ws[i], ws[j], g.Answers)
			pairs[k] = p
		}
		return p
	}
	for i, s := range sided(same, order,
		func(i, j int) bool { return pair(i, j).verdict == Agree },
		func(i, j int) bool { return pair(i, j).differ() },
		func(i, j int) bool { return pair(i, j).one }) {
		out.Readings[i].Side = s
	}
	// knows reports whether another quote of the article of i says what j says;
	// beside, whether one out of the quotation that i is of does.
	knows := func(i, j int, beside bool) bool {
		return slices.ContainsFunc(of[g.Members[i].Article], func(k int) bool {
			return k != i && k != j && pair(j, k).verdict == Agree && pair(j, k).match.Equal >= len(ws[j])*3/4 &&
				(!beside || oneQuotation(&g.Members[i].Item, &g.Members[k].Item))
		})
	}
	c.judged(&out, same, g.Pairs, func(i, j int) {
		p := pair(i, j)
		if p.match.Ended > p.match.Turned && !p.speaker {
			out.Ends = append(out.Ends, Contrast{A: i, B: j, Verdict: Diverge, Match: p.match})
		}
		if out.Readings[i].Side == out.Readings[j].Side || !p.differ() || knows(i, j, false) && knows(j, i, false) || knows(i, j, true) || knows(j, i, true) {
			return
		}
		out.Contrasts = append(out.Contrasts, Contrast{A: i, B: j, Verdict: p.verdict, Why: p.why, Match: p.match, Speaker: p.speaker})
	})
	c.judge(&out)
	return out
}

// anonymity ranks quotes whose speaker is named before others: those may be
// anybody's, and go with the words of whom they may be.
func anonymity(q *extract.Quote) int {
	if q.Speaker.Kind == extract.Named {
		return 0
	}
	return 1
}

// oneQuotation reports whether two sentences are out of one quotation.
func oneQuotation(a, b *extract.Quote) bool {
	return a.Cue == b.Cue && a.Speaker.Span == b.Speaker.Span && !a.Span.Overlaps(b.Span)
}

// saying names all of a quote that it is compared by.
func saying(q *extract.Quote, value string) string {
	s := q.Speaker
	return strings.Join([]string{value, q.Text, string(q.Form), string(s.Kind), s.Name, s.Role, s.Mention, fmt.Sprint(q.Written)}, "\x00")
}

// A quotePair is how two quotes of a group stand to each other. Without a
// verdict they have no words in common.
type quotePair struct {
	verdict Verdict
	why     string
	match   words.Match
	speaker bool // given to two
	one     bool // given to one
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
	who, _ := align.Speakers(a.Speaker, b.Speaker)
	p.one = who == align.Same
	if who == align.Other && a.Speaker.Kind == extract.Named && b.Speaker.Kind == extract.Named {
		p.speaker, p.verdict, p.why = true, Diverge, "another speaker, as far as the articles say"
		if align.CalledByName(a.Speaker) && align.CalledByName(b.Speaker) && oneQuote(m, wa, wb) {
			p.verdict, p.why = Conflict, "another speaker"
		}
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

// oneQuote reports whether two quotes are one, word for word, through most of
// the shorter.
func oneQuote(m words.Match, wa, wb []words.Word) bool {
	const long, most = 7, 0.8
	return m.Equal >= long && m.Ratio() >= most && float64(m.Equal) >= most*float64(min(len(wa), len(wb)))
}

func gravest(m words.Match) string {
	for _, c := range m.Changes {
		if c.Weight == words.Grave {
			return c.Why
		}
	}
	return ""
}
