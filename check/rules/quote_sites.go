package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// A site is one place of a quotation at which outlets differ. A long speech
// has many, and each is a finding of its own.
type site struct {
	changes  []siteChange
	readings []int // one for each wording, in order
	worst    siteChange
}

// A siteChange is a change between two readings of a comparison.
type siteChange struct {
	words.Change
	contrast check.Contrast
}

// sitesOf gathers the changes of a comparison that want accepts into sites:
// changes in one sentence of one reading are one.
func sitesOf(x *check.Comparison, g *align.Group[extract.Quote], want func(check.Contrast, words.Change) bool) []site {
	var all []siteChange
	for _, k := range x.Contrasts {
		if k.Speaker {
			continue
		}
		for _, ch := range k.Match.Changes {
			if want(k, ch) {
				all = append(all, siteChange{ch, k})
			}
		}
	}
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	at := map[[2]int]int{} // by reading and word
	spoken := make([][]words.Word, len(g.Members))
	claim := func(reading, from, to, i int) {
		if spoken[reading] == nil {
			spoken[reading] = align.Words(g.Members[reading].Item)
		}
		from, to = sentenceAround(spoken[reading], from, to)
		for w := from; w < to; w++ {
			if j, ok := at[[2]int{reading, w}]; ok {
				a, b := root(i), root(j)
				parent[max(a, b)] = min(a, b)
			} else {
				at[[2]int{reading, w}] = i
			}
		}
	}
	for i, c := range all {
		claim(c.contrast.A, c.A0, c.A1, i)
		claim(c.contrast.B, c.B0, c.B1, i)
	}
	by := map[int]int{}
	var out []site
	for i, c := range all {
		r := root(i)
		n, ok := by[r]
		if !ok {
			n = len(out)
			by[r], out = n, append(out, site{worst: c})
		}
		s := &out[n]
		s.changes = append(s.changes, c)
		if c.Weight > s.worst.Weight || c.Weight == s.worst.Weight && length(x, c.contrast) < length(x, s.worst.contrast) {
			s.worst = c
		}
	}
	for i := range out {
		out[i].choose(x)
	}
	return out
}

// sentenceAround widens [from, to) to whole sentences.
func sentenceAround(ws []words.Word, from, to int) (int, int) {
	from = min(from, len(ws)-1)
	for from > 0 && !ws[from].Begins {
		from--
	}
	to = max(to, from+1)
	for to < len(ws) && !ws[to].Begins {
		to++
	}
	return from, to
}

// length is how much a reader has to read to see a contrast.
func length(x *check.Comparison, k check.Contrast) int {
	return len(x.Readings[k.A].Item.Text) + len(x.Readings[k.B].Item.Text)
}

// choose picks a reading for each wording at the site; the worst change's two
// lead.
func (s *site) choose(x *check.Comparison) {
	differ := map[[2]int]bool{}
	var members []int
	for _, c := range s.changes {
		a, b := c.contrast.A, c.contrast.B
		differ[[2]int{a, b}], differ[[2]int{b, a}] = true, true
		members = append(members, a, b)
	}
	slices.SortFunc(members, func(a, b int) int {
		if before(x, a, b) {
			return -1
		}
		if before(x, b, a) {
			return 1
		}
		return 0
	})
	members = slices.Compact(members)
	chosen := []int{s.worst.contrast.A, s.worst.contrast.B}
	classes := [][]int{{chosen[0]}, {chosen[1]}}
	for _, m := range members {
		if m == chosen[0] || m == chosen[1] {
			continue
		}
		k := slices.IndexFunc(classes, func(ms []int) bool {
			return !slices.ContainsFunc(ms, func(n int) bool { return differ[[2]int{m, n}] })
		})
		if k >= 0 {
			classes[k] = append(classes[k], m)
			continue
		}
		classes, chosen = append(classes, []int{m}), append(chosen, m)
	}
	slices.Sort(chosen)
	s.readings = chosen
}

// finding fills in what findings about a site of a quotation have in common.
// Its sides are known by the words that differ.
func (s *site) finding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote]) check.Finding {
	f := check.Finding{Subject: g.Key, Confidence: confidence(g.Score), Why: x.Why}
	for _, r := range s.readings {
		f.Evidence = append(f.Evidence, s.place(x, g, r))
	}
	for _, ch := range s.changes {
		a, b := align.Words(g.Members[ch.contrast.A].Item), align.Words(g.Members[ch.contrast.B].Item)
		f.Sides = append(f.Sides, neighbourhood(a, ch.A0, ch.A1), neighbourhood(b, ch.B0, ch.B1))
	}
	f.Occasion = occasion(c, g, f.Evidence)
	return f
}

// place returns a reading as evidence: of a quotation in several parts the one
// that holds the change.
func (s *site) place(x *check.Comparison, g *align.Group[extract.Quote], r int) check.Evidence {
	e, q := x.Readings[r].Evidence, g.Members[r].Item
	if len(q.Parts) < 2 || len(q.PartsAt) != len(q.Parts) {
		return e
	}
	ws := align.Words(q)
	for _, c := range s.changes {
		from, to := c.A0, c.A1
		if c.contrast.B == r {
			from, to = c.B0, c.B1
		} else if c.contrast.A != r {
			continue
		}
		first, last := ws[min(from, len(ws)-1)], ws[min(max(to-1, from), len(ws)-1)]
		for i, sp := range q.Parts {
			sp := sp.Shift(-q.Span.Start)
			if sp.Start <= first.Start && last.End <= sp.End {
				return part(e, q, i)
			}
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
func occasion(c *check.Case, g *align.Group[extract.Quote], shown []check.Evidence) string {
	out := ""
	for _, m := range g.Members {
		if o := m.Item.Occasion; !o.From.IsZero() && (out == "" || o.From.Format("2006-01") < out) {
			out = o.From.Format("2006-01")
		}
	}
	if out == "" {
		return month(c, shown)
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

// shown returns the words of one side around a change, as printed.
func shown(g *align.Group[extract.Quote], c siteChange, first bool) string {
	q, from, to := g.Members[c.contrast.A].Item, c.A0, c.A1
	if !first {
		q, from, to = g.Members[c.contrast.B].Item, c.B0, c.B1
	}
	const around, most = 2, 8
	ws := align.Words(q)
	from, to = max(from-around, 0), min(min(to, from+most)+around, len(ws))
	if from >= to {
		return quoted(q.Text, 60)
	}
	return quoted(q.Text[ws[from].Start:ws[to-1].End], 80)
}
