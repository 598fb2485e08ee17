package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// paperIn looks in sentence i for a document that shows or says what stands
// there: "the indictment details", "in the poll", "according to records". Of
// m, which may be nil, it must not be a part.
func (s *scan) paperIn(i int, m *amount) (backing, bool) {
	sp := s.a.Sentences[i]
	for k := s.a.TokenAt(sp.Start); k < len(s.t) && s.t[k].Start < sp.End; k++ {
		w := s.low(k)
		strong := s.g.is(w, "paper")
		if !strong && !s.g.is(w, "weakpaper") {
			continue
		}
		if m != nil && (m.noun.Overlaps(s.t[k].Span) || m.span.Overlaps(s.t[k].Span)) {
			continue
		}
		if !s.citing(k, sp) {
			continue
		}
		phrase := s.nounPhrase(k)
		b := backing{paper: true, speaker: extract.Speaker{Span: phrase, Mention: s.a.Word(phrase), Kind: extract.Described}}
		if n, ok := s.a.Names().At(phrase.Start); ok && phrase.Covers(n.Span) {
			b.speaker.Name = s.a.Names().Entities[n.Entity].Name
		}
		b.step = s.paperStep(phrase, i)
		if b.step == extract.VagueSource {
			b.speaker.Kind = extract.Unspecified
		}
		return b, true
	}
	return backing{}, false
}

// citing reports whether the document at token k is cited: a preposition leads
// to it, or it shows, finds, details something.
func (s *scan) citing(k int, sp text.Span) bool {
	for i := k - 1; i >= max(0, k-6) && s.t[i].Start >= sp.Start && s.near(i+1); i-- {
		w := s.low(i)
		if s.g.is(w, "citing") {
			return true
		}
		if s.kind(i) == text.Mark && w != "-" && w != "/" || s.g.is(w, "finite") && !s.g.is(w, "citing") {
			break
		}
	}
	for i := k + 1; i < min(len(s.t), k+7) && s.t[i].Start < sp.End && s.near(i); i++ {
		w := s.low(i)
		if s.g.is(w, "shows") {
			return true
		}
		if w == "," && i > k+1 || w == ";" {
			break
		}
	}
	return false
}

// nounPhrase returns the words around the noun at token k.
func (s *scan) nounPhrase(k int) text.Span {
	first := k
	for first > 0 && s.near(first) && k-first < 6 {
		w := s.low(first - 1)
		if s.kind(first-1) == text.Mark && w != "-" && w != "/" || s.g.function(w) && s.g.closed[w] != "d" {
			break
		}
		first--
		if s.g.closed[w] == "d" {
			break
		}
	}
	return text.Span{Start: s.t[first].Start, End: s.t[k].End}
}

// paperNoun reports whether the words of sp are a document.
func (s *scan) paperNoun(sp text.Span) bool {
	last := -1
	for k := s.a.TokenAt(sp.Start); k < len(s.t) && s.t[k].Start < sp.End; k++ {
		w := s.low(k)
		if last >= 0 && s.g.function(w) {
			break // "documents released by prosecutors"
		}
		if s.kind(k) == text.Word {
			last = k
		}
	}
	return last >= 0 && (s.g.is(s.low(last), "paper") || s.g.is(s.low(last), "weakpaper"))
}

// paperStep says how far a reader could find a document: one of its kind
// there is ("the indictment", "court records"), or it has an issuer and a
// date; with an issuer alone it is a name; "studies" are nothing.
func (s *scan) paperStep(phrase text.Span, i int) extract.Provenance {
	issuer := false
	strong := false
	for k := s.a.TokenAt(phrase.Start); k < len(s.t) && s.t[k].Start < phrase.End; k++ {
		strong = strong || s.g.is(s.low(k), "paper")
		if s.capital(k) && !s.g.function(s.low(k)) && !s.initial(k) {
			issuer = true
		}
		if s.t[k].End < phrase.End && s.a.Classes()[k].Has(lexicon.Speaking) {
			issuer = true // "the council estimates", where both are nouns
		}
	}
	if n, ok := s.a.Names().At(phrase.Start); ok && phrase.Overlaps(n.Span) {
		issuer = true
	}
	switch {
	case strong, issuer && s.hasDate(i, text.Span{}):
		return extract.Traceable
	case issuer:
		return extract.NamedSource
	}
	return extract.VagueSource
}
