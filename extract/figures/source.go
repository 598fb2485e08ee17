package figures

import (
	"slices"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
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
	if m.sentence < 0 {
		return backing{}, false
	}
	if c := s.claimOn(m); c != nil {
		b := s.backingOf(c.Source)
		s.raise(&b, m, f, c.Cue)
		return b, true
	}
	if b, ok := s.nameBefore(m, f); ok {
		return b, true
	}
	return s.paperIn(m.sentence, m)
}

// nameBefore looks for a name that a verb of telling follows, before m: "The
// Harbour Board (HB) links over 70% of delays to the ferry".
func (s *scan) nameBefore(m *amount, f *extract.Figure) (backing, bool) {
	start := s.a.Sentences[m.sentence].Start
	for v := m.first - 1; v > max(0, m.first-14) && s.t[v].Start > start && s.near(v+1); v-- {
		w := s.low(v)
		if w == ";" || w == ":" {
			break
		}
		if !s.g.is(w, "asserts") || s.g.is(w, "weakassert") && v < m.first-3 || s.hearers(m, v) {
			continue
		}
		k := v - 1
		for k > 0 && (s.g.closed[s.low(k)] == "v" || s.g.closed[s.low(k)] == "x") {
			k--
		}
		if s.raw(k) == ")" {
			for k > v-8 && s.raw(k) != "(" {
				k--
			}
			k--
		}
		if k < 0 || s.t[k].Start < start {
			continue
		}
		n, ok := s.a.Names().At(s.t[k].Start)
		if !ok || n.Span.End != s.t[k].End {
			continue
		}
		e := s.a.Names().Entities[n.Entity]
		if e.Kind == names.Place {
			continue
		}
		b := backing{step: extract.NamedSource, speaker: extract.Speaker{Name: e.Name, Role: e.Role, Kind: extract.Body, Span: n.Whole}}
		if first := s.nameStart(n.First); first < n.First {
			b.speaker.Span.Start = s.t[first].Start
			b.speaker.Name = s.s[s.t[first].Start:n.Span.End] // "Centers for Disease Control and Prevention"
		}
		if e.Kind == names.Person {
			b.speaker.Kind = extract.Named
		}
		b.speaker.Span.End = s.t[max(k, lastBracket(s, k, v))].End
		b.speaker.Mention = s.a.Word(b.speaker.Span)
		s.raise(&b, m, f, s.t[v].Span)
		return b, true
	}
	return backing{}, false
}

// nameStart returns the token where the name of a body begins that token k
// belongs to: over capitals and what joins them.
func (s *scan) nameStart(k int) int {
	first := k
	for i := k - 1; i >= max(0, k-9) && s.near(i+1); i-- {
		if s.g.is(s.low(i), "namejoin") {
			continue
		}
		if !s.capital(i) || s.g.function(s.low(i)) {
			break
		}
		first = i
	}
	return first
}

// lastBracket returns the token of the bracket that closes between k and v,
// so that "the Harbour Board (HB)" is one mention; else k.
func lastBracket(s *scan, k, v int) int {
	for i := k + 1; i < v; i++ {
		if s.raw(i) == ")" {
			return i
		}
	}
	return k
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
		if s.hearers(m, s.a.TokenAt(c.Cue.Start)) {
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

// hearers reports whether m counts those whom something is told to by the verb
// at token v: "Roe told a crowd of about 600". How many came is on the
// reporter's word.
func (s *scan) hearers(m *amount, v int) bool {
	if !s.g.is(s.low(v), "tells") || m.first <= v || m.first-v > 6 {
		return false
	}
	for k := v + 1; k < m.first && s.t[k].Start < m.span.Start; k++ {
		if c := s.a.Classes()[k]; !c.Has(lexicon.Det|lexicon.Prep|lexicon.Adverb) && !s.g.is(s.low(k), "crowd") {
			return false
		}
	}
	return true
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
	if w := s.low(first); n == 0 && !s.capital(first) && !s.plural(w) && !s.g.pronouns.Has(w) && !s.g.is(w, "official") && !s.g.is(w, "kin") && !s.g.is(w, "paper") {
		return false
	}
	return n < 14 && !s.g.is(s.low(first), "nobody") && s.kind(first) != text.Mark
}

// quoteOf returns the quote whose words m is among, if somebody is given for
// it.
func (s *scan) quoteOf(m *amount) *extract.Quote {
	if s.parts == nil {
		s.parts = []part{{quote: -1}} // never nil again
		for i := range s.a.Found.Quotes {
			for _, sp := range s.a.Found.Quotes[i].Parts {
				s.parts = append(s.parts, part{sp, i})
			}
		}
		slices.SortStableFunc(s.parts, func(p, q part) int { return p.Start - q.Start })
	}
	last, _ := slices.BinarySearchFunc(s.parts, m.span.Start+1, func(p part, i int) int { return p.Start - i })
	var best *extract.Quote
	for k := last - 1; k >= max(0, last-maxParts); k-- {
		p := s.parts[k]
		if p.quote < 0 || !p.Covers(m.span) {
			continue
		}
		if q := &s.a.Found.Quotes[p.quote]; s.mayQuote(q, m) && (best == nil || q.Span.Len() < best.Span.Len()) {
			best = q
		}
	}
	return best
}

// A part is one stretch of a quote.
type part struct {
	text.Span
	quote int
}

// maxParts bounds how many quotes before a figure are looked at: those around
// it begin in its paragraph.
const maxParts = 32

// mayQuote reports whether q says on whose word its figures stand.
func (s *scan) mayQuote(q *extract.Quote, m *amount) bool {
	if q.Speaker.IsZero() {
		return false
	}
	if q.Form != extract.Indirect {
		return true
	}
	if !s.asserts(q.Cue) || !s.soundPhrase(q.Speaker.Span) {
		return false
	}
	if s.g.is(text.Fold(q.Speaker.Mention), "pronoun") && m.sentence >= 0 {
		if c := s.claimOn(m); c != nil && c.Source.Pronoun == 0 {
			return false // "Acme said it expects"
		}
	}
	return true
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

// linked reports whether a link stands in the sentence of m.
func (s *scan) linked(m *amount) bool {
	if m.sentence < 0 {
		return false
	}
	sp := s.a.Sentences[m.sentence]
	k, _ := slices.BinarySearchFunc(s.a.Doc.Links, sp.Start, func(l corpus.Link, i int) int { return l.End - i - 1 })
	return k < len(s.a.Doc.Links) && sp.Overlaps(s.a.Doc.Links[k].Span)
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
	if i < 0 || !s.inList(i) {
		return backing{}, false
	}
	i = s.above(i)
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

// inList reports whether block i is an item of a list or a cell of a table.
func (s *scan) inList(i int) bool {
	kind := s.a.Doc.Blocks[i].Kind
	return kind == corpus.ListItem || kind == corpus.Cell
}

// above returns the block before the list or table that block i is of, or -1.
// It goes on from the block asked about before: lists may be long.
func (s *scan) above(i int) int {
	k := i
	for k >= 0 && s.inList(k) && k != s.below.block {
		k--
	}
	if k >= 0 && k == s.below.block {
		k = s.below.above
	}
	s.below = lead{i, k}
	return k
}

// A lead is a block of a list and the block before that list.
type lead struct{ block, above int }
