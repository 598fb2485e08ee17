package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// finding is one finding with its places in context, why they were matched,
// and what to do about it.
func (p *page) finding(res *check.Result, f *check.Finding, id string) {
	b := &p.body
	p.findings++
	p.rules[f.Rule]++
	fmt.Fprintf(b, `<article class="finding %s" id="%s" aria-labelledby="%s-h" data-level="%s" data-verdict="%s" data-rule="%s" data-story="s%d" data-outlets="%s">`+"\n",
		f.Level, id, id, f.Level, HTML(string(f.Verdict)), HTML(f.Rule), p.stories, p.involved(res, f))
	fmt.Fprintf(b, `<h3 id="%s-h" dir="auto"><span class="level %s">%s</span>: %s</h3>`+"\n", id, f.Level, f.Level, HTML(f.Message))
	marks := differences(f)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		ref := article(res, e.Article)
		lead, tail := around(&e.Item)
		outlet := ref.Outlet
		if outlet == "" {
			outlet = "outlet not stated"
		}
		fmt.Fprintf(b, "<figure><figcaption>%s · %s · <code>%s</code> %s</figcaption><blockquote dir=\"auto\">%s", Letter(e.Article), HTML(outlet),
			HTML(Path(ref.Name)), position(e), HTML(cutFront(Terminal(lead), 400)))
		for _, run := range shorten(marked(e.Item.Text, marks[i]), 150) {
			if run.style == mark {
				fmt.Fprintf(b, "<mark>%s</mark>", HTML(run.text))
				continue
			}
			b.WriteString(HTML(run.text))
		}
		fmt.Fprintf(b, "%s</blockquote></figure>\n", HTML(cut(Terminal(tail), 300)))
	}
	b.WriteString("<dl>")
	for _, l := range findingLines(f) {
		class := ""
		if l.Label == "verdict" {
			class = fmt.Sprintf(` class="v %s"`, f.Verdict)
		}
		fmt.Fprintf(b, "<dt>%s</dt><dd%s dir=\"auto\">%s</dd>", HTML(l.Label), class, HTML(l.Text))
	}
	fmt.Fprintf(b, `<dt>confidence</dt><dd>%s (%.2f)</dd><dt>rule</dt><dd><a href="#rule-%s"><code>%s</code></a></dd>`, Confidence(f), f.Confidence, anchor(f.Rule), HTML(f.Rule))
	if f.Fingerprint != "" {
		fmt.Fprintf(b, `<dt>id</dt><dd><a href="#%s"><code>%s</code></a> · <a href="#silence">silence it</a></dd>`, id, HTML(f.Fingerprint))
	}
	b.WriteString("</dl>\n</article>\n")
}

// id is an anchor for a finding: its fingerprint, so that people can make the
// link themselves.
func (p *page) id(f *check.Finding) string {
	id := anchor(f.Fingerprint)
	if !strings.HasPrefix(id, "nv") || !strings.Contains(id, ":") {
		id = "finding:" + id // and not that of a part of the page
	}
	p.ids[id]++
	if n := p.ids[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}

// anchor makes s fit to be part of an anchor.
func anchor(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == ':' {
			return r
		}
		return '-'
	}, s)
}

// involved is the numbers of the outlets that a finding has places in.
func (p *page) involved(res *check.Result, f *check.Finding) string {
	var numbers []string
	for _, e := range f.Evidence {
		n := strconv.Itoa(p.outlet(res, e.Article))
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
			if f.Level.Rank() >= check.Warning.Rank() {
				p.touched[p.outlet(res, e.Article)]++
			}
		}
	}
	return strings.Join(numbers, " ")
}
