package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// tallied says how many comparisons of a story have which verdict.
func tallied(res *check.Result) string {
	of := map[check.Verdict]int{}
	for _, c := range res.Comparisons {
		of[c.Verdict]++
	}
	maybe := ""
	if n := of[possible]; n > 0 {
		maybe = fmt.Sprintf(" and %d possible", n)
	}
	return fmt.Sprintf("%d agree, %d diverge, %d conflict%s, %d update, %d alone",
		of[check.Agree], of[check.Diverge], of[check.Conflict], maybe, of[check.Update], of[check.Alone])
}

func (r *textReporter) totals(b *strings.Builder, s check.Summary) {
	r.hang(b, "", 0, run{totals(s), normal})
	if r.unread > 0 {
		r.hang(b, "", 0, run{meaning() + fmt.Sprintf("; of %d listed it is a judgement.", r.unread), dim})
	}
}

// least names the confidence from which on findings are listed.
func least(confidence float64) string {
	if confidence == check.Likely || confidence == check.Sure {
		return check.Grade(confidence) + " confidence"
	}
	return "confidence " + strconv.FormatFloat(confidence, 'g', -1, 64)
}

// totals is the last word on a run.
func totals(s check.Summary) string {
	outlets := Count(s.Outlets, "outlet")
	switch {
	case s.Unnamed > 0 && s.Unnamed == s.Outlets:
		outlets += " (unnamed, counted one each)"
	case s.Unnamed > 0:
		outlets += fmt.Sprintf(" (%d unnamed, counted one each)", s.Unnamed)
	}
	copies := "no copies"
	if s.Copies > 0 {
		copies = Count(s.Copies, "copy")
	}
	t := fmt.Sprintf("Checked %s, %s, %s, %s: %s, %s, %d info.", Count(s.Articles, "article"), outlets,
		Count(s.Stories, "story"), copies, Count(s.Levels[check.Error], "error"),
		Count(s.Levels[check.Warning], "warning"), s.Levels[check.Info])
	if s.Baseline != nil {
		t += " " + Against(s.Baseline) + "."
	}
	if s.Silenced > 0 {
		t += " " + Count(s.Silenced, "finding") + " silenced."
	}
	if s.Unsure > 0 {
		t += " " + Count(s.Unsure, "finding") + " below " + least(s.Least) + " not listed: --min-confidence low."
	}
	if n := len(s.Unreadable); n > 0 {
		t += " " + Count(n, "input") + " could not be read."
	}
	return t
}

// Against says how a run stands to a baseline: "12 known, 2 new, 3 gone".
func Against(a *check.Against) string {
	return fmt.Sprintf("%d known, %d new, %d gone", a.Known, a.New, a.Gone)
}

// Count is a number and the noun it counts, in the singular for one.
func Count(n int, noun string) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	switch {
	case n == 1:
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return digits + " " + noun
}

// notices says what could not be used in a story: dates without a day to
// count from, all with one cause together.
func (r *textReporter) notices(res *check.Result) string {
	var b strings.Builder
	var causes []string
	places := map[string][]string{}
	for _, n := range res.Notices {
		if n.Name == "missing-published-date" {
			undated(&b, res)
			continue
		}
		if n.Place == nil {
			r.labelled(&b, "Note: ", Terminal(n.Message))
			continue
		}
		key := n.Name + "\x00" + n.Message
		if places[key] == nil {
			causes = append(causes, key)
		}
		from := n.Place.Item.At.From
		places[key] = append(places[key], fmt.Sprintf("“%s” (%s %d:%d)",
			Terminal(n.Place.Item.Text), Letter(n.Place.Article), from.Line, from.Column))
	}
	for _, key := range causes {
		name, message, _ := strings.Cut(key, "\x00")
		list := places[key]
		if rest := len(list) - listed; rest > 0 && !r.o.Verbose {
			list = append(list[:listed:listed], fmt.Sprintf("%d more", rest))
		}
		r.hang(&b, "", 0, run{noticeTitle(name) + strings.Join(list, ", ") + ": " + Terminal(message), normal})
	}
	return b.String()
}

// undated names the articles that do not say when they came out.
func undated(b *strings.Builder, res *check.Result) {
	var letters []string
	for i := range res.Articles {
		if res.Articles[i].Published.IsZero() {
			letters = append(letters, Letter(i))
		}
	}
	fmt.Fprintf(b, "No publication date: %s\n", strings.Join(letters, ", "))
}

// noticeTitle makes a heading of a notice's name: "Not resolved: ".
func noticeTitle(name string) string {
	t := strings.ReplaceAll(Terminal(name), "-", " ")
	if t == "" {
		return ""
	}
	return strings.ToUpper(t[:1]) + t[1:] + ": "
}
