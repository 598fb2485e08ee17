package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// counted finds what m counts or measures: the head of the noun phrase after
// the number, past adjectives, or after "of"; else what the figure before it
// in the sentence counts.
func (s *scan) counted(m *amount) {
	m.nounTok = -1
	if s.ageOf(m) {
		return
	}
	m.sentence = s.sentenceAt(m.span.Start)
	if m.kind == extract.Score || m.kind == extract.Multiple {
		return
	}
	j := m.after
	if m.unit == "" && m.per == "" && (s.raw(j) == "-" || s.raw(j) == "‑") && s.tied(j) && s.tied(j+1) && s.kind(j+1) == text.Word {
		m.hyphen = true
		m.nounTok, m.phrase = j+1, s.t[j+1].Span
		m.noun, m.single = s.t[j+1].Span, s.singular(s.low(j+1))
		m.after = j + 2
		return
	}
	if m.unit != "" {
		s.measured(m)
		s.lend(m)
		return
	}
	from := j
	of := s.g.is(s.low(j), "of") && s.near(j)
	if of {
		from = s.determiners(j + 1)
	}
	if m.share && (s.g.closed[s.low(j)] == "d" || s.g.is(s.low(j), "possessive")) && s.near(j) {
		from = s.determiners(j) // "half the bridges"
	}
	pronoun := of && s.g.pronouns.Has(s.low(from))
	if pronoun {
		from++ // "11 of them women"
	}
	if !m.vague || of || s.plural(s.low(j)) || s.g.is(s.low(j), "state") {
		s.phraseFrom(m, from, of)
	}
	if m.nounTok >= 0 && (pronoun && !s.plural(s.low(m.nounTok)) || s.g.capital && !s.capital(m.nounTok)) {
		s.drop(m)
	}
	if m.nounTok >= 0 && !of {
		if s.hedgeRight(m, m.nounTok+1) || s.rateAt(m, m.nounTok+1, true) {
			m.span.End = s.t[m.after-1].End
		} else {
			m.after = max(m.after, from)
		}
	}
	if m.nounTok >= 0 || !s.ofBefore(m) && !s.levelBefore(m) {
		s.bySyntax(m)
	}
	if m.nounTok < 0 {
		s.inherit(m)
	}
	s.lend(m)
}

// levelBefore reads the noun before "rose to 10", "stood at 40".
func (s *scan) levelBefore(m *amount) bool {
	w := s.low(m.first - 1)
	if !s.g.is(w, "to") && !s.g.is(w, "at") && !s.g.is(w, "by") && !s.g.is(w, "from") {
		return false
	}
	for k := m.first - 2; k >= max(0, m.first-14) && s.near(k+1); k-- { // "the toll from Sunday's quake rose to 10"
		if s.g.is(s.low(k), "tollword") {
			s.takeHead(m, k)
			return true
		}
	}
	return s.beforeVerb(m, 3)
}

// maxSentence bounds, in tokens, the sentences that are looked at as a whole:
// longer ones are lists and tables that lost their lines.
const maxSentence = 400

// sentenceAt returns the index of the sentence at byte i; -1 if it is too long
// to be one.
func (s *scan) sentenceAt(i int) int {
	k := s.a.SentenceAt(i)
	if k >= 0 && len(s.a.SentenceTokens(k)) > maxSentence {
		return -1
	}
	return k
}

// bySyntax lets the syntax of the sentence say what m counts where the words
// do not, or where they stopped too early: "two new 737 Max jets".
func (s *scan) bySyntax(m *amount) {
	if m.nounTok >= 0 && s.plural(s.low(m.nounTok)) {
		return
	}
	head, known := s.headBySyntax(m)
	if !known || head < 0 || head == m.nounTok || !s.mayHead(head) || s.kind(head) != text.Word || head >= m.first && head < m.after {
		return
	}
	if m.nounTok >= 0 && (s.g.is(s.low(m.nounTok), "state") || head < m.nounTok || head > m.nounTok+5) {
		return
	}
	s.takeHead(m, head)
}

// takeHead makes token head what m counts.
func (s *scan) takeHead(m *amount, head int) {
	after := head >= m.after
	m.nounTok, m.noun, m.before = head, s.t[head].Span, !after
	m.single = s.singular(s.low(head))
	start := head
	for start-1 >= 0 && (start-1 >= m.after || !after && head-start < 4) && !s.g.function(s.low(start-1)) && !s.g.pronouns.Has(s.low(start-1)) && !s.g.is(s.low(start-1), "asserts") && s.kind(start-1) == text.Word && s.near(start) {
		start--
	}
	m.phrase = text.Span{Start: s.t[start].Start, End: s.t[head].End}
	if after {
		m.phrase.End = s.inPhrase(head + 1)
	}
}

