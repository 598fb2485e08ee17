package figures

import (
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A backing is on whose word a figure stands, and how far a reader could
// follow it.
type backing struct {
	speaker extract.Speaker
	step    extract.Provenance
	paper   bool // a document, not who issued it
}

// attribute says on whose word the figures stand: in the sentence, then by a
// document that the sentences before it in the paragraph go on about, then in
// what leads to the list or table.
func (s *scan) attribute(out []extract.Figure) {
	for i := range out {
		f, m := &out[i], &s.found[i]
		b, ok := s.inSentence(m, f)
		if !ok {
			b, ok = s.inParagraph(m)
		}
		if !ok {
			b, ok = s.leadIn(m)
		}
		f.Provenance = extract.NoSource
		if ok {
			f.Speaker, f.Provenance = b.speaker, b.step
		}
		if s.linked(m) {
			f.Provenance = extract.Traceable
		}
	}
}

// inSentence looks for whoever the sentence of m gives for it: whose words it
// is in, who is said to say it, what document shows it.
func (s *scan) inSentence(m *amount, f *extract.Figure) (backing, bool) {
	if m.sentence < 0 {
		return backing{}, false
	}
	if q := s.quoteOf(m); q != nil {
		b := backing{speaker: q.Speaker, step: q.Provenance}
		if b.speaker.Name == "" && q.Form == extract.Indirect {
			if e := s.beside(&b.speaker); e >= 0 {
				b.speaker.Name, b.speaker.Role = s.a.Names().Entities[e].Name, s.a.Names().Entities[e].Role
			}
		}
		if b.speaker.Kind == extract.Unspecified && s.official(b.speaker) {
			b.speaker.Kind, b.step = extract.Described, extract.NamedSource // "prosecutors"
		}
		s.raise(&b, m, f, q.Cue)
		return b, true
	}
	if c := s.claimOn(m); c != nil {
		b := s.backingOf(c.Source)
		s.raise(&b, m, f, c.Cue)
		return b, true
	}
	return s.paperIn(m.sentence, m)
}

// claimOn returns the claim of the sentence that m is part of: of several the
// one whose source has a name, then the narrowest; else one that follows m and
// so is of all the sentence, "…, according to a person briefed on it".
func (s *scan) claimOn(m *amount) *attrib.Claim {
	claims := s.a.Claims(m.sentence)
	var best, late *attrib.Claim
	for i := range claims {
		c := &claims[i]
		if c.Source.Span.Empty() || c.Source.Span.Overlaps(m.span) || !s.asserts(c.Cue) || !s.sound(c.Source) {
			continue
		}
		if !c.Content.Overlaps(m.span) {
			if c.Cue.Start > m.span.End {
				late = c
			}
			continue
		}
		if best == nil || best.Source.Pronoun != 0 && c.Source.Pronoun == 0 ||
			(best.Source.Pronoun != 0) == (c.Source.Pronoun != 0) && c.Content.Len() < best.Content.Len() {
			best = c
		}
	}
	if best == nil {
		return late
	}
	return best
}

// asserts reports whether the cue says that something is so: not "demanded",
// "refused", "plans".
func (s *scan) asserts(cue text.Span) bool {
	return !cue.Empty() && s.g.is(s.low(s.a.TokenAt(cue.Start)), "asserts")
}

// sound reports whether the phrase of a source is one: no pronoun that means
// nobody, no half sentence.
func (s *scan) sound(src attrib.Source) bool { return s.soundPhrase(src.Span) }

func (s *scan) soundPhrase(sp text.Span) bool {
	if sp.Empty() {
		return false
	}
	first := s.a.TokenAt(sp.Start)
	n := s.a.TokenAt(sp.End-1) - first
	return n < 14 && !s.g.is(s.low(first), "nobody") && s.kind(first) != text.Mark
}

// quoteOf returns the quote whose words m is among, if somebody is given for
// it.
func (s *scan) quoteOf(m *amount) *extract.Quote {
	var best *extract.Quote
	for i := range s.a.Found.Quotes {
		q := &s.a.Found.Quotes[i]
		if q.Span.Start > m.span.Start {
			break
		}
		if q.Span.End < m.span.End || q.Speaker.IsZero() || q.Form == extract.Indirect && !(s.asserts(q.Cue) && s.soundPhrase(q.Speaker.Span)) {
			continue
		}
		if q.Form == extract.Indirect && s.g.is(text.Fold(q.Speaker.Mention), "pronoun") {
			if c := s.claimOn(m); c != nil && c.Source.Pronoun == 0 {
				continue // "Acme said it expects"
			}
		}
		for _, p := range q.Parts {
			if p.Covers(m.span) && (best == nil || q.Span.Len() < best.Span.Len()) {
				best = q
			}
		}
	}
	return best
}

// backingOf names a source and says how it is given.
func (s *scan) backingOf(src attrib.Source) backing {
	b := backing{speaker: extract.Speaker{Span: src.Span, Mention: s.a.Word(src.Span), Kind: extract.SpeakerKind(src.Kind)}}
	e := src.Entity
	if e < 0 && src.Pronoun == 0 {
		e = s.beside(&b.speaker)
	}
	if e < 0 && src.Pronoun != 0 {
		if e, _ = s.a.Names().Resolve(src.Span.Start, src.Pronoun, s.a.Sentences); e >= 0 {
			b.speaker.Kind = extract.Named
		}
	}
	if e >= 0 {
		x := s.a.Names().Entities[e]
		b.speaker.Name, b.speaker.Role = x.Name, x.Role
	}
	if b.speaker.Kind == extract.Unspecified && s.official(b.speaker) {
		b.speaker.Kind = extract.Described // "prosecutors"
	}
	switch b.speaker.Kind {
	case extract.Unspecified:
		b.step = extract.VagueSource
	case extract.Anonymous:
		b.step = extract.AnonymousSource
	default:
		b.step = extract.NamedSource
	}
	return b
}

// beside returns the entity whose name stands beside the phrase of a speaker,
// between commas, and takes it in: "Jane Roe, the mayor", "the mayor, Jane
// Roe,"; -1 if there is none.
func (s *scan) beside(sp *extract.Speaker) int {
	x := s.a.Names()
	first, last := s.a.TokenAt(sp.Span.Start), s.a.TokenAt(sp.Span.End-1)
	if s.raw(first-1) == "," && s.near(first) && first >= 2 {
		if n, ok := x.At(s.t[first-2].Start); ok && n.Span.End == s.t[first-2].End && x.Entities[n.Entity].Kind != names.Place {
			sp.Span.Start = n.Whole.Start
			sp.Mention, sp.Kind = s.a.Word(sp.Span), extract.Named
			return n.Entity
		}
	}
	if s.raw(last+1) == "," && last+2 < len(s.t) && s.near(last+2) {
		if n, ok := x.At(s.t[last+2].Start); ok && n.Whole.Start == s.t[last+2].Start && n.Last+1 < len(s.t) && s.raw(n.Last+1) == "," && x.Entities[n.Entity].Kind != names.Place {
			sp.Span.End = n.Span.End
			sp.Mention, sp.Kind = s.a.Word(sp.Span), extract.Named
			return n.Entity
		}
	}
	return -1
}

// raise lifts b to traceable where the act of telling has a time or an
// occasion, where a document is given, and where an official counts what
// happened.
func (s *scan) raise(b *backing, m *amount, f *extract.Figure, cue text.Span) {
	if s.paperNoun(b.speaker.Span) {
		b.paper = true
		b.step = s.paperStep(b.speaker.Span, m.sentence)
		if b.speaker.Kind == extract.Unspecified && b.step != extract.VagueSource {
			b.speaker.Kind = extract.Described
		}
		return
	}
	if b.step != extract.NamedSource {
		return
	}
	switch {
	case s.occasion(m, cue, b.speaker.Span),
		s.publishing(cue) && (s.hasDate(m.sentence, text.Span{}) || f.Measure.Period != ""),
		f.Kind == extract.Count && f.Measure.Grows && b.speaker.Kind != extract.Named,
		f.Kind == extract.Count && (f.Measure.Grows || s.g.is(m.single, "people") || s.g.is(s.low(m.nounTok), "people")) && (s.official(b.speaker) || b.speaker.Role != ""):
		b.step = extract.Traceable
	}
}

// official reports whether a speaker speaks for a body: "a police spokesman",
// "the governor".
func (s *scan) official(sp extract.Speaker) bool {
	for k := s.a.TokenAt(sp.Span.Start); k < len(s.t) && s.t[k].Start < sp.Span.End; k++ {
		if s.g.is(s.low(k), "official") {
			return true
		}
	}
	for _, w := range text.Tokens(sp.Role) {
		if s.g.is(text.Fold(w.Of(sp.Role)), "official") {
			return true
		}
	}
	return false
}

// occasion reports whether the act with this cue has a day, an hearer or a
// place: "said on Tuesday", "told Fox News", "in a statement", "wrote".
func (s *scan) occasion(m *amount, cue, source text.Span) bool {
	if cue.Empty() {
		return false
	}
	at := s.a.TokenAt(cue.Start)
	w := s.low(at)
	if s.g.is(w, "writes") || s.g.is(w, "tells") {
		return true
	}
	for k := at - 10; k < at+12; k++ {
		if k < 0 || k >= len(s.t) || s.sentenceOf(k) != m.sentence || m.span.Covers(s.t[k].Span) {
			continue
		}
		if s.g.is(s.low(k), "venue") && s.governed(k) {
			return true
		}
	}
	return s.hasDate(m.sentence, cue)
}

func (s *scan) sentenceOf(k int) int { return s.a.SentenceAt(s.t[k].Start) }

// governed reports whether a preposition leads to the noun at token k.
func (s *scan) governed(k int) bool {
	for i := k - 1; i >= max(0, k-5) && s.near(i+1); i-- {
		if s.g.is(s.low(i), "invenue") {
			return true
		}
		if s.kind(i) == text.Mark && s.raw(i) != "-" {
			return false
		}
	}
	return false
}

// hasDate reports whether sentence i has a date; with a cue, one that stands
// by it.
func (s *scan) hasDate(i int, cue text.Span) bool {
	sp := s.a.Sentences[i]
	for _, d := range s.a.Found.Dates {
		if d.Span.Start >= sp.End {
			break
		}
		if d.Span.Start < sp.Start || d.Type != extract.DayDate && d.Type != extract.TimeDate {
			continue
		}
		if cue.Empty() {
			return true
		}
		if d.Value == "PAST_REF" || d.Value == "PRESENT_REF" || d.Value == "FUTURE_REF" {
			continue
		}
		a, b := s.a.TokenAt(cue.Start), s.a.TokenAt(d.Span.Start)
		if b-a >= 0 && b-a <= 7 && !s.clauseBetween(a, b) || a-b > 0 && a-b <= 4 {
			return true
		}
	}
	return false
}

// clauseBetween reports whether a new clause begins between two tokens: in
// "said it sold 70 in May" May is no day of saying.
func (s *scan) clauseBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.g.is(s.low(k), "clause") {
			return true
		}
	}
	return false
}

