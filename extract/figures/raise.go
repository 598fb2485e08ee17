package figures

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// raise lifts b to traceable where the act of telling has a time or an
// occasion, where a document is given, and where an official counts what
// happened.
func (s *scan) raise(b *backing, m *amount, f *extract.Figure, cue text.Span) {
	if k := s.a.TokenAt(b.speaker.Span.End); k < len(s.t) && s.near(k) && (s.g.is(s.low(k), "paper") || s.g.is(s.low(k), "weakpaper")) && !b.speaker.Span.Empty() && !cue.Covers(s.t[k].Span) {
		b.speaker.Span.End = s.t[k].End // "court" of "court records"
		b.speaker.Mention = s.a.Word(b.speaker.Span)
	}
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
// place: "said on Tuesday", "told the Bugle", "in a statement", "wrote".
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
		if k < 0 || k >= len(s.t) || !s.g.is(s.low(k), "venue") || m.span.Covers(s.t[k].Span) {
			continue
		}
		if s.sentenceOf(k) == m.sentence && s.governed(k) {
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
	for _, d := range s.datesFrom(sp.Start) {
		if d.Span.Start >= sp.End {
			break
		}
		if d.Type != extract.DayDate && d.Type != extract.TimeDate {
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
