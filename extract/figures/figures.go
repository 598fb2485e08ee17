// Package figures finds how many of what an article says there are, and on
// whose word.
package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// Extractor finds figures: counts, money, shares, measures, ages, scores.
//
// It goes over the tokens once. What looks like a number is read as far as
// its scale, sign and unit reach, then judged by what stands around it.
var Extractor = &extract.Extractor{
	Name: "figures",
	Doc:  "how many of what, on whose word",
	Run:  func(a *extract.Article) extract.Items { return run(a, false) },
}

// Shallow is [Extractor] without syntax: what is counted is found by the order
// of the words alone, as in languages that have no parser.
var Shallow = &extract.Extractor{
	Name: "figures",
	Doc:  "how many of what, on whose word, by words alone",
	Run:  func(a *extract.Article) extract.Items { return run(a, true) },
}

func run(a *extract.Article, shallow bool) extract.Items {
	s := newScan(a)
	s.shallow = shallow
	for i := 0; i < len(s.t); {
		i = s.step(i)
	}
	s.forget()
	s.link()
	out := make([]extract.Figure, 0, len(s.found))
	for i := range s.found {
		out = append(out, s.figure(i))
	}
	s.apposed(out)
	s.attribute(out)
	return extract.Items{Figures: out}
}

// An amount is a number with all that belongs to it.
type amount struct {
	first, last int // tokens
	span        text.Span
	low, high   extract.Number
	kind        extract.FigureKind
	unit, per   string
	modifier    extract.Modifier
	hedge       string

	share  bool   // a fraction of something: half, 2/3, one in five
	vague  bool   // dozens
	words  bool   // in letters
	plain  bool   // digits and nothing else: perhaps a year, a page, a model
	money  bool   // has a sign or name of money
	scaled bool   // has a scale: "million"
	exp    int    // of the scale, where all of the number is multiplied by it
	tail   string // letters glued to the digits and not yet read: "km"
	after  int    // first token after it and its unit
	hyphen bool   // tied to its unit or noun by a hyphen: "six-mile"

	noun     text.Span // head of what is counted
	phrase   text.Span // what is counted, in the article's words
	nounTok  int       // token of noun, or -1
	single   string    // noun in the singular, folded
	same     int       // see extract.Figure
	change   string
	before   bool // noun stands before the number: "a toll of 31"
	sentence int
}

// A scan is the state of one pass.
type scan struct {
	a       *extract.Article
	s       string
	t       []text.Token
	g       *grammar
	dates   []extract.Date // in order
	dated   int            // token after the last date, if days of a list may follow
	date    int            // first date that may still matter
	lower   []string       // per token, folded; filled when asked for
	at      int            // of the figure that is made of found
	found   []amount
	cells   map[int]cell    // per block of tables; made when asked for
	below   lead            // of a list, the block last asked about
	parts   []part          // of the quotes found, in order; made when asked for
	names   map[string]bool // digits that are part of a name somewhere: "787"
	shallow bool            // no syntax
	pound   int8            // 1: the article has money in pounds; -1: it has not; 0: unknown
}

func newScan(a *extract.Article) *scan {
	return &scan{
		a: a, s: a.Doc.Text, t: a.Tokens, g: grammars()[a.Lexicon().Lang],
		dates: a.Found.Dates, lower: make([]string, len(a.Tokens)), names: map[string]bool{}, below: lead{block: -1},
	}
}

// raw returns token i as it stands; "" beyond the ends.
func (s *scan) raw(i int) string {
	if i < 0 || i >= len(s.t) {
		return ""
	}
	return s.t[i].Of(s.s)
}

// low returns token i folded; "" beyond the ends.
func (s *scan) low(i int) string {
	if i < 0 || i >= len(s.t) {
		return ""
	}
	if s.lower[i] == "" {
		s.lower[i] = strings.ToLower(s.t[i].Of(s.s))
	}
	return s.lower[i]
}

// kind returns the kind of token i; Mark beyond the ends.
func (s *scan) kind(i int) text.Kind {
	if i < 0 || i >= len(s.t) {
		return text.Mark
	}
	return s.t[i].Kind
}

// tied reports whether nothing stands between the tokens i-1 and i.
func (s *scan) tied(i int) bool {
	return i > 0 && i < len(s.t) && s.t[i-1].End == s.t[i].Start
}

// near reports whether at most a blank or a folded line stands between i-1
// and i: they are in one paragraph.
func (s *scan) near(i int) bool {
	if i <= 0 || i >= len(s.t) {
		return false
	}
	from, to := s.t[i-1].End, s.t[i].Start
	return to-from <= 1 || to-from < 8 && !strings.Contains(s.s[from:to], "\n\n")
}

// step reads what begins at token i and returns the token to go on with.
func (s *scan) step(i int) int {
	switch s.t[i].Kind {
	case text.Word:
		if !s.mayCount(s.t[i].Span) {
			return i + 1
		}
	case text.Mark:
		c := s.s[s.t[i].Start]
		if c != '.' && c < 0x80 || c == '.' && !(s.kind(i+1) == text.Number && s.tied(i+1)) {
			return i + 1
		}
	}
	m, ok := s.core(i)
	if !ok {
		return max(i+1, m.after)
	}
	s.money(&m)
	if !m.money {
		s.percentOrUnit(&m)
	}
	n, isRange := s.rangeFrom(&m)
	if isRange && (n.unit != "" || n.scaled || n.kind == extract.Score) {
		m, isRange = n, false
	}
	if next, quiet := s.quiet(&m); quiet {
		return max(next, i+1)
	}
	if isRange {
		m = n
	}
	if next, ok := s.oneIn(&m); ok {
		m.after = next
	}
	s.rate(&m)
	s.hedges(&m)
	s.counted(&m)
	if !s.keep(&m) {
		return max(m.after, i+1)
	}
	s.found = append(s.found, m)
	return max(m.after, i+1)
}

// mayCount reports whether a word may begin a number: it is a number word, or
// holds a digit, as in "RM23.50".
func (s *scan) mayCount(sp text.Span) bool {
	if sp.Len() > 24 {
		return false
	}
	var buf [24]byte
	digit := false
	for k := range sp.Len() {
		c := s.s[sp.Start+k]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			digit = true
		}
		buf[k] = c
	}
	if digit {
		return true
	}
	_, ok := s.g.numeral[string(buf[:sp.Len()])]
	return ok
}
