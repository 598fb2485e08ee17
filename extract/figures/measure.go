package figures

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A measure is what a word says that a figure beside it is a figure of.
type measure struct {
	name  string
	grows bool
}

func measures(l lexicon.List) map[string]measure {
	all := map[string]measure{}
	for k, v := range l {
		name, grows := strings.CutSuffix(v, " grows")
		all[k] = measure{name, grows}
	}
	return all
}

// figure makes the extracted figure of found amount i.
func (s *scan) figure(i int) extract.Figure {
	m := &s.found[i]
	s.at = i
	f := extract.Figure{
		Kind: m.kind, Low: m.low, High: m.high, Modifier: m.modifier, Hedge: m.hedge, Unit: m.unit, Per: m.per,
		Noun: m.single, Coarse: m.share && m.words || s.inDozens(m), Same: m.same,
	}
	f.Span = m.span
	if f.Modifier == "" {
		f.Modifier = extract.Exactly
	}
	if m.share && m.unit == "" {
		f.Low, f.High = percent(m.low), percent(m.high)
		f.Unit, f.Kind = "percent", extract.Percent
	}
	if m.money {
		f.Kind = extract.Money
	}
	switch {
	case f.Unit == "":
		if !m.before {
			f.Unit = m.single
		}
		if f.Kind == "" {
			f.Kind = extract.Count
		}
		if f.Unit == "time" {
			f.Unit = "count"
		}
	case f.Kind == "":
		f.Kind = extract.Quantity
	}
	if speed, ok := speeds[m.unit+"/"+m.per]; ok {
		f.Unit, f.Kind = speed, extract.Quantity
	} else if m.per != "" {
		f.Unit = strings.TrimPrefix(f.Unit+"/"+m.per, "/")
		f.Kind = extract.Rate
	}
	if !m.phrase.Empty() {
		f.Of = oneLine(m.phrase.Of(s.s))
	}
	f.Measure = s.measureOf(m)
	s.tabled(&f)
	return f
}

// inDozens reports whether m is counted in dozens, of which a writer has no
// halves: "nearly two dozen" are 23, too.
func (s *scan) inDozens(m *amount) bool {
	for i := m.first; i <= m.last; i++ {
		if n, ok := s.g.numeral[s.low(i)]; ok && n.kind == 'x' && n.n == 12 {
			return true
		}
	}
	return false
}

func sortUnique(words *[]string) {
	slices.Sort(*words)
	*words = slices.Compact(*words)
}

// speeds are units that have a code of their own.
var speeds = map[string]string{"km/hour": "km/h", "km/h": "km/h", "mi/hour": "mph", "m/second": "m/s", "m/s": "m/s"}