// determiners skips "the", "its", "all" and numbers after "of".
func (s *scan) determiners(j int) int {
	for k := 0; k < 3 && s.near(j); k++ {
		if c := s.g.closed[s.low(j)]; c != "d" && s.kind(j) != text.Number && !s.g.is(s.low(j), "possessive") {
			if n, ok := s.g.numeral[s.low(j)]; !ok || n.kind != 'v' {
				break
			}
		}
		j++
	}
	return j
}

// phraseFrom reads the noun phrase at token j.
func (s *scan) phraseFrom(m *amount, j int, of bool) {
	last, head := j-1, -1
	one := s.one(m) && !m.scaled && m.unit == ""
	for k := j; k < len(s.t) && k < j+8; k++ {
		if !s.near(k) {
			break
		}
		w := s.low(k)
		if s.kind(k) != text.Word {
			if s.joins(k) {
				continue
			}
			break
		}
		if s.g.is(w, "state") { // "31 dead", "12 injured"
			if head < 0 {
				head, last = k, k
			}
			break
		}
		tied := s.raw(k-1) == "-" && s.tied(k)
		tied = tied || s.raw(k+1) == "-" && s.tied(k+1) && !s.g.function(w)
		if !tied && (s.stops(w, k, j) || s.dayAt(k) || !s.tied(k+1) && s.verbAt(m, k, k == j)) {
			break
		}
		if tied && s.verbish(w, false) {
			continue // "gold-plated"
		}
		if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			continue // "the town's fish"
		}
		if strings.HasSuffix(w, "ly") && !s.g.is(w, "noverb") && !s.capital(k) {
			continue // "two newly built homes"
		}
		if head >= 0 && k > j && s.verbish(w, one) {
			break
		}
		head, last = k, k
		if s.g.capital && s.capital(k) && !s.capital(k+1) {
			break
		}
		if s.raw(k+1) == "'s" || s.raw(k+1) == "’s" || s.raw(k+1) == "'" || s.raw(k+1) == "’" {
			continue
		}
		if s.plural(w) && !one && !(s.plural(s.low(k+1)) && s.near(k+1) && s.g.is(w, "pluralmodifier")) {
			break
		}
	}
	if head < 0 {
		return
	}
	m.nounTok, m.noun = head, s.t[head].Span
	m.single = s.singular(s.low(head))
	m.phrase = text.Span{Start: s.t[j].Start, End: s.t[last].End}
	if m.unit == "" && !of {
		m.phrase.End = s.ofPhrase(last + 1)
	} else if of {
		m.phrase.End = s.inPhrase(last + 1)
	}
}

// joins reports whether the mark or number at token k stands inside of a noun
// phrase.
func (s *scan) joins(k int) bool {
	switch w := s.raw(k); {
	case s.kind(k) == text.Number: // "737 Max jets"
		_, used, plain, ok := s.g.digits(w)
		return ok && plain && used == len(w) && s.capital(k-1)
	case w == ".": // "Ms. Roe's emails"
		return s.tied(k) && s.capital(k-1) && s.capital(k+1) && s.t[k-1].Len() <= 4
	case w == "-" || w == "'" || w == "’" || w == "&":
		return s.tied(k) && s.tied(k+1)
	}
	return false
}

// stops reports whether the noun phrase ends before the word at token k.
func (s *scan) stops(w string, k, from int) bool {
	if s.g.is(w, "inside") {
		return false
	}
	if s.g.function(w) || s.g.pronouns.Has(w) {
		return true
	}
	return s.g.is(w, "finite") || s.g.is(w, "change") && !s.plural(w)
}

// verbish reports whether a word after a noun is rather a verb than a noun.
func (s *scan) verbish(w string, one bool) bool {
	if s.g.is(w, "noverb") {
		return false
	}
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") && len(w) > 5 || one && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "ly")
}

// ofPhrase returns the end of "of …" at token j, else of the token before.
func (s *scan) ofPhrase(j int) int {
	end := s.t[j-1].End
	if !s.g.is(s.low(j), "of") || !s.near(j) {
		return end
	}
	return s.nounsEnd(j+1, end)
}

