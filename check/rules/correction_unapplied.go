package rules

import (
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/extract"
)

// CorrectionUnapplied finds what has been taken back and still stands.
var CorrectionUnapplied = &check.Rule{
	Name: "correction-unapplied",
	Doc: `What has been taken back and still stands

"An earlier version of this article said 46 people had died; it is 31", and
the headline still says 46, or another outlet has the 46 that it took over. Or
an outlet cites an article that says of itself that it has been retracted. The
finding shows the place where it still stands, and the correction.

It is an error in the outlet that made the correction. In another one it is an
error where the match is high; that outlet may have a source of its own. Of
counts that grow, what came out on a later day is left alone.

What a correction says was wrong is no reading: it is compared with nothing,
and confirms nothing.

Left alone: the correction itself; the same number of something else; a
correction that does not say what was wrong.

Known misses: names and spellings; what only a picture or a map had wrong; what
the correction describes in other words than the article.`,
	Standard: "Editors’ Code of Practice, clause 1: a significant inaccuracy must be corrected promptly and with due prominence; SPJ Code of Ethics: acknowledge mistakes and correct them promptly and prominently.",
	Good:     `Correction: An earlier version of this article said 46 people had died; it is 31. Headline: 31 dead in Aldport fire.`,
	Bad:      `Correction: An earlier version of this article said 46 people had died; it is 31. Headline: 46 dead in Aldport fire.`,
	Level:    check.Error,
	Run:      correctionUnapplied,
}

func correctionUnapplied(c *check.Case) []check.Finding {
	out := retracted(c)
	var corrected []int // per further entry of items: the article whose correction it is of
	for i := range c.Withdrawn {
		if w := &c.Withdrawn[i]; len(w.Figures)+len(w.Dates) > 0 {
			corrected = append(corrected, i)
		}
	}
	if len(corrected) == 0 {
		return out
	}
	n := len(c.Items)
	items := slices.Clone(c.Items)
	for _, i := range corrected {
		items = append(items, c.Withdrawn[i])
	}
	in := align.ReadSentences(items)
	for _, g := range align.Figures(in) {
		same := func(i, j int) bool {
			a, b := &g.Members[i].Item, &g.Members[j].Item
			return align.SameValue(*a, *b) && a.Low.Equal(b.Low) && a.High.Equal(b.High)
		}
		out = append(out, standing(c, n, corrected, g, same, func(f extract.Figure) (extract.Item, string, bool) {
			return f.Item, check.FigureValue(f), f.Measure.Grows
		})...)
	}
	for _, i := range corrected {
		out = append(out, stillIn(c, i, out)...)
	}
	for _, g := range align.Dates(in) {
		same := func(i, j int) bool {
			a, b := &g.Members[i].Item, &g.Members[j].Item
			return a.Resolved() && a.From.Equal(b.From) && a.To.Equal(b.To)
		}
		out = append(out, standing(c, n, corrected, g, same, func(d extract.Date) (extract.Item, string, bool) {
			return d.Item, d.Value, false
		})...)
	}
	return out
}

// standing finds in a group what is the same as what was taken back: the
// members from article n on.
func standing[T any](c *check.Case, n int, corrected []int, g align.Group[T], same func(i, j int) bool, read func(T) (extract.Item, string, bool)) []check.Finding {
	var out []check.Finding
	for i := range g.Members {
		if g.Members[i].Article < n {
			continue
		}
		by := corrected[g.Members[i].Article-n]
		wrong, value, grows := read(g.Members[i].Item)
		shown := map[int]bool{}
		for k := range g.Members {
			m := &g.Members[k]
			if m.Article >= n || !same(i, k) || c.Primary(m.Article) || shown[m.Article] {
				continue
			}
			own := m.Article == by || c.SameOutlet(m.Article, by)
			if !own && grows && c.Articles[m.Article].Published.After(c.Articles[by].Published) {
				continue // it may have grown to that since
			}
			shown[m.Article] = true
			it, _, _ := read(m.Item)
			out = append(out, unapplied(c, m.Article, it, by, wrong, value, own, scoreOf(g.Pairs, i, k)))
		}
	}
	return out
}

