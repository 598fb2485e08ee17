package report

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/extract"
)

func sortRows(rows []itemRow) {
	slices.SortStableFunc(rows, func(a, b itemRow) int { return a.it.Span.Start - b.it.Span.Start })
}

func quoteWords(q *extract.Quote) string {
	who := Terminal(q.Speaker.Name)
	mention := Terminal(q.Speaker.Mention)
	switch {
	case who == "" && mention == "":
		who = "nobody"
	case who == "":
		who = mention
	case mention != "" && mention != who:
		who += " (" + mention + ")"
	}
	if q.Form != extract.Direct {
		who += " · " + string(q.Form)
	}
	return who + ": " + Terminal(q.Text)
}

func figureWords(f *extract.Figure) string {
	parts := []string{Terminal(f.Text), printedValue(f)}
	if of := Terminal(f.Of); of != "" && !strings.Contains(parts[0], of) {
		parts = append(parts, of)
	}
	if f.Provenance != "" && f.Provenance != extract.NoSource {
		source := string(f.Provenance)
		if name := Terminal(f.Speaker.Name); name != "" {
			source += ": " + name
		}
		parts = append(parts, source)
	}
	return strings.Join(parts, " · ")
}

// printedValue is a figure as it is understood: "> 70 percent".
func printedValue(f *extract.Figure) string {
	value := f.Low.Group()
	if f.Modifier == extract.Between {
		value += "–" + f.High.Group()
	} else if f.Modifier != "" {
		value = string(f.Modifier) + " " + value
	}
	if f.Unit != "" {
		value += " " + Terminal(f.Unit)
	}
	return value
}

func dateWords(d *extract.Date) string {
	parts := []string{Terminal(d.Text), d.Value}
	if d.Value == "" {
		parts[1] = "not resolved"
	}
	if d.Of != "" {
		parts = append(parts, Terminal(d.Of))
	}
	if d.Impossible != "" {
		parts = append(parts, Terminal(d.Impossible))
	}
	return strings.Join(parts, " · ")
}