// inPhrase returns the end of "in the U.S." at token j, else of the token
// before.
func (s *scan) inPhrase(j int) int {
	end := s.t[j-1].End
	if s.g.is(s.low(j), "of") {
		end = s.nounsEnd(j+1, end)
		for j < len(s.t) && s.t[j].Start < end {
			j++
		}
	}
	if !s.g.is(s.low(j), "place") || !s.near(j) {
		return end
	}
	k := j + 1
	if s.g.closed[s.low(k)] == "d" {
		k++
	}
	if !s.capital(k) {
		return end
	}
	return s.nounsEnd(j+1, end)
}

// nounsEnd returns the end of the words at token j up to the next function
// word or mark.
func (s *scan) nounsEnd(j, end int) int {
	for k := j; k < j+7 && k < len(s.t) && s.near(k); k++ {
		w := s.low(k)
		if s.kind(k) == text.Mark {
			if w == "." && s.tied(k) && strings.Contains(s.low(k-1), ".") {
				end = s.t[k].End // "U.S."
				continue
			}
			if w == "-" && s.tied(k) && s.tied(k+1) {
				continue
			}
			break
		}
		if s.g.function(w) && !(s.g.closed[w] == "d" && k == j) {
			break
		}
		if s.g.is(w, "finite") || k > j+1 && s.verbish(w, false) {
			break
		}
		end = s.t[k].End
		if s.plural(w) && !s.capital(k) {
			break
		}
	}
	return end
}

// inherit gives m the noun of the figure before it in the sentence: "435
// homes by open sale and 187 by tender".
func (s *scan) inherit(m *amount) {
	if s.g.is(s.low(m.after), "who") {
		m.single = "person"
	}
	if len(s.found) == 0 {
		return
	}
	p := &s.found[len(s.found)-1]
	if p.sentence != m.sentence || p.kind != "" && p.kind != extract.Rate && !s.parallel(p, m) || m.low.Exp < 0 && p.low.Exp >= 0 && p.single != "" {
		return
	}
	if p.single != "" && p.unit == "" {
		m.single, m.phrase, m.noun = p.single, p.phrase, p.noun
	} else if p.unit != "" && s.parallel(p, m) && !m.words {
		m.unit, m.kind, m.money = p.unit, p.kind, p.money
	}
}

// parallel reports whether m repeats the measure of p without its unit: "8.15
// percent to 3.65" does not, "from 240 to 273" does.
func (s *scan) parallel(p, m *amount) bool {
	w := s.low(m.first - 1)
	return s.g.is(w, "to") && s.g.is(s.low(p.first-1), "from") && m.first-p.after < 8
}

// lend gives the unit or noun of m to the figure before it that has none and
// is joined to it: "45 and 50 mg", "500 and 1,000 songs", "8 or $9".
func (s *scan) lend(m *amount) {
	if len(s.found) == 0 {
		return
	}
	p := &s.found[len(s.found)-1]
	if p.unit != "" || p.nounTok >= 0 || p.sentence != m.sentence || p.kind == extract.Score || p.share {
		return
	}
	if p.after != m.first-1 && !(s.raw(p.after) == "-" && p.after == m.first-2) {
		return
	}
	switch w := s.low(m.first - 1); {
	case s.g.is(w, "and"), s.g.is(w, "or"):
	case s.g.is(w, "to"):
		if m.single != "" && m.unit == "" {
			return
		}
	default:
		return
	}
	if m.unit != "" {
		p.unit, p.kind, p.money, p.per = m.unit, m.kind, m.money, m.per
	} else if m.single != "" {
		p.single, p.noun, p.phrase = m.single, m.noun, m.phrase
	}
}

// plural reports whether w looks like a noun in the plural.
func (s *scan) plural(w string) bool {
	if _, ok := s.g.nouns[w]; ok {
		return true
	}
	if len(w) < 4 || w[len(w)-1] != 's' || s.g.function(w) {
		return false
	}
	switch w[len(w)-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	return !s.g.is(w, "finite")
}

// singular returns the singular of a folded noun.
func (s *scan) singular(w string) string {
	if one, ok := s.g.nouns[w]; ok {
		return one
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && (strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "sses")):
		return w[:len(w)-2]
	case len(w) > 3 && w[len(w)-1] == 's' && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// Singular returns the singular of a folded noun in a language, as Noun and
// Unit of figures have it.
func Singular(lang, noun string) string {
	s := scan{g: grammars()[lang]}
	if s.g == nil {
		return noun
	}
	return s.singular(noun)
}
