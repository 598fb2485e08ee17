package align

import (
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// dateChance estimates how likely two dates are of one event. The weights are
// those of a logistic regression on 27,000 pairs of days in the articles of
// one story, of different sentences, where whether the days are the same
// stands for whether the event is; of the pairs that it gives .5, .7 and .9 to
// about so many do have one day.
func dateChance(a, b *dated, around float64) float64 {
	x, y := a.date, b.date
	event := shareOf(a.event, b.event)
	if min(len(a.event), len(b.event)) < 2 {
		event *= 0.6 // one verb is no event
	}
	z := -2.4 + 1.15*likeness(&a.context, &b.context) + 3.1*around + 0.87*event
	if x.Tense != "" && x.Tense == y.Tense {
		z += 0.42
	}
	if x.Bound != y.Bound {
		z -= 0.46
	}
	if x.Relative && y.Relative {
		z += 0.6
	}
	if BareClock(*x) || BareClock(*y) {
		z -= 0.3 // its day is that of the sentence before, or another
	}
	if sameClock(x, y) || sameEnd(x, y) {
		z += 2
	}
	p := max(logistic(z), alike(&a.context, &b.context))
	if sizeOf(x.Grain) > sizeDay && a.head >= 0 && a.head == b.head {
		p = max(p, min(logistic(z+0.8), 0.6)) // a year is of many things, and seldom of two of one name
	}
	if a.before != "" && a.before == b.before {
		// "in a filing on Friday", "its filing late Thursday": likely, never sure
		return max(p, min(logistic(z+0.8), 0.6))
	}
	return p
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// sameClock reports whether two moments are of one time of the day: what
// happened "at 6.10 a.m. on Tuesday" is seldom another thing than what did "at
// about 6.10 a.m. on Wednesday".
func sameClock(a, b *extract.Date) bool {
	if a.Type != extract.TimeDate || b.Type != extract.TimeDate || a.Grain != "minute" && b.Grain != "minute" {
		return false
	}
	return a.From.Hour() == b.From.Hour() && a.From.Minute() == b.From.Minute()
}

// BareClock reports whether a moment does not say its day: "at 6.10 a.m.".
func BareClock(d extract.Date) bool {
	if d.Type != extract.TimeDate || !d.Relative {
		return false
	}
	for _, w := range strings.FieldsFunc(text.Bare(d.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > len("noon") && words.Calendar(w) || len(w) > 2 && strings.HasPrefix(strings.ToLower(d.From.Month().String()), w) {
			return false
		}
	}
	return true
}

// sameEnd reports whether two stretches begin or end alike: "from 2009 to
// 2012", "from 2009 to 2013".
func sameEnd(a, b *extract.Date) bool {
	return stretch(*a) && stretch(*b) && a.Grain == b.Grain && (a.From.Equal(b.From) || a.To.Equal(b.To))
}

// alike returns how likely two sentences are one as most of their words are
// the same, however few and common those are: else 0.
func alike(a, b *context) float64 {
	n := 0
	shared(a, b, func(_, _ *companion) { n++ })
	const least = 3
	all := max(len(a.words), len(b.words))
	switch {
	case n < least || all == 0:
		return 0
	case n == all:
		return 0.96
	case n*10 >= all*8:
		return 0.9
	case n*10 >= all*6:
		return 0.7
	}
	return 0
}

// vague reports whether a counts back in whole years, months or weeks to what
// is next to b: two years before January 2018 may be in 2015.
func vague(a, b extract.Date) bool {
	if !a.Relative || !strings.HasSuffix(text.Bare(a.Text), " ago") || a.Grain == "day" || sizeOf(a.Grain) == sizeClock {
		return false
	}
	d := a.To.Sub(a.From)
	return a.From.Add(-d).Before(b.To) && b.From.Before(a.To.Add(d))
}

// eve reports whether two named days stand next to each other and the name of
// one is in the other's: a New Year's party is on New Year's Eve.
func eve(a, b extract.Date) bool {
	if a.Grain != "day" || b.Grain != "day" || strings.ContainsAny(a.Text+b.Text, "0123456789") {
		return false
	}
	return strings.HasPrefix(text.Bare(b.Text), text.Bare(a.Text)) && (a.From.Equal(b.To) || b.From.Equal(a.To))
}

// anaphoric reports whether a date counts from another one in the text: which
// one is meant is too often mistaken for a conflict.
func anaphoric(d extract.Date) bool {
	if !d.Relative {
		return false
	}
	first, rest, _ := strings.Cut(text.Bare(d.Text), " ")
	if first == "the" {
		first, _, _ = strings.Cut(rest, " ")
	}
	if words.Anaphors.Has(first) {
		return first != "next" || strings.HasPrefix(text.Bare(d.Text), "the ")
	}
	return strings.HasSuffix(text.Bare(d.Text), "earlier") || strings.HasSuffix(text.Bare(d.Text), "later")
}

// isEnd reports whether a date is one end of a stretch: 2009 in "from 2009 to
// 2012". Its range is that of the stretch.
func isEnd(d extract.Date) bool {
	return (d.Bound == "from" || d.Bound == "to") && !strings.Contains(d.Value, "/")
}

// stretch reports whether a date is a stretch that is given by both its ends,
// or one of them.
func stretch(d extract.Date) bool {
	return strings.Contains(d.Value, "/") || isEnd(d) && sizeOf(d.Grain) == sizeYear && d.To.Sub(d.From) > 367*24*time.Hour
}

// swapped reports whether two days are one if what is the day of one of them
// is read as its month: 11/06/2024.
func swapped(a, b extract.Date) bool {
	return strings.Contains(a.Text+b.Text, "/") && a.From.Year() == b.From.Year() &&
		a.From.Day() == int(b.From.Month()) && b.From.Day() == int(a.From.Month())
}

// ofTelling lowers the chance that two dates are of one event where at least
// one of them is when something was said, and not when it happened. Unless
// the sentences are nearly one, that never becomes a likely match, and less so
// where one tells what happens in the other. It is none where that had
// happened before it was told.
func ofTelling(a, b *dated, score float64) float64 {
	const sameWords, discount, retold, most = 0.95, 0.9, 0.7, 0.6
	switch {
	case !a.telling && !b.telling, a.telling && b.telling && score >= sameWords:
		return score
	case a.before != "" && a.before == b.before:
	case a.head >= 0 && a.head == b.head: // "declared an emergency", "is declaring an emergency"
	case a.telling && !b.telling && a.tells(b), b.telling && !a.telling && b.tells(a):
		if slices.Contains(a.done, b.head) || slices.Contains(b.done, a.head) {
			return 0
		}
		return min(score*retold, most)
	}
	return min(score*discount, most)
}

// tells reports whether what happened on date b is told in the sentence of d.
func (d *dated) tells(b *dated) bool { return d.context.has(b.head) }

// done returns the verbs of the sentence of d that tell of what was over by
// then: "began" of "said on Thursday that the fire had begun".
func (in *Sentences) done(d *extract.Date) []stemID {
	const between = 2 // words between "had" and its verb, and the verb
	var out []stemID
	left := 0
	for _, s := range in.of(&d.Item) {
		if left--; left >= 0 && !s.mark {
			out = append(out, s.id)
		}
		if text.Bare(s.word) == "had" {
			left = between
		}
	}
	return out
}

// head returns the word that says what happened on a date, folded.
func head(d *extract.Date) string {
	at := d.Head.Start - d.Span.Start + d.InSentence.Start
	end := at + d.Head.End - d.Head.Start
	if at < 0 || end > len(d.Sentence) || at >= end {
		return ""
	}
	return text.Bare(d.Sentence[at:end])
}

// dateline reports whether a date is the one before an article's first words:
// "ALDPORT, Dec 31 (Bugle) -".
func dateline(d *extract.Date) bool {
	const most = 40 // bytes before it
	if d.Block > 1 || d.InSentence.Start > most || d.InSentence.End > len(d.Sentence) {
		return false
	}
	before, after := strings.TrimSpace(d.Sentence[:max(d.InSentence.Start, 0)]), strings.TrimSpace(d.Sentence[d.InSentence.End:])
	if !strings.HasSuffix(before, ",") && before != "" {
		return false
	}
	if in, ok := strings.CutPrefix(after, "("); ok {
		_, after, _ = strings.Cut(in, ")")
		after = strings.TrimSpace(after)
	}
	for _, dash := range []string{"-", "–", "—", "|"} {
		if strings.HasPrefix(after, dash) {
			return true
		}
	}
	return false
}
