package report

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A draftView writes the drafts of one story as their editor reads them:
// trouble first, each item on a line, what others have indented below.
type draftView struct {
	*textReporter
	b     strings.Builder
	res   *check.Result
	d     *check.Draft
	path  string
	place int // columns of a place
	said  int // columns of what the draft says
}

// draftGroups are the headings of the standings.
var draftGroups = map[check.Standing]string{
	check.Contradicted: "CONTRADICTED",
	check.Differing:    "DIFFERS, BOTH MAY BE RIGHT",
	check.ToMend:       "MEND BEFORE PUBLISHING",
	check.Confirmed:    "CONFIRMED",
	check.Unshared:     "ALONE",
	check.SetAside:     "SILENCED, NOT COUNTED",
	check.NotCompared:  "NOT COMPARED",
}

var draftStyles = map[check.Standing]style{
	check.Contradicted: red, check.Differing: yellow, check.ToMend: yellow,
	check.Confirmed: green, check.Unshared: bold, check.SetAside: dim, check.NotCompared: bold,
}

// drafts writes the drafts of a story.
func (r *textReporter) drafts(res *check.Result) string {
	var b strings.Builder
	for i := range res.Drafts {
		if r.shown > 0 {
			b.WriteByte('\n')
		}
		r.shown++
		v := &draftView{textReporter: r, res: res, d: &res.Drafts[i]}
		v.write()
		b.WriteString(v.b.String())
	}
	return b.String()
}

func (v *draftView) write() {
	v.heading()
	v.measure()
	if v.o.InOrder {
		v.b.WriteByte('\n')
		for i := range v.d.Items {
			v.item(&v.d.Items[i], true)
		}
		v.loose()
	} else {
		for _, s := range check.Standings {
			v.group(s)
		}
	}
	if v.o.Missing {
		v.missing()
	}
	v.summary()
}

// heading says which draft is vetted against what.
func (v *draftView) heading() {
	ref := article(v.res, v.d.Article)
	v.path = v.name(ref)
	day := published(ref)
	if day == "" {
		day = "undated"
	}
	fmt.Fprintf(&v.b, "%s  %s  %s\n", v.p.paint(bold, v.path), heading(ref), v.p.paint(dim, day))
	if len(v.d.Against)+len(v.d.Same) == 0 {
		v.b.WriteString(v.p.paint(yellow, "no story of the corpus matches this draft") + "\n")
		return
	}
	defer func() {
		if names := v.names(v.d.Same); len(names) > 0 {
			v.hang(&v.b, "one text  ", 10, run{"with the draft, and so no second source: ", normal}, run{strings.Join(names, " · "), dim})
		}
	}()
	for _, n := range v.res.Notices {
		if n.Name == "weak-match" && strings.HasPrefix(n.Message, ref.Name+" ") {
			v.hang(&v.b, "weak      ", 10, run{Terminal(strings.TrimPrefix(n.Message, ref.Name+" ")), yellow})
		}
	}
	v.hang(&v.b, "against   ", 10, run{fmt.Sprintf("%s, %s: ", Count(len(v.d.Against), "article"), Count(v.d.Outlets, "independent outlet")), normal},
		run{strings.Join(v.names(v.d.Against), " · "), dim})
}

// stubWords is how many words an article has that is cut off after its first
// lines.
const stubWords = 120

