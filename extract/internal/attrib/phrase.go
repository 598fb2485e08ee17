package attrib

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// phraseAt returns the noun phrase that begins with token i, and the token
// after it: "a spokesman for the mayor", "Jane Roe".
func (s *scan) phraseAt(i int) (Source, int, bool) {
	if !s.free(i) {
		return Source{}, i, false
	}
	c := s.class(i)
	if c.Has(lexicon.Subject) || c.Has(lexicon.Object) && !c.Has(lexicon.Possess) {
		return s.pronoun(i), i + 1, true
	}
	if s.is(i, "one", "another") && i+1 < s.to && s.Tokens[i+1].Kind == text.Mark {
		return Source{Span: s.Tokens[i].Span, Head: s.Tokens[i].Span, Entity: -1, Kind: Anonymous}, i + 1, true // "says one."
	}
	head, after, ok := s.ahead(i)
	if !ok {
		return Source{}, i, false
	}
	end := after
	// What belongs to a noun that speaks: "of the party", "familiar with it".
	for n := 0; n < 3 && s.is(end, "of", "for", "from", "in", "at", "with", "on", "to", "and", "familiar", "close", "involved", "near"); n++ {
		k := end + 1
		if s.is(end, "familiar", "close", "involved") {
			k++
		}
		if s.class(head).Has(lexicon.Cap) && !s.class(head).Has(speaks) && !s.is(end, "of") || s.class(k).Has(lexicon.Time) {
			break
		}
		_, a, ok := s.ahead(k)
		if !ok || s.is(end, "and") && !s.class(a-1).Has(speaks|lexicon.Cap) {
			break
		}
		end = a
	}
	src := s.source(i, head, end-1)
	if s.is(end, "and") && s.free(end+1) {
		if m, ok := s.Names.At(s.Tokens[end+1].Start); ok && m.Last < s.to && m.First == end+1 && !s.leads(m) {
			if b := s.both(src, m.Last); b != src {
				return b, m.Last + 1, true
			}
		}
	}
	return src, end, true
}

// ahead returns the head of the noun phrase without prepositions that begins
// with token i, and the token after it.
func (s *scan) ahead(i int) (head, after int, ok bool) {
	k := i
	for n := 0; n < 10 && s.free(k); n++ {
		if m, is := s.Names.At(s.Tokens[k].Start); is && m.Last >= k && m.Last < s.to {
			if !s.leads(m) {
				return m.Last, s.pastDot(m.Last, m.Span), true
			}
			k = m.Last + 1 // "Roe's lawyer", "Aldport police chief John Doe": on to the noun
			continue
		}
		c, w := s.class(k), s.word(k)
		if s.Tokens[k].Kind == text.Mark && w != "-" && w != "$" {
			if w == "." && s.abbreviated(k) || (w == "'" || w == "’") && strings.HasSuffix(s.word(k-1), "s") && k > i {
				k++
				continue
			}
			break
		}
		if k == i && c.Has(lexicon.Det|lexicon.Possess) {
			k++
			continue
		}
		stop := c.Has(lexicon.Prep|lexicon.Conj|lexicon.Aux|lexicon.Subject|lexicon.Object|lexicon.Question|lexicon.Time) || c.Has(lexicon.Say) && !c.Has(speaks|lexicon.Adjective) && !c.Has(lexicon.Part) || c.Has(lexicon.Adverb) && !c.Has(lexicon.Adjective)
		if stop && !(c.Has(speaks) && !c.Has(lexicon.Prep)) {
			break
		}
		k++
	}
	if k == i || k == i+1 && s.class(i).Has(lexicon.Det|lexicon.Possess) && !s.class(i).Has(lexicon.People|lexicon.Vague) {
		return 0, 0, false
	}
	return k - 1, k, true
}

// leads reports whether a noun follows a name, so that the name only tells
// more of it.
func (s *scan) leads(m names.Mention) bool {
	last := s.Tokens[m.Last]
	if last.End > m.Span.End && m.Span.End > last.Start && !strings.HasPrefix(s.Text[m.Span.End:last.End], ".") {
		return true // a possessive
	}
	k := m.Last + 1
	if !s.free(k) || s.Tokens[k].Kind != text.Word || s.Tokens[k].Start > last.End+2 {
		return s.is(k, "'", "’") && s.free(k+1) && s.Tokens[k+1].Kind == text.Word
	}
	for n := 0; n < 4 && s.free(k) && s.Tokens[k].Kind == text.Word; n++ {
		c := s.class(k)
		if c.Has(speaks) && !c.Has(lexicon.Say) {
			return true
		}
		if c.Has(lexicon.Function&^lexicon.Adjective | lexicon.Say | lexicon.Time | lexicon.Possess | lexicon.Subject) {
			return false
		}
		k++
	}
	return false
}

func (s *scan) pastDot(last int, name text.Span) int {
	if last+1 < s.to && s.Tokens[last+1].Start < name.End {
		return last + 2
	}
	return last + 1
}

// content finds what is said in the sentence of the cue.
func (s *scan) content(c *Claim) {
	cue := s.at(c.Cue.Start)
	first, last := s.sentence(cue)
	after := s.at(c.Cue.End-1) + 1
	left := cue
	if c.Side == Before {
		left = s.at(c.Source.Span.Start)
	} else if c.Side == After {
		after = s.at(c.Source.Span.End-1) + 1
	}
	if left > first && s.is(left-1, ",") && !s.is(first, "but", "and") {
		// "…, X said": what stands before, if it is a clause.
		if left-1-first >= 3 && (c.Side == After || !s.is(after, "that")) && !s.class(first).Has(lexicon.Prep) && c.Class.Has(lexicon.Direct) {
			c.Content = text.Span{Start: s.Tokens[first].Start, End: s.Tokens[left-2].End}
			return
		}
	}
	if c.Side == After && s.is(after, ",") {
		after++
	} else if c.Side == After {
		return
	}
	from := s.skip(after, last)
	if last-from >= 2 {
		c.Content = text.Span{Start: s.Tokens[from].Start, End: s.Tokens[last-1].End}
	}
}

// skip steps over whom something is told and when: "reporters on Tuesday".
func (s *scan) skip(i, last int) int {
	for k := i; k < min(i+12, last); k++ {
		if s.is(k, "that") {
			return k
		}
		if s.Tokens[k].Kind == text.Mark || s.Quoted[k] {
			break
		}
	}
	for i < last && s.class(i).Has(lexicon.Time) {
		i++
	}
	return i
}

// at is the token that holds byte i.
func (s *scan) at(i int) int {
	lo, hi := s.from, s.to
	for lo < hi {
		m := (lo + hi) / 2
		if s.Tokens[m].End > i {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// maxSentence bounds, in tokens, how far from a cue its sentence reaches.
const maxSentence = 150

// sentence returns the tokens between the ends of sentences around token i,
// without the full stop.
func (s *scan) sentence(i int) (first, last int) {
	first, last = i, i
	for first > s.from && i-first < maxSentence && !s.stops(first-1) {
		first--
	}
	for last < s.to && last-i < maxSentence && !s.stops(last) {
		last++
	}
	return first, last
}

func (s *scan) stops(i int) bool {
	if s.Quoted[i] {
		return false
	}
	switch s.word(i) {
	case "?", "!", ";":
		return true
	case ".":
		if _, ok := s.Names.At(s.Tokens[i].Start); ok {
			return false
		}
		return !s.abbreviated(i)
	}
	return false
}
