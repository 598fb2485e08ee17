package report_test

import (
	"strings"
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/extract"
)

// vetted is the fixture with its first article as a draft, every text s.
func vetted(s string) (*check.Result, check.Summary) {
	res, sum := planted(s)
	d := check.Draft{Article: 0, Against: []int{1}, Outlets: 1}
	c := &res.Comparisons[1]
	other := check.Other{Evidence: c.Readings[1].Evidence, Why: s, Sum: s}
	for _, standing := range check.Standings {
		d.Items = append(d.Items, check.DraftItem{Kind: "figure", Item: c.Readings[0].Item, What: s, Standing: standing, Outlets: 1,
			With: []check.Other{other}, Against: []check.Other{other}, Near: []check.Other{other}, Why: s, Notes: []check.Line{{Label: s, Text: s}}})
	}
	d.Missing = []check.Missing{{Kind: "figure", What: s, Outlets: 3, Places: []check.Other{other}}}
	res.Articles[0].Draft, res.Drafts = true, []check.Draft{d}
	return res, sum
}

func TestDraftsOnThePage(t *testing.T) {
	res, sum := vetted("forty")
	d := &res.Drafts[0]
	d.Items[0].Item.Provenance, d.Items[0].Item.Speaker = extract.NoSource, extract.Speaker{}
	d.Items[1].Item.Provenance, d.Items[1].Item.Speaker = extract.VagueSource, extract.Speaker{Mention: "experts"}
	best := d.Items[1].Item
	best.Provenance, best.Speaker = extract.Traceable, extract.Speaker{Name: "Jane Roe"}
	d.Items[2].Item, d.Items[2].Again = d.Items[1].Item, []extract.Item{best}
	got := render(t, report.Page, report.Options{Missing: true}, sum, res)
	at := 0
	for _, want := range []string{"Draft A: 1 contradicted, 1 differs, 1 to mend, 1 confirmed, 1 alone, 1 silenced, 1 not compared", "Against 1 article, 1 independent outlet: B forty",
		`class="v conflict">contradicted<`, ">nobody</td>", `class="v diverge">differs<`, ">experts: vague</td>", `class="v warning">to mend<`, ">Jane Roe: traceable</td>",
		`class="v agree">confirmed<`, `class="v alone">alone<`, `class="v dim">silenced<`, `class="v dim">not compared<`, "three or more outlets have", "(3 outlets)"} {
		n := strings.Index(got[at:], want)
		if n < 0 {
			t.Fatalf("no %q after %d", want, at)
		}
		at += n
	}
	last := len(d.Items) - 1
	d.Items[0], d.Items[last] = d.Items[last], d.Items[0]
	got = render(t, report.Page, report.Options{InOrder: true}, sum, res)
	if strings.Index(got, ">not compared<") > strings.Index(got, ">contradicted<") {
		t.Error("the items are not in the order of the draft")
	}
	if strings.Contains(got, "three or more outlets") {
		t.Error("what the draft has not is listed unasked")
	}
}

func TestHostileDraftsAreInert(t *testing.T) {
	for _, s := range attacks {
		res, sum := vetted(s)
		checkPage(t, s, render(t, report.Page, report.Options{Missing: true}, sum, res))
	}
}
