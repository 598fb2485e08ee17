package report

import (
	"fmt"
	"path"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// matrix is what is compared against the articles: rows and columns.
func (p *page) matrix(res *check.Result, found map[spot]string) {
	b := &p.body
	rows := 0
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		if c.Verdict == check.Alone {
			continue
		}
		if rows++; rows == 1 {
			fmt.Fprintf(b, "<div class=\"scroll tall\" role=\"region\" aria-label=\"What is compared in story %d\" tabindex=\"0\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">subject</th><th scope=\"col\">verdict</th>", p.stories)
			for k := range res.Articles {
				fmt.Fprintf(b, "<th scope=\"col\">%s <span class=\"dim\">%s</span></th>", Letter(k), HTML(column(res, k)))
			}
			b.WriteString("</tr></thead>\n<tbody>\n")
		}
		p.compared(res, c, found)
	}
	if rows > 0 {
		b.WriteString("</tbody></table></div>\n")
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
func (p *page) compared(res *check.Result, c *check.Comparison, found map[spot]string) {
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
		cell := &cells[rd.Article]
		if c.Verdict == check.Agree {
			cell.WriteString(`<div class="reading same" dir="auto">`)
		} else {
			fmt.Fprintf(cell, `<div class="reading s%d" dir="auto"><span class="side">%s</span>`, max(rd.Side, 0)%5+1, strings.ToLower(Letter(rd.Side)))
		}
		fmt.Fprintf(cell, `%s <span class="dim small">%s`, HTML(cutMiddle(Terminal(rd.Item.Text), 160)), position(&rd.Evidence))
		for _, n := range group[1:min(len(group), 4)] {
			fmt.Fprintf(cell, ", %s", position(&c.Readings[n].Evidence))
		}
		if len(group) > 4 {
			fmt.Fprintf(cell, ", %d more", len(group)-4)
		}
		cell.WriteString("</span></div>")
	}
	for i := range cells {
		if cells[i].Len() == 0 {
			b.WriteString(`<td class="dim">–</td>`)
			continue
		}
		fmt.Fprintf(b, "<td>%s</td>", cells[i].String())
	}
	b.WriteString("</tr>\n")
}
