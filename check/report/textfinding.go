package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// finding writes a finding: what and where on the first line, then a place
// per side, then what a reader is told about them.
func (r *textReporter) finding(b *strings.Builder, res *check.Result, f *check.Finding) {
	where := ""
	if len(f.Evidence) > 0 {
		path, line, column := filePlace(res, &f.Evidence[0])
		where = fmt.Sprintf("%s:%d:%d: ", Path(r.path(path)), line, column)
	}
	fmt.Fprintf(b, "%s%s: %s %s\n", r.p.paint(bold, where), r.p.paint(levelStyle(f.Level), string(f.Level)),
		r.p.paint(bold, Terminal(f.Message)), r.p.paint(dim, "["+f.Rule+"]"))
	grid := newGrid(res, f.Evidence)
	marks := differences(f)
	for i := range f.Evidence {
		r.evidence(b, res, &f.Evidence[i], marks[i], grid)
	}
	for _, l := range findingLines(f) {
		label := "  " + pad(Terminal(l.Label), 9) + " "
		st := normal
		if l.Label == "verdict" {
			st = verdictStyle(f.Verdict)
		}
		r.hang(b, label, columns(label), run{Terminal(l.Text), st})
	}
	if !Calibrated(f) {
		r.unread++
	}
	sure := "confidence: " + Confidence(f)
	if f.Fingerprint != "" {
		sure = f.Fingerprint + " · " + sure
	}
	r.hang(b, "  id        ", 12, run{sure, dim})
}

// findingLines returns the labelled lines of a finding: the verdict and what
// matched if it is about several articles, then its notes.
func findingLines(f *check.Finding) []check.Line {
	var lines []check.Line
	if also := alsoAt(f); also != "" {
		lines = append(lines, check.Line{Label: "also", Text: also})
	}
	means, judged := verdictMeans[f.Verdict], across(f)
	if f.Verdict == check.Conflict && f.Level != check.Error {
		means = "they would contradict each other, if of the same thing"
	}
	for _, n := range f.Notes {
		if n.Label == "verdict" {
			means, judged = n.Text, true
		}
	}
	if judged {
		lines = append(lines, check.Line{Label: "verdict", Text: string(f.Verdict) + ": " + means})
		if len(f.Why) > 0 {
			lines = append(lines, check.Line{Label: "matched", Text: strings.Join(f.Why, " · ")})
		}
	}
	for _, n := range f.Notes {
		if n.Label != "verdict" {
			lines = append(lines, n)
		}
	}
	return lines
}

// alsoAt lists the places of a finding that are not shown, as many as fit on
// a line or two.
func alsoAt(f *check.Finding) string {
	const most = 12
	listed := map[string]bool{}
	var out []string
	for i, e := range f.Places() {
		at := Letter(e.Article) + " " + position(&e)
		if i >= len(f.Evidence) && !listed[at] {
			out = append(out, at)
		}
		listed[at] = true
	}
	if n := len(out) - most; n > 0 {
		out = append(out[:most], Count(n, "more place"))
	}
	return strings.Join(out, " · ")
}

var verdictMeans = map[check.Verdict]string{
	check.Agree:    "they say the same",
	check.Diverge:  "they differ, and both may be true",
	check.Conflict: "they cannot all be true",
	check.Update:   "counts of something that grows, at different or unknown hours",
	check.Alone:    "one independent outlet carries it",
}

// across reports whether a finding is about several articles.
func across(f *check.Finding) bool {
	for _, e := range f.Evidence {
		if e.Article != f.Evidence[0].Article {
			return true
		}
	}
	return false
}

// A grid is the widths of the columns in which letters and places stand.
type grid struct{ letter, line, column int }

func newGrid(res *check.Result, places []check.Evidence) grid {
	g := grid{letterWidth(res), 2, 3}
	for i := range places {
		from := places[i].Item.At.From
		g.line = max(g.line, len(strconv.Itoa(from.Line)))
		g.column = max(g.column, len(strconv.Itoa(from.Column)))
	}
	return g
}

func (g grid) indent() int { return 2 + g.letter + 2 + g.line + 1 + g.column + 1 }

// label is the letter of the article and the place in it: "  A  23:51  ".
func (g grid) label(p painter, e *check.Evidence) string {
	from := e.Item.At.From
	where := fmt.Sprintf("%*d:%-*d", g.line, from.Line, g.column, from.Column)
	if e.Item.At.Basis == text.InTitle {
		where = pad("title", g.line+1+g.column) // of a record: its lines count from the text
	}
	return "  " + p.paint(bold, pad(Letter(e.Article), g.letter)) + "  " + p.paint(dim, where) + " "
}

// evidence writes one place: the words that lead to it, and the words. A
// quotation begins on a line of its own.
func (r *textReporter) evidence(b *strings.Builder, res *check.Result, e *check.Evidence, marks []text.Span, g grid) {
	lead, tail := around(&e.Item)
	lead, tail = Terminal(lead), Terminal(tail)
	item := shorten(marked(e.Item.Text, marks), r.o.width())
	label, n := g.label(r.p, e), r.o.width()-g.indent()
	if !quotation(e.Item.Text) {
		lead, tail = cutFront(lead, max(2*n, 160)), cut(tail, max(n, 80))
		runs := append([]run{{lead, normal}}, item...)
		r.hang(b, label, g.indent(), append(runs, run{tail, normal})...)
		return
	}
	item = append(item, run{cut(tail, max(n, 80)), dim})
	if strings.TrimSpace(lead) != "" {
		b.WriteString(label + r.p.paint(dim, cutMiddle(strings.TrimSpace(lead), n)) + "\n")
		label = strings.Repeat(" ", g.indent())
	}
	r.hang(b, label, g.indent(), item...)
}

// shorten takes words out of long stretches between marks, so that what
// differs is seen.
func shorten(runs []run, n int) []run {
	total := 0
	for _, r := range runs {
		total += columns(r.text)
	}
	if total <= 8*n {
		return runs
	}
	for i := range runs {
		switch r := &runs[i]; {
		case r.style == mark:
			r.text = cutMiddle(r.text, 4*n)
		case len(runs) == 1:
			r.text = cutMiddle(r.text, 8*n)
		case i == 0:
			r.text = cutFront(r.text, n)
		case i == len(runs)-1:
			r.text = cut(r.text, n)
		default:
			r.text = cutMiddle(r.text, 2*n)
		}
	}
	return runs
}