func percent(n extract.Number) extract.Number {
	n = n.Shift(2)
	if n.Exp < -4 { // a third is 33.3333 percent
		for n.Exp < -4 {
			n = extract.Number{Coef: (n.Coef + 5) / 10, Exp: n.Exp + 1}
		}
	}
	for n.Exp > 0 {
		n = extract.Number{Coef: n.Coef * 10, Exp: n.Exp - 1}
	}
	return n
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// measureOf says what m is a figure of: by the noun, by the verb that counts
// it, by a word like "toll" beside it, else the noun itself.
func (s *scan) measureOf(m *amount) extract.Measure {
	var out extract.Measure
	best, ok := s.named1(m)
	if ok {
		out.Name, out.Grows = best.name, best.grows
	} else if m.single != "" {
		out.Name = m.single
	}
	stem := s.a.Lexicon().Stem
	if m.single != "" && m.single != out.Name {
		out.Words = append(out.Words, stem(m.single))
	}
	if !m.phrase.Empty() {
		for k := s.a.TokenAt(m.phrase.Start); k < len(s.t) && s.t[k].End <= m.phrase.End; k++ {
			if w := s.low(k); s.kind(k) == text.Word && !s.g.function(w) && w != "'s" && w != "’s" {
				out.Words = append(out.Words, stem(w))
			}
		}
	}
	sortUnique(&out.Words)
	out.Subset = s.subset(m, out.Grows)
	out.Period = s.period(m)
	out.Places = s.places(m)
	s.change(m, &out)
	return out
}

// named1 looks for the word that names the measure: the noun itself, the verb
// that the syntax ties it to, then words after it, then before the number,
// nearest first.
func (s *scan) named1(m *amount) (measure, bool) {
	if m.nounTok >= 0 {
		if f, ok := s.g.measure[s.low(m.nounTok)]; ok {
			return f, true
		}
	}
	if f, ok := s.verbMeasure(m); ok {
		return f, true
	}
	from := max(m.after, m.nounTok+1)
	for k := from; k < min(len(s.t), from+6); k++ {
		w := s.low(k)
		if s.kind(k) == text.Mark && w != "-" || !s.near(k) || s.kind(k) == text.Number {
			break
		}
		if f, ok := s.g.measure[w]; ok && s.agrees(m, f) {
			return f, true
		}
		if f, ok := s.hospitalAt(k); ok && s.agrees(m, f) {
			return f, true
		}
		if s.g.is(w, "and") || s.g.is(w, "clause") {
			break
		}
	}
	for k := m.first - 1; k >= max(0, m.first-7); k-- {
		w := s.low(k)
		if w == "." || w == ";" || !s.near(k+1) || s.kind(k) == text.Number || s.othersNoun(k) {
			break
		}
		if f, ok := s.g.measure[w]; ok && s.agrees(m, f) {
			return f, true
		}
	}
	return measure{}, false
}

// hospitalAt reads "taken to hospital" at token k: whoever is taken there is
// counted among the injured.
func (s *scan) hospitalAt(k int) (measure, bool) {
	const reach = 5 // "treated at three local hospitals"
	if !s.g.is(s.low(k), "patient") {
		return measure{}, false
	}
	for i := k + 1; i <= k+reach && s.near(i); i++ {
		if s.g.is(s.low(i), "hospital") {
			f, ok := s.g.measure["hospitalised"]
			return f, ok
		}
	}
	return measure{}, false
}

// othersNoun reports whether token k is what another figure before counts:
// "two fatalities and 84 people".
func (s *scan) othersNoun(k int) bool {
	for i := s.at - 1; i >= max(0, s.at-2); i-- {
		if p := &s.found[i]; p.nounTok == k && !p.before {
			return true
		}
	}
	return false
}

// verbMeasure reads the measure from the verb whose subject or object the
// counted noun is, or the participle that describes it: "killed 31 people",
// "31 people were injured", "the 31 people missing".
func (s *scan) verbMeasure(m *amount) (measure, bool) {
	if !s.tellsMeasure(m.sentence) {
		return measure{}, false // no verb in it could: it need not be parsed
	}
	n, ok := s.treeOf(m)
	if !ok {
		return measure{}, false
	}
	i := n.i
	if m.nounTok >= 0 {
		if k := n.tree.At(s.t[m.nounTok].Start - n.base); k >= 0 {
			i = k
		}
	}
	for n.tree.Tokens[i].Rel.Base() == "flat" { // a name hangs by its first word
		i = n.tree.Tokens[i].Head
	}
	for _, c := range n.tree.Children(i) {
		if b := n.tree.Tokens[c].Rel.Base(); b == "acl" || b == "amod" {
			if f, ok := s.g.measure[strings.ToLower(n.word(s, c))]; ok && s.agrees(m, f) {
				return f, true
			}
		}
	}
	h := n.tree.Tokens[i].Head
	if h < 0 {
		return measure{}, false
	}
	switch n.tree.Tokens[i].Rel.Base() {
	case "nsubj", "obj", "nmod", "obl":
		f, ok := s.g.measure[strings.ToLower(n.word(s, h))]
		return f, ok && s.agrees(m, f)
	}
	return measure{}, false
}

// tellsMeasure reports whether a word of sentence i names a measure.
func (s *scan) tellsMeasure(i int) bool {
	if i < 0 {
		return false
	}
	for _, t := range s.a.SentenceTokens(i) {
		if _, ok := s.g.measure[strings.ToLower(s.a.Word(t.Span))]; ok {
			return true
		}
	}
	return false
}

// agrees reports whether a figure of the kind of m can be of the measure.
func (s *scan) agrees(m *amount, f measure) bool {
	if f.grows && f.name != "damage" {
		return !m.money && m.unit == ""
	}
	return true
}

// link marks a figure that repeats the one before it in another unit: "45 km
// (28 miles)", "A$5 million (US$4 million)".
func (s *scan) link() {
	for i := 1; i < len(s.found); i++ {
		p, m := &s.found[i-1], &s.found[i]
		if s.raw(m.first-1) == "(" && m.first-p.after <= 2 && m.first > p.after && m.unit != "" && p.unit != "" && m.unit != p.unit && kindOf(m.unit) == kindOf(p.unit) && m.money == p.money {
			m.same = 1
		}
	}
}