// stillIn finds in the article that made a correction the very number that it
// takes back, in a sentence about the same: "not $48 million" says too little
// of what it is of to be matched.
func stillIn(c *check.Case, i int, known []check.Finding) []check.Finding {
	at := map[string][]int{}
	fs := c.Items[i].Figures
	for k := range fs {
		v := check.FigureValue(fs[k])
		at[v] = append(at[v], k)
	}
	var out []check.Finding
	for _, w := range c.Withdrawn[i].Figures {
		value := check.FigureValue(w)
		if w.Low.Cmp(extract.NewNumber(12)) <= 0 || slices.ContainsFunc(known, func(f check.Finding) bool { return f.Subject == value && f.Evidence[0].Article == i }) {
			continue
		}
		about := newClaim(nil, i, &w.Item)
		for n, k := range at[value] {
			if n < maxArrows && fs[k].Kind == w.Kind && about.overlap(newClaim(nil, i, &fs[k].Item)) >= 2 {
				out = append(out, unapplied(c, i, fs[k].Item, i, w.Item, value, true, 0))
				break
			}
		}
	}
	return out
}

func scoreOf(pairs []align.Pair, i, k int) float64 {
	for _, p := range pairs {
		if p.A == min(i, k) && p.B == max(i, k) {
			return p.Score
		}
	}
	return 0
}

func unapplied(c *check.Case, article int, it extract.Item, by int, wrong extract.Item, value string, own bool, score float64) check.Finding {
	f := check.Finding{
		Verdict: check.Conflict, Confidence: high, Subject: value,
		Evidence: []check.Evidence{{Article: article, Item: it}, {Article: by, Item: wrong}},
		Sides:    []string{value, "corrected"},
		Why:      []string{"the same thing as in the correction"},
	}
	f.Message = quoted(it.Text, 40) + " still stands and has been corrected in the same outlet"
	if !own {
		f.Confidence = sameFigure(score)
		f.Message = quoted(it.Text, 40) + " stands here and has been corrected by " + who(c, by)
		f.Notes = append(f.Notes, check.Line{Label: "weak", Text: "this outlet may have it from somebody else"})
	}
	f.Notes = append(f.Notes, check.Line{Label: "look for", Text: "what the correction puts in its place"})
	f.Occasion = c.Month
	return f
}

// retracted finds what is cited from an article that was taken back as a whole.
func retracted(c *check.Case) []check.Finding {
	var out []check.Finding
	var holds map[sentence]map[[3]int]bool
	var from map[string][]check.Evidence // by outlet, where it is cited
	for i := range c.Items {
		for k := range c.Items[i].Corrections {
			r := &c.Items[i].Corrections[k]
			if !r.Whole || r.Name != "" || outletOf(c, i) == "" {
				continue
			}
			if from == nil {
				from, holds = cited(c), said(c)
			}
			out = append(out, takenOver(c, from[outletOf(c, i)], holds, i, r)...)
		}
	}
	return out
}

// cited returns for each outlet of the story the places where others cite it.
func cited(c *check.Case) map[string][]check.Evidence {
	d := newDirectory(c)
	out := map[string][]check.Evidence{}
	for i := range c.Items {
		if c.Primary(i) || c.Copies[i] != i {
			continue
		}
		for k := range c.Items[i].Cites {
			cite := &c.Items[i].Cites[k]
			if to := d.cited(c, cite); to != "" && to != outletOf(c, i) && len(out[to]) < maxArrows {
				out[to] = append(out[to], check.Evidence{Article: i, Item: cite.Item})
			}
		}
	}
	return out
}

// takenOver finds where others cite the outlet of article i for what that
// article says, which it has taken back.
func takenOver(c *check.Case, from []check.Evidence, holds map[sentence]map[[3]int]bool, i int, r *extract.Correction) []check.Finding {
	var out []check.Finding
	claims := claimsOf(c, holds, i)
	shown := map[int]bool{}
	for _, e := range from {
		if shown[e.Article] || !slices.ContainsFunc(claims, newClaim(holds, e.Article, &e.Item).same) {
			continue
		}
		shown[e.Article] = true
		f := unapplied(c, e.Article, e.Item, i, r.Item, outletOf(c, i), true, 0)
		f.Message = "it is cited from " + who(c, i) + ", which has taken the article back"
		f.Why = []string{"the sentence says what the article said that was taken back"}
		out = append(out, f)
	}
	return out
}

// claimsOf returns what the sentences of an article say that hold an item.
func claimsOf(c *check.Case, holds map[sentence]map[[3]int]bool, i int) []claim {
	seen := map[sentence]bool{}
	var out []claim
	add := func(it *extract.Item) {
		if at := sentenceOf(i, it); !seen[at] && len(out) < maxArrows {
			seen[at] = true
			out = append(out, newClaim(holds, i, it))
		}
	}
	items := &c.Items[i]
	for k := range items.Figures {
		add(&items.Figures[k].Item)
	}
	for k := range items.Quotes {
		add(&items.Quotes[k].Item)
	}
	for k := range items.Dates {
		add(&items.Dates[k].Item)
	}
	return out
}
