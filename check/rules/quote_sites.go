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

// A site is two readings of a sentence that differ, and where.
type site struct {
	check.Contrast
	changes []words.Change
	worst   words.Change
	again   bool // all that it shows is shown by another pair: it stands for a wording
}

// mostSites bounds the findings of one rule about one sentence that an editor
// is asked to look at, morePairs those about all outlets that have it.
const mostSites, morePairs = 6, 16

// sitesOf returns the pairs of wordings that show how the readings of a
// comparison differ in changes that want accepts: each wording is in one of
// them, beside the wording that is closest to it, each serious change is in one
// of them, and so is each article, marked as shown again.
func sitesOf(x *check.Comparison, contrasts []check.Contrast, want func(check.Contrast, words.Change) bool) []site {
	var all []site
	for _, k := range contrasts {
		s := site{Contrast: k}
		for _, ch := range k.Match.Changes {
			if !k.Speaker && want(k, ch) {
				s.changes = append(s.changes, ch)
				if ch.Weight > s.worst.Weight {
					s.worst = ch
				}
			}
		}
		if len(s.changes) > 0 {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b site) int { return compareSites(x, a, b) })
	return shownSites(x, all)
}

// compareSites puts the pair first whose wordings are closest, then the one
// that is shorter to read, then text before headline.
func compareSites(x *check.Comparison, a, b site) int {
	return cmp.Or(changed(a.Match)-changed(b.Match), int(b.worst.Weight-a.worst.Weight), inTitle(x, a.Contrast)-inTitle(x, b.Contrast), length(x, a.Contrast)-length(x, b.Contrast))
}

// changed counts the words in which two readings differ.
func changed(m words.Match) int {
	n := 0
	for _, c := range m.Changes {
		n += max(c.A1-c.A0, c.B1-c.B0)
	}
	return n
}

func inTitle(x *check.Comparison, k check.Contrast) int {
	n := 0
	for _, r := range []int{k.A, k.B} {
		if x.Readings[r].Item.Part == extract.Title {
			n++
		}
	}
	return n
}

// length is how many words a reader has to read to see a contrast.
func length(x *check.Comparison, k check.Contrast) int {
	return strings.Count(x.Readings[k.A].Value, " ") + strings.Count(x.Readings[k.B].Value, " ")
}

// shownSites leaves of sorted pairs those that show something new: a wording,
// a serious change between two of them, or an article.
func shownSites(x *check.Comparison, all []site) []site {
	parent := map[string]string{}
	root := func(v string) string {
		for parent[v] != "" {
			v = parent[v]
		}
		return v
	}
	seen, articles := map[string]bool{}, map[int]bool{}
	looks := 0
	var out []site
	for _, s := range all {
		a, b := root(x.Readings[s.A].Value), root(x.Readings[s.B].Value)
		p, q := x.Readings[s.A].Article, x.Readings[s.B].Article
		keys := exchanges(x, s)
		told := len(keys) > 0
		for _, key := range keys {
			told = told && seen[key]
		}
		fresh := a != b || len(keys) > 0 && !told
		s.again = told || !fresh || looks >= mostSites
		if !fresh && articles[p] && articles[q] || len(out) >= morePairs {
			continue
		}
		if a != b {
			parent[max(a, b)] = min(a, b)
		}
		for _, key := range keys {
			seen[key] = true
		}
		if !s.again {
			looks++
		}
		articles[p], articles[q] = true, true
		out = append(out, s)
	}
	return out
}

// exchanges names the serious changes of a site by the words that stand for
// each other.
func exchanges(x *check.Comparison, s site) []string {
	a, b := strings.Fields(x.Readings[s.A].Value), strings.Fields(x.Readings[s.B].Value)
	var out []string
	for _, c := range s.changes {
		if c.Weight < words.Serious || c.A1 > len(a) || c.B1 > len(b) {
			continue
		}
		p, q := strings.Join(a[c.A0:c.A1], " "), strings.Join(b[c.B0:c.B1], " ")
		out = append(out, min(p, q)+"\x00"+max(p, q))
	}
	return out
}

