package attrib

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// speaks are the classes of nouns that can be the source of speech.
const speaks = lexicon.Role | lexicon.People | lexicon.Speaking | lexicon.Anonymous | lexicon.Vague

// subject returns the source before the verb at token i.
func (s *scan) subject(i int) (Source, bool) {
	k := i - 1
	for n := 0; n < 6 && s.free(k); n++ {
		c := s.class(k)
		if !c.Has(lexicon.Adverb|lexicon.Aux|lexicon.Negation|lexicon.Time) && !s.manner(k) || c.Has(lexicon.Subject|lexicon.Cap) || c.Has(lexicon.Det) && c.Has(speaks) {
			break
		}
		k--
	}
	if s.word(k) == "." && k > s.from && s.Tokens[k-1].End == s.Tokens[k].Start {
		if m, ok := s.Names.At(s.Tokens[k].Start); !ok || m.Last < k-1 {
			if m, ok = s.Names.At(s.Tokens[k-1].Start); !ok || m.Last != k-1 || len(s.word(k-1)) > 3 {
				return Source{}, false
			}
		}
	}
	if s.is(k, ",", ")", "—", "–", "-") {
		return s.aside(k)
	}
	if s.is(k, "and", "but", "then", "or") {
		if s.is(i+1, "as", "by") && s.passiveBefore(k) {
			return Source{}, false // "was built in May and described as"
		}
		return s.earlier(k)
	}
	if s.is(k, "who", "which", "that") {
		if !s.free(k - 1) {
			return Source{}, false
		}
		if s.is(k-1, ",") {
			return s.back(k - 2)
		}
		return s.back(k - 1)
	}
	return s.back(k)
}

// manner reports whether token k is an adverb that stands between a noun and
// its verb: "the board unanimously rejected it".
func (s *scan) manner(k int) bool {
	const noun = lexicon.Cap | speaks | lexicon.OrgWord | lexicon.Say
	w := s.word(k)
	return strings.HasSuffix(w, "ly") && s.free(k-1) && s.class(k)&noun == 0 && s.Tokens[k-1].Kind == text.Word &&
		!s.class(k-1).Has(lexicon.Det|lexicon.Possess|lexicon.Adjective) && !s.Lexicon.List("lynouns").Has(w)
}

// aside returns the source before what stands between commas and ends at
// token k: "X, a doctor from Leeds, said".
func (s *scan) aside(k int) (Source, bool) {
	open := s.word(k)
	if open == ")" {
		open = "("
	}
	for n, j := 0, k-1; n < 40 && s.free(j); n, j = n+1, j-1 {
		w := s.word(j)
		if w == ";" || w == ":" || w == "?" || w == "!" {
			break
		}
		if w != open || j == k-1 {
			continue
		}
		if m, is := s.Names.At(s.Tokens[k-1].Start); is && m.Last == k-1 && m.First >= j+1 && s.Tokens[j+1].Start >= m.Whole.Start && s.Names.Entities[m.Entity].Kind == names.Person {
			return s.source(m.First, m.Last, m.Last), true // "a spokesman for the council, Jane Roe, said"
		}
		if src, ok := s.back(j - 1); ok && (s.person(src) || s.describes(j+1) && !s.placed(src)) && !s.listed(j) {
			// "Jane Roe, a spokesman for the mill, a maker of bread, said"
			if at := s.at(src.Span.Start); !s.person(src) && s.is(at-1, ",") {
				if p, ok := s.back(at - 2); ok && s.person(p) {
					return p, true
				}
			}
			return src, true
		}
	}
	// "In Aldport, X, said": no; "On Tuesday, said X" is inverted.
	return Source{}, false
}

func (s *scan) person(src Source) bool {
	return src.Entity >= 0 && s.Names.Entities[src.Entity].Kind == names.Person
}

func (s *scan) placed(src Source) bool {
	return src.Entity >= 0 && s.Names.Entities[src.Entity].Kind == names.Place
}

// listed reports whether the comma j stands before a clause with a verb of
// its own, so that nothing ends there that could be a subject.
func (s *scan) listed(j int) bool { return s.is(j+1, "and", "but", "so") }

// describes reports whether an aside that begins at token i tells of a
// person: "a doctor", "who", "45", "his lawyer".
func (s *scan) describes(i int) bool {
	c := s.class(i)
	return c.Has(lexicon.Det|lexicon.Possess|lexicon.Role|lexicon.Adjective) || s.is(i, "who", "which") || i < s.to && s.Tokens[i].Kind == text.Number
}

