// Package dates finds the dates, clock times, durations and sets of an
// article, resolves them on the calendar and says what happened then.
package dates

import (
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/corpus"
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
	Run:  func(a *extract.Article) extract.Items { return run(a, true) },
}

// Words finds dates without syntax, some twenty times as fast: it does not
// say what happened, and reads tense from words alone.
var Words = &extract.Extractor{
	Name: "dates",
	Doc:  "Dates from words alone",
	Run:  func(a *extract.Article) extract.Items { return run(a, false) },
}

func run(a *extract.Article, parse bool) extract.Items {
	g := grammarFor(a.Lexicon())
	if g == nil {
		return extract.Items{}
	}
	r := newReader(g, a)
	r.parse = parse && g.syntax
	found := find(r)
	res := &resolver{g: g}
	if !a.Doc.Published.IsZero() {
		res.pub = civilOf(a.Doc.Published)
		if h, m, s := a.Doc.Published.Clock(); h+m+s > 0 && a.Doc.Dated != corpus.Day {
			res.now = r.local(a.Doc.Published)
			res.pub = civilOf(res.now)
		}
	} else if day, ok := r.dated(); ok {
		res.pub = civilOf(day)
	}
	res.narrative = narrative(found, res.pub)
	if !res.narrative {
		found = slices.DeleteFunc(found, func(e *expr) bool { return e.weak })
	}
	r.link(found, res.narrative)
	out := dates(r, res, found)
	for i := range out {
		if t := out[i].Type; r.parse && (t == extract.DayDate || t == extract.TimeDate) && !strings.HasSuffix(out[i].Value, "_REF") {
			r.happened(out, i)
		}
	}
	return extract.Items{Dates: out}
}

// dated is the day of [Dateline]; of a short text the tokens that r has
// serve for it.
func (r *reader) dated() (time.Time, bool) {
	if len(r.text) <= headBytes {
		day, _, ok := r.dateline()
		return day, ok
	}
	day, _, ok := Dateline(r.a.Doc)
	return day, ok
}

// dates resolves the expressions in their order and joins the ends of ranges.
func dates(r *reader, res *resolver, found []*expr) []extract.Date {
	out := make([]extract.Date, 0, len(found))
	var open []loose
	held, last := noTie, (*expr)(nil)
	page := r.pageLines()
	for _, e := range found {
		res.since = civil{}
		if held == oneTie && len(out) > 0 && out[len(out)-1].Resolved() {
			res.since = civilOf(out[len(out)-1].From)
		}
		d, v, ok := date(r, res, e)
		if ok && held != noTie && len(out) > 0 {
			a := &out[len(out)-1]
			switch {
			case held == oneTie:
				d = joined(*a, d)
				out = out[:len(out)-1]
			case held == runTie && e.tie == noTie:
				if run, ok := running(*a, d, last.amounts[0]); ok {
					d = run
					out = out[:len(out)-1]
				}
			case a.Resolved() && d.Resolved() && a.From.Before(d.To):
				a.To, d.From = d.To, a.From
			}
		}
		if ok {
			if v.open {
				open = append(open, loose{len(out), e, v.zone})
			}
			if e.tie == noTie && held == noTie && (e.unit == noUnit || onEdge(e)) && d.Bound != "" && r.arranges(e) {
				openEnded(&d, onEdge(e))
			}
			d.Page = slices.ContainsFunc(page, func(line text.Span) bool { return line.Covers(d.Span) })
			out = append(out, d)
			held, last = e.tie, e
		} else {
			held = noTie
		}
	}
	r.place(out, open)
	return out
}

// joined is the one date of "from May 3 to May 5".
func joined(a, b extract.Date) extract.Date {
	d := b
	d.Span = a.Span.Union(b.Span)
	d.Value = firstDay(a) + "/" + firstDay(b)
	d.Relative, d.Bound, d.Mod = a.Relative || b.Relative, "", ""
	d.From, d.To = a.From, b.To
	if !a.Resolved() || !b.Resolved() || !d.To.After(d.From) {
		d.From, d.To = time.Time{}, time.Time{}
	}
	return d
}

// running is the one date of "two weeks starting May 3".
func running(length, start extract.Date, a amount) (extract.Date, bool) {
	if !start.Resolved() || start.Value != start.From.Format(time.DateOnly) {
		return start, false
	}
	d := start
	end := civilOf(start.From).after(a.unit, a.tenths/10)
	d.Span = length.Span.Union(start.Span)
	d.To, d.Bound = clamp(end.time()), ""
	d.Value = start.Value + "/" + end.String()
	return d, end.y <= 9999 && d.To.After(d.From)
}

// firstDay is the value of an end of a range: of a month or a year its first
// day.
func firstDay(d extract.Date) string {
	if first, next, ok := Range(d.Value); ok {
		switch d.Mod {
		case modNames[modEnd]:
			return next.Format(time.DateOnly)
		case modNames[modMid]:
			return first.Add(next.Sub(first) / 2).Format(time.DateOnly)
		case modNames[modStart]:
			return first.Format(time.DateOnly)
		}
	}
	if d.Resolved() && d.Mod == "" && len(d.Value) < len(time.DateOnly) && !strings.Contains(d.Value, "T") {
		return d.From.Format(time.DateOnly)
	}
	return d.Value
}

