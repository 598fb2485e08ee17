package report

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// matrix is what is compared against the articles: rows, what differs first,
// and columns. Articles that nothing is compared of have none.
func (p *page) matrix(res *check.Result, found map[spot]string) {
	var rows []*check.Comparison
	in := make([]bool, len(res.Articles))
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		if c.Verdict == check.Alone {
			continue
		}
		rows = append(rows, c)
		for k := range c.Readings {
			if n := c.Readings[k].Article; n >= 0 && n < len(in) {
				in[n] = true
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(x, y *check.Comparison) int {
		return slices.Index(verdicts, x.Verdict) - slices.Index(verdicts, y.Verdict)
	})
	var columns []int
	var without []string
	for k := range res.Articles {
		if in[k] {
			columns = append(columns, k)
		} else {
			without = append(without, Letter(k))
		}
	}
	b := &p.body
	fmt.Fprintf(b, "<div class=\"scroll tall\" role=\"region\" aria-label=\"What is compared in story %d\" tabindex=\"0\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">subject</th><th scope=\"col\">verdict</th>", p.stories)
	for _, k := range columns {
		fmt.Fprintf(b, "<th scope=\"col\">%s <span class=\"dim\">%s</span></th>", Letter(k), HTML(column(res, k)))
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, c := range rows {
		p.compared(res, c, columns, found)
	}
	b.WriteString("</tbody></table></div>\n")
	if len(without) > 0 {
		fmt.Fprintf(b, "<p class=\"small dim\">Nothing compared in %s</p>\n", strings.Join(without, ", "))
	}
}

// column is how an article is called at the head of a column: its outlet, or
// its file.
func column(res *check.Result, k int) string {
	if ref := &res.Articles[k]; ref.Outlet != "" {
		return clip(Terminal(ref.Outlet), 30)
	}
	return clip(Path(path.Base(res.Articles[k].Name)), 30)
}

// A spot is where an item stands.
type spot struct{ article, start, end int }

func spotOf(e *check.Evidence) spot { return spot{e.Article, e.Item.Span.Start, e.Item.Span.End} }

// anchors gives every listed finding its anchor, and for every place named by
// a finding across outlets the anchor of the first that names it.
func (p *page) anchors(res *check.Result) (ids []string, found map[spot]string) {
	ids, found = make([]string, len(res.Findings)), map[spot]string{}
	for i := range res.Findings {
		f := &res.Findings[i]
		if !p.o.lists(f.Level, check.Info) {
			continue
		}
		ids[i] = p.id(f)
		for k := range f.Evidence {
			at := spotOf(&f.Evidence[k])
			if found[at] == "" && across(f) {
				found[at] = ids[i]
			}
		}
	}
	return ids, found
}

// compared is one row of the matrix. Its verdict leads to the finding that
// speaks of it.
func (p *page) compared(res *check.Result, c *check.Comparison, columns []int, found map[spot]string) {
	b := &p.body
	name := HTML(c.Subject)
	if name == "" {
		name = `<span class="dim">no name</span>`
	}
	verdict := fmt.Sprintf(`<span class="v %s">%s</span>`, c.Verdict, c.Verdict)
	for i := range c.Readings {
		if id := found[spotOf(&c.Readings[i].Evidence)]; id != "" && c.Verdict != check.Agree {
			verdict = fmt.Sprintf(`<a class="v %s" href="#%s">%s</a>`, c.Verdict, id, c.Verdict)
			break
		}
	}
	fmt.Fprintf(b, `<tr data-verdict="%s"><th scope="row" dir="auto">%s</th><td class="verdict">%s<br><span class="dim small">%s</span></td>`,
		c.Verdict, name, verdict, HTML(c.Kind))
	cells := make([]strings.Builder, len(res.Articles))
	for _, group := range byArticle(c) {
		rd := &c.Readings[group[0]]
		if rd.Article < 0 || rd.Article >= len(cells) {
			continue
		}
		cell, words := &cells[rd.Article], cutMiddle(Terminal(rd.Item.Text), 160)
		class, side := "reading same", ""
		if c.Verdict != check.Agree {
			class = fmt.Sprintf("reading s%d", max(rd.Side, 0)%5+1)
			side = fmt.Sprintf(`<span class="side">%s</span>`, strings.ToLower(Letter(rd.Side)))
		}
		if len(words) > 60 {
			class += " long"
		}
		fmt.Fprintf(cell, `<div class="%s" dir="auto">%s`, class, side)
		fmt.Fprintf(cell, `%s <span class="dim small">%s`, HTML(words), position(&rd.Evidence))
		for _, n := range group[1:min(len(group), 4)] {
			fmt.Fprintf(cell, ", %s", position(&c.Readings[n].Evidence))
		}
		if len(group) > 4 {
			fmt.Fprintf(cell, ", %d more", len(group)-4)
		}
		cell.WriteString("</span></div>")
	}
	for _, i := range columns {
		if cells[i].Len() == 0 {
			b.WriteString(`<td class="dim">–</td>`)
			continue
		}
		fmt.Fprintf(b, "<td>%s</td>", cells[i].String())
	}
	b.WriteString("</tr>\n")
}