// names names the outlets of articles, each once, and what is to be known of
// these.
func (v *draftView) names(articles []int) []string {
	var names []string
	count := map[string]int{}
	for _, i := range articles {
		name := Terminal(v.outlet(i))
		if w := article(v.res, i).Words; w > 0 && w < stubWords {
			name += fmt.Sprintf(" (stub: %s)", Count(w, "word"))
		}
		if c := v.res.Copies; i < len(c) && c[i] != i {
			name += " (copy)"
		}
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	for i, name := range names {
		if n := count[name]; n > 1 {
			names[i] = fmt.Sprintf("%s ×%d", name, n)
		}
	}
	return names
}

// outlet names who published article i.
func (v *draftView) outlet(i int) string {
	ref := article(v.res, i)
	if ref.Outlet != "" {
		return ref.Outlet
	}
	return v.name(ref)
}

// measure finds how wide the columns are. Places are told with the path where
// that leaves room for the words.
func (v *draftView) measure() {
	const short = 22
	if columns(v.path) > short {
		v.path = ""
	}
	for i := range v.d.Items {
		v.place = max(v.place, columns(v.at(&v.d.Items[i].Item)))
	}
	v.said = max(36, v.o.width()-v.place-42)
}

// at is a place in the draft, as terminals let it be opened.
func (v *draftView) at(it *extract.Item) string {
	where := lineColumn(it)
	if v.path != "" {
		where = v.path + ":" + where
	}
	return where
}

func lineColumn(it *extract.Item) string {
	if it.At.Basis == text.InTitle {
		return "title"
	}
	return fmt.Sprintf("%d:%d", it.At.From.Line, it.At.From.Column)
}

// group writes the items of one standing.
func (v *draftView) group(s check.Standing) {
	var items, short []*check.DraftItem
	for i := range v.d.Items {
		it := &v.d.Items[i]
		switch {
		case it.Standing != s:
		case v.brief(it):
			short = append(short, it)
		default:
			items = append(items, it)
		}
	}
	loose := v.listedLoose(s)
	n := len(items) + len(short) + len(loose)
	if n == 0 {
		return
	}
	title := fmt.Sprintf("%s (%d)", draftGroups[s], n)
	switch s {
	case check.Confirmed:
		title += v.p.paint(dim, ": another outlet prints it, which does not make it true")
	case check.Unshared:
		title += strings.Repeat(" ", max(2, v.place+v.said+11-columns(title))) + v.p.paint(dim, "whom a reader could ask")
	}
	v.b.WriteString("\n " + v.p.paint(draftStyles[s], title) + "\n")
	for _, it := range items {
		v.item(it, false)
	}
	for _, n := range loose {
		v.finding(&v.res.Findings[n])
	}
	v.briefly(short)
}

// brief reports whether an item needs no line of its own: a small count that
// anybody can see, a date that no other outlet speaks of.
func (v *draftView) brief(it *check.DraftItem) bool {
	if v.o.Verbose || v.faulted(it) {
		return false
	}
	switch it.Standing {
	case check.Confirmed:
		return it.Minor
	case check.Unshared:
		return it.Minor || it.Kind == "date"
	case check.NotCompared:
		return len(v.d.Against) > 0 && len(it.Near)+len(it.Against) == 0
	}
	return false
}

// briefly writes items on few lines, those of one kind and cause together.
func (v *draftView) briefly(items []*check.DraftItem) {
	var labels []string
	lists := map[string][]string{}
	for _, it := range items {
		label := "small counts"
		if it.Kind != "figure" {
			label = it.Kind + "s"
		}
		if it.Why != "" {
			label += ", " + Terminal(it.Why)
		}
		if lists[label] == nil {
			labels = append(labels, label)
		}
		lists[label] = append(lists[label], fmt.Sprintf("%s %s", Terminal(it.Item.Text), lineColumn(&it.Item)))
	}
	for _, label := range labels {
		v.hang(&v.b, " ", 3, run{label + ": ", normal}, run{strings.Join(lists[label], " · "), dim})
	}
}

// faulted reports whether a finding about an item is listed.
func (v *draftView) faulted(it *check.DraftItem) bool {
	for _, n := range it.Findings {
		if v.o.lists(v.res.Findings[n].Level, check.Warning) {
			return true
		}
	}
	return false
}

// missing lists what several outlets have and the draft has not.
func (v *draftView) missing() {
	if len(v.d.Missing) == 0 {
		v.b.WriteString("\n " + v.p.paint(bold, "MISSING (0)") + v.p.paint(dim, ": nothing that three or more outlets have") + "\n")
		return
	}
	v.b.WriteString("\n " + v.p.paint(bold, fmt.Sprintf("MISSING (%d)", len(v.d.Missing))) +
		v.p.paint(dim, ": three or more outlets have it, the draft has not") + "\n")
	for i := range v.d.Missing {
		m := &v.d.Missing[i]
		first := &m.Places[0]
		left := " " + pad(m.Kind, 6) + "  " + pad(v.words(m.Kind, &first.Item, m.What, v.said+v.place), v.said+v.place)
		v.b.WriteString(left + "  " + v.p.paint(dim, v.outlets(m.Outlets, m.Places, v.o.width()-columns(left)-2)) + "\n")
	}
}

// summary counts the items by their standings.
func (v *draftView) summary() {
	of := map[check.Standing]int{}
	nobody := 0
	for i := range v.d.Items {
		it := &v.d.Items[i]
		of[it.Standing]++
		if unasked(it) {
			nobody++
		}
	}
	parts := []string{fmt.Sprintf("%d confirmed", of[check.Confirmed]), fmt.Sprintf("%d contradicted", of[check.Contradicted]),
		fmt.Sprintf("%d differ", of[check.Differing])}
	if of[check.Differing] == 1 {
		parts[2] += "s"
	}
	if n := of[check.ToMend]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d to mend", n))
	}
	if n := of[check.SetAside]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d silenced", n))
	}
	parts = append(parts, fmt.Sprintf("%d alone", of[check.Unshared]), fmt.Sprintf("%d not compared", of[check.NotCompared]))
	fmt.Fprintf(&v.b, "\n%s: %s · %d without anybody to ask\n", Count(len(v.d.Items), "item"), strings.Join(parts, ", "), nobody)
	if !v.o.Missing && len(v.d.Missing) > 0 {
		v.b.WriteString(Count(len(v.d.Missing), "item") + " that three or more outlets have and the draft has not: --missing lists them\n")
	}
	if len(v.d.Furniture) > 0 {
		v.b.WriteString("Ignored as page furniture: " + namedLines(v.d.Furniture) + "\n")
	}
}

// namedLines names lines: "lines 8, 25–28".
func namedLines(places []text.Place) string {
	var parts []string
	n := 0
	for _, r := range lineRanges(places) {
		n += r[1] - r[0] + 1
		if r[0] == r[1] {
			parts = append(parts, fmt.Sprint(r[0]))
		} else {
			parts = append(parts, fmt.Sprintf("%d–%d", r[0], r[1]))
		}
	}
	if n == 1 {
		return "line " + parts[0]
	}
	return "lines " + strings.Join(parts, ", ")
}
