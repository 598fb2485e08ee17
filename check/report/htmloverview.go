package report

import (
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
	verdictChart(b, s.Verdicts)
	p.subjectChart(b)
	b.WriteString("</div>\n")
	if p.stories > 0 {
		b.WriteString("<div class=\"scroll\" role=\"region\" aria-label=\"Stories\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">story</th><th scope=\"col\">articles</th>")
		for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
			fmt.Fprintf(b, `<th scope="col" class="level %s">%s</th>`, l, l)
		}
		for _, v := range verdicts {
			fmt.Fprintf(b, `<th scope="col" class="v %s">%s</th>`, v, v)
		}
		fmt.Fprintf(b, "</tr></thead>\n<tbody>\n%s</tbody></table></div>\n", p.contents.String())
	}
	for _, n := range s.Notices {
		fmt.Fprintf(b, "<p class=\"small\">Note: %s</p>\n", HTML(n))
	}
	b.WriteString("</section>\n")
}

// verdictChart is a bar per verdict, with its count in words beside it.
func verdictChart(b *strings.Builder, of map[check.Verdict]int) {
	most := 1
	for _, v := range verdicts {
		most = max(most, of[v])
	}
	fmt.Fprintf(b, "<figure><figcaption>Comparisons by verdict</figcaption>\n<svg viewBox=\"0 0 400 %d\" role=\"img\" aria-label=\"Comparisons by verdict\">", 24*len(verdicts))
	for i, v := range verdicts {
		fmt.Fprintf(b, `<text x="0" y="%d">%s</text><rect class="bar f-%s" x="80" y="%d" width="%d" height="16"/><text x="%d" y="%d">%d</text>`,
			24*i+16, v, v, 24*i+3, 260*of[v]/most, 86+260*of[v]/most, 24*i+16, of[v])
	}
	b.WriteString("</svg></figure>\n")
}

// subjectChart shows the ten subjects on which most sides differ.
func (p *page) subjectChart(b *strings.Builder) {
	slices.SortStableFunc(p.subjects, func(x, y subject) int {
		if x.sides != y.sides {
			return y.sides - x.sides
		}
		return slices.Index(verdicts, x.verdict) - slices.Index(verdicts, y.verdict)
	})
	top := p.subjects[:min(len(p.subjects), 10)]
	if len(top) == 0 {
		return
	}
	fmt.Fprintf(b, "<figure><figcaption>Most sides on one subject (%d of %d that differ)</figcaption>\n<svg viewBox=\"0 0 400 %d\" role=\"img\" aria-label=\"Subjects with most sides\">",
		len(top), len(p.subjects), 24*len(top))
	for i, t := range top {
		fmt.Fprintf(b, `<rect class="bar f-%s" x="0" y="%d" width="%d" height="16"/><text x="%d" y="%d">%s (story %d)</text>`,
			t.verdict, 24*i+3, 12*min(t.sides, 12), 12*min(t.sides, 12)+6, 24*i+16, HTML(fmt.Sprintf("%d · %s", t.sides, clip(t.name, 36))), t.story)
	}
	b.WriteString("</svg></figure>\n")
}

// row adds a story to the table of the overview.
func (p *page) row(res *check.Result) {
	levels, of := map[check.Level]int{}, map[check.Verdict]int{}
	for _, f := range res.Findings {
		levels[f.Level]++
	}
	for _, c := range res.Comparisons {
		of[c.Verdict]++
	}
	fmt.Fprintf(&p.contents, `<tr><th scope="row"><a href="#s%d">Story %d</a> %s</th><td>%d</td>`, p.stories, p.stories, HTML(clip(Terminal(res.Name), 80)), len(res.Articles))
	for _, l := range []check.Level{check.Error, check.Warning, check.Info} {
		fmt.Fprintf(&p.contents, "<td>%d</td>", levels[l])
	}
	for _, v := range verdicts {
		fmt.Fprintf(&p.contents, "<td>%d</td>", of[v])
	}
	p.contents.WriteString("</tr>\n")
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
