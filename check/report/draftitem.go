package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// item writes an item on a line and below it what it stands beside. In the
// order of the draft the line says the standing, too.
func (v *draftView) item(it *check.DraftItem, inOrder bool) {
	left := " " + v.p.paint(dim, pad(v.at(&it.Item), v.place)) + "  "
	if inOrder {
		left += v.p.paint(draftStyles[it.Standing], pad(string(it.Standing), 13))
	}
	again := againAt(it)
	said := v.words(it.Kind, &it.Item, it.What, v.said-columns(again)) + again
	left += pad(it.Kind, 7) + " " + pad(said, v.said)
	room := max(v.o.width()-v.place-v.said-13, 16)
	v.b.WriteString(strings.TrimRight(left+"  "+v.right(it, room), " ") + "\n")
	v.evidence(it)
}

// right is what stands at the end of an item's line.
func (v *draftView) right(it *check.DraftItem, room int) string {
	switch it.Standing {
	case check.Contradicted, check.Differing, check.SetAside:
		return fmt.Sprintf("%d with you, %d against", it.Outlets, len(it.Against))
	case check.Confirmed:
		return v.confirmers(it, room)
	case check.Unshared:
		return asked(it, room)
	case check.NotCompared:
		if len(v.d.Against)+len(v.d.Same) == 0 {
			return asked(it, room)
		}
		return cut(Terminal(cmp.Or(it.Why, "too loose a match")), room)
	}
	if it.Compared == check.Confirmed {
		return v.confirmers(it, room)
	}
	if it.Compared == check.NotCompared {
		return ""
	}
	return v.p.paint(dim, string(it.Compared))
}

// confirmers names the outlets that confirm an item, and says how many have
// something else.
func (v *draftView) confirmers(it *check.DraftItem, room int) string {
	differ := ""
	if n := len(it.Near) + len(it.Against); n > 0 {
		differ = fmt.Sprintf(" · differs: %d", n)
	}
	return v.outlets(it.Outlets, it.With, room-columns(differ)) + differ
}

// outlets names those who have something, with the places.
func (v *draftView) outlets(n int, os []check.Other, room int) string {
	out := fmt.Sprintf("%-2d", n)
	for i := range os {
		next := Terminal(v.outlet(os[i].Article)) + " " + lineColumn(&os[i].Item)
		if i > 0 {
			next = ", " + next
		} else {
			next = " " + next
		}
		if more := fmt.Sprintf(" +%d", len(os)-i); columns(out+next) > room && i > 0 {
			return out + more
		}
		out += next
	}
	return out
}

// evidence writes what is below an item: whom a reader could ask where the
// line has no room for it, what others have, sums, and findings.
func (v *draftView) evidence(it *check.DraftItem) {
	trouble := it.Standing == check.Contradicted || it.Standing == check.Differing
	if trouble {
		v.others("with", it, it.With, 2)
		v.others("against", it, it.Against, 4)
		v.others("see also", it, it.Near, 2)
	}
	if it.Standing == check.SetAside {
		v.others("against", it, it.Against, 2)
	}
	if it.Standing == check.NotCompared {
		v.others("beside", it, append(it.Near[:len(it.Near):len(it.Near)], it.Against...), 1)
	}
	if it.Standing == check.Confirmed {
		v.others("with", it, unequal(it.With), 2)
		v.others("differs", it, append(it.Against[:len(it.Against):len(it.Against)], it.Near...), 2)
	}
	v.others("earlier", it, it.Earlier, 2)
	for _, n := range it.Notes {
		v.note(n.Label, n.Text)
	}
	if trouble || it.Standing == check.ToMend {
		v.note("ask", asked(it, v.o.width()))
	}
	for _, n := range it.Findings {
		f := &v.res.Findings[n]
		if !v.o.lists(f.Level, check.Warning) {
			continue
		}
		v.told(f, trouble)
	}
	v.silenced(it)
}

// silenced says which findings about an item are not counted, and why.
func (v *draftView) silenced(it *check.DraftItem) {
	type note struct{ label, text string }
	said := map[note]bool{} // one comment silences what differs from each outlet
	for i := range v.res.Silenced {
		q := &v.res.Silenced[i]
		if !slices.ContainsFunc(q.Places(), func(e check.Evidence) bool {
			return e.Article == v.d.Article && e.Item.Span == it.Item.Span
		}) {
			continue
		}
		n := note{"silenced", strings.TrimSuffix(q.Rule+": "+q.Reason, ": ")}
		if q.How == check.Known {
			n.label = "known"
		}
		if !said[n] {
			said[n] = true
			v.note(n.label, n.text)
		}
	}
}

