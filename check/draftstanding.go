package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// stand says what other outlets have beside the draft's readings of a group.
func (v *vetting) stand(it *DraftItem, in laid, own []int) {
	g := newStance(in, own)
	prints := map[uint64]bool{}
	side := g.x.Readings[own[0]].Side
	for _, i := range own {
		if r := &g.x.Readings[i]; g.x.Kind != "quote" && longPrint(&r.Item) {
			prints[r.Item.Print] = true
		}
	}
	reprinted := false
	for i, r := range g.x.Readings {
		if !v.other(r.Article) || r.Side != side || g.coarser(i) {
			continue
		}
		if prints[r.Item.Print] {
			reprinted = true // one sentence of an agency is one source
			continue
		}
		if !v.carries(it.With, r.Article) {
			n := v.best(g, i)
			o := Other{Evidence: g.x.Readings[n].Evidence, Verdict: Agree}
			if g.apart != nil {
				o.Sum = g.apart(own[0], n)
			}
			it.With = append(it.With, o)
		}
	}
	v.contrasts(it, g)
	it.Outlets = len(it.With)
	switch {
	case slices.ContainsFunc(it.Against, func(o Other) bool { return o.Verdict == Conflict }):
		it.Compared, it.Near = Contradicted, nil
		v.also(it)
	case len(it.Against) > 0:
		it.Compared, it.Near = Differing, nil
		v.also(it)
	case len(it.With) > 0:
		it.Compared = Confirmed // whoever has something else was too loosely matched, but is shown
	default:
		v.unshared(it)
		if reprinted {
			it.Notes = append(it.Notes, Line{"note", "another outlet prints this very sentence: one source, counted once"})
		}
	}
}

// also notes who else has the very number that is contradicted, be it of what
// could not be seen to be the same thing.
func (v *vetting) also(it *DraftItem) {
	f := v.c.figureAt(v.article, &it.Item)
	if f == nil || it.Kind != "figure" || !distinct(f) {
		return
	}
	var same []Other
	for i := range v.c.Items {
		if !v.other(i) || v.carries(it.With, i) || v.carries(it.Against, i) {
			continue
		}
		for k := range v.c.Items[i].Figures {
			if g := &v.c.Items[i].Figures[k]; g.Kind == f.Kind && g.Unit == f.Unit && g.Low.Equal(f.Low) && g.High.Equal(f.High) {
				same = append(same, Other{Evidence: Evidence{i, g.Item}, Why: "the same number: same thing?"})
				break
			}
		}
	}
	it.Near = append(same, it.Near...)
}

// likely is the score of a match at which an editor should look at what
// differs; below, it may well be two things.
const likely = 0.5

// likelyDay is the same for dates, of which an article has many and each event
// its own: only a direct match counts.
const likelyDay = 0.65

// contrasts collects what other outlets have that is not the same: of one
// outlet the hardest, and nothing where it has the same, too.
func (v *vetting) contrasts(it *DraftItem, g *stance) {
	for _, n := range g.contrastsOfOwn() {
		k := &g.x.Contrasts[n]
		mine, i := g.ends(k)
		r := &g.x.Readings[i]
		if !v.other(r.Article) || v.carries(it.With, r.Article) {
			continue
		}
		n := v.best(g, i)
		o := Other{Evidence: g.x.Readings[n].Evidence, Verdict: k.Verdict, Why: k.Why}
		if g.apart != nil {
			o.Sum = g.apart(mine, n)
		}
		if who := speakerName(&o.Item.Speaker); k.Speaker && who != "" {
			o.Why = "given to " + who
		}
		if g.x.Kind == "quote" && (k.Speaker || k.Match.Weight() <= words.Light) {
			o.Verdict = Diverge // that it cannot be is for a rule to say
		}
		switch {
		case g.x.Kind == "quote" && k.Match.Equal == 0:
			continue // another sentence of the same speaker: a rule says whether that is trouble
		case g.x.Kind == "quote" && k.Verdict == Diverge && !k.Speaker && k.Match.Weight() <= words.Light && k.Match.Turned == 0:
			if g.oneSpeaker(mine, n) {
				o.Why = "small words differ"
				it.With = append(it.With, o)
			}
		case g.figures != nil && inRoundWords(&g.figures[mine].Item, &g.figures[n].Item):
			o.Why, o.Sum = "in round words", ""
			it.With = append(it.With, o)
		case v.lower(g.laid, mine, n) && k.Verdict == Update:
			if !v.carries(it.Earlier, r.Article) {
				o.Why = "" // that it grew is what the list says
				it.Earlier = append(it.Earlier, o)
			}
		case g.x.Kind == "date" && g.match[i] < likelyDay:
			v.loosely(it, o)
		case g.x.Kind == "figure" && g.sure(mine, i) < likely:
			if !it.Minor {
				v.loosely(it, o)
			}
		default:
			v.against(it, o)
		}
	}
	it.Against = slices.DeleteFunc(it.Against, func(o Other) bool { return v.carries(it.With, o.Article) })
	slices.SortStableFunc(it.Against, func(a, b Other) int { return hardness(b.Verdict) - hardness(a.Verdict) })
}

// inRoundWords reports whether one of two figures is no number but a word for
// many, "dozens", and the other is as many.
func inRoundWords(a, b *extract.Figure) bool {
	for _, f := range []*extract.Figure{a, b} {
		if ws := strings.Fields(text.Bare(f.Text)); len(ws) > 0 && words.Many.Has(ws[len(ws)-1]) && !strings.ContainsAny(f.Text, "0123456789") {
			return a.Logical().Meets(b.Logical())
		}
	}
	return false
}

