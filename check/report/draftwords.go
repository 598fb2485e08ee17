package report

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// words is what the draft has and what it counts: as much as has room.
func (v *draftView) words(kind string, it *extract.Item, what string, room int) string {
	said, what := Terminal(it.Text), Terminal(what)
	if kind == "quote" {
		what = called(it)
		if !quotation(said) && it.Text != "" {
			said = cutTo(said, room-columns(what)-2)
		}
		if what == "" {
			return cut(said, room)
		}
		return cut(cut(what, max(room/2, 12))+": "+said, room)
	}
	if what == "" {
		return cut(inPlace(said, it), room)
	}
	return cut(said+" · "+what, room)
}

func cutTo(s string, n int) string { return cut(s, max(n, 12)) }

// inPlace is an item with words of its sentence, where nothing else says what
// it counts: those after it if they go on from it, else those before.
func inPlace(said string, it *extract.Item) string {
	const few = 4
	before, after := around(it)
	fs := strings.Fields(Terminal(after))
	if len(fs) > 1 && goesOn[strings.ToLower(fs[0])] {
		return said + " " + strings.TrimRight(strings.Join(fs[:min(few, len(fs))], " "), ".,;:”\"")
	}
	fs = strings.Fields(Terminal(before))
	return strings.TrimLeft(strings.Join(append(fs[max(len(fs)-few, 0):], said), " "), "“\"(")
}

// goesOn are words by which a phrase goes on after a number.
var goesOn = map[string]bool{"of": true, "in": true, "for": true, "from": true, "per": true, "at": true, "on": true, "after": true, "before": true}

// againAt says where else the draft has an item.
func againAt(it *check.DraftItem) string {
	if len(it.Again) == 0 {
		return ""
	}
	var at []string
	for i := range it.Again {
		if i == 2 {
			at = append(at, fmt.Sprintf("+%d", len(it.Again)-i))
			break
		}
		at = append(at, lineColumn(&it.Again[i]))
	}
	return " (again " + strings.Join(at, ", ") + ")"
}

// snippet is the words of another outlet, with those that count marked.
func (v *draftView) snippet(o *check.Other, it *check.DraftItem, room int) string {
	if quotation(o.Item.Text) || it != nil && it.Kind == "quote" { // a sentence within a quotation has no mark of its own
		var marks []text.Span
		if it != nil {
			_, marks = unlike(it.Item.Text, o.Item.Text)
		}
		return v.line(shortenTo(marked(o.Item.Text, marks), room))
	}
	lead, tail := around(&o.Item)
	lead, tail = strings.TrimLeft(Terminal(lead), " "), strings.TrimRight(Terminal(tail), " ")
	core := "‹" + cutMiddle(Terminal(o.Item.Text), max(room-4, 12)) + "›"
	left := max(room-columns(core)-2, 0)
	if columns(lead) > left*2/3 {
		lead = cutFront(lead, max(left*2/3, left-columns(tail)))
	}
	tail = cut(tail, max(left-columns(lead), 2))
	return v.line([]run{{"“" + lead, normal}, {core, mark}, {tail + "”", normal}})
}

func (v *draftView) line(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(v.p.paint(r.style, r.text))
	}
	return b.String()
}

// shortenTo cuts runs to one line, keeping the marked ones.
func shortenTo(runs []run, room int) []run {
	total, marks := 0, 0
	for _, r := range runs {
		total += columns(r.text)
		if r.style == mark {
			marks += min(columns(r.text), room/2)
		}
	}
	if total <= room {
		return runs
	}
	plain := len(runs)
	for _, r := range runs {
		if r.style == mark {
			plain--
		}
	}
	each := max((room-marks)/max(plain, 1), 8)
	for i := range runs {
		switch r := &runs[i]; {
		case r.style == mark:
			if columns(r.text) > room/2 {
				r.text = cutMiddle(r.text, max(room/2, 12))
			}
		case i == 0 && len(runs) > 1:
			r.text = cutFront(r.text, each)
		case i == len(runs)-1:
			r.text = cut(r.text, each)
		default:
			r.text = cutMiddle(r.text, each)
		}
	}
	return runs
}

// unasked reports whether the draft gives nobody for an item. When something
// was needs nobody's word.
func unasked(it *check.DraftItem) bool { return asked(it, 0) == "nobody" }

// backer is the place of an item at which the draft gives the best source.
func backer(it *check.DraftItem) *extract.Item {
	best := &it.Item
	for i := range it.Again {
		if askRank(&it.Again[i]) > askRank(best) {
			best = &it.Again[i]
		}
	}
	return best
}

// asked says whom a reader could ask, in so many columns.
func asked(it *check.DraftItem, room int) string {
	best := backer(it)
	who := called(best)
	switch best.Provenance {
	case extract.Traceable:
		if who == "" {
			return "traceable"
		}
		return strings.TrimPrefix(cutTo(who, room-len(": traceable"))+": traceable", ": ")
	case extract.NamedSource:
		if who == "" {
			return "nobody"
		}
		return cutTo(who, room)
	case extract.AnonymousSource:
		return cutTo(strings.TrimSuffix("unnamed: "+who, ": "), room)
	case extract.VagueSource:
		return cutTo(strings.TrimSuffix("vague: "+who, ": "), room)
	}
	if who != "" || it.Kind == "date" {
		return cutTo(who, room)
	}
	return "nobody"
}

// called is how the draft calls the speaker; "" where that is a pronoun of
// which nobody can say whom it means.
func called(it *extract.Item) string {
	if it.Speaker.Name != "" {
		return Terminal(it.Speaker.Name)
	}
	switch strings.ToLower(it.Speaker.Mention) {
	case "he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "one", "some", "others":
		return ""
	}
	return Terminal(it.Speaker.Mention)
}

func askRank(it *extract.Item) int {
	for i, p := range []extract.Provenance{extract.VagueSource, extract.AnonymousSource, extract.NamedSource, extract.Traceable} {
		if it.Provenance == p {
			return i + 1
		}
	}
	return 0
}