func (v *draftView) note(label, s string) {
	if s != "" {
		v.hang(&v.b, "      "+pad(Terminal(label), 8)+" ", 15, run{Terminal(s), normal})
	}
}

// told writes a finding below its item. What the lines above it have shown is
// not said again.
func (v *draftView) told(f *check.Finding, shown bool) {
	if !shown {
		v.note("why", f.Message)
	}
	for _, n := range f.Notes {
		if n.Label == "sum" || n.Label == "note" || v.o.Verbose {
			v.note(n.Label, n.Text)
		}
	}
	tag := f.Rule + " " + string(f.Level)
	if v.o.Verbose {
		tag += " · " + f.Fingerprint + " · confidence: " + Confidence(f)
	}
	v.b.WriteString("      " + pad("rule", 8) + " " + v.p.paint(levelStyle(f.Level), Terminal(tag)) + "\n")
}

// finding writes a finding that is about no item: a name, a vague source.
func (v *draftView) finding(f *check.Finding) {
	for _, e := range f.Places() {
		if e.Article == v.d.Article {
			words := cut(Terminal(e.Item.Text), v.said)
			v.b.WriteString(" " + v.p.paint(dim, pad(v.at(&e.Item), v.place)) + "  " + pad("", 8) + words + "\n")
			break
		}
	}
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Article != v.d.Article {
			v.other("beside", &check.Other{Evidence: *e}, nil)
		}
	}
	v.told(f, false)
}

// listedLoose returns the findings about no item that are listed under s.
func (v *draftView) listedLoose(s check.Standing) []int {
	var out []int
	for _, n := range v.d.Loose {
		f := &v.res.Findings[n]
		of := check.ToMend
		if across(f) {
			of = check.Differing
			if f.Verdict == check.Conflict {
				of = check.Contradicted
			}
		}
		if of == s && v.o.lists(f.Level, check.Warning) {
			out = append(out, n)
		}
	}
	return out
}

func (v *draftView) loose() {
	for _, s := range check.Standings {
		for _, n := range v.listedLoose(s) {
			v.finding(&v.res.Findings[n])
		}
	}
}

// others writes at most n readings of other outlets.
func (v *draftView) others(label string, it *check.DraftItem, os []check.Other, n int) {
	if v.o.Verbose {
		n = len(os)
	}
	for i := range os {
		if i == n {
			switch label {
			case "beside":
			case "earlier":
				v.note("", fmt.Sprintf("and %d more, all lower", len(os)-n))
			default:
				v.note("", fmt.Sprintf("and %d more", len(os)-n))
			}
			return
		}
		head := label
		if i > 0 {
			head = ""
		}
		v.other(head, &os[i], it)
	}
}

// unequal returns those who say the same in other numbers.
func unequal(os []check.Other) []check.Other {
	var out []check.Other
	for _, o := range os {
		if o.Sum != "" || o.Why != "" {
			out = append(out, o)
		}
	}
	return out
}

// other writes what another outlet has: who, where, the words in their
// sentence, and how far they are from the draft's.
func (v *draftView) other(label string, o *check.Other, it *check.DraftItem) {
	head := "      " + pad(label, 8) + " " + pad(Terminal(clip(v.outlet(o.Article), 16)), v.widest()) + " " + v.p.paint(dim, pad(lineColumn(&o.Item), 7)) + " "
	tail := o.Sum
	if o.Why != "" && (it == nil || it.Standing != check.NotCompared) {
		if tail != "" {
			tail += ", "
		}
		tail += Terminal(o.Why)
	}
	if o.Item.Part == extract.Title && o.Item.At.Basis != text.InTitle {
		tail = strings.TrimSuffix("headline; "+tail, "; ")
	}
	indent := 15 + v.widest() + 9
	room := max(v.o.width()-indent-columns(tail)-2, 40)
	if tail != "" {
		tail = "  " + v.p.paint(dim, tail)
	}
	v.b.WriteString(head + v.snippet(o, it, room) + tail + "\n")
}

// widest is the columns that the outlets' names take.
func (v *draftView) widest() int {
	n := 6
	for _, i := range v.d.Against {
		n = max(n, min(columns(Terminal(v.outlet(i))), 16))
	}
	return n
}
