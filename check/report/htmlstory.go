package report

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

func (p *page) Story(res *check.Result) error {
	res = forPeople(res)
	p.stories++
	b := &p.body
	p.row(res)
	p.remember(res)
	title := fmt.Sprintf("Story %d", p.stories)
	if res.Name != "" {
		title += " · " + res.Name
	}
	p.titles = append(p.titles, title)
	fmt.Fprintf(b, "<section class=\"story\" id=\"s%d\" aria-labelledby=\"s%d-h\">\n<h2 id=\"s%d-h\" dir=\"auto\">%s</h2>\n", p.stories, p.stories, p.stories, HTML(title))
	fmt.Fprintf(b, "<div class=\"scroll\" role=\"region\" aria-label=\"Articles of story %d\" tabindex=\"0\"><table class=\"articles\"><thead><tr><th scope=\"col\">letter</th><th scope=\"col\">article</th><th scope=\"col\">title</th><th scope=\"col\">outlet, date</th></tr></thead>\n<tbody>\n", p.stories)
	for i := range res.Articles {
		ref := &res.Articles[i]
		fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td><code>%s</code></td><td dir=\"auto\">%s</td><td>%s</td></tr>\n",
			Letter(i), HTML(Path(ref.Name)), HTML(ref.Title), HTML(about(res, i)))
	}
	b.WriteString("</tbody></table></div>\n")
	p.drafts(res)
	ids, found := p.anchors(res)
	p.matrix(res, found)
	p.listed(res, ids)
	p.silenced(res)
	p.alone(res)
	for _, n := range res.Notices {
		place := ""
		if n.Place != nil {
			place = fmt.Sprintf(" (“%s”, %s %s)", n.Place.Item.Text, Letter(n.Place.Article), position(n.Place))
		}
		fmt.Fprintf(b, "<p class=\"small dim\">%s</p>\n", HTML(n.Message+place))
	}
	b.WriteString("</section>\n")
	return nil
}

// listed writes the findings; what is context only is folded up.
func (p *page) listed(res *check.Result, ids []string) {
	var context []int
	for i := range res.Findings {
		f := &res.Findings[i]
		switch {
		case !p.o.lists(f.Level, check.Info):
		case f.Level == check.Info:
			context = append(context, i)
		default:
			p.finding(res, f, ids[i])
		}
	}
	if len(context) == 0 {
		return
	}
	fmt.Fprintf(&p.body, "<details class=\"context\"><summary>Context: %s of level info</summary>\n", Count(len(context), "finding"))
	for _, i := range context {
		p.finding(res, &res.Findings[i], ids[i])
	}
	p.body.WriteString("</details>\n")
}

// silenced lists, folded up, what is known or silenced, and why.
func (p *page) silenced(res *check.Result) {
	if len(res.Silenced) == 0 {
		return
	}
	b := &p.body
	fmt.Fprintf(b, "<details><summary>Known or silenced: %s</summary>\n<ul class=\"small\">\n", Count(len(res.Silenced), "finding"))
	for i := range res.Silenced {
		q := &res.Silenced[i]
		why := string(q.How)
		if q.Reason != "" {
			why += ": " + q.Reason
		}
		if q.By != "" {
			why += " (" + q.By + ")"
		}
		fmt.Fprintf(b, "<li dir=\"auto\"><span class=\"level %s\">%s</span>: %s <code>%s</code> <code>%s</code> <span class=\"dim\">%s</span></li>\n",
			q.Level, q.Level, HTML(q.Message), HTML(q.Rule), HTML(q.Fingerprint), HTML(why))
	}
	b.WriteString("</ul></details>\n")
}

// alone lists, folded up, what one outlet alone carries.
func (p *page) alone(res *check.Result) {
	var items []string
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		if c.Verdict != check.Alone {
			continue
		}
		for k := range c.Readings {
			rd := &c.Readings[k]
			speaker := ""
			if rd.Item.Speaker.Name != "" {
				speaker = rd.Item.Speaker.Name + ": "
			}
			items = append(items, fmt.Sprintf("<li dir=\"auto\">%s %s %s: %s</li>\n", Letter(rd.Article), position(&rd.Evidence), HTML(c.Kind),
				HTML(speaker+cutMiddle(Terminal(rd.Item.Text), 120))))
		}
	}
	if len(items) > 0 {
		fmt.Fprintf(&p.body, "<details class=\"carried\" data-verdict=\"alone\"><summary>Carried by one outlet alone: %s</summary>\n<ul class=\"small\">\n%s</ul></details>\n", Count(len(items), "place"), strings.Join(items, ""))
	}
}

// position is where e stands in its article.
func position(e *check.Evidence) string {
	if e.Item.At.Basis == text.InTitle {
		return "title"
	}
	return fmt.Sprintf("%d:%d", e.Item.At.From.Line, e.Item.At.From.Column)
}
