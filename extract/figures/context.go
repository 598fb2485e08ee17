package figures

import (
	"slices"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// change says whether m is a difference, up or down, or a previous level, and
// whether growth or revision is said: "rose 5% to 70" has a difference of 5 %
// and a revised level of 70.
func (s *scan) change(m *amount, out *extract.Measure) {
	k := m.first - 1
	out.Change = m.change
	before := s.low(k)
	level := s.g.is(before, "to") || s.g.is(before, "at")
	difference := m.unit == "percent" || m.unit == "pp" || m.unit == "bp" || m.unit == "point" || m.money
	switch {
	case s.g.is(before, "from") && (s.levels(m) || s.g.is(s.low(m.after), "to")):
		out.Change = "from"
	case level:
		out.Revised = s.levels(m) && s.g.is(before, "to")
	case s.g.is(before, "by") && s.levels(m):
		out.Change = s.direction(m.first-2, m.first-8)
	case difference && s.g.is(before, "change"), s.g.is(before, "updown"):
		out.Change = s.direction(k, k-1)
	}
	if out.Change == "" && difference {
		if j := m.nounTok; j >= m.after && j < m.after+3 {
			out.Change = s.direction(j, j-1)
		}
	}
	if m.sentence >= 0 && !out.Revised {
		for j := max(0, m.first-12); j < min(len(s.t), m.after+12); j++ {
			if s.g.is(s.low(j), "revised") && s.sentenceOf(j) == m.sentence && (s.low(j) != "far" || s.low(j-1) == "so") {
				out.Revised = true
			}
		}
	}
}

// direction returns which way the nearest word of change among the tokens
// from i down to after to goes.
func (s *scan) direction(i, to int) string {
	for ; i > to && i >= 0; i-- {
		switch w := s.low(i); {
		case s.g.is(w, "rising"):
			return "up"
		case s.g.is(w, "falling"):
			return "down"
		}
	}
	return ""
}

// subset returns the words that make m a part of another count: "of them
// women", "including", "of the 40", "under 18".
func (s *scan) subset(m *amount, grows bool) string {
	j := m.after
	if m.nounTok >= j && m.nounTok < j+6 {
		j = m.nounTok + 1
	}
	for _, k := range []int{m.after, j} {
		if s.g.is(s.low(k), "of") && s.near(k) {
			if s.g.is(s.low(k+1), "whom") {
				return s.wordsFrom(k, 3)
			}
			if !m.share && s.g.closed[s.low(k+1)] == "d" {
				if whole := s.wholeAt(k + 2); whole != "" {
					return s.wordsFrom(k, 2) + " " + whole
				}
			}
		}
	}
	if s.g.is(s.low(m.first-1), "except") && s.g.is(s.low(m.first-2), "wholly") && s.near(m.first) {
		return "all but" // "all but 10 of them" are not ten
	}
	if part := s.part(m, j, grows); part != "" {
		return part
	}
	if s.g.is(s.low(j), "agedlimit") && s.near(j) && s.kind(j+1) == text.Number && s.t[j+1].Len() <= 2 {
		return s.wordsFrom(j, 2)
	}
	for k := m.first - 1; k >= max(0, m.first-4) && s.near(k+1); k-- {
		w := s.low(k)
		if s.g.is(w, "including") && s.within(m) {
			return strings.TrimSpace(w + " " + m.single)
		}
		if (w == "them" || w == "whom") && (s.g.is(s.low(k-1), "of") || s.low(k-1) == "among") {
			return s.low(k-1) + " " + w + " " + m.single
		}
		if s.kind(k) == text.Mark && w != "," && w != "-" {
			break
		}
	}
	return ""
}

// wholeAt returns the number at token j in digits, so that two "of the five"
// and two "of the 5" are parts of one whole; "" if none stands there.
func (s *scan) wholeAt(j int) string {
	if s.kind(j) == text.Number {
		return s.raw(j)
	}
	if n := s.g.numeral[s.low(j)]; n.kind == 'v' && n.n > 0 {
		return strconv.FormatInt(n.n, 10)
	}
	return ""
}

// part returns what makes the count m, whose noun ends before token j, a part
// of one that is named elsewhere: "nine of the dead", "three other women", "a
// family of five".
func (s *scan) part(m *amount, j int, grows bool) string {
	if m.share || m.money || m.unit != "" {
		return ""
	}
	if s.g.is(s.low(m.first-1), "rest") && s.g.is(s.low(m.first-2), "the") && s.near(m.first) {
		return "other" // "the other four victims": those that were spoken of before are counted, too
	}
	if !grows && (s.g.is(s.low(m.first-1), "rest") && s.near(m.first) || s.g.is(s.low(m.after), "rest") && s.near(m.after)) {
		return "other" // but "51 others were hurt" are all that were hurt
	}
	if s.g.is(s.low(m.first-1), "of") && s.g.is(s.low(m.first-2), "kin") {
		return s.low(m.first - 2)
	}
	for _, k := range []int{m.after, j} {
		if s.g.is(s.low(k), "of") && s.near(k) && s.low(k+1) == "the" && s.g.is(s.low(k+2), "state") {
			return s.wordsFrom(k, 3)
		}
	}
	return ""
}

// within reports whether the figure before m in its sentence may hold it.
func (s *scan) within(m *amount) bool {
	if s.at == 0 {
		return false
	}
	p := &s.found[s.at-1]
	return p.sentence == m.sentence && p.kind == m.kind && p.money == m.money && m.unit == p.unit && p.high.Cmp(m.low) > 0
}

// wordsFrom returns up to n folded words from token k on, to the next mark.
func (s *scan) wordsFrom(k, n int) string {
	var words []string
	for i := k; i < k+n && s.kind(i) != text.Mark && (i == k || s.near(i)); i++ {
		words = append(words, s.low(i))
	}
	return strings.Join(words, " ")
}

// period returns the value of the date that m holds for: the nearest of its
// sentence that is not the day on which somebody said it.
func (s *scan) period(m *amount) string {
	if m.sentence < 0 {
		return ""
	}
	sp := s.a.Sentences[m.sentence]
	best, near := "", 16
	for _, d := range s.datesFrom(sp.Start) {
		if d.Span.Start >= sp.End {
			break
		}
		if d.Type != extract.DayDate && d.Type != extract.TimeDate || !d.Resolved() || d.Span.Overlaps(m.span) {
			continue
		}
		at := s.a.TokenAt(d.Span.Start)
		if s.saidThen(at) {
			continue
		}
		n := at - m.after
		if n < 0 {
			n = m.first - at + 2
		}
		if n < near {
			best, near = d.Value, n
		}
	}
	return best
}

// datesFrom returns the dates that begin at byte i or later.
func (s *scan) datesFrom(i int) []extract.Date {
	k, _ := slices.BinarySearchFunc(s.dates, i, func(d extract.Date, i int) int { return d.Span.Start - i })
	return s.dates[k:]
}

// dayAt reports whether token k is a day that stands for itself, "rose to six
// Friday": none before a noun, as in "six Friday prayers".
func (s *scan) dayAt(k int) bool {
	ds := s.datesFrom(s.t[k].Start)
	if len(ds) == 0 || ds[0].Span.Start != s.t[k].Start || ds[0].Type != extract.DayDate && ds[0].Type != extract.TimeDate {
		return false
	}
	end := s.a.TokenAt(ds[0].Span.End)
	return s.capital(k) && !s.plural(s.low(end))
}

// saidThen reports whether the date at token k is the day of an act of
// telling: "said on Tuesday".
func (s *scan) saidThen(k int) bool {
	for i := k - 1; i >= max(0, k-4) && s.near(i+1); i-- {
		if s.g.is(s.low(i), "asserts") && !s.g.is(s.low(i), "publishes") {
			return true
		}
	}
	return false
}

// places returns the names of the places that m is tied to in its sentence.
func (s *scan) places(m *amount) []string {
	if m.sentence < 0 {
		return nil
	}
	x := s.a.Names()
	var out []string
	for _, n := range x.In(s.a.Sentences[m.sentence]) {
		kind := x.Entities[n.Entity].Kind
		if kind != names.Place && kind != names.Unknown || n.First-m.after > 14 || m.first-n.Last > 10 {
			continue
		}
		k := n.First - 1
		if s.g.closed[s.low(k)] == "d" {
			k--
		}
		if s.g.is(s.low(k), "place") || kind == names.Place && s.g.is(s.low(k), "of") || kind == names.Place && (s.raw(n.Last+1) == "'s" || s.raw(n.Last+1) == "’s") {
			out = append(out, text.Fold(x.Entities[n.Entity].Name))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
