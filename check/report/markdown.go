package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// Markdown writes a report to send round: the findings with their places, and
// a table of what was compared. Warnings and errors are listed unless told
// otherwise. It links to nothing: what an article says must not become a link.
var Markdown = &Format{
	Name: "markdown",
	Doc:  "a report in Markdown",
	New:  func(w io.Writer, o Options) Reporter { return &markdown{w: w, o: o} },
}

type markdown struct {
	w       io.Writer
	o       Options
	stories int
}

func (r *markdown) Story(res *check.Result) error {
	res = forPeople(res)
	var b strings.Builder
	if r.stories++; r.stories == 1 {
		b.WriteString("# Discrepancy report\n")
	}
	title := fmt.Sprintf("Story %d", r.stories)
	if res.Name != "" {
		title += ": " + MarkdownText(res.Name)
	}
	fmt.Fprintf(&b, "\n## %s\n\n| | article | title | outlet | published |\n|---|---|---|---|---|\n", title)
	for i := range res.Articles {
		r.article(&b, res, i)
	}
	for i := range res.Findings {
		if f := &res.Findings[i]; r.o.lists(f.Level, check.Warning) {
			r.finding(&b, res, f)
		}
	}
	r.comparisons(&b, res)
	_, err := io.WriteString(r.w, b.String())
	return err
}

func (r *markdown) article(b *strings.Builder, res *check.Result, i int) {
	ref := &res.Articles[i]
	outlet, when := ref.Outlet, published(ref)
	if outlet == "" {
		outlet = "not stated"
	}
	if when == "" {
		when = "undated"
	}
	if i < len(res.Copies) && res.Copies[i] != i {
		outlet += " (copy of " + Letter(res.Copies[i]) + ")"
	}
	fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", Letter(i), MarkdownText(Path(ref.Name)), MarkdownText(ref.Title),
		MarkdownText(outlet), when)
}

func (r *markdown) finding(b *strings.Builder, res *check.Result, f *check.Finding) {
	fmt.Fprintf(b, "\n### %s: %s\n\n", f.Level, MarkdownText(f.Message))
	marks := differences(f)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		lead, tail := around(&e.Item)
		lead, tail = Terminal(lead), Terminal(tail)
		fmt.Fprintf(b, "> **%s** %s  \n> %s", Letter(e.Article), markdownPlace(res, e), MarkdownText(cutFront(lead, 300)))
		for _, run := range shorten(marked(e.Item.Text, marks[i]), 100) {
			if run.style == mark {
				fmt.Fprintf(b, "<mark>%s</mark>", MarkdownText(run.text))
				continue
			}
			b.WriteString(MarkdownText(run.text))
		}
		fmt.Fprintf(b, "%s\n", MarkdownText(cut(tail, 200)))
		if i < len(f.Evidence)-1 {
			b.WriteString(">\n")
		}
	}
	b.WriteByte('\n')
	for _, l := range findingLines(f) {
		fmt.Fprintf(b, "- *%s*: %s\n", MarkdownText(l.Label), MarkdownText(l.Text))
	}
	fmt.Fprintf(b, "- *rule*: `%s` · confidence: %s", f.Rule, Confidence(f))
	if f.Fingerprint != "" {
		fmt.Fprintf(b, " · `%s`", f.Fingerprint)
	}
	b.WriteByte('\n')
}

// markdownPlace says where e stands: file, line and column.
func markdownPlace(res *check.Result, e *check.Evidence) string {
	ref := article(res, e.Article)
	from := e.Item.At.From
	place := fmt.Sprintf("%s:%d:%d", MarkdownText(Path(ref.Name)), from.Line, from.Column)
	if e.Item.At.Basis == text.InTitle {
		place = MarkdownText(Path(ref.Name)) + ", title"
	}
	return place
}

// comparisons is a table of what was compared; what one outlet alone carries
// is only counted.
func (r *markdown) comparisons(b *strings.Builder, res *check.Result) {
	alone, rows := 0, 0
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		if c.Verdict == check.Alone {
			alone++
			continue
		}
		if rows++; rows == 1 {
			b.WriteString("\n| verdict | kind | subject | readings |\n|---|---|---|---|\n")
		}
		var cells []string
		for k := range c.Readings {
			rd := &c.Readings[k]
			cells = append(cells, fmt.Sprintf("**%s** %s", Letter(rd.Article), MarkdownText(cutMiddle(Terminal(rd.Item.Text), 160))))
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", c.Verdict, MarkdownText(c.Kind), MarkdownText(c.Subject), strings.Join(cells, "<br>"))
	}
	if alone > 0 {
		fmt.Fprintf(b, "\nCarried by one outlet alone: %s.\n", Count(alone, "item"))
	}
}

func (r *markdown) Close(s check.Summary) error {
	var b strings.Builder
	if r.stories == 0 {
		b.WriteString("# Discrepancy report\n")
	}
	b.WriteString("\n## Summary\n\n" + totals(s) + "\n\n" +
		"*agree*: the outlets say the same, which does not make it true. *diverge*: they differ, and both may be true. " +
		"*conflict*: they cannot all be true, if they are of the same thing. *possible*: they would not go together, but nothing says that they are. *update*: a count that grew. *alone*: one independent outlet carries it. " +
		inFull() + "; of rules without such matches it is a judgement.\n")
	for i, u := range s.Unreadable {
		if i == 0 {
			b.WriteString("\nNot read:\n\n")
		}
		where := Path(u.URI)
		if u.Line > 0 {
			where += fmt.Sprintf(":%d", u.Line)
		}
		fmt.Fprintf(&b, "- %s: %s\n", MarkdownText(where), MarkdownText(u.Reason))
	}
	for _, n := range s.Notices {
		fmt.Fprintf(&b, "\nNote: %s\n", MarkdownText(n))
	}
	_, err := io.WriteString(r.w, b.String())
	return err
}