// finding fills in what findings about a site have in common. Its sides are
// known by the words that differ.
func (s *site) finding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote]) check.Finding {
	f := check.Finding{Subject: g.Key, Confidence: confidence(g.Score), Why: x.Why}
	f.Evidence = []check.Evidence{s.place(x, g, s.A), s.place(x, g, s.B)}
	a, b := align.Words(g.Members[s.A].Item), align.Words(g.Members[s.B].Item)
	for _, ch := range s.changes {
		f.Sides = append(f.Sides, neighbourhood(a, ch.A0, ch.A1), neighbourhood(b, ch.B0, ch.B1))
	}
	f.Occasion = occasion(c, x, g)
	return f
}

// place returns a reading as evidence: of a quotation in several parts the one
// that holds the worst change.
func (s *site) place(x *check.Comparison, g *align.Group[extract.Quote], r int) check.Evidence {
	e, q := x.Readings[r].Evidence, g.Members[r].Item
	if len(q.Parts) < 2 || len(q.PartsAt) != len(q.Parts) {
		return e
	}
	ws := align.Words(q)
	from, to := s.worst.A0, s.worst.A1
	if s.B == r {
		from, to = s.worst.B0, s.worst.B1
	}
	first, last := ws[min(from, len(ws)-1)], ws[min(max(to-1, from), len(ws)-1)]
	for i, sp := range q.Parts {
		sp := sp.Shift(-q.Span.Start)
		if sp.Start <= first.Start && last.End <= sp.End {
			return part(e, q, i)
		}
	}
	return e
}

// part narrows evidence to part i of its quotation.
func part(e check.Evidence, q extract.Quote, i int) check.Evidence {
	sp := q.Parts[i]
	at := sp.Shift(-q.Span.Start)
	e.Item.Span, e.Item.At, e.Item.Text = sp, q.PartsAt[i], at.Of(q.Text)
	// Of later parts the sentence is not known; they show for themselves.
	if i > 0 {
		e.Item.Sentence = e.Item.Text
		e.Item.InSentence.Start, e.Item.InSentence.End = 0, len(e.Item.Text)
	}
	return e
}

// occasion is the month in which the words were spoken, else published.
func occasion(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote]) string {
	out := ""
	for _, m := range g.Members {
		if o := m.Item.Occasion; !o.From.IsZero() && (out == "" || o.From.Format("2006-01") < out) {
			out = o.From.Format("2006-01")
		}
	}
	if out == "" {
		return month(c, x.Readings)
	}
	return out
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

// shown returns the words of one side around the worst change, as printed.
func shown(g *align.Group[extract.Quote], s site, first bool) string {
	q, from, to := g.Members[s.A].Item, s.worst.A0, s.worst.A1
	if !first {
		q, from, to = g.Members[s.B].Item, s.worst.B0, s.worst.B1
	}
	const around, most = 2, 8
	ws := align.Words(q)
	from, to = max(from-around, 0), min(min(to, from+most)+around, len(ws))
	if from >= to {
		return quoted(q.Text, 60)
	}
	return quoted(q.Text[ws[from].Start:ws[to-1].End], 80)
}

// lookIn says where the words of quotes can be looked up, as far as the
// articles say where they were said or written; nothing if they do not.
func lookIn(qs ...extract.Quote) []check.Line {
	for _, q := range qs {
		v := q.Occasion.Venue
		if v == "" || strings.HasPrefix(v, "told ") {
			continue
		}
		where := "a recording of the " + v
		if q.Written {
			where = "the text of the " + v
		}
		if !q.Occasion.From.IsZero() {
			where += " of " + q.Occasion.From.Format("2 January 2006")
		}
		return []check.Line{{Label: "look for", Text: where}}
	}
	for _, q := range qs {
		if to, ok := strings.CutPrefix(q.Occasion.Venue, "told "); ok {
			return []check.Line{{Label: "look for", Text: "what was told to " + to}}
		}
	}
	return nil
}
