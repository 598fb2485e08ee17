package rules

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// A site is two readings of a sentence that differ, and where.
type site = matched

// sitesOf returns the contrasts of a comparison of quotes that have changes
// that want accepts.
func sitesOf(x *check.Comparison, g *align.Group[extract.Quote], want func(check.Contrast, words.Change) bool) []site {
	var all []site
	for _, k := range x.Contrasts {
		s := site{Contrast: k, why: x.Why}
		for _, ch := range k.Match.Changes {
			if (!k.Speaker || sameWords(k.Match)) && want(k, ch) {
				s.changes = append(s.changes, ch)
				if ch.Weight > s.worst.Weight {
					s.worst = ch
				}
			}
		}
		if len(s.changes) > 0 {
			s.says = saidAt(g, k, s.worst)
			all = append(all, s)
		}
	}
	return all
}

// saidAt returns the words of two readings at a change, with one on each side.
func saidAt(g *align.Group[extract.Quote], k check.Contrast, ch words.Change) [2]string {
	a, b := align.Words(g.Members[k.A].Item), align.Words(g.Members[k.B].Item)
	return [2]string{neighbourhood(a, ch.A0, ch.A1), neighbourhood(b, ch.B0, ch.B1)}
}

// weigh says how much each site asks of an editor, and how sure it is: alike
// is the share of the words that are the same, level what a rule makes of a
// site that is surely one sentence. Of the sites between two sides the one
// that asks most is shown, and of those the one whose wordings are closest.
func weigh(g *align.Group[extract.Quote], sites []site, alike func(site) float64, level func(site) check.Level) []site {
	for i := range sites {
		s := &sites[i]
		s.confidence = quoteChance(s.Match)
		s.level = lookLevel(level(*s), s.confidence)
		if !oneSentence(g, *s, alike(*s)) {
			s.level = check.Info
		}
		s.score = float64(s.level.Rank()) + alike(*s)
	}
	return sites
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

// quoteFinding fills in what findings about wordings have in common. Its sides
// are known by the words that differ.
func quoteFinding(c *check.Case, x *check.Comparison, g *align.Group[extract.Quote], ft *fault) check.Finding {
	f := check.Finding{
		Subject: g.Key, Level: ft.lead.level, Verdict: check.Diverge, Confidence: ft.lead.confidence, Why: x.Why,
		Occasion: occasion(c, g), Notes: lookIn(g.Members[ft.lead.A].Item, g.Members[ft.lead.B].Item),
	}
	for i, r := range ft.shown {
		f.Evidence = append(f.Evidence, place(x, g, ft.by[i], r))
	}
	f.Also = ft.alsoAt(func(m matched, r int) check.Evidence { return place(x, g, m, r) })
	for _, s := range ft.all {
		for _, ch := range s.changes {
			ws := saidAt(g, s.Contrast, ch)
			f.Sides = append(f.Sides, ws[:]...)
		}
	}
	return f
}

// place returns a reading as evidence: of a quotation in several parts the one
// that holds the worst change.
func place(x *check.Comparison, g *align.Group[extract.Quote], s site, r int) check.Evidence {
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

// occasion is the month in which the words were spoken, as most articles that
// have them say; that of the story where they do not. Of equals the earliest.
func occasion(c *check.Case, g *align.Group[extract.Quote]) string {
	count, out := map[string]int{}, c.Month
	for _, m := range g.Members {
		month := c.Month
		if o := m.Item.Occasion; !o.From.IsZero() {
			month = o.From.Format("2006-01")
		}
		count[month]++
	}
	for month, n := range count {
		if n > count[out] || n == count[out] && month < out {
			out = month
		}
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

// shown lists what the sides of a fault say around the words that differ, as
// printed.
func shown(g *align.Group[extract.Quote], ft *fault) string {
	const most = 4
	var vs []string
	for i, r := range ft.shown {
		if i == most {
			vs = append(vs, strconv.Itoa(len(ft.shown)-most)+" more")
			break
		}
		vs = append(vs, around(g.Members[r].Item, ft.by[i], r))
	}
	return strings.Join(vs, ", ")
}

// around returns the words of reading r around the worst change of a site.
func around(q extract.Quote, s site, r int) string {
	from, to := s.worst.A0, s.worst.A1
	if s.B == r {
		from, to = s.worst.B0, s.worst.B1
	}
	const beside, most = 2, 8
	ws := align.Words(q)
	from, to = max(from-beside, 0), min(min(to, from+most)+beside, len(ws))
	if from >= to {
		return quoted(q.Text, 60)
	}
	return quoted(q.Text[ws[from].Start:ws[to-1].End], 80)
}

// lookIn says where the words of quotes can be looked up, as far as the
// articles say where they were said or written; nothing if they do not, or if
// nobody keeps a record of such an occasion.
func lookIn(qs ...extract.Quote) []check.Line {
	for _, q := range qs {
		v := q.Occasion.Venue
		if v == "" || strings.HasPrefix(v, "told ") || !q.Written && !onRecord(v) {
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
	return nil
}

// onRecord reports whether an occasion is one that is recorded as a rule.
func onRecord(venue string) bool {
	return words.OnRecord.Has(venue[strings.LastIndexByte(venue, ' ')+1:])
}

// sameWords reports whether so many words are the same that they are one
// quotation whoever is given as its speaker: one of the names is wrong, or
// misread.
func sameWords(m words.Match) bool {
	const least, most = 8, 0.8
	return m.Equal >= least && m.Likeness() >= most
}
