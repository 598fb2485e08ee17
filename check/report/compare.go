package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
)

// Compare writes two articles side by side: what both speak of with the words
// in which they differ marked, what was found, and what only one has. Left is
// the name of the article that stands on the left.
func Compare(w io.Writer, res *check.Result, left string, o Options) error {
	res = forPeople(res)
	c := &comparer{textReporter: textReporter{w: w, o: o, p: newPainter(o.Color)}, res: res}
	if len(res.Articles) > 1 && res.Articles[1].Name == left {
		c.swap = true
	}
	c.room = (o.width() - 3) / 2
	c.stacked = c.room < 28
	if c.stacked {
		c.room = o.width()
	}
	c.heads()
	var alone []*check.Comparison
	for i := range res.Comparisons {
		if cmp := &res.Comparisons[i]; c.shared(cmp) {
			c.both(cmp)
		} else {
			alone = append(alone, cmp)
		}
	}
	c.found()
	c.only(alone)
	c.b.WriteByte('\n')
	c.b.WriteString(tallied(res) + "\n")
	c.b.WriteString(c.notices(res))
	_, err := io.WriteString(w, strings.TrimPrefix(c.b.String(), "\n"))
	return err
}

type comparer struct {
	textReporter
	res     *check.Result
	b       strings.Builder
	swap    bool // the second article of the story stands on the left
	stacked bool // too narrow for two columns
	room    int  // columns of each side
}

// side is 0 for the article on the left, 1 for the other.
func (c *comparer) side(article int) int {
	if c.swap {
		return 1 - min(article, 1)
	}
	return min(article, 1)
}

// letter names the article of a side.
func (c *comparer) letter(side int) string { return Letter(side) }

func (c *comparer) heads() {
	var cells [2][]string
	for i := range c.res.Articles {
		ref := &c.res.Articles[i]
		s := c.side(i)
		cells[s] = append(cells[s],
			c.p.paint(bold, cut(c.letter(s)+"  "+cutFrontPath(c.name(ref), c.room-4), c.room)),
			cut(heading(ref), c.room), c.p.paint(dim, cut(about(c.res, i), c.room)))
	}
	c.rows(cells)
}

// shared reports whether both articles have a reading.
func (c *comparer) shared(cmp *check.Comparison) bool {
	var has [2]bool
	for _, r := range cmp.Readings {
		has[c.side(r.Article)] = true
	}
	return has[0] && has[1]
}

// both writes a comparison of the two articles, each reading on its side.
func (c *comparer) both(cmp *check.Comparison) {
	title := fmt.Sprintf("%s · %s", cmp.Verdict, cmp.Kind)
	if cmp.Subject != "" {
		title += " · " + Terminal(cmp.Subject)
	}
	c.b.WriteString("\n" + c.p.paint(verdictStyle(cmp.Verdict), cut(title, c.o.width())) + "\n")
	f := &check.Finding{Rule: cmp.Kind + "-"}
	for _, r := range cmp.Readings {
		f.Evidence = append(f.Evidence, r.Evidence)
	}
	marks := make([][]text.Span, len(f.Evidence))
	if cmp.Verdict != check.Agree {
		marks = differences(f)
	}
	var cells [2][]string
	for i := range cmp.Readings {
		e := &f.Evidence[i]
		s := c.side(e.Article)
		cells[s] = append(cells[s], c.place(e, marks[i])...)
	}
	c.rows(cells)
}

// place is one reading in the lines of its side: the item in its sentence.
func (c *comparer) place(e *check.Evidence, marks []text.Span) []string {
	lead, tail := around(&e.Item)
	runs := []run{{c.where(e), dim}, {" " + cutFront(Terminal(lead), 2*c.room), dim}}
	runs = append(runs, shorten(marked(e.Item.Text, marks), c.room)...)
	return c.p.flow(c.room, append(runs, run{cut(Terminal(tail), 2*c.room), dim})...)
}

// where is the place of e; with its letter where no column says whose it is.
func (c *comparer) where(e *check.Evidence) string {
	if c.stacked {
		return c.letter(c.side(e.Article)) + " " + position(e)
	}
	return position(e)
}

// found lists the findings, a line each.
func (c *comparer) found() {
	n := 0
	for i := range c.res.Findings {
		f := &c.res.Findings[i]
		if !c.o.lists(f.Level, check.Warning) {
			continue
		}
		if n++; n == 1 {
			c.b.WriteString("\n" + c.p.paint(bold, "Findings") + "\n")
		}
		var at []string
		for k := range f.Evidence {
			e := &f.Evidence[k]
			at = append(at, c.letter(c.side(e.Article))+" "+position(e))
		}
		c.hang(&c.b, "  ", 4, run{string(f.Level), levelStyle(f.Level)},
			run{fmt.Sprintf(": %s (%s) [%s]", Terminal(f.Message), strings.Join(at, ", "), f.Rule), normal})
	}
}

// only lists what one of the two articles has and the other has not.
func (c *comparer) only(alone []*check.Comparison) {
	var cells [2][]string
	for _, cmp := range alone {
		for i := range cmp.Readings {
			r := &cmp.Readings[i]
			s := c.side(r.Article)
			cells[s] = append(cells[s], cut(fmt.Sprintf("%s %s %s", c.where(&r.Evidence), cmp.Kind, c.reading(cmp, r)), c.room))
		}
	}
	const most = 12
	for s := range cells {
		if n := len(cells[s]) - most; n > 0 && !c.o.Verbose {
			cells[s] = append(cells[s][:most], fmt.Sprintf("… and %d more (-v lists them)", n))
		}
		if len(cells[s]) > 0 {
			cells[s] = append([]string{c.p.paint(bold, "only in "+c.letter(s))}, cells[s]...)
		}
	}
	if len(cells[0])+len(cells[1]) > 0 {
		c.b.WriteByte('\n')
		c.rows(cells)
	}
}

// rows writes the lines of both sides beside each other, below each other
// where there is no room for that.
func (c *comparer) rows(cells [2][]string) {
	if c.stacked {
		for s := range cells {
			for _, l := range cells[s] {
				c.b.WriteString(l + "\n")
			}
		}
		return
	}
	for i := 0; i < max(len(cells[0]), len(cells[1])); i++ {
		var l, r string
		if i < len(cells[0]) {
			l = cells[0][i]
		}
		if i < len(cells[1]) {
			r = cells[1][i]
		}
		fmt.Fprintf(&c.b, "%s │ %s\n", l+strings.Repeat(" ", max(c.room-printed(l), 0)), r)
	}
}

// printed is the room that a painted line takes.
func printed(s string) int {
	n, escape := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			escape = true
		case escape:
			escape = r != 'm'
		default:
			n += runeColumns(r)
		}
	}
	return n
}
