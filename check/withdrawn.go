package check

import (
	"slices"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// withdraw divides the items of an article: those it states, and those that it
// says in a correction were wrong. Only what the correction puts another number
// or date in the place of is wrong by itself: "an earlier version named all 12
// people who died" takes back no number.
func withdraw(items extract.Items) (kept, wrong extract.Items) {
	var spans, numbers, days []text.Span
	for i := range items.Corrections {
		k := &items.Corrections[i]
		spans = append(spans, k.Wrong...)
		if slices.ContainsFunc(k.Right, func(sp text.Span) bool { return hasNumber(sp.Shift(-k.Span.Start).Of(k.Text)) }) {
			numbers = append(numbers, k.Wrong...)
		}
		if slices.ContainsFunc(k.Right, func(sp text.Span) bool { return hasDate(items.Dates, sp, k.Wrong) }) {
			days = append(days, k.Wrong...)
		}
	}
	if len(spans) == 0 {
		return items, extract.Items{}
	}
	kept = items
	kept.Quotes, _ = divide(items.Quotes, spans)
	kept.Figures, _ = divide(items.Figures, spans)
	kept.Dates, _ = divide(items.Dates, spans)
	_, wrong.Figures = divide(items.Figures, numbers)
	_, wrong.Dates = divide(items.Dates, days)
	return kept, wrong
}

// hasNumber reports whether a text has a number in it.
func hasNumber(s string) bool {
	return slices.ContainsFunc(words.Plain(s), words.IsNumber)
}

// hasDate reports whether a date stands in a span and outside what is wrong.
func hasDate(dates []extract.Date, sp text.Span, wrong []text.Span) bool {
	return slices.ContainsFunc(dates, func(d extract.Date) bool {
		return sp.Covers(d.Span) && !slices.ContainsFunc(wrong, func(w text.Span) bool { return w.Covers(d.Span) })
	})
}

func divide[T interface{ Where() text.Span }](items []T, spans []text.Span) (out, in []T) {
	for _, it := range items {
		if slices.ContainsFunc(spans, func(sp text.Span) bool { return sp.Covers(it.Where()) }) {
			in = append(in, it)
		} else {
			out = append(out, it)
		}
	}
	return out, in
}
