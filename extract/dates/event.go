package dates

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/syntax"
)

// A scene is a sentence, parsed, and where it stands.
type scene struct {
	*syntax.Tree
	r     *reader
	at    int // byte at which the sentence begins
	words string
	dates []text.Span // around the one that is looked at
}

// dated reports whether token i belongs to a date.
func (s *scene) dated(i int) bool {
	for _, d := range s.dates {
		if d.Covers(s.span(i)) {
			return true
		}
	}
	return false
}

// scene parses the sentence around a date; nil if the language has no syntax.
func (r *reader) scene(span text.Span) *scene {
	i := r.a.SentenceAt(span.Start)
	if i < 0 || !r.parse {
		return nil
	}
	if r.last != nil && r.lastAt == i {
		return r.last
	}
	t := r.a.Tree(i)
	if t == nil {
		return nil
	}
	at := r.a.Sentences[i]
	r.lastAt, r.last = i, &scene{Tree: t, r: r, at: at.Start, words: r.a.Word(at)}
	return r.last
}

func (s *scene) word(i int) string { return s.Tokens[i].Span.Of(s.words) }

func (s *scene) span(i int) text.Span { return s.Tokens[i].Span.Shift(s.at) }

// happened says what happened at d: the verb or the noun of an event that the
// date depends on, and who takes part.
func (r *reader) happened(all []extract.Date, i int) {
	d := &all[i]
	s := r.scene(d.Span)
	if s == nil || !s.Parsed() {
		return
	}
	date := s.dateHead(d.Span)
	if date < 0 {
		return
	}
	s.dates = s.dates[:0]
	for k := max(0, i-8); k < min(len(all), i+9); k++ {
		s.dates = append(s.dates, all[k].Span)
	}
	d.Tense = tenseNames[s.tense(d.Span)]
	ev := s.event(date)
	if ev < 0 {
		return
	}
	d.Head = s.span(ev)
	d.Of, d.Event = s.describe(ev, d.Span)
}

// dateHead returns the token of span whose head lies outside it.
func (s *scene) dateHead(span text.Span) int {
	for i := range s.Tokens {
		if !span.Covers(s.span(i)) || s.Tokens[i].UPOS == syntax.PUNCT {
			continue
		}
		if h := s.Tokens[i].Head; h < 0 || !span.Covers(s.span(h)) {
			if rel := s.Tokens[i].Rel; rel == syntax.Det || rel == syntax.Case || rel == syntax.CC {
				continue
			}
			return i
		}
	}
	return -1
}

// event climbs from a date to what it dates.
func (s *scene) event(date int) int {
	if s.Child(date, syntax.Cop) >= 0 {
		if subject := s.Subject(date); subject >= 0 && s.Tokens[subject].UPOS == syntax.NOUN {
			return subject // "the last inspection was on 9 April, the county said"
		}
	}
	i := date
	for n := 0; n < len(s.Tokens); n++ {
		h := s.Tokens[i].Head
		if h < 0 {
			return s.fallback(i, date)
		}
		rel := s.Tokens[i].Rel
		i = h
		if s.dated(i) {
			continue
		}
		t := s.Tokens[i]
		switch {
		case t.UPOS == syntax.VERB:
			return i
		case t.UPOS == syntax.NOUN || t.UPOS == syntax.PROPN:
			if s.premodifies(rel, date, i) || s.listed(i) || s.sounds(i) && !s.unmarked(date, i) {
				return i
			}
			if s.Child(i, syntax.Cop) >= 0 || t.Rel == syntax.Root {
				return i
			}
		case t.UPOS == syntax.ADJ && (s.Child(i, syntax.Cop) >= 0 || t.Rel == syntax.Root):
			return i
		case t.UPOS == syntax.AUX && t.Rel == syntax.Root:
			return i
		}
	}
	return -1
}

