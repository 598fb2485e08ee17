package quotes

import (
	"slices"
	"strings"
	"time"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// maxWords bounds the words that tell of an occasion.
const maxWords = 24

// An act is where the article says who said it, and how.
type act struct {
	cue      text.Span // empty if nothing says so
	from, to int       // tokens of the sentence around it
	lemma    string
	class    lexicon.Class
	quote    *extract.Quote
}

// actOf returns the act of q: the sentence around its cue, else around q.
func (r *reader) actOf(q *extract.Quote) act {
	at := q.Span.Start
	a := act{cue: q.Cue, quote: q}
	if !q.Cue.Empty() {
		at = q.Cue.Start
		k := r.TokenAt(at)
		a.lemma, a.class = r.lemmaOf(k), r.classAt(k)
	}
	k := min(r.TokenAt(at), len(r.Tokens)-1)
	lo, hi := r.bounds(max(r.BlockAt(at), 0))
	a.from, a.to = k, k
	for a.from > lo && k-a.from < far && !r.stops(a.from-1) {
		a.from--
	}
	for a.to < hi && a.to-k < far && !r.stops(a.to) {
		a.to++
	}
	return a
}

// stops reports whether a sentence of the reporter's ends with token i, in or
// outside of marks.
func (r *reader) stops(i int) bool {
	if r.ends(i) {
		return true
	}
	u := r.unitAt[i]
	return u >= 0 && i == r.units[u].after-1 && r.closed(&r.units[u]) && i+1 < len(r.Tokens) && r.class[i+1].Has(lexicon.Cap)
}

func (r *reader) lemmaOf(k int) string {
	w := strings.ToLower(r.word(k))
	v, ok := r.Lexicon().List("say")[w]
	if !ok {
		v = r.Lexicon().List("attitudes")[w]
	}
	v, _, _ = strings.Cut(v, " ")
	return v
}

// occasion fills in when, where and about what q was said, and whether it was
// written.
func (r *reader) occasion(q *extract.Quote) {
	a := r.actOf(q)
	q.Written = a.class.Has(lexicon.Writing)
	venue, written := r.venue(&a)
	q.Occasion.Venue = venue
	q.Written = q.Written || written || r.document(q)
	q.Occasion.From, q.Occasion.To = r.day(&a)
	q.Occasion.Words = r.eventWords(&a)
}

// document reports whether the speaker of q is a paper: "the letter said".
func (r *reader) document(q *extract.Quote) bool {
	if q.Speaker.Name != "" || q.Speaker.Span.Empty() {
		return false
	}
	w := text.Fold(q.Speaker.Mention)
	if i := strings.LastIndexByte(w, ' '); i >= 0 {
		w = w[i+1:]
	}
	return r.Lexicon().List("venues")[w] == "written"
}

// venue finds "in a statement", "at a press conference", "told the Bugle".
func (r *reader) venue(a *act) (string, bool) {
	list := r.Lexicon().List("venues")
	name, written := "", false
	for k := a.from; k < a.to; k++ {
		if r.quoted[k] || r.Tokens[k].Kind != text.Word {
			continue
		}
		w := strings.ToLower(r.word(k))
		kind, ok := list[w]
		if k+1 < a.to {
			if two, is := list[w+" "+strings.ToLower(r.word(k+1))]; is {
				kind, ok, w = two, true, w+" "+strings.ToLower(r.word(k+1))
			}
		}
		if !ok || r.class[k].Has(lexicon.Time) && r.class[k].Has(lexicon.Cap) || !r.inVenue(k, a.from) || r.class[k].Has(lexicon.Say) && !r.noun(k) {
			continue
		}
		name, written = w, kind == "written"
		break
	}
	if name != "" || a.lemma != "tell" {
		return name, written
	}
	k, the := r.TokenAt(a.cue.End-1)+1, ""
	if k < a.to && (r.word(k) == "the" || r.word(k) == "The") {
		k, the = k+1, "the "
	}
	if k < a.to && r.word(k) == "reporters" {
		return "told reporters", false
	}
	if k < a.to && !r.quoted[k] {
		if m, ok := r.names.At(r.Tokens[k].Start); ok && m.Whole.Start == r.Tokens[k].Start {
			return "told " + the + text.Fold(m.Span.Of(r.text)), false
		}
	}
	return "", false
}

// noun reports whether a word that may be a verb is none here: "in a report".
func (r *reader) noun(k int) bool {
	return r.classAt(k-1).Has(lexicon.Det|lexicon.Possess|lexicon.Adjective) || r.classAt(k-1).Has(lexicon.Time)
}

// inVenue reports whether a preposition leads to the noun at token k: "in an
// open letter", "at a news conference on Tuesday".
func (r *reader) inVenue(k, from int) bool {
	for n, i := 0, k-1; n < 5 && i >= from; n, i = n+1, i-1 {
		if r.Lexicon().List("venueprepositions").Has(strings.ToLower(r.word(i))) {
			return true
		}
		if r.Tokens[i].Kind == text.Mark && r.word(i) != "-" || r.class[i].Has(lexicon.Aux) || r.class[i].Has(lexicon.Say) && !r.noun(i) {
			return false
		}
	}
	return false
}

// day is the date that stands nearest to the cue in its sentence.
func (r *reader) day(a *act) (from, to time.Time) {
	if a.from >= a.to {
		return
	}
	lo, hi := r.Tokens[a.from].Start, r.Tokens[a.to-1].End
	at, best := a.cue.Start, -1
	if a.cue.Empty() {
		at = a.quote.Span.Start
	}
	ds := r.Found.Dates
	k, _ := slices.BinarySearchFunc(ds, lo, func(d extract.Date, lo int) int { return d.Span.Start - lo })
	for ; k < len(ds) && ds[k].Span.Start < hi; k++ {
		d := &ds[k]
		if !d.Resolved() || d.To.Sub(d.From) > 49*time.Hour || d.Type != extract.DayDate && d.Type != extract.TimeDate || r.inQuote(d.Span.Start) {
			continue
		}
		if dist := abs(d.Span.Start - at); best < 0 || dist < best {
			best, from, to = dist, d.From, d.To
		}
	}
	return from, to
}

func abs(n int) int { return max(n, -n) }

func (r *reader) inQuote(i int) bool {
	k := r.TokenAt(i)
	return k < len(r.quoted) && (r.quoted[k] || r.unitAt[k] >= 0)
}

// eventWords are the stems of what the sentence of the act and those beside
// it speak of, outside of marks.
func (r *reader) eventWords(a *act) []string {
	lo, hi := r.bounds(max(r.BlockAt(a.quote.Span.Start), 0))
	from, to := a.from, a.to
	for n := 0; from > lo && n < 40 && (n == 0 || !r.stops(from-1)); n++ {
		from--
	}
	for n := 0; to < hi && n < 40 && (n == 0 || !r.stops(to-1)); n++ {
		to++
	}
	var out []string
	const light = lexicon.Function | lexicon.Say | lexicon.Subject | lexicon.Object | lexicon.Possess | lexicon.Time | lexicon.Title | lexicon.FirstName | lexicon.Role
	for k := max(lo, from); k < min(hi, to) && len(out) < maxWords; k++ {
		if r.quoted[k] || r.Tokens[k].Kind != text.Word || r.class[k].Has(light) || len(r.word(k)) < 4 || r.Tokens[k].Start >= a.quote.Speaker.Span.Start && r.Tokens[k].End <= a.quote.Speaker.Span.End {
			continue
		}
		out = append(out, r.stem(k))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem is the stem of token k, made once: quotes of one paragraph speak of the
// same words.
func (r *reader) stem(k int) string {
	if r.stems == nil {
		r.stems = make([]string, len(r.Tokens))
	}
	if r.stems[k] == "" {
		r.stems[k] = r.Lexicon().Stem(r.word(k))
	}
	return r.stems[k]
}

// provenance says how far a reader could follow q to who said it.
func (r *reader) provenance(q *extract.Quote) extract.Provenance {
	switch s := q.Speaker; {
	case s.IsZero():
		return extract.NoSource
	case s.Kind == extract.Unspecified:
		return extract.VagueSource
	case s.Kind == extract.Anonymous:
		return extract.AnonymousSource
	case s.Kind == extract.Described && s.Name == "" && r.indefinite(s):
		return extract.AnonymousSource
	}
	o := q.Occasion
	if o.Venue != "" || !o.From.IsZero() || q.Written {
		return extract.Traceable
	}
	a := r.actOf(q)
	for k := a.from; k < a.to; k++ {
		if !r.quoted[k] && r.class[k].All(lexicon.Time) && !r.class[k].Has(lexicon.Role) {
			return extract.Traceable
		}
	}
	return extract.NamedSource
}

// indefinite reports whether a description is of just anybody: "a neighbour".
func (r *reader) indefinite(s extract.Speaker) bool {
	k := r.TokenAt(s.Span.Start)
	if !r.Lexicon().List("indefinites").Has(strings.ToLower(r.word(k))) {
		return false
	}
	for i := k + 1; i < len(r.Tokens) && r.Tokens[i].Start < s.Span.End; i++ {
		if r.class[i].Has(lexicon.Cap) || strings.HasPrefix(r.word(i), "spokes") {
			return false // "a spokesman for the Aldport council": one can ask there
		}
	}
	return true
}
