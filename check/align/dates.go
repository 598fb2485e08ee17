package align

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A dated is a date with what it is compared by.
type dated struct {
	article int
	date    *extract.Date
	context context
	event   map[string]bool
	before  string   // stem of the noun before it: "filing" of "in a filing on Friday"
	telling bool     // what happened then is that somebody said something
	head    stemID   // of what happened then; -1 if no sentence has it
	done    []stemID // in its sentence, what had happened before that
	lone    bool     // no other date of the story is that day
	said    string
	class   string // what [MeetDates] asks of it
	key     string
}

// Scores that a match of dates needs; they are chances, see dateChance. Months
// and years are of many things, and need more than days.
const (
	sameDate    = 0.35
	otherDate   = 0.4
	otherPeriod = 0.5
)

// loneDate is how much less it takes if one of the days is met nowhere else in
// the story: a day that an event of its own has is mostly told twice.
const loneDate = 0.1

// closeDates is how much better another date of an article must match to be
// the one that is meant.
const closeDates = 0.06

// ClearDate is the score from which two sentences clearly tell one event, so
// that it does not matter which other days their articles have.
const ClearDate = 0.85

// OwnDate is the score from which a pair of dates that differ stands for
// itself: it is compared though one of the articles has the other's day, too,
// of something less alike.
const OwnDate = 0.35

// Dates groups the dates of one event. Durations, sets, and what could not be
// resolved are not compared.
func Dates(in *Sentences) []Group[extract.Date] {
	ds := datedIn(in)
	f := newForest(len(ds))
	rank := ranked(len(ds), func(i int) string { return ds[i].key })
	links, near, x := dateLinks(in, ds, rank)
	links = mutual(links, closeDates, func(i int) int { return ds[i].article })
	sortLinks(links, rank)
	said := datesIn(ds)
	groups := newLinkage(f, links, x, func(i int) int { return ds[i].article }, func(i int) string { return ds[i].class },
		func(i, j int) bool { return MeetDates(*ds[i].date, *ds[j].date) })
	for _, l := range links {
		if !l.same && (said.has(ds, l.a, l.b, l.score) || said.has(ds, l.b, l.a, l.score)) {
			continue
		}
		if l.same && groups.most(l.a, l.b, 2) && groups.free(l.a, l.b) ||
			!l.same && (l.score >= ClearDate || groups.most(l.a, l.b, 4)) && (l.score >= OwnDate || groups.free(l.a, l.b)) {
			groups.join(l)
		}
	}
	by := linksByRoot(links, f)
	var out []Group[extract.Date]
	for _, ms := range f.groups() {
		root := f.root(ms[0])
		g := Group[extract.Date]{Why: f.why[root], Score: f.score[root], Pairs: pairsOf(links, ms, by[root])}
		for _, i := range ms {
			g.Members = append(g.Members, Member[extract.Date]{ds[i].article, *ds[i].date})
			for _, n := range near[i] {
				if n.Member = len(g.Members) - 1; len(g.Near) < maxNear {
					g.Near = append(g.Near, n)
				}
			}
		}
		g.Subject, g.Key = dateSubject(in, ds, ms)
		out = append(out, g)
	}
	return out
}

func datedIn(in *Sentences) []dated {
	var ds []dated
	for a := range in.articles {
		for i := range in.articles[a].Dates {
			d := &in.articles[a].Dates[i]
			if !d.Resolved() && !Yearless(*d) || d.Page || d.Type != extract.DayDate && d.Type != extract.TimeDate {
				continue
			}
			if dateline(d) {
				continue
			}
			m := dated{article: a, date: d, context: in.contextOf(&d.Item), event: map[string]bool{}}
			what := head(d)
			m.telling, m.head = words.Telling(what), in.id(words.Stem(what))
			for _, e := range d.Event {
				m.event[words.Stem(text.Bare(e))] = true
			}
			for _, s := range stemsOf(d.Of) {
				if !s.mark {
					m.event[s.text] = true
				}
			}
			if len(m.context.words) <= few || furniture(&m.context, d.Sentence) {
				continue
			}
			m.before, m.done = in.eventBefore(d), in.done(d)
			day := inYear(*d, "2000")
			m.said = day.From.UTC().Format(time.RFC3339) + "\x00" + day.To.UTC().Format(time.RFC3339)
			m.class = strings.Join([]string{m.said, d.Value, d.Grain, d.Mod, d.Bound, text.Bare(d.Text), strconv.FormatBool(d.Hedged), strconv.FormatBool(d.Relative)}, "\x00")
			m.key = m.said + "\x00" + text.Bare(d.Sentence)
			ds = append(ds, m)
		}
	}
	return ds
}

// eventBefore returns the stem of the noun right before a date, which says what
// happened then: "in its filing late Thursday".
func (in *Sentences) eventBefore(d *extract.Date) string {
	if d.Bound != "" {
		return ""
	}
	ss := in.of(&d.Item)
	at := sort.Search(len(ss), func(k int) bool { return ss[k].start >= d.InSentence.Start })
	for i := at - 1; i >= max(0, at-2); i-- {
		if s := ss[i]; !s.mark {
			if w := text.Bare(s.word); s.name || words.Telling(w) || strings.HasSuffix(w, "ed") {
				return ""
			}
			return in.texts[s.id]
		}
	}
	return ""
}

