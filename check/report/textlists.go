package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// listed is how many comparisons of a section are shown without -v. What is
// left out is counted in the line below.
const listed = 10

// lists writes the comparisons that no finding above speaks of.
func (r *textReporter) lists(b *strings.Builder, res *check.Result) {
	told := r.told(res)
	var differ, agree, alone []*check.Comparison
	for i := range res.Comparisons {
		c := &res.Comparisons[i]
		switch {
		case c.Verdict == check.Agree:
			agree = append(agree, c)
		case told(c):
		case c.Verdict == check.Alone:
			alone = append(alone, c)
		default:
			differ = append(differ, c)
		}
	}
	slices.SortStableFunc(differ, func(x, y *check.Comparison) int {
		return cmp.Compare(slices.Index(verdicts, x.Verdict), slices.Index(verdicts, y.Verdict))
	})
	r.section(b, res, "Differ (counted, below the level that is listed)", differ)
	r.section(b, res, "Agree (several outlets say the same, which does not make it true)", agree)
	r.section(b, res, "Alone (one outlet only, no fault found)", alone)
	r.silenced(b, res)
}

// silenced lists the findings that are silenced, and why.
func (r *textReporter) silenced(b *strings.Builder, res *check.Result) {
	if len(res.Silenced) == 0 || !r.o.Verbose {
		return
	}
	b.WriteString("\n" + r.p.paint(bold, "Silenced") + "\n")
	for i := range res.Silenced {
		f := &res.Silenced[i]
		why := map[check.How]string{check.Known: "known", check.Ignored: "ignored", check.Inline: "ignored in the draft"}[f.How]
		if f.Reason != "" {
			why += ": " + f.Reason
		}
		if f.By != "" {
			why += " (" + f.By + ")"
		}
		r.hang(b, "  ", 2, run{Terminal(f.Rule + " " + f.Fingerprint + " " + f.Message + ", " + why), normal})
	}
}

// told returns whether a listed finding, or one that is silenced, speaks of a
// comparison.
func (r *textReporter) told(res *check.Result) func(*check.Comparison) bool {
	type place struct{ article, start, end int }
	seen := map[place]bool{}
	for i := range res.Findings {
		f := &res.Findings[i]
		if !r.o.lists(f.Level, check.Warning) {
			continue
		}
		for _, e := range f.Evidence {
			seen[place{e.Article, e.Item.Span.Start, e.Item.Span.End}] = true
		}
	}
	for i := range res.Silenced {
		for _, e := range res.Silenced[i].Evidence {
			seen[place{e.Article, e.Item.Span.Start, e.Item.Span.End}] = true
		}
	}
	return func(c *check.Comparison) bool {
		for _, rd := range c.Readings {
			if seen[place{rd.Article, rd.Item.Span.Start, rd.Item.Span.End}] {
				return true
			}
		}
		return false
	}
}

func (r *textReporter) section(b *strings.Builder, res *check.Result, title string, cs []*check.Comparison) {
	if len(cs) == 0 {
		return
	}
	b.WriteString("\n" + r.p.paint(bold, title) + "\n")
	rest := 0
	if !r.o.Verbose && len(cs) > listed {
		cs, rest = cs[:listed], len(cs)-listed
	}
	var places []check.Evidence
	for _, c := range cs {
		for _, rd := range c.Readings {
			places = append(places, rd.Evidence)
		}
	}
	g := newGrid(res, places)
	for _, c := range cs {
		r.comparison(b, c, g)
	}
	if rest > 0 {
		b.WriteString(r.p.paint(dim, fmt.Sprintf("  … and %d more (-v lists them)", rest)) + "\n")
	}
}

// comparison writes a line per article and side, the kind and the subject
// once.
func (r *textReporter) comparison(b *strings.Builder, c *check.Comparison, g grid) {
	for i, same := range byArticle(c) {
		rd := &c.Readings[same[0]]
		kind := pad(c.Kind, 6)
		if i > 0 {
			kind = pad("", 6)
		}
		label := g.label(r.p, &rd.Evidence)
		what := r.reading(c, rd)
		if subject := Terminal(c.Subject); i == 0 && c.Verdict != check.Alone && subject != "" {
			if !strings.HasPrefix(what, subject) {
				what = subject + ": " + what
			}
			if c.Verdict != check.Agree {
				what = string(c.Verdict) + " · " + what
			}
		}
		again := ""
		for k, n := range same[1:] {
			from := c.Readings[n].Item.At.From
			if k == 0 {
				again = " (again"
			}
			again += fmt.Sprintf(" %d:%d", from.Line, from.Column)
		}
		if again != "" {
			again = clip(again, 40) + ")"
		}
		room := max(r.o.width()-g.indent()-9-columns(again), 20)
		b.WriteString(label + " " + r.p.paint(verdictStyle(c.Verdict), kind) + "  " + cut(what, room) + r.p.paint(dim, again) + "\n")
	}
}

// byArticle puts together the readings that one article has on one side.
func byArticle(c *check.Comparison) [][]int {
	type key struct{ article, side int }
	at := map[key]int{}
	var out [][]int
	for i := range c.Readings {
		k := key{c.Readings[i].Article, c.Readings[i].Side}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k], out = n, append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// reading is what an article says, in its words, and on whose word.
func (r *textReporter) reading(c *check.Comparison, rd *check.Reading) string {
	words, speaker := Terminal(rd.Item.Text), Terminal(rd.Item.Speaker.Name)
	if speaker == "" {
		speaker = Terminal(rd.Item.Speaker.Mention)
	}
	if c.Kind == "quote" {
		if speaker != "" {
			return speaker + ": " + words
		}
		return words
	}
	parts := []string{words}
	if subject := Terminal(c.Subject); c.Verdict == check.Alone && subject != "" && !strings.Contains(words, subject) {
		parts = append(parts, subject)
	}
	if speaker != "" {
		parts = append(parts, speaker)
	}
	return strings.Join(parts, " · ")
}
