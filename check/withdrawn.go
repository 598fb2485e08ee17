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

// hasDate reports whether one of dates, which are in order, stands in a span
// and outside what is wrong.
func hasDate(dates []extract.Date, sp text.Span, wrong []text.Span) bool {
	at, _ := slices.BinarySearchFunc(dates, sp.Start, func(d extract.Date, start int) int { return d.Span.Start - start })
	for ; at < len(dates) && dates[at].Span.Start < sp.End; at++ {
		d := dates[at].Span
		if sp.Covers(d) && !slices.ContainsFunc(wrong, func(w text.Span) bool { return w.Covers(d) }) {
			return true
		}
	}
	return false
}

// A cover tells of any number of spans, in the order of their starts, whether
// one of them covers another.
type cover struct{ starts, ends []int } // ends: the last of any span up to here

func coverOf(spans []text.Span) cover {
	var c cover
	last := 0
	for _, sp := range slices.SortedFunc(slices.Values(spans), func(a, b text.Span) int { return a.Start - b.Start }) {
		last = max(last, sp.End)
		c.starts, c.ends = append(c.starts, sp.Start), append(c.ends, last)
	}
	return c
}

func (c cover) covers(sp text.Span) bool {
	n, _ := slices.BinarySearch(c.starts, sp.Start+1)
	return n > 0 && c.ends[n-1] >= sp.End
}

func divide[T interface{ Where() text.Span }](items []T, spans []text.Span) (out, in []T) {
	c := coverOf(spans)
	for _, it := range items {
		if c.covers(it.Where()) {
			in = append(in, it)
		} else {
			out = append(out, it)
		}
	}
	return out, in
}
