package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// items returns the facts of the draft, each with what other outlets have. A
// fact that the draft states twice is one item. Left out are indirect speech,
// lengths of time, dates of which the draft tells nothing, and what stands in
// the furniture of the page.
func (v *vetting) items() []DraftItem {
	var out []DraftItem
	for _, g := range v.groups {
		var sides []int
		for _, r := range g.x.Readings {
			if r.Article == v.article && !slices.Contains(sides, r.Side) {
				sides = append(sides, r.Side)
			}
		}
		for _, s := range sides {
			if it, ok := v.item(g, s); ok {
				out = append(out, it)
			}
		}
	}
	out = append(out, v.undated()...)
	slices.SortStableFunc(out, compareItems)
	return v.restated(repeated(out))
}

// restated joins to a sum that others have the same sum of the same paragraph
// that was not matched: "$60 a share … that $60 offer".
func (v *vetting) restated(items []DraftItem) []DraftItem {
	firm := func(it *DraftItem) bool {
		return it.Compared == Confirmed || it.Compared == Contradicted || it.Compared == Differing
	}
	shared := map[int][]int{} // by paragraph, the items that others have something of
	figures := make([]*extract.Figure, len(items))
	for i := range items {
		if figures[i] = v.c.figureAt(v.article, &items[i].Item); figures[i] != nil && firm(&items[i]) {
			shared[figures[i].Block] = append(shared[figures[i].Block], i)
		}
	}
	var out []int
	for i := range items {
		it, f := &items[i], figures[i]
		to := -1
		if f != nil && !firm(it) && distinct(f) {
			to = slices.IndexFunc(shared[f.Block], func(k int) bool {
				g := figures[k]
				return g.Span != f.Span && align.SameValue(*f, *g) && !f.Hedged() && !g.Hedged()
			})
		}
		if to < 0 {
			out = append(out, i)
			continue
		}
		known := &items[shared[f.Block][to]]
		known.Again = append(append(known.Again, it.Item), it.Again...)
	}
	kept := make([]DraftItem, 0, len(out))
	for _, i := range out {
		kept = append(kept, items[i])
	}
	return kept
}

// distinct reports whether a figure is a measure of two digits or a count of
// three, which is not met twice in a paragraph by chance.
func distinct(f *extract.Figure) bool {
	switch n := f.Low.Trim().Coef; f.Kind {
	case extract.Age, extract.Lasting:
		return false
	case extract.Count:
		return n >= 100
	default:
		return n >= 10 || f.Low.Float() >= 10
	}
}

// item makes an item of what the draft has on a side of a group.
func (v *vetting) item(g laid, side int) (DraftItem, bool) {
	it := DraftItem{Kind: g.x.Kind}
	var own []int
	for i, r := range g.x.Readings {
		if r.Article == v.article && r.Side == side && !v.onPage(&r.Item) {
			own = append(own, i)
		}
	}
	if len(own) == 0 {
		return it, false
	}
	slices.SortStableFunc(own, func(i, j int) int {
		return comparePlaces(g.x.Readings[i].Evidence, g.x.Readings[j].Evidence)
	})
	for n, i := range own {
		if n == 0 {
			it.Item = g.x.Readings[i].Item
		} else {
			it.Again = append(it.Again, g.x.Readings[i].Item)
		}
		it.What = cmp.Or(it.What, g.what(i))
	}
	if g.figures != nil {
		f := &g.figures[own[0]].Item
		it.Minor = minor(f) || f.Kind == extract.Lasting && v.inDate(&f.Item)
	}
	v.stand(&it, g, own)
	return it, it.Compared != Unshared || g.listed(own[0])
}

func (v *vetting) onPage(it *extract.Item) bool {
	for _, f := range v.furniture {
		if f.Span.Overlaps(it.Span) && f.Span.Start <= it.Span.Start {
			return true
		}
	}
	return false
}

// undated returns the dates that could not be compared because the draft does
// not say when it appears.
func (v *vetting) undated() []DraftItem {
	if !v.c.Articles[v.article].Published.IsZero() {
		return nil
	}
	var out []DraftItem
	for _, d := range v.c.Items[v.article].Dates {
		if d.Type == extract.DayDate && !d.Resolved() && resolvable(d) && !v.onPage(&d.Item) {
			out = append(out, DraftItem{Kind: "date", Item: d.Item, What: d.Of, Compared: NotCompared, Why: "the draft has no date to count from"})
		}
	}
	return out
}

