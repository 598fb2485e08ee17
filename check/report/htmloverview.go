package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// A subject is a comparison whose readings differ, and where it stands.
type subject struct {
	name    string
	verdict check.Verdict
	sides   int
	story   int
}

// remember keeps the subjects of a story that differ.
func (p *page) remember(res *check.Result) {
	for _, c := range res.Comparisons {
		if c.Verdict != check.Conflict && c.Verdict != check.Diverge {
			continue
		}
		sides := map[int]bool{}
		for _, r := range c.Readings {
			sides[r.Side] = true
		}
		name := Terminal(c.Subject)
		if name == "" && len(c.Readings) > 0 {
			name = Terminal(c.Readings[0].Item.Text)
		}
		p.subjects = append(p.subjects, subject{c.Kind + ": " + name, c.Verdict, len(sides), p.stories})
	}
}

// overview is what the whole run came to.
func (p *page) overview(b *strings.Builder, s check.Summary) {
	b.WriteString("<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Overview</h2>\n<div class=\"charts\">\n")
	verdictChart(b, p.verdicts)
	p.subjectChart(b)
	p.outletChart(b)
	b.WriteString("</div>\n")
	if p.stories > 0 {
		b.WriteString("<div class=\"scroll tall\" role=\"region\" aria-label=\"Stories\" tabindex=\"0\"><table class=\"stories\">\n<thead><tr><th scope=\"col\">story</th><th scope=\"col\">articles</th>")
		for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
			fmt.Fprintf(b, `<th scope="col" class="level %s">%s</th>`, l, l)
		}
		for _, v := range columned {
			fmt.Fprintf(b, `<th scope="col" class="v %s">%s</th>`, v, v)
		}
		fmt.Fprintf(b, "</tr></thead>\n<tbody>\n%s</tbody></table></div>\n", p.rows())
	}
	for _, n := range s.Notices {
		fmt.Fprintf(b, "<p class=\"small\">Note: %s</p>\n", HTML(n))
	}
	b.WriteString("</section>\n")
}

// columned are the verdicts that have a column in the table of stories: what is
// possible is no trouble of theirs, and a page is not wide enough for more.
var columned = []check.Verdict{check.Conflict, check.Diverge, check.Update, check.Agree, check.Alone}

// widest is the length of the longest bar of a chart in pixels of CSS.
const widest = 140

// bar draws n out of most. Its length is not told to screen readers: the
// number stands beside it.
func bar(class string, n, most int) string {
	w := 0
	if n > 0 {
		w = max(widest*n/max(most, 1), 2)
	}
	return fmt.Sprintf(`<svg width="%d" height="14" aria-hidden="true"><rect class="f-%s" width="%d" height="14"/></svg>`, w, class, w)
}

// verdictChart is a bar per verdict between outlets, with its count beside it.
// What one outlet alone carries is not compared, and would dwarf the others.
func verdictChart(b *strings.Builder, of map[check.Verdict]int) {
	most := 1
	for _, v := range verdicts {
		if v != check.Alone {
			most = max(most, of[v])
		}
	}
	b.WriteString("<table class=\"chart\"><caption>Comparisons by verdict</caption>\n")
	for _, v := range verdicts {
		if v == check.Alone {
			fmt.Fprintf(b, "<tr><th scope=\"row\" class=\"v %s\">%s</th><td>%d <span class=\"dim\">by one outlet each</span></td></tr>\n", v, v, of[v])
			continue
		}
		fmt.Fprintf(b, "<tr><th scope=\"row\" class=\"v %s\">%s</th><td>%s%d</td></tr>\n", v, v, bar(string(v), of[v], most), of[v])
	}
	b.WriteString("</table>\n")
}

// charted is how many rows a chart has at most.
const charted = 10