func dateLinks(in *Sentences, ds []dated, rank []int) ([]link, map[int][]Near, *index) {
	x := newIndex(len(ds), 6*len(ds))
	for i, d := range ds {
		for _, e := range sorted(d.event) {
			x.add(words.Key("event", e), i)
		}
		for _, s := range d.context.heaviest(6) {
			x.add(words.Key("beside", in.texts[s]), i)
		}
		if d.date.Block <= 1 {
			x.add(words.Key("lead"), i)
		}
	}
	markLone(ds)
	var links []link
	near := map[int][]Near{}
	x.pairs(rank, func(i int) string { return ds[i].said }, func(a, b int) {
		l, why := dateLink(&ds[a], &ds[b])
		l.a, l.b = a, b
		if why != "" && len(near[a]) < maxNear {
			near[a] = append(near[a], Near{Article: ds[b].article, Item: ds[b].date.Item, Why: why})
		}
		if l.score > 0 {
			links = append(links, l)
		}
	})
	return links, near, x
}

// leastOf is the score that two dates need that do not meet.
func leastOf(a, b *dated) float64 {
	x, y := a.date, b.date
	least, period := otherDate, sizeOf(x.Grain) > sizeDay || sizeOf(y.Grain) > sizeDay
	if period {
		least = otherPeriod
	}
	switch {
	case period && (x.Relative || y.Relative):
		return least + loneDate // "last year" and "in May" are of anything
	case a.lone || b.lone:
		return least - loneDate
	}
	return least
}

// markLone marks the dates whose day or period no other of the story has.
func markLone(ds []dated) {
	times := map[string]int{}
	for i := range ds {
		times[ds[i].day()]++
	}
	for i := range ds {
		ds[i].lone = times[ds[i].day()] == 1
	}
}

// day is the day on which a date begins.
func (d *dated) day() string { return d.said[:len(time.DateOnly)] }

// dateLink says how well two dates match.
func dateLink(a, b *dated) (link, string) {
	x, y := inOneYear(*a.date, *b.date)
	meet := MeetDates(x, y)
	if a.article == b.article && !meet {
		return link{}, ""
	}
	if isEnd(x) && isEnd(y) && x.Bound != y.Bound {
		return link{}, ""
	}
	if !meet && countedAlike(x, y) {
		return link{}, "the same word, counted from another day"
	}
	if !meet && (anaphoric(x) || anaphoric(y) || swapped(x, y)) {
		return link{}, ""
	}
	if sizeOf(x.Grain) != sizeOf(y.Grain) && !(daily(x) && daily(y)) && (!meet || max(sizeOf(x.Grain), sizeOf(y.Grain)) >= sizeYear) {
		return link{}, ""
	}
	around := overlap(&a.context, &b.context)
	l := link{same: meet, score: dateChance(a, b, around)}
	if meet && l.score < sameDate {
		return link{}, ""
	}
	if !meet {
		told := l.score
		l.score = ofTelling(a, b, l.score)
		if l.score < leastOf(a, b) {
			if told >= otherDate && told > l.score {
				return link{}, "when it was told"
			}
			return link{}, ""
		}
		if far(x, y) && l.score < ClearDate {
			return link{}, "another occasion"
		}
	}
	if top := sharedWords(&a.context, &b.context); len(top) > 0 {
		l.why = append(l.why, "shared words: "+strings.Join(top, ", "))
	}
	return l, ""
}

// few is how many words beside a date tell nothing of what happened then.
const few = 2

// furniture reports whether a sentence is a line about the page and not of the
// article: "Updated 13 June 2013".
func furniture(c *context, sentence string) bool {
	first := strings.Fields(text.Bare(sentence[:min(len(sentence), 40)]))
	for _, w := range first[:min(3, len(first))] {
		if words.PageDates.Has(strings.Trim(w, ".:,|")) {
			return len(c.words) <= 8
		}
	}
	return false
}

// datesIn knows which dates each article has.
type datesByArticle map[int][]int

func datesIn(ds []dated) datesByArticle {
	m := datesByArticle{}
	for i, d := range ds {
		m[d.article] = append(m[d.article], i)
	}
	return m
}

// has reports whether the article of date i has another date that meets date
// j and matches it better than date i does, by score: in the sentence of date i
// as well. The sentence of date j itself always does: it may be a copy.
func (m datesByArticle) has(ds []dated, i, j int, score float64) bool {
	const close = 0.05
	for _, k := range m[ds[i].article] {
		if k == i || sizeOf(ds[k].date.Grain) != sizeOf(ds[j].date.Grain) || !MeetDates(*ds[k].date, *ds[j].date) {
			continue
		}
		if ds[k].date.Sentence == ds[j].date.Sentence {
			return true
		}
		least := score
		switch {
		case ds[k].date.Print != 0 && ds[k].date.Print == ds[j].date.Print:
			return true // it prints that very sentence, too
		case ds[k].date.Print != ds[i].date.Print:
			least += close
		}
		if around := overlap(&ds[k].context, &ds[j].context); dateChance(&ds[k], &ds[j], around) >= least {
			return true
		}
	}
	return false
}

func sortedCounts(m map[string]int) []string {
	set := map[string]bool{}
	for k := range m {
		set[k] = true
	}
	return sorted(set)
}