// earlier returns the subject of the verb that one at k+1 is joined to:
// "X came out and said".
func (s *scan) earlier(k int) (Source, bool) {
	for n, j := 0, k-1; n < 30 && s.free(j); n, j = n+1, j-1 {
		w := s.word(j)
		if w == ";" || w == ":" || w == "." {
			break
		}
		if s.class(j).Has(lexicon.Subject) {
			return s.pronoun(j), true
		}
		if s.class(j).Has(lexicon.Conj|lexicon.Question) && !s.is(j, "and", "for", "as", "than", "so") {
			break
		}
		if j == s.from || s.is(j-1, ",") || s.Quoted[j-1] || s.is(j-1, ".") {
			if src, _, ok := s.phraseAt(j); ok {
				return src, true
			}
		}
	}
	return Source{}, false
}

// passiveBefore reports whether the last auxiliary before token k makes a
// passive.
func (s *scan) passiveBefore(k int) bool {
	for n, j := 0, k-1; n < 15 && s.free(j) && s.word(j) != ";"; n, j = n+1, j-1 {
		if s.class(j).Has(lexicon.Aux) {
			return passive(strings.ToLower(s.word(j)))
		}
	}
	return false
}

func (s *scan) pronoun(i int) Source {
	c := s.class(i)
	return Source{Span: s.Tokens[i].Span, Head: s.Tokens[i].Span, Entity: -1, Kind: Described, Pronoun: c, Plural: c.Has(lexicon.Plural)}
}

// back returns the noun phrase that ends with token k.
func (s *scan) back(k int) (Source, bool) {
	if !s.free(k) {
		return Source{}, false
	}
	if s.class(k).Has(lexicon.Subject) {
		return s.pronoun(k), true
	}
	start, head, ok := s.chunk(k)
	if !ok {
		return Source{}, false
	}
	last := k
	// "a spokesman for the mayor": the noun before a preposition, if it is
	// one that speaks.
	far, farHead := start, head
	if s.is(far-1, "nearby") {
		far-- // "a baker from nearby Aldport"
	}
	for n := 0; n < 4 && s.free(far-2) && s.class(far-1).Has(lexicon.Prep) && !s.is(far-1, "to", "with", "than"); n++ {
		// "a fellow at the Centre for Peace in Aldport": over what speaks not.
		p, h, ok := s.chunk(far - 2)
		if !ok {
			break
		}
		if far, farHead = p, h; s.speaker(p, h) {
			break
		}
	}
	if far < start && !s.speaker(start, head) && s.is(far-1, ",") && s.free(far-2) {
		// "Jane Roe, a fellow at the Centre in Aldport said"
		if m, ok := s.Names.At(s.Tokens[far-2].Start); ok && m.Last == far-2 && m.First >= s.from && s.Names.Entities[m.Entity].Kind == names.Person {
			return s.source(s.firstOf(m), m.Last, m.Last), true
		}
	}
	if far < start && s.speaker(far, farHead) && !s.speaker(start, head) {
		start, head = far, farHead
	}
	for n := 0; n < 4 && s.free(start-2) && s.is(start-1, "of", "for", "from", "in", "at", "with", "on", "to", "by", "near", "against", "and", "behind"); n++ {
		before := start - 2
		if s.is(before, "close", "familiar", "involved") {
			before-- // "a source close to the council"
		}
		if !s.free(before) {
			break
		}
		p, h, ok := s.chunk(before)
		if !ok || !s.speaker(p, h) && !s.is(start-1, "and") || s.is(start-1, "and") && !s.speaker(p, h) {
			break
		}
		start, head = p, h
	}
	return s.both(s.source(start, head, last), last), true
}

// both takes into the phrase of a person the person that "and" joins to it and
// that token last ends: "Jane Roe and Tom Hale said". The first stands for both.
func (s *scan) both(src Source, last int) Source {
	m, ok := s.Names.At(s.Tokens[last].Start)
	if !ok || m.Last != last || !s.is(m.First-1, "and") || !s.person(src) || m.Entity == src.Entity || s.Names.Entities[m.Entity].Kind != names.Person {
		return src
	}
	if before, ok := s.Names.At(s.Tokens[m.First-2].Start); ok && before.Entity == src.Entity && s.Tokens[m.First-1].Start > src.Span.Start {
		src.Span.End = m.Span.End
	}
	return src
}

// speaker reports whether the chunk [start, head] is somebody who speaks.
func (s *scan) speaker(start, head int) bool {
	if s.class(head).Has(speaks) {
		return true
	}
	m, ok := s.Names.At(s.Tokens[head].Start)
	return ok && s.Names.Entities[m.Entity].Kind == names.Person && m.Last >= head && !s.class(head).Has(lexicon.Place)
}