// subjectChart shows the subjects on which most sides differ.
func (p *page) subjectChart(b *strings.Builder) {
	slices.SortStableFunc(p.subjects, func(x, y subject) int {
		return cmp.Or(y.sides-x.sides, slices.Index(verdicts, x.verdict)-slices.Index(verdicts, y.verdict))
	})
	top := p.subjects[:min(len(p.subjects), charted)]
	if len(top) == 0 {
		return
	}
	fmt.Fprintf(b, "<table class=\"chart\"><caption>Sides on one subject, most first (%d of %d that differ)</caption>\n", len(top), len(p.subjects))
	for _, t := range top {
		fmt.Fprintf(b, "<tr><th scope=\"row\" dir=\"auto\"><a href=\"#s%d\">%s</a> <span class=\"dim\">story %d</span></th><td>%s%d <span class=\"v %s\">%s</span></td></tr>\n",
			t.story, HTML(clip(t.name, 48)), t.story, bar(string(t.verdict), min(t.sides, 12), 12), t.sides, t.verdict, t.verdict)
	}
	b.WriteString("</table>\n")
}

// outletChart shows the outlets that most errors and warnings name.
func (p *page) outletChart(b *strings.Builder) {
	var named []int
	for n := range p.names {
		if p.touched[n] > 0 {
			named = append(named, n)
		}
	}
	slices.SortStableFunc(named, func(x, y int) int {
		return cmp.Or(p.touched[y]-p.touched[x], strings.Compare(p.names[x], p.names[y]))
	})
	if len(named) == 0 {
		return
	}
	top := named[:min(len(named), charted)]
	fmt.Fprintf(b, "<table class=\"chart\"><caption>Outlets in errors and warnings, on whichever side (%d of %d)</caption>\n", len(top), len(named))
	for _, n := range top {
		fmt.Fprintf(b, "<tr><th scope=\"row\" dir=\"auto\">%s</th><td>%s%d</td></tr>\n", HTML(clip(Terminal(p.names[n]), 40)), bar("outlet", p.touched[n], p.touched[top[0]]), p.touched[n])
	}
	b.WriteString("</table>\n")
}

// row adds a story to the table of the overview.
func (p *page) row(res *check.Result) {
	levels, of := map[check.Level]int{}, map[check.Verdict]int{}
	for _, f := range res.Findings {
		levels[f.Level]++
	}
	for _, c := range res.Comparisons {
		of[c.Verdict]++
		p.verdicts[c.Verdict]++
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<tr id="row-s%d"><th scope="row" dir="auto"><a href="#s%d">Story %d</a> %s</th><td>%d</td>`, p.stories, p.stories, p.stories, HTML(clip(Terminal(res.Name), 80)), len(res.Articles))
	for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
		b.WriteString(cellOf(levels[l]))
	}
	for _, v := range columned {
		b.WriteString(cellOf(of[v]))
	}
	b.WriteString("</tr>\n")
	p.contents = append(p.contents, storyRow{
		[]int{levels[check.Error], levels[check.Warning], of[check.Conflict], of[check.Diverge]}, b.String(),
	})
}

// A storyRow is a row of the table of stories, and how much trouble it tells.
type storyRow struct {
	trouble []int // the gravest first
	html    string
}

// rows is the table of stories, those with the most trouble first.
func (p *page) rows() string {
	slices.SortStableFunc(p.contents, func(x, y storyRow) int { return slices.Compare(y.trouble, x.trouble) })
	var b strings.Builder
	for _, r := range p.contents {
		b.WriteString(r.html)
	}
	return b.String()
}

// cellOf is a count in a cell, dim if there is nothing to see.
func cellOf(n int) string {
	if n == 0 {
		return `<td class="dim">0</td>`
	}
	return fmt.Sprintf("<td>%d</td>", n)
}

// unread lists what could not be read.
func (p *page) unread(b *strings.Builder, s check.Summary) {
	if len(s.Unreadable) == 0 {
		return
	}
	b.WriteString("<section aria-labelledby=\"unread\">\n<h2 id=\"unread\">Not read</h2>\n<ul>\n")
	for _, u := range s.Unreadable {
		where := Path(u.URI)
		if u.Line > 0 {
			where += fmt.Sprintf(":%d", u.Line)
		}
		fmt.Fprintf(b, "<li><code>%s</code>: %s</li>\n", HTML(where), HTML(u.Reason))
	}
	b.WriteString("</ul>\n</section>\n")
}