// publishing reports whether the cue is an act of publishing or reporting.
func (s *scan) publishing(cue text.Span) bool {
	return !cue.Empty() && s.g.is(s.low(s.a.TokenAt(cue.Start)), "publishes")
}

// linked reports whether a link stands in the sentence of m.
func (s *scan) linked(m *amount) bool {
	if m.sentence < 0 {
		return false
	}
	sp := s.a.Sentences[m.sentence]
	for _, l := range s.a.Doc.Links {
		if sp.Overlaps(l.Span) {
			return true
		}
	}
	return false
}

// inParagraph looks in the sentences before that of m, in its paragraph, for a
// document that they are about.
func (s *scan) inParagraph(m *amount) (backing, bool) {
	if m.sentence < 0 {
		return backing{}, false
	}
	block := s.a.BlockOf(m.sentence)
	for i := m.sentence - 1; i >= 0 && i >= m.sentence-2 && s.a.BlockOf(i) == block; i-- {
		if b, ok := s.paperIn(i, nil); ok && b.step == extract.Traceable {
			return b, true
		}
	}
	return backing{}, false
}

// leadIn looks for what leads to the list or table that m stands in.
func (s *scan) leadIn(m *amount) (backing, bool) {
	i := s.a.BlockAt(m.span.Start)
	list := func(k int) bool {
		kind := s.a.Doc.Blocks[k].Kind
		return kind == corpus.ListItem || kind == corpus.Cell
	}
	if i < 0 || !list(i) {
		return backing{}, false
	}
	for i >= 0 && list(i) {
		i--
	}
	if i < 0 {
		return backing{}, false
	}
	last := s.a.SentenceAt(s.a.Doc.Blocks[i].End - 1)
	if last < 0 || s.a.BlockOf(last) != i {
		return backing{}, false
	}
	for _, c := range s.a.Claims(last) {
		if !c.Source.Span.Empty() {
			b := s.backingOf(c.Source)
			if s.hasDate(last, c.Cue) {
				b.step = extract.Traceable
			}
			return b, true
		}
	}
	return s.paperIn(last, nil)
}