// chunk returns the first token and the head of the noun phrase without
// prepositions that ends with token k.
func (s *scan) chunk(k int) (start, head int, ok bool) {
	if s.word(k) == "." && k > s.from {
		k--
	}
	if m, is := s.Names.At(s.Tokens[k].Start); is && m.Last >= k && m.First >= s.from {
		start, head = s.firstOf(m), k
		return s.determined(start), head, true
	}
	c := s.class(k)
	if s.Tokens[k].Kind != text.Word || c.Has(lexicon.Prep|lexicon.Conj|lexicon.Aux|lexicon.Subject|lexicon.Object|lexicon.Question) && !c.Has(speaks) || c.Has(lexicon.Det) && !c.Has(lexicon.People|lexicon.Vague) {
		return 0, 0, false
	}
	if c.Has(lexicon.Possess) && !c.Has(lexicon.Cap) || c.Has(lexicon.Time) {
		return 0, 0, false
	}
	start, head = k, k
	for n := 0; n < 8 && s.free(start-1); n++ {
		c := s.class(start - 1)
		w := s.word(start - 1)
		if s.Tokens[start-1].Kind == text.Mark && w != "-" && w != "." && w != "'" && w != "’" {
			break
		}
		if w == "." && !s.abbreviated(start-1) {
			break
		}
		if c.Has(lexicon.Det|lexicon.Possess) && w != "that" {
			return start - 1, head, true
		}
		if c.Has(lexicon.Prep|lexicon.Conj|lexicon.Aux|lexicon.Subject|lexicon.Object|lexicon.Question) || c.Has(lexicon.Say) && !c.Has(speaks|lexicon.Adjective) && !s.class(start-2).Has(lexicon.Det|lexicon.Adjective|lexicon.Possess) || c.Has(lexicon.Adverb) && !c.Has(lexicon.Adjective|lexicon.Cap) && !strings.HasSuffix(w, "ly") {
			break
		}
		start--
	}
	return start, head, true
}

func (s *scan) abbreviated(i int) bool {
	return i > s.from && s.Tokens[i-1].End == s.Tokens[i].Start && (strings.Contains(s.word(i-1), ".") || len(s.word(i-1)) <= 3 && s.class(i-1).Has(lexicon.Cap))
}

// firstOf is the first token of a name with its title and role.
func (s *scan) firstOf(m names.Mention) int {
	i := m.First
	for i > s.from && s.Tokens[i-1].Start >= m.Whole.Start {
		i--
	}
	return i
}

func (s *scan) determined(start int) int {
	if s.free(start-1) && s.class(start-1).Has(lexicon.Det|lexicon.Possess) && !s.is(start-1, "that") {
		return start - 1
	}
	return start
}

// source makes a Source of the tokens start to last with that head.
func (s *scan) source(start, head, last int) Source {
	src := Source{Span: text.Span{Start: s.Tokens[start].Start, End: s.Tokens[last].End}, Head: s.Tokens[head].Span, Entity: -1}
	if m, ok := s.Names.At(s.Tokens[head].Start); ok && m.Last >= head {
		src.Entity, src.Head = m.Entity, m.Span
		src.Span.End = m.Span.End
		src.Kind = Named
		if k := s.Names.Entities[m.Entity].Kind; k == names.Body || k == names.Place {
			src.Kind = Body
		}
		return src
	}
	c := s.class(head)
	src.Plural = c.Has(lexicon.People)
	src.Kind = s.kind(start, head, last)
	return src
}

// kind says how a phrase without a name is meant.
func (s *scan) kind(start, head, last int) Kind {
	c := s.class(head)
	first := s.class(start)
	definite := s.is(start, "the", "this", "that", "these", "those") || first.Has(lexicon.Possess)
	named := false
	for i := start; i <= last; i++ {
		named = named || s.class(i).Has(lexicon.Cap) && i > s.from
	}
	switch {
	case c.Has(lexicon.Vague) && !definite && (start == head || first.Has(lexicon.Det|lexicon.Adjective)) && !s.counted(start):
		if named && c.Has(lexicon.Anonymous) {
			return Anonymous
		}
		return Unspecified
	case c.Has(lexicon.Anonymous) && !definite:
		return Anonymous
	case c.Has(lexicon.Anonymous) && s.is(head, "source", "sources"):
		return Anonymous
	case c.Has(lexicon.People) && !definite && start == head:
		return Unspecified
	}
	return Described
}

// counted reports whether a phrase begins with a number: "two officials".
func (s *scan) counted(i int) bool {
	return s.Tokens[i].Kind == text.Number || s.is(i, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a", "an", "another")
}