// fallback is for a date that depends on nothing: the nearest verb.
func (s *scene) fallback(root, date int) int {
	if !s.dated(root) {
		return root
	}
	best := -1
	for i := range s.Tokens {
		if s.Tokens[i].UPOS == syntax.VERB && !s.dated(i) && (best < 0 || abs(i-date) < abs(best-date)) {
			best = i
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// premodifies reports whether the date stands before the noun that it belongs
// to: "Tuesday's vote", "the May 3 raid".
func (s *scene) premodifies(rel syntax.Rel, date, noun int) bool {
	if date > noun {
		return false
	}
	switch rel {
	case syntax.Compound, syntax.Poss, syntax.Amod, syntax.NumMod, syntax.NmodTime, syntax.Nmod, syntax.Desc:
		return true
	}
	return false
}

// unmarked reports whether a date stands after a noun without a preposition:
// it belongs to the verb, as in "approved a round of sanctions Monday".
func (s *scene) unmarked(date, noun int) bool {
	return date > noun && s.Child(date, syntax.Case) < 0 && s.verbAbove(noun)
}

func (s *scene) verbAbove(i int) bool {
	for n := 0; i >= 0 && n < len(s.Tokens); n++ {
		if s.Tokens[i].UPOS == syntax.VERB {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// listed reports whether the noun at i is in the list of what happens.
func (s *scene) listed(i int) bool {
	v, ok := s.entry(i)
	return ok && v != "-"
}

func (s *scene) entry(i int) (string, bool) {
	w := strings.ToLower(s.word(i))
	for _, form := range [...]string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es")} {
		if v, ok := s.r.g.events[form]; ok {
			return v, true
		}
	}
	return "", false
}

// sounds reports whether the noun at i ends as nouns of what happens do.
func (s *scene) sounds(i int) bool {
	if _, ok := s.entry(i); ok {
		return false
	}
	w := strings.TrimSuffix(strings.ToLower(s.word(i)), "s")
	for _, end := range [...]string{"tion", "sion", "ment", "ing"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+3 {
			return true
		}
	}
	return false
}

// describe gives the event at i in the words of the article, and the stems of
// it and of its participants.
func (s *scene) describe(i int, date text.Span) (string, []string) {
	var stems []string
	add := func(j int) {
		switch s.Tokens[j].UPOS {
		case syntax.NOUN, syntax.PROPN, syntax.VERB, syntax.ADJ:
			if !date.Overlaps(s.span(j)) && len(s.word(j)) > 1 {
				stems = append(stems, s.r.a.Lexicon().Stem(s.word(j)))
			}
		}
	}
	s.phrase(i, add)
	of := s.nounPhrase(i, date)
	if s.Tokens[i].UPOS == syntax.VERB || s.Tokens[i].UPOS == syntax.AUX {
		of = s.clause(i, date)
		for j := range s.Tokens {
			if s.Tokens[j].Head != i {
				continue
			}
			switch s.Tokens[j].Rel {
			case syntax.Subj, syntax.SubjPass, syntax.Obj, syntax.Obl, syntax.OblAgent, syntax.Xcomp, syntax.Particle:
				s.phrase(j, add)
			}
		}
	}
	slices.Sort(stems)
	return of, slices.Compact(stems)
}

// phrase calls f for a token and the words that name it more closely.
func (s *scene) phrase(i int, f func(int)) {
	f(i)
	for j := range s.Tokens {
		if s.Tokens[j].Head != i {
			continue
		}
		switch s.Tokens[j].Rel {
		case syntax.Compound, syntax.Flat, syntax.Amod, syntax.Nmod, syntax.Poss:
			f(j)
		}
	}
}

// nounPhrase is the noun at i with the adjectives and nouns right before it.
func (s *scene) nounPhrase(i int, date text.Span) string {
	first := i
	for first > 0 {
		t := s.Tokens[first-1]
		if t.Head != i || t.Rel != syntax.Compound && t.Rel != syntax.Amod && t.Rel != syntax.Flat || date.Overlaps(s.span(first-1)) {
			break
		}
		first--
	}
	return text.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[i].Span.End}.Of(s.words)
}

// clause is the verb at i in words that can be compared: the subject of one
// that only says that it happened, else the verb and its object.
func (s *scene) clause(i int, date text.Span) string {
	verb := s.word(i)
	sub := s.Subject(i)
	if sub >= 0 && s.r.g.light.Has(strings.ToLower(verb)) && s.Tokens[sub].UPOS == syntax.NOUN {
		return s.nounPhrase(sub, date)
	}
	if obj := s.Child(i, syntax.Obj); obj > i && obj-i < 8 && !date.Overlaps(text.Span{Start: s.span(i).Start, End: s.span(obj).End}) {
		return text.Span{Start: s.Tokens[i].Span.Start, End: s.Tokens[obj].Span.End}.Of(s.words)
	}
	if sub >= 0 && s.Tokens[sub].UPOS != syntax.PRON && sub < i && i-sub < 6 && !date.Overlaps(text.Span{Start: s.span(sub).Start, End: s.span(i).End}) {
		return text.Span{Start: s.Tokens[sub].Span.Start, End: s.Tokens[i].Span.End}.Of(s.words)
	}
	return verb
}