// maxTries bounds how many readings of the same words are looked at.
const maxTries = 3

// find returns the expressions of the text, from left to right, each as long
// as it can be.
func find(r *reader) []*expr {
	var out []*expr
	for i := 0; i < len(r.tokens); i++ {
		if !r.begins(i) {
			continue
		}
		// Where the longest is refused a shorter one may do: not "2014 people"
		// but "in 2014 people moved".
		for end, tries := len(r.tokens), 0; tries < maxTries; tries++ {
			h := r.longestTo(i, end)
			if h.to <= i {
				break
			}
			e := newExpr(h)
			r.name(e)
			e.ahead = e.action == actDuration && len(e.amounts) == 1 && (r.after(e, "in") && (e.dir == 1 || !r.is(e.from, "the")) || r.is(e.from, "en"))
			e.local = r.is(e.to, "local") && r.is(e.to+1, "time") || r.is(e.to-2, "local")
			e.sliding = r.is(e.to-2, "past")
			if r.allowed(e) {
				r.time(e)
				r.ended(e)
				out = append(out, r.split(e)...)
				i = e.to - 1
				break
			}
			end = h.to - 1
		}
	}
	return out
}

// ended makes a length of time of "the year" in "the year ended June 30": it is
// no year of the calendar.
func (r *reader) ended(e *expr) {
	if e.action == actRelative && (e.unit == quarter || e.unit == yearUnit) && e.to-e.from == 2 && r.is(e.from, "the") && r.next(e, "ended", "ending") {
		e.action, e.typ, e.amounts = actDuration, extract.Duration, []amount{{10, e.unit}}
	}
}

// time takes in the end of "in two weeks' time".
func (r *reader) time(e *expr) {
	end := e.to
	if r.is(end, "'") {
		end++
	} else if possessive(r.of(end-1)) == 0 {
		return
	}
	if e.ahead && r.is(end, "time") && r.near(end) {
		e.timed, e.to = true, end+1
	}
}

// name gives a day that is a name its year: "the 9/11 attacks", but not "on
// 9/11".
func (r *reader) name(e *expr) {
	if len(e.path) != 1 || e.path[0].class != cNumDate || e.year != none || r.after(e, "on") {
		return
	}
	if day, ok := parseDay(r.g.named[r.text[r.tokens[e.from].Start:r.end(e.to-1)]]); ok {
		e.year = day.y
	}
}

// split makes the two ends of "June 3-5" or "1939-45" expressions of their
// own, tied unless "and" joins them.
func (r *reader) split(e *expr) []*expr {
	if e.action != actSpan {
		return []*expr{e}
	}
	a, b := *e, *e
	a.tie = toTie
	if e.yearTo != none {
		at := e.path[len(e.path)-1].at
		if from, between := r.opens(e); from || between || r.arranges(e) {
			a.tie = oneTie
		}
		a.to, b.from = int(at)+1, int(at)+2
		a.yearTo, b.yearTo, b.year = none, none, e.yearTo
		return []*expr{&a, &b}
	}
	if e.dayTo == none {
		return []*expr{e}
	}
	k := 0
	for i, p := range e.path {
		if p.class == cDay && i > 0 && (e.path[i-1].class == cHyphen || e.path[i-1].class >= cLiteral) && k == 0 && i > 1 {
			k = i
		}
	}
	if k == 0 {
		return []*expr{e}
	}
	if r.is(int(e.path[k-1].at), "and") {
		a.tie = noTie
	}
	if from, between := r.opens(e); from || between || a.tie == toTie && r.arranges(e) {
		a.tie = oneTie
	}
	a.to, b.from = int(e.path[k-1].at), int(e.path[k].at)
	a.path, b.path = e.path[:k-1], e.path[k:]
	a.dayTo, b.dayTo, b.day = none, none, e.dayTo
	return []*expr{&a, &b}
}

// firstUndated is the year in which an article without a day of publication
// is taken to have appeared at the earliest: that of the Web.
const firstUndated = 2000

// narrative reports whether the article tells of years long before it was
// published, so that "in March" is of the year last spoken of. An article
// that does not say when it was published did so in the last year that it
// names.
func narrative(found []*expr, pub civil) bool {
	if pub.isZero() {
		pub.y = firstUndated
		for _, e := range found {
			if !e.bc && plausible(e.year) {
				pub.y = max(pub.y, e.year)
			}
		}
	}
	old, older, partial, now := 0, 0, 0, 0
	for _, e := range found {
		switch {
		case e.year != none && e.year > pub.y, e.dir != none && e.unit != noUnit && e.path[0].class == cDir:
			now++
		case e.year != none:
			if e.year < pub.y-2 || e.bc {
				older++
			} else if e.year < pub.y {
				old++
			}
		case e.month != none && e.weekday == none:
			partial++
		case e.today != none, e.weekday != none && e.month == none:
			now++
		}
	}
	return older >= 5 && older > 3*now && older > old || older >= 3 && older+old >= 15 && older+old > 6*now || now == 0 && older >= 2 && partial >= 5
}