// repeated joins items that nobody else has and that the draft has twice in
// the same words: to the editor they are one.
func repeated(items []DraftItem) []DraftItem {
	var out []DraftItem
	first := map[string]int{}
	for _, it := range items {
		key := it.Kind + "\x00" + text.Bare(it.Item.Text) + "\x00" + words.Stem(text.Bare(it.What))
		n, ok := first[key]
		plain := it.Compared == Unshared && len(it.Item.Text) >= len("$1 bn")
		if ok && plain {
			out[n].Again = append(append(out[n].Again, it.Item), it.Again...)
			continue
		}
		if plain {
			first[key] = len(out)
		}
		out = append(out, it)
	}
	return out
}

// inDate reports whether a figure is part of a date: "25 years ago".
func (v *vetting) inDate(it *extract.Item) bool {
	for _, d := range v.c.Items[v.article].Dates {
		if d.Span.Covers(it.Span) && d.Resolved() {
			return true
		}
	}
	return false
}

// minor reports whether a figure is a count of a few things, in words, that
// nobody need have counted: "two companies", "six patents".
func minor(f *extract.Figure) bool {
	return (f.Kind == extract.Count || f.Kind == extract.Lasting) && !f.Measure.Grows && f.Low == f.High &&
		f.Low.Cmp(extract.NewNumber(few)) <= 0 && !strings.ContainsAny(f.Text, "0123456789") && f.Part == extract.Text
}

const few = 12

// measured is what a figure counts, in the article's words.
func measured(f *extract.Figure) string {
	of := cmp.Or(f.Of, f.Noun)
	if strings.Contains(text.Bare(f.Text), text.Bare(of)) {
		of = ""
	}
	if s := f.Measure.Subset; s != "" && !strings.Contains(of, s) {
		of = strings.TrimSpace(of + " (" + s + ")")
	}
	return of
}

// missing returns what three or more outlets have and the draft has not, the
// most widely printed first.
func (v *vetting) missing() []Missing {
	const several = 3
	var out []Missing
	for _, g := range v.groups {
		bySide := map[int][]Other{}
		mine := false
		for _, r := range g.x.Readings {
			if r.Article == v.article {
				mine = true
			}
			if v.other(r.Article) && !v.carries(bySide[r.Side], r.Article) {
				bySide[r.Side] = append(bySide[r.Side], Other{Evidence: r.Evidence, Verdict: Agree})
			}
		}
		if mine || !g.listed(0) || g.figures != nil && minor(&g.figures[0].Item) {
			continue
		}
		best := -1
		for side, os := range bySide {
			if len(os) >= several && (best < 0 || len(os) > len(bySide[best]) || len(os) == len(bySide[best]) && side < best) {
				best = side
			}
		}
		if best < 0 || v.hasValue(g) {
			continue
		}
		out = append(out, Missing{Kind: g.x.Kind, What: g.x.Subject, Outlets: len(bySide[best]), Places: bySide[best]})
	}
	slices.SortStableFunc(out, func(a, b Missing) int {
		return cmp.Or(b.Outlets-a.Outlets, cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)), comparePlaces(a.Places[0].Evidence, b.Places[0].Evidence))
	})
	return out
}

// carries reports whether the outlet of article i is among os.
func (v *vetting) carries(os []Other, i int) bool {
	return slices.ContainsFunc(os, func(o Other) bool { return v.c.Origins[o.Article] == v.c.Origins[i] })
}

// hasValue reports whether the draft has the number or the day of a group after
// all, of something that could not be seen to be the same.
func (v *vetting) hasValue(g laid) bool {
	if g.x.Kind == "date" {
		return v.hasDay(g)
	}
	for _, m := range g.figures {
		for _, f := range v.c.Items[v.article].Figures {
			if v.other(m.Article) && f.Kind == m.Item.Kind && align.SameValue(f, m.Item) {
				return true
			}
		}
	}
	return false
}

// hasDay reports whether the draft has a date that lies within one of a group.
func (v *vetting) hasDay(g laid) bool {
	for _, m := range g.dates {
		for _, d := range v.c.Items[v.article].Dates {
			within := d.Resolved() && d.Of != "" && !d.From.Before(m.Item.From) && !d.To.After(m.Item.To)
			if v.other(m.Article) && (within || text.Bare(d.Text) == text.Bare(m.Item.Text)) {
				return true
			}
		}
	}
	return false
}
