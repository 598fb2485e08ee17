package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// hedges reads the words and signs before and after m that bound or blur it.
func (s *scan) hedges(m *amount) {
	if m.vague && m.modifier == "" {
		m.modifier = extract.Between
	}
	if s.hedgeSign(m) || s.hedgeLeft(m) && m.modifier != extract.About {
		return
	}
	s.hedgeRight(m, m.after)
}

// hedgeSign reads "~1.2", "≈ 32", ">30", ">= 30", "sub-500".
func (s *scan) hedgeSign(m *amount) bool {
	j := m.first - 1
	if j < 0 || s.t[m.first].Start-s.t[j].End > 1 {
		return false
	}
	mod, first := extract.Modifier(""), j
	switch w := s.low(j); w {
	case "~", "≈", "∼", "±":
		mod = extract.About
	case ">":
		mod = extract.More
	case "<":
		mod = extract.Less
	case "≥":
		mod = extract.AtLeast
	case "≤":
		mod = extract.AtMost
	case "=":
		k := j - 1
		if s.raw(k) == ">" && s.t[j].Start-s.t[k].End <= 1 {
			mod, first = extract.AtLeast, k
		} else if s.raw(k) == "<" && s.t[j].Start-s.t[k].End <= 1 {
			mod, first = extract.AtMost, k
		}
	case "-":
		if s.g.is(s.low(j-1), "sub") && s.tied(j) && s.tied(m.first) {
			mod, first = extract.Less, j-1
		}
	}
	if mod == "" {
		return false
	}
	s.hedge(m, mod, s.s[s.t[first].Start:s.t[j].End])
	m.first, m.span.Start = first, s.t[first].Start
	return true
}

// hedge notes a modifier. Of a range the ends stay, and words that blur it
// are kept.
func (s *scan) hedge(m *amount, mod extract.Modifier, words string) {
	if mod == extract.Exactly {
		return
	}
	if m.modifier != extract.Between || mod != extract.About {
		if m.modifier == extract.Between {
			return
		}
		m.modifier = mod
	}
	m.hedge = words
}

// hedgeLeft reads the longest hedge that ends before m; "the" may stand
// between: "exceed the 250".
func (s *scan) hedgeLeft(m *amount) bool {
	end := m.first - 1
	if !s.near(m.first) {
		return false
	}
	if s.raw(end) == "." && s.tied(end) {
		end-- // "approx. 30"
	}
	mod, first := s.phraseEnding(s.g.left, end)
	if first < 0 && s.g.is(s.low(end), "the") {
		if mod, first = s.phraseEnding(s.g.left, end-1); first >= 0 && !s.g.is(s.low(end-1), "passing") {
			first = -1
		}
	}
	if first < 0 || !s.hedgeFits(m, first, end) {
		return false
	}
	if s.g.is(s.low(first-1), "never") || s.g.is(s.low(first-2), "never") {
		mod = string(negated(extract.Modifier(mod))) // "never hit fewer than 26"
	}
	s.hedge(m, extract.Modifier(mod), s.s[s.t[first].Start:s.t[end].End])
	if extract.Modifier(mod) != extract.Exactly {
		m.first, m.span.Start = first, s.t[first].Start
	}
	return true
}

// negated returns the hedge that "never" makes of another.
func negated(m extract.Modifier) extract.Modifier {
	switch m {
	case extract.Less:
		return extract.AtLeast
	case extract.More:
		return extract.AtMost
	}
	return m
}

// phraseEnding returns the longest phrase of p whose last word is token end.
func (s *scan) phraseEnding(p phrases, end int) (value string, first int) {
	first = -1
	var words [8]string
	for n := 0; n < min(p.longest, 6) && end-n >= 0; n++ {
		k := end - n
		if s.kind(k) != text.Word && s.raw(k) != "-" || n > 0 && !s.near(k+1) {
			break
		}
		words[len(words)-1-n] = s.low(k)
		key := strings.Join(words[len(words)-1-n:], " ")
		if v, ok := p.entries[key]; ok {
			value, first = v, k
		}
	}
	return value, first
}

// hedgeFits reports whether words that are hedges elsewhere are so here:
// "over two days" is how long, "about" after a verb of speech is what of.
func (s *scan) hedgeFits(m *amount, first, end int) bool {
	w, before := s.low(end), s.low(first-1)
	switch {
	case first != end:
		return true
	case s.g.is(w, "during") && m.kind == extract.Lasting:
		return s.g.is(before, "lasting") // "for over two years"
	case s.g.is(w, "upward") && m.modifier == extract.Between:
		return true
	case s.g.is(w, "place"):
		return !m.plain || !m.words || s.plural(s.low(m.after))
	}
	return true
}

// hedgeRight reads "or more", "or so", "-plus", "+" at token j and reports
// whether it did.
func (s *scan) hedgeRight(m *amount, j int) bool {
	w := s.raw(j)
	switch {
	case w == "+" && (s.tied(j) || s.near(j)) && s.kind(j+1) != text.Number:
		s.hedge(m, extract.AtLeast, w)
		s.end(m, j)
		return true
	case w == "-" && s.tied(j) && s.tied(j+1):
		if mod, ok := s.g.right.entries[s.low(j+1)]; ok {
			s.hedge(m, extract.Modifier(mod), s.low(j+1))
			s.end(m, j+1)
			return true
		}
		return false
	}
	mod, last, ok := s.match(s.g.right, j)
	if !ok || last == j && !s.endsClause(last+1) && s.low(j) != "plus" && s.low(j) != "odd" {
		return false
	}
	if s.g.is(s.low(last), "up") && s.g.is(s.low(last+1), "to") {
		return false // "30 pigs and up to 40 goats"
	}
	s.hedge(m, extract.Modifier(mod), s.s[s.t[j].Start:s.t[last].End])
	if s.g.is(s.low(last), "aging") && m.unit == "" && !m.money && m.plain && m.low.Coef <= oldest {
		m.unit, m.kind, m.plain = "age_year", extract.Age, false // "19 or older"
	}
	s.end(m, last)
	return true
}

func (s *scan) endsClause(j int) bool {
	return j >= len(s.t) || s.kind(j) == text.Mark || !s.near(j)
}
