package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// drafts is the editor's view: each item of a draft with its two standings,
// what other outlets have and whom a reader could ask; trouble first, unless
// the draft's order is asked for.
func (p *page) drafts(res *check.Result) {
	b := &p.body
	for i := range res.Drafts {
		d := &res.Drafts[i]
		fmt.Fprintf(b, "<h3>Draft %s: %s</h3>\n", Letter(d.Article), standings(d))
		fmt.Fprintf(b, "<p class=\"small\">Against %s. Confirmed means that another outlet has it, not that it is true.</p>\n", HTML(draftAgainst(res, d)))
		if len(d.Items) > 0 {
			fmt.Fprintf(b, "<div class=\"scroll tall\" role=\"region\" aria-label=\"Items of draft %s in story %d\" tabindex=\"0\"><table class=\"draft\">\n<thead><tr>"+
				"<th scope=\"col\">in the draft</th><th scope=\"col\">standing</th><th scope=\"col\">other outlets</th><th scope=\"col\">whom a reader could ask</th></tr></thead>\n<tbody>\n", Letter(d.Article), p.stories)
			if p.o.InOrder {
				p.draftItems(res, d, "")
			} else {
				for _, s := range check.Standings {
					p.draftItems(res, d, s)
				}
			}
			b.WriteString("</tbody></table></div>\n")
		}
		if p.o.Missing && len(d.Missing) > 0 {
			fmt.Fprintf(b, "<p class=\"small\">What three or more outlets have and the draft has not:</p>\n<ul class=\"small\">\n")
			for _, m := range d.Missing {
				fmt.Fprintf(b, "<li dir=\"auto\">%s %s (%s)%s</li>\n", HTML(m.Kind), HTML(m.What), Count(m.Outlets, "outlet"), p.beside(res, "", m.Places))
			}
			b.WriteString("</ul>\n")
		}
	}
}

// standings counts the items of a draft.
func standings(d *check.Draft) string {
	of := map[check.Standing]int{}
	for i := range d.Items {
		of[d.Items[i].Standing]++
	}
	var parts []string
	for _, s := range check.Standings {
		if of[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", of[s], standing[s].word))
		}
	}
	if len(parts) == 0 {
		return "nothing to vet"
	}
	return strings.Join(parts, ", ")
}

// standing is how a standing is called, and the verdict whose colour it has.
var standing = map[check.Standing]struct{ word, class string }{
	check.Contradicted: {"contradicted", "conflict"}, check.Differing: {"differs", "diverge"}, check.ToMend: {"to mend", "warning"},
	check.Confirmed: {"confirmed", "agree"}, check.Unshared: {"alone", "alone"}, check.SetAside: {"silenced", "dim"}, check.NotCompared: {"not compared", "dim"},
}

func draftAgainst(res *check.Result, d *check.Draft) string {
	if len(d.Against) == 0 {
		return "nothing: no story of the corpus is about what the draft is about"
	}
	var names []string
	for _, i := range d.Against {
		name := Letter(i)
		if o := article(res, i).Outlet; o != "" {
			name += " " + o
		}
		names = append(names, name)
	}
	return Count(len(d.Against), "article") + ", " + Count(d.Outlets, "independent outlet") + ": " + strings.Join(names, " · ")
}

// draftItems writes the items of one standing; all if it is "".
func (p *page) draftItems(res *check.Result, d *check.Draft, s check.Standing) {
	b := &p.body
	for i := range d.Items {
		it := &d.Items[i]
		if s != "" && it.Standing != s {
			continue
		}
		what := ""
		if it.What != "" {
			what = ` <span class="dim">` + HTML(it.What) + "</span>"
		}
		fmt.Fprintf(b, "<tr><th scope=\"row\" dir=\"auto\">%s%s <span class=\"dim small\">%s %s</span></th>", HTML(cutMiddle(Terminal(it.Item.Text), 160)), what, HTML(it.Kind), place(&it.Item))
		st := standing[it.Standing]
		fmt.Fprintf(b, `<td class="verdict"><span class="v %s">%s</span></td><td>`, st.class, st.word)
		b.WriteString(p.beside(res, "with", it.With) + p.beside(res, "against", it.Against) + p.beside(res, "earlier", it.Earlier) + p.beside(res, "beside", it.Near))
		if it.Why != "" {
			fmt.Fprintf(b, "<div dir=\"auto\">%s</div>", HTML(it.Why))
		}
		for _, n := range it.Notes {
			fmt.Fprintf(b, "<div dir=\"auto\"><span class=\"dim\">%s</span> %s</div>", HTML(n.Label), HTML(n.Text))
		}
		fmt.Fprintf(b, "</td><td dir=\"auto\">%s</td></tr>\n", HTML(askable(it)))
	}
}

// beside lists what other outlets have.
func (p *page) beside(res *check.Result, label string, others []check.Other) string {
	var b strings.Builder
	for i := range others {
		o := &others[i]
		why := strings.TrimPrefix(strings.TrimSuffix(o.Sum+", "+o.Why, ", "), ", ")
		if why != "" {
			why = ` <span class="dim">` + HTML(why) + "</span>"
		}
		fmt.Fprintf(&b, `<div dir="auto"><span class="dim">%s</span> <strong>%s</strong> %s%s <span class="dim small">%s %s</span></div>`, label, Letter(o.Article),
			HTML(cutMiddle(Terminal(o.Item.Text), 160)), why, HTML(outletOf(res, &o.Evidence)), position(&o.Evidence))
	}
	return b.String()
}

// place is where an item stands in its article.
func place(it *extract.Item) string {
	if it.At.Basis == text.InTitle {
		return "title"
	}
	return fmt.Sprintf("%d:%d", it.At.From.Line, it.At.From.Column)
}

// askable says whom a reader could ask, by the best source that the draft
// gives anywhere.
func askable(it *check.DraftItem) string {
	best := &it.Item
	for i := range it.Again {
		if slices.Index(sources, it.Again[i].Provenance) > slices.Index(sources, best.Provenance) {
			best = &it.Again[i]
		}
	}
	who := best.Speaker.Name
	if who == "" {
		who = best.Speaker.Mention
	}
	how := sourceWords[best.Provenance]
	switch {
	case who != "" && how != "":
		return who + ": " + how
	case who != "" || how != "":
		return who + how
	case it.Kind == "date":
		return "–" // when something was needs nobody's word
	}
	return "nobody"
}

// sources are the kinds of them, the best last.
var sources = []extract.Provenance{extract.VagueSource, extract.AnonymousSource, extract.NamedSource, extract.Traceable}

var sourceWords = map[extract.Provenance]string{
	extract.Traceable: "traceable", extract.NamedSource: "named", extract.AnonymousSource: "unnamed", extract.VagueSource: "vague",
}
