package quotes

import (
	"sort"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// speakerOf names a source as fully as the article does.
func (r *reader) speakerOf(s attrib.Source) extract.Speaker {
	sp := extract.Speaker{Span: s.Span, Mention: s.Span.Of(r.text), Kind: extract.SpeakerKind(s.Kind)}
	e := s.Entity
	if e < 0 && s.Pronoun != 0 {
		if e = r.meant(s); e >= 0 {
			sp.Kind = extract.Named
		}
	}
	if e < 0 {
		if e = r.holder(s); e >= 0 {
			sp.Kind = extract.Named
		}
	}
	if e >= 0 {
		x := r.names.Entities[e]
		sp.Name, sp.Role = x.Name, x.Role
	}
	return sp
}

const sexes = lexicon.Masculine | lexicon.Feminine

// meant is the entity that a pronoun means: whoever said something last, if
// that is near and the sex fits, else the one that stands nearest.
func (r *reader) meant(s attrib.Source) int {
	if !s.Pronoun.Has(sexes) || s.Pronoun.Has(lexicon.FirstPerson) {
		return -1
	}
	if e, ok := r.pronouns[s.Span.Start]; ok {
		return e
	}
	if r.pronouns == nil {
		r.pronouns = map[int]int{}
	}
	r.pronouns[s.Span.Start] = -1 // while it is looked for
	e, chance := r.names.Resolve(s.Span.Start, s.Pronoun, r.Sentences)
	if said := r.saidBefore(s); said >= 0 && said != e && (e < 0 || chance < sureOf || r.spokenOf(e, s)) {
		e = said
	}
	if d, ok := r.described(s); ok && !r.namedSince(e, d.Span.Start, s.Span.Start) {
		e = r.holder(d) // "a spokesman said …, he said": nobody named
	}
	r.pronouns[s.Span.Start] = e
	return e
}

// spokenOf reports whether entity e is last named before the pronoun s in
// somebody's words: who speaks does not name himself there.
func (r *reader) spokenOf(e int, s attrib.Source) bool {
	ms := r.names.Entities[e].Mentions
	k := sort.Search(len(ms), func(k int) bool { return r.names.Mentions[ms[k]].Span.Start >= s.Span.Start })
	return k > 0 && r.quoted[r.names.Mentions[ms[k-1]].First]
}

// namedSince reports whether entity e is named between bytes i and j.
func (r *reader) namedSince(e, i, j int) bool {
	if e < 0 {
		return false
	}
	for _, m := range r.names.In(text.Span{Start: i, End: j}) {
		if m.Entity == e {
			return true
		}
	}
	return false
}

// sureOf is how likely the nearest person must be to go before whoever spoke
// last; chosen by the pronouns of the training articles.
const sureOf = 0.7

// saidBefore is who said something last before the pronoun s, in its
// paragraph or the one before.
func (r *reader) saidBefore(s attrib.Source) int {
	at := r.TokenAt(s.Span.Start)
	block := r.BlockAt(s.Span.Start)
	for b, n := block, 0; b >= 0 && n < 2; b, n = r.blockBefore(b), n+1 {
		before := r.claimsOf(b)
		if b == block {
			before, _ = r.around(b, at)
		}
		for n, i := 0, len(before)-1; i >= 0 && n < 6; n, i = n+1, i-1 {
			c := before[i].Source
			if c.Span.Empty() || c.Span.Start >= s.Span.Start || i > 0 && !before[i-1].Source.Span.Empty() && before[i-1].Content.Covers(c.Span) {
				continue // "Roe said Hale must apologize": Roe spoke
			}
			e := c.Entity
			if e < 0 && c.Pronoun.Has(s.Pronoun&sexes) {
				e = r.meant(c)
			}
			if e >= 0 && r.names.Entities[e].Kind == names.Person && (r.names.Entities[e].Sex == 0 || r.names.Entities[e].Sex.Has(s.Pronoun&sexes)) {
				return e
			}
		}
	}
	return -1
}