// unshared tells what nobody else has from what looked like something of
// another outlet and was not compared.
func (v *vetting) unshared(it *DraftItem) {
	it.Compared = Unshared
	if it.Kind == "date" {
		it.Near = nil
		return // that another date was not compared is no news
	}
	for k := -1; k < len(it.Again); k++ {
		x := &it.Item
		if k >= 0 {
			x = &it.Again[k]
		}
		for _, o := range v.near[spotOf(v.article, x)] {
			if !v.carries(it.Near, o.Article) {
				it.Near = append(it.Near, o)
			}
		}
	}
	it.Near = slices.DeleteFunc(it.Near, func(o Other) bool { return v.remote(it, &o) })
	slices.SortStableFunc(it.Near, func(a, b Other) int { return comparePlaces(a.Evidence, b.Evidence) })
	v.also(it)
	if len(it.Near) == 0 {
		return
	}
	it.Compared, it.Why = NotCompared, it.Near[0].Why
}

// remote reports whether a number is so far from the draft's that nobody would
// take the one for the other.
func (v *vetting) remote(it *DraftItem, o *Other) bool {
	if it.Kind != "figure" {
		return false
	}
	a, b := v.c.figureAt(v.article, &it.Item), v.c.figureAt(o.Article, &o.Item)
	return a != nil && b != nil && apart(a, b)
}

// figureAt returns the figure of an article at a place, or nil.
func (c *Case) figureAt(article int, it *extract.Item) *extract.Figure {
	fs := c.Items[article].Figures // in the order of the text
	at, _ := slices.BinarySearchFunc(fs, it.Span.Start, func(f extract.Figure, start int) int { return f.Span.Start - start })
	for i := at; i < len(fs) && fs[i].Span.Start == it.Span.Start; i++ {
		if fs[i].Span == it.Span {
			return &fs[i]
		}
	}
	return nil
}

// figuresApart says how far figure b is from a: "−1.9 %", "+1"; nothing where
// that is no plain sum.
func figuresApart(a, b *extract.Figure) string {
	if a.Unit != b.Unit && (a.Kind != extract.Count || b.Kind != extract.Count) || a.Low != a.High || b.Low != b.High {
		return ""
	}
	d := b.Low.Sub(a.Low).Float()
	if d == 0 {
		return ""
	}
	if a.Kind == extract.Percent {
		return signed(d, 1) + " points"
	}
	base := a.Low.Float()
	if a.Kind == extract.Count && base < 1000 && base > -1000 && d == float64(int64(d)) {
		return signed(d, 0)
	}
	if base <= 0 {
		return ""
	}
	if p := 100 * d / base; p < 1000 && (p >= 0.05 || p <= -0.05) {
		return signed(p, 1) + " %"
	}
	return ""
}

// signed writes a difference with its sign.
func signed(d float64, digits int) string {
	if d < 0 {
		return fmt.Sprintf("−%.*f", digits, -d)
	}
	return fmt.Sprintf("+%.*f", digits, d)
}

// daysApart says how far date b is from a.
func daysApart(a, b *extract.Date) string {
	days := int(b.From.Sub(a.From).Hours() / 24)
	switch {
	case a.Grain != "day" || b.Grain != "day" || days == 0 || !a.Resolved() || !b.Resolved():
		return ""
	case days == 1:
		return "a day later"
	case days == -1:
		return "a day earlier"
	case days > 0:
		return fmt.Sprintf("%d days later", days)
	}
	return fmt.Sprintf("%d days earlier", -days)
}

// sums looks for two figures of one paragraph that make a figure which two
// other outlets have and the draft has not: $60 in cash and $22 in stock are
// the $82 of others.
func (v *vetting) sums(items []DraftItem) {
	at := map[spot]int{}
	for i := range items {
		at[spotOf(v.article, &items[i].Item)] = i
	}
	fs := v.c.Items[v.article].Figures
	for i := range fs {
		for j := i + 1; j < len(fs) && fs[j].Block == fs[i].Block; j++ {
			a, b := &fs[i], &fs[j]
			n, ok := at[spotOf(v.article, &b.Item)]
			if !ok || !addable(a, b) || items[n].Compared == Contradicted {
				continue
			}
			if text := v.sum(a, b); text != "" {
				items[n].Notes = append(items[n].Notes, Line{"sum", text})
			}
		}
	}
}

// addable reports whether two figures are exact sums of one money.
func addable(a, b *extract.Figure) bool {
	money := func(f *extract.Figure) bool { return f.Kind == extract.Money || f.Kind == extract.Rate }
	return money(a) && money(b) && a.Unit == b.Unit && a.Low == a.High && b.Low == b.High && !a.Hedged() && !b.Hedged() && a.Low.Cmp(b.Low) != 0
}

func (v *vetting) sum(a, b *extract.Figure) string {
	total := a.Low.Add(b.Low)
	for _, g := range v.groups {
		var os []Other
		for n, m := range g.figures {
			f := &m.Item
			if v.other(m.Article) && f.Kind == a.Kind && f.Unit == a.Unit && f.Low == f.High && f.Low.Equal(total) && !v.carries(os, m.Article) {
				os = append(os, Other{Evidence: g.x.Readings[n].Evidence})
			}
		}
		if len(os) > 1 && !v.hasValue(g) {
			return fmt.Sprintf("%s + %s = the %s of %d other outlets", a.Text, b.Text, os[0].Item.Text, len(os))
		}
	}
	return ""
}
