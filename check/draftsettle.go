package check

import (
	"slices"

	"github.com/newsvet/newsvet/corpus/text"
)

// Settle gives the items of the drafts of r the findings that r lists, and
// their standings with what those say. It is to be called again when findings
// have been left out or their levels changed.
func (r *Result) Settle() {
	for i := range r.Drafts {
		d := &r.Drafts[i]
		d.Loose = nil
		for k := range d.Items {
			d.Items[k].Findings, d.Items[k].Standing = nil, d.Items[k].Compared
		}
		at := newItemsAt(d.Items)
		for n := range r.Findings {
			d.attach(at, n, &r.Findings[n])
		}
		unsure := map[*DraftItem]bool{}
		for n := range r.Unsure {
			d.doubt(at, &r.Unsure[n], unsure)
		}
		for k := range d.Items {
			d.Items[k].yield(r.Findings, unsure[&d.Items[k]])
		}
		for n := range r.Silenced {
			d.setAside(at, &r.Silenced[n].Finding)
		}
	}
}

// setAside no longer counts as trouble an item of which all that differs from
// other outlets is silenced: f is one such finding.
func (d *Draft) setAside(at *itemsAt, f *Finding) {
	for _, e := range f.Places() {
		if e.Article != d.Article || len(f.Sides) < 2 {
			continue
		}
		if it := at.item(e.Item.Span); it != nil && len(it.Findings) == 0 && (it.Standing == Contradicted || it.Standing == Differing) {
			it.Standing = SetAside
		}
	}
}

// doubt notes the items that finding f is about, which is not listed for how
// loosely its places were matched.
func (d *Draft) doubt(at *itemsAt, f *Finding, unsure map[*DraftItem]bool) {
	for _, e := range f.Places() {
		if e.Article != d.Article || len(f.Sides) < 2 {
			continue
		}
		if it := at.item(e.Item.Span); it != nil {
			unsure[it] = true
		}
	}
}

// yield takes back what the comparison says where the rule about it has found
// the match no more than possible: it may well be two things.
func (it *DraftItem) yield(findings []Finding, loose bool) {
	if it.Standing != it.Compared || it.Compared != Contradicted && it.Compared != Differing {
		return
	}
	for _, n := range it.Findings {
		if f := &findings[n]; len(f.Sides) > 1 {
			if f.Level.Rank() > Info.Rank() || f.Confidence >= Likely {
				return
			}
			loose = true
		}
	}
	switch {
	case !loose:
	case len(it.With) > 0:
		it.Standing = Confirmed
	default:
		it.Standing = NotCompared
	}
}

// attach gives finding f to the items that it is about, with what it makes of
// each: of a further place beside other outlets no more than that it is one.
func (d *Draft) attach(at *itemsAt, n int, f *Finding) {
	ours, placed := false, false
	for i, places := range append([][]Evidence{f.Evidence}, f.Also...) {
		own, alone := d.own(places)
		if own == nil {
			continue
		}
		ours = true
		it := at.item(own.Item.Span)
		if it == nil {
			continue
		}
		placed = true
		if !slices.Contains(it.Findings, n) {
			it.Findings = append(it.Findings, n)
		}
		if i == 0 || alone {
			it.fault(d, f, alone)
		}
	}
	if ours && !placed {
		d.Loose = append(d.Loose, n)
	}
}

// own returns the first of some places that is in the draft, and whether all
// are.
func (d *Draft) own(places []Evidence) (first *Evidence, alone bool) {
	alone = true
	for i := range places {
		if places[i].Article != d.Article {
			alone = false
		} else if first == nil {
			first = &places[i]
		}
	}
	return first, alone
}

// fault makes of an item what finding f says of it, alone if f is about the
// draft by itself.
func (it *DraftItem) fault(d *Draft, f *Finding, alone bool) {
	if f.Level.Rank() < Warning.Rank() {
		return
	}
	to := Differing
	switch {
	case alone:
		to = ToMend
	case f.Verdict == Conflict:
		to = Contradicted
	case f.Verdict == Agree || f.Verdict == Alone:
		return
	}
	if slices.Index(Standings, to) < slices.Index(Standings, it.Standing) {
		it.Standing = to
	}
	if alone || len(it.Against) > 0 {
		return
	}
	for _, e := range f.Evidence {
		if e.Article != d.Article {
			it.Against = append(it.Against, Other{Evidence: e, Verdict: f.Verdict})
		}
	}
}

// itemsAt finds the items of a draft by their places.
type itemsAt struct {
	exact map[text.Span]*DraftItem
	spots []itemSpot // in the order of the text
	reach []int      // per spot: the end of the one that ends last up to it
}

type itemSpot struct {
	text.Span
	item *DraftItem
}

func newItemsAt(items []DraftItem) *itemsAt {
	at := &itemsAt{exact: map[text.Span]*DraftItem{}}
	add := func(sp text.Span, it *DraftItem) {
		if at.exact[sp] == nil {
			at.exact[sp] = it
		}
		at.spots = append(at.spots, itemSpot{sp, it})
	}
	for i := range items {
		add(items[i].Item.Span, &items[i])
		for k := range items[i].Again {
			add(items[i].Again[k].Span, &items[i])
		}
	}
	slices.SortStableFunc(at.spots, func(a, b itemSpot) int { return a.Start - b.Start })
	reach := 0
	for _, s := range at.spots {
		reach = max(reach, s.End)
		at.reach = append(at.reach, reach)
	}
	return at
}

// item returns the item that stands at a place: the one that is that place if
// there is one, else the shortest that overlaps it.
func (at *itemsAt) item(place text.Span) *DraftItem {
	if it := at.exact[place]; it != nil {
		return it
	}
	n, _ := slices.BinarySearchFunc(at.spots, place.End, func(s itemSpot, end int) int { return s.Start - end })
	var over *itemSpot
	for i := n - 1; i >= 0 && at.reach[i] > place.Start; i-- {
		if s := &at.spots[i]; s.Overlaps(place) && (over == nil || s.Len() <= over.Len()) {
			over = s
		}
	}
	if over == nil {
		return nil
	}
	return over.item
}
