// Package dates finds the dates, clock times, durations and sets of an
// article, resolves them on the calendar and says what happened then.
package dates

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// Extractor finds dates. It works as HeidelTime does (Strötgen and Gertz
// 2010): patterns give a value that leaves open what the words leave open,
// and a second pass fills that in from the day of publication, the tense of
// the sentence and the dates before.
var Extractor = &extract.Extractor{
	Name: "dates",
	Doc:  "Dates, clock times, durations and sets, as stretches of the calendar",
	Run:  run,
}

func run(a *extract.Article) extract.Items {
	g := grammarFor(a.Lexicon())
	if g == nil {
		return extract.Items{}
	}
	r := newReader(g, a)
	found := find(r)
	res := &resolver{g: g}
	if !a.Doc.Published.IsZero() {
		res.pub = civilOf(a.Doc.Published)
	}
	res.narrative = narrative(found, res.pub)
	var out []extract.Date
	for _, e := range found {
		if d, ok := date(r, res, e); ok {
			out = append(out, d)
		}
	}
	return extract.Items{Dates: out}
}

// find returns the expressions of the text, from left to right, each as long
// as it can be.
func find(r *reader) []*expr {
	var out []*expr
	for i := 0; i < len(r.tokens); i++ {
		if !r.begins(i) {
			continue
		}
		h := r.longest(i)
		if h.to <= i {
			continue
		}
		if e := newExpr(h); r.allowed(e) {
			out = append(out, e)
			i = h.to - 1
		}
	}
	return out
}

// date resolves one expression.
func date(r *reader, res *resolver, e *expr) (extract.Date, bool) {
	v := res.resolve(e, r.tenseAt(e))
	if v.value == "" {
		return extract.Date{}, false
	}
	d := extract.Date{Type: e.typ, Value: v.value, Relative: v.relative, Hedged: e.hedged || e.mod != noMod}
	d.Span = text.Span{Start: r.tokens[e.from].Start, End: r.end(e.to - 1)}
	d.Grain = grains[v.grain]
	if d.Type == extract.DayDate || d.Type == extract.TimeDate {
		if from, to, ok := Range(v.value); ok {
			d.From, d.To = from, to
		}
	}
	if len(v.value) == 10 && d.Resolved() {
		res.prevClock = v.value
	}
	return d, true
}

// narrative reports whether the article tells of years long before it was
// published, so that "in March" is of the year last spoken of.
func narrative(found []*expr, pub civil) bool {
	old, now := 0, 0
	for _, e := range found {
		switch {
		case e.year != none && (pub.isZero() || e.year < pub.y-2):
			old++
		case e.today != none, e.weekday != none && e.month == none:
			now++
		}
	}
	return old >= 5 && old > 3*now
}
