// Package quotes finds who is quoted with which words.
package quotes

import (
	"math"
	"unicode"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// Extractor finds direct, mixed and indirect quotes, and sources that are
// only vague.
var Extractor = &extract.Extractor{
	Name: "quotes",
	Doc:  "Who is quoted with which words",
	Run:  run,
}

func run(a *extract.Article) extract.Items {
	r := newReader(a)
	r.judge()
	return r.items()
}

// judge decides of each quotation in turn whether it is speech, and whose.
func (r *reader) judge() {
	m := r.models
	var fs []feature
	for k := range r.units {
		if r.units[k].fixed {
			continue
		}
		fs = r.formFeatures(k, fs[:0])
		r.units[k].form, r.units[k].sure = choose(m, fs)
		if r.signed(&r.units[k]) {
			continue
		}
		if r.mentioned(&r.units[k]) {
			r.units[k].form = asNothing
		}
		r.speak(k, m["speaker"])
	}
}

func choose(m map[string]model, fs []feature) (int, float64) {
	s := []float64{m["direct"].score(fs), m["mixed"].score(fs), m["nothing"].score(fs)}
	softmax(s)
	// Words in marks that a sentence goes on around are someone's words as
	// well: in doubt they are direct.
	switch {
	case s[asNothing] > nothing:
		return asNothing, s[asNothing]
	case s[asDirect] > direct*(s[asDirect]+s[asMixed]):
		return asDirect, s[asDirect] + s[asMixed]
	}
	return asMixed, s[asDirect] + s[asMixed]
}

// Chosen by direct_exact on the training articles.
const (
	nothing = 0.55
	direct  = 0.2
)

// somebody is how likely a speaker must be to be given: unknown beats wrong.
// Fewer than four in ten of those below are right.
const somebody = 0.3

// passed is how sure it is that the subject of a passive does not speak.
const passed = 0.8

// signed recognises a quote that a dash and a name at the end of its
// paragraph sign: “The best bread in Aldport.” — Ellen Park
func (r *reader) signed(u *unit) bool {
	_, to := r.bounds(u.lastBlock)
	k := u.after
	for k < to && k < u.after+3 && r.beside(k, u.first, to) == atDash {
		k++
	}
	if k == u.after || k >= to || to-k > 12 {
		return false
	}
	m, ok := r.names.At(r.Tokens[k].Start)
	if !ok || m.First != k || m.Last+1 < to && r.word(m.Last+1) != "," && r.word(m.Last+1) != "." {
		return false
	}
	u.form, u.sure, u.chance, u.speaker = asDirect, 0.95, 0.95, len(r.sources)
	r.sources = append(r.sources, attrib.Source{Span: m.Span, Head: m.Span, Entity: m.Entity, Kind: attrib.Named})
	return true
}

// speak chooses who said unit k.
func (r *reader) speak(k int, m model) {
	u := &r.units[k]
	if s, ok := r.byOthers(u); ok {
		u.chance, u.speaker = passed, -1
		if !s.Span.Empty() {
			u.speaker = len(r.sources)
			r.sources = append(r.sources, s)
		}
		return
	}
	cands := r.candidates(k)
	scores := make([]float64, len(cands))
	best := 0
	for i, c := range cands {
		scores[i] = m.score(c.fs)
	}
	softmax(scores)
	for i := range scores {
		if scores[i] > scores[best] {
			best = i
		}
	}
	u.chance = scores[best]
	if u.chance < somebody {
		best = len(cands) - 1
	}
	r.take(u, cands[best], best == len(cands)-1)
}

func (r *reader) take(u *unit, c candidate, nobody bool) {
	if nobody {
		u.speaker = -1
		return
	}
	u.speaker = len(r.sources)
	r.sources = append(r.sources, c.source)
	if c.claim != nil {
		u.cue = c.claim
	}
}

// items makes quotes of the units that are speech.
func (r *reader) items() extract.Items {
	var out extract.Items
	r.indirect(&out)
	for k := 0; k < len(r.units); k++ {
		u := &r.units[k]
		if u.form == asNothing || u.within {
			continue
		}
		q := extract.Quote{Form: extract.Direct, Unclosed: u.Unclosed, Confidence: u.sure * u.chance}
		if u.form == asMixed {
			q.Form = extract.Mixed
		}
		if u.speaker >= 0 {
			q.Speaker = r.speakerOf(r.sources[u.speaker])
		}
		if u.cue != nil {
			q.Cue = u.cue.Cue
		}
		r.put(&q, u)
		for k+1 < len(r.units) && r.goesOn(k) {
			k++
			r.put(&q, &r.units[k])
		}
		if q.Form == extract.Mixed {
			q.Quoted = q.Parts
		}
		out.Quotes = append(out.Quotes, q)
	}
	for i := range out.Quotes {
		q := &out.Quotes[i]
		// Rounded, so that it is the same on every machine.
		q.Confidence = math.Round(min(max(calibrate(q.Form, q.Confidence), 0), 1)*1000) / 1000
		r.occasion(q)
		q.Provenance = r.provenance(q)
	}
	r.vague(&out)
	return out
}

// put adds the words of u to q.
func (r *reader) put(q *extract.Quote, u *unit) {
	q.Parts = append(q.Parts, u.Parts...)
	q.Span = q.Parts[0].Union(q.Parts[len(q.Parts)-1])
	q.Unclosed = q.Unclosed || u.Unclosed
	if q.Inner == nil {
		q.Inner = r.inner(u)
	}
	for _, w := range u.Words {
		q.Words = append(q.Words, fold(w.Of(r.text))...)
	}
}

// goesOn reports whether unit k is interrupted, and unit k+1 its other half:
// “We will,” she said, “never stop.”
func (r *reader) goesOn(k int) bool {
	u, v := &r.units[k], &r.units[k+1]
	if u.form != asDirect || v.form != asDirect || u.fixed || v.fixed || u.lastBlock != v.block || v.first-u.after > 25 {
		return false
	}
	if u.speaker < 0 || v.speaker < 0 || r.sources[u.speaker].Span != r.sources[v.speaker].Span {
		return false
	}
	said := r.sources[u.speaker].Span.Start
	if said < r.startOf(u.after) || said >= r.startOf(v.first) {
		return false // who speaks stands between the halves
	}
	for i := u.after; i < v.first; i++ {
		if r.ends(i) {
			return false
		}
	}
	if r.tail(u) == '.' && r.classAt(u.after).Has(lexicon.Cap) {
		return false // “Q.” He said “q”
	}
	return !r.closed(u) || !unicode.IsUpper(r.lead(v))
}

// fold returns the words of s, folded, without marks.
func fold(s string) []string {
	var out []string
	for _, t := range text.Tokens(s) {
		if t.Kind != text.Mark {
			out = append(out, text.Fold(t.Of(s)))
		}
	}
	return out
}
