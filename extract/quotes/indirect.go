package quotes

import (
	"hash/fnv"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/syntax"
)

// A report is what a sentence may give as somebody's words in the reporter's.
type report struct {
	source  attrib.Source
	claim   *attrib.Claim
	cue     text.Span
	parts   []text.Span // of what is said; no more than two
	fs      []feature
	chance  float64
	lemma   string
	said    bool // the cue is a verb of speech, not of attitude
	written bool
}

// reports returns for each cue of sentence i what it may report; the last of
// each is nothing.
func (r *reader) reports(i int) [][]report {
	from, to := r.tokensOf(i)
	if !r.speaksOf(from, to) {
		return nil
	}
	s := &saying{reader: r, sentence: r.Sentences[i], from: from, to: to, claims: map[int]*attrib.Claim{}}
	claims := r.Claims(i)
	for k := range claims {
		s.claims[claims[k].Cue.Start] = &claims[k]
	}
	if t := r.Tree(i); t != nil && t.Parsed() {
		s.tree = t
		s.extents()
	}
	var out [][]report
	for k := from; k < to; k++ {
		c := s.claims[r.Tokens[k].Start]
		if r.quoted[k] || c == nil && (!r.class[k].Has(lexicon.Say|lexicon.Attitude) || r.inName(k)) {
			continue
		}
		if rs := s.cue(k, c); len(rs) > 1 {
			out = append(out, rs)
		}
	}
	return out
}

// inName reports whether token k is part of a name: "the Aldport Post".
func (r *reader) inName(k int) bool {
	if !r.class[k].Has(lexicon.Cap) {
		return false
	}
	m, ok := r.names.At(r.Tokens[k].Start)
	return ok && m.First < m.Last
}

func (r *reader) tokensOf(i int) (int, int) {
	ts := r.SentenceTokens(i)
	from := r.TokenAt(r.Sentences[i].Start)
	return from, min(from+len(ts), len(r.Tokens))
}

// speaksOf reports whether a sentence has a cue outside of marks, and words
// for it to report.
func (r *reader) speaksOf(from, to int) bool {
	words, cue := 0, false
	for k := from; k < to; k++ {
		if r.quoted[k] || r.Tokens[k].Kind == text.Mark {
			continue
		}
		words++
		cue = cue || r.class[k].Has(lexicon.Say|lexicon.Attitude) || r.class[k].Has(lexicon.Prep) && r.word(k) == "according" || r.word(k) == "According"
	}
	return cue && words >= 4
}

// A saying is a sentence in which something may be reported.
type saying struct {
	*reader
	sentence    text.Span
	from, to    int
	claims      map[int]*attrib.Claim
	tree        *syntax.Tree // nil if there is none
	first, last []int        // per token of the tree: the extent of what depends on it
}

// extents finds what depends on each token of the tree.
func (s *saying) extents() {
	n := len(s.tree.Tokens)
	s.first, s.last = make([]int, n), make([]int, n)
	for i := range n {
		s.first[i], s.last[i] = i, i
	}
	for i := range n {
		for h, steps := s.tree.Tokens[i].Head, 0; h >= 0 && steps < 64; h, steps = s.tree.Tokens[h].Head, steps+1 {
			s.first[h], s.last[h] = min(s.first[h], i), max(s.last[h], i)
		}
	}
}

// cue gathers what the cue at token k may report.
func (s *saying) cue(k int, c *attrib.Claim) []report {
	base := report{claim: c, cue: s.Tokens[k].Span, source: attrib.Source{Entity: -1}, said: s.class[k].Has(lexicon.Say)}
	base.lemma = s.lemma(k)
	if c != nil {
		base.source, base.cue = c.Source, c.Cue
		if base.lemma == "" {
			base.lemma = "according"
		}
	}
	var out []report
	put := func(kind int, parts ...text.Span) {
		for i := range parts {
			parts[i] = s.trim(parts[i])
		}
		if len(parts) == 0 || parts[0].Empty() {
			return
		}
		for i := range out {
			if out[i].parts[0] == parts[0] && len(out[i].parts) == len(parts) {
				out[i].fs = append(out[i].fs, feat(200, kind))
				return
			}
		}
		rep := base
		rep.parts = parts
		rep.fs = s.features(k, &rep, kind)
		out = append(out, rep)
	}
	v := -1
	if s.tree != nil {
		v = s.tree.At(s.Tokens[k].Start - s.sentence.Start)
		if v >= 0 {
			if base.source.Span.Empty() {
				base.source = s.subjectOf(v, 0)
			}
			s.complements(v, put)
		}
	}
	if c != nil && !c.Content.Empty() {
		put(10+int(c.Side), c.Content)
	}
	if left := s.left(k, &base); left > s.sentence.Start+8 {
		put(14, text.Span{Start: s.sentence.Start, End: left})
		if j := s.clause(left); j > s.sentence.Start {
			put(15, text.Span{Start: j, End: left})
		}
	}
	if e := base.source.Span.End; e > base.cue.End {
		put(16, text.Span{Start: e, End: s.sentence.End})
	}
	if k+2 < s.to {
		put(13, text.Span{Start: s.Tokens[k+1].Start, End: s.sentence.End})
	}
	if len(out) == 0 {
		return nil
	}
	none := base
	none.fs = s.nothing(k, v, &base)
	return append(out, none)
}

// left is where the attribution at token k begins: the source or the cue.
func (s *saying) left(k int, rep *report) int {
	at := rep.cue.Start
	if sp := rep.source.Span; !sp.Empty() && sp.Start >= s.sentence.Start && sp.Start < at {
		at = sp.Start
	}
	return at
}

// clause is where what stands before byte i begins: after a semicolon, a dash
// or a quotation. It is 0 if nothing divides the sentence before i.
func (s *saying) clause(i int) int {
	z := s.TokenAt(i)
	for n, k := 0, z-3; k > s.from && n < 60; n, k = n+1, k-1 {
		if s.quoted[k] && !s.quoted[k+1] {
			return s.Tokens[k].End
		}
		switch s.word(k) {
		case ";", ":", "—", "–":
			return s.Tokens[k].End
		case "but", "and", "while", "although":
			if s.word(k-1) == "," {
				return s.Tokens[k].End
			}
		}
	}
	return 0
}

// lemma is the verb that token k is a form of.
func (s *saying) lemma(k int) string {
	w := strings.ToLower(s.word(k))
	v, ok := s.Lexicon().List("say")[w]
	if !ok {
		v = s.Lexicon().List("attitudes")[w]
	}
	v, _, _ = strings.Cut(v, " ")
	return v
}

// complements offers what depends on the verb v, and what v is put into.
func (s *saying) complements(v int, put func(int, ...text.Span)) {
	t := s.tree
	after := -1
	for j := range t.Tokens {
		if t.Tokens[j].Head != v {
			continue
		}
		switch t.Tokens[j].Rel {
		case syntax.Ccomp:
			put(1, s.bytes(s.first[j], s.last[j]))
		case syntax.Xcomp:
			put(2, s.bytes(s.first[j], s.last[j]))
		case syntax.Obj:
			put(3, s.bytes(s.first[j], s.last[j]))
			after = j
		case syntax.Obl, syntax.Advcl:
			if j > v {
				put(4, s.bytes(s.first[j], s.last[j]))
				if after >= 0 {
					put(5, s.bytes(s.first[after], s.last[j]))
				}
			}
		case syntax.Parataxis:
			put(6, s.bytes(s.first[j], s.last[j]))
		}
	}
	if s.last[v] > v {
		put(7, s.bytes(v+1, s.last[v])) // all that follows the verb
	}
	if h := t.Tokens[v].Head; h >= 0 && (t.Tokens[v].Rel == syntax.Parataxis || t.Tokens[v].Rel == syntax.Advcl || t.Tokens[v].Rel == syntax.Ccomp) {
		switch {
		case s.first[v] > s.first[h] && s.last[v] < s.last[h] && s.first[v] > 0:
			put(8, s.bytes(s.first[h], s.first[v]-1), s.bytes(s.last[v]+1, s.last[h]))
			put(9, s.bytes(s.first[h], s.first[v]-1))
		case s.first[v] > s.first[h]:
			put(9, s.bytes(s.first[h], s.first[v]-1))
		}
	}
}

func (s *saying) bytes(i, j int) text.Span {
	sp := text.Span{Start: s.tree.Tokens[i].Span.Start, End: s.tree.Tokens[max(i, j)].Span.End}
	return sp.Shift(s.sentence.Start)
}

// trim takes marks and space from the ends of sp, but not quotation marks.
func (s *saying) trim(sp text.Span) text.Span {
	sp.End = min(sp.End, s.sentence.End)
	if sp.Empty() {
		return text.Span{}
	}
	const marks = " \n\t\u00a0,.;:!?-–—()"
	w := sp.Of(s.text)
	sp.Start += len(w) - len(strings.TrimLeft(w, marks))
	sp.End = sp.Start + len(strings.Trim(w, marks))
	return sp
}

// subjectOf is who does the verb v: its own subject, that of the verb it is
// joined to, or the noun that it tells more of.
func (s *saying) subjectOf(v, depth int) attrib.Source {
	t := s.tree
	if j := t.Subject(v); j >= 0 {
		if t.Tokens[j].Rel == syntax.SubjPass {
			return attrib.Source{Entity: -1}
		}
		return s.phrase(j)
	}
	h := t.Tokens[v].Head
	if h < 0 || depth > 3 {
		return attrib.Source{Entity: -1}
	}
	switch t.Tokens[v].Rel {
	case syntax.Conj, syntax.Xcomp, syntax.Advcl, syntax.Parataxis:
		return s.subjectOf(h, depth+1)
	case syntax.Acl, syntax.Relcl:
		return s.phrase(h)
	}
	return attrib.Source{Entity: -1}
}

// phrase is the noun phrase of token j of the tree, up to a comma.
func (s *saying) phrase(j int) attrib.Source {
	at := s.tree.Tokens[j].Span.Start + s.sentence.Start
	if m, ok := s.names.At(at); ok {
		return attrib.Source{Span: text.Span{Start: m.Whole.Start, End: m.Span.End}, Head: m.Span, Entity: m.Entity, Kind: attrib.Named}
	}
	k := s.TokenAt(at)
	if k >= len(s.class) {
		return attrib.Source{Entity: -1}
	}
	first, last := s.first[j], j
	for last+1 <= s.last[j] && s.tree.Tokens[last+1].UPOS != syntax.PUNCT && s.tree.Tokens[last+1].Rel != syntax.Relcl {
		last++
	}
	src := attrib.Source{Span: s.bytes(first, last), Head: s.Tokens[k].Span, Entity: -1, Kind: attrib.Described}
	if s.class[k].Has(lexicon.Subject) {
		src.Pronoun, src.Span = s.class[k], s.Tokens[k].Span
	}
	return src
}

// word returns a feature whose value is a word.
func wordFeat(template int, w string) feature {
	h := fnv.New32a()
	h.Write([]byte(w))
	return feature(template)<<18 | feature(h.Sum32()&0x3ffff)
}

func (s *saying) features(k int, rep *report, kind int) []feature {
	sp := rep.parts[0]
	a, z := s.TokenAt(sp.Start), s.TokenAt(sp.End-1)
	n := bucket(z-a+1, 2, 3, 5, 8, 12, 20, 30)
	side := bit(sp.Start > rep.cue.Start)
	src := s.sort(rep.source)
	form := s.formOf(k)
	opens := s.beside(a, s.from, s.to)
	prior := s.beside(a-1, s.from, s.to)
	next := s.beside(z+1, s.from, s.to)
	gap := bucket(a-k, 0, 1, 2, 3, 5, 8)
	marks := 0
	if u := s.unitIn(a, z); u >= 0 {
		marks = 1 + bit(s.units[u].form == asDirect)
	}
	whole := 2*bit(s.sentence.End-sp.End <= 2) + bit(sp.Start == s.sentence.Start)
	sure := 0
	if s.tree != nil {
		sure = bucket(int(s.tree.Tokens[max(s.tree.At(s.Tokens[k].Start-s.sentence.Start), 0)].Margin), 1000, 4000, 16000)
	}
	claimed := 0
	if rep.claim != nil {
		claimed = 1 + int(rep.claim.Side)
	}
	said := bit(rep.said)
	other := 0
	for _, c := range s.Claims(s.SentenceAt(s.sentence.Start)) {
		if c.Cue.Start >= sp.Start && c.Cue.End <= sp.End && c.Cue != rep.cue && !c.Source.Span.Empty() {
			other = max(other, 1+int(c.Side))
		}
	}
	return []feature{feat(244, other, kind), feat(245, other, n), feat(200, kind), feat(201, kind, n), feat(202, kind, src), feat(203, kind, form), feat(204, kind, opens, said), feat(205, kind, next),
		feat(206, kind, gap), feat(207, kind, marks), feat(208, kind, whole), feat(209, side, claimed, src), feat(210, prior, opens), feat(211, marks, n, said),
		feat(212, kind, sure), wordFeat(213, rep.lemma), wordFeat(214+kind, rep.lemma), wordFeat(232+min(n, 7), rep.lemma), feat(240, kind, claimed, marks),
		feat(241, side, whole, n), feat(242, kind, prior, said), feat(243, bit(len(rep.parts) > 1), kind), wordFeat(250+form, rep.lemma), feat(260, kind, whole, next)}
}

func (s *saying) nothing(k, v int, base *report) []feature {
	c, tag, rel := s.class[k], 0, ""
	if v >= 0 {
		tag = tagOf(s.tree.Tokens[v].UPOS)
		rel = string(s.tree.Tokens[v].Rel)
	}
	src := s.sort(base.source)
	return []feature{feat(270), feat(271, tag), wordFeat(272, base.lemma), wordFeat(273, rel), feat(274, src, tag), feat(275, s.formOf(k), tag), feat(276, s.beside(k-1, s.from, s.to), tag),
		feat(277, s.beside(k+1, s.from, s.to), tag), feat(278, bit(base.claim != nil), src), feat(279, cueSort(c), tag), feat(280, bit(c.Has(lexicon.Attitude))), feat(281, bit(base.source.Span.Empty()), tag),
		feat(282, bit(s.headline(max(s.BlockAt(s.sentence.Start), 0))), tag), wordFeat(283, base.lemma+rel)}
}

func tagOf(u syntax.UPOS) int {
	switch u {
	case syntax.VERB:
		return 1
	case syntax.NOUN:
		return 2
	case syntax.AUX:
		return 3
	case syntax.ADJ:
		return 4
	case syntax.PROPN:
		return 5
	}
	return 6
}

func (s *saying) formOf(k int) int {
	c := s.class[k]
	switch {
	case c.Has(lexicon.Ing):
		return 1
	case c.Has(lexicon.Past):
		return 2
	case c.Has(lexicon.Present):
		return 3
	case c.Has(lexicon.Base):
		return 4
	}
	return 0
}

// unitIn returns a quotation among tokens a to z, the last; -1 if there is none.
func (r *reader) unitIn(a, z int) int {
	for k := min(z, len(r.unitAt)-1); k >= a; k-- {
		if r.unitAt[k] >= 0 {
			return r.unitAt[k]
		}
	}
	return -1
}

// reported chooses what each cue of the article reports.
func (r *reader) reported() []report {
	m := r.models["report"]
	var out []report
	for i := range r.Sentences {
		for _, rs := range r.reports(i) {
			scores := make([]float64, len(rs))
			best := 0
			for k := range rs {
				scores[k] = m.score(rs[k].fs)
			}
			softmax(scores)
			for k := range scores {
				if scores[k] > scores[best] {
					best = k
				}
			}
			last := len(rs) - 1
			if best == last && 1-scores[last] > reportAt {
				best = 0
				for k := range scores[:last] {
					if scores[k] > scores[best] {
						best = k
					}
				}
			}
			if best < last {
				rs[best].chance = scores[best]
				out = append(out, rs[best])
			}
		}
	}
	return out
}

// reportAt is how likely it must be that a cue reports something; chosen by
// the F1 of all quotes on the training articles.
const reportAt = 0.4

// indirect makes quotes of what is reported, and takes the words in marks
// that a report holds into it. Words in marks belong to one quote: that of the
// cue nearest before them.
func (r *reader) indirect(out *extract.Items) {
	reps := r.reported()
	owner := map[int]int{} // unit → report
	for i := range reps {
		r.unitsOf(&reps[i], func(u int) {
			if o, ok := owner[u]; !ok || nearer(&reps[i], &reps[o], r.units[u].Span()) {
				owner[u] = i
			}
		})
	}
	for i := range reps {
		if q, ok := r.quoteOf(&reps[i], i, owner); ok {
			out.Quotes = append(out.Quotes, q)
		}
	}
}

// unitsOf calls f with each quotation that overlaps what is reported.
func (r *reader) unitsOf(rep *report, f func(u int)) {
	for _, p := range rep.parts {
		z := r.TokenAt(p.End - 1)
		for k := r.TokenAt(p.Start); k <= z && k < len(r.unitAt); k++ {
			if u := r.unitAt[k]; u >= 0 {
				f(u)
				k = r.units[u].after - 1
			}
		}
	}
}

// nearer reports whether the cue of a stands nearer before the words than
// that of b.
func nearer(a, b *report, words text.Span) bool {
	x, y := words.Start-a.cue.Start, words.Start-b.cue.Start
	if x < 0 || y < 0 {
		return x >= 0 || y < 0 && a.chance > b.chance
	}
	return x < y
}

// quoteOf makes a quote of report i; not if the words in marks that it holds
// are quotes already, or another's.
func (r *reader) quoteOf(rep *report, i int, owner map[int]int) (extract.Quote, bool) {
	q := extract.Quote{Form: extract.Indirect, Parts: rep.parts, Cue: rep.cue, Confidence: rep.chance}
	q.Span = rep.parts[0].Union(rep.parts[len(rep.parts)-1])
	fits := true
	var units []*unit
	r.unitsOf(rep, func(u int) {
		x := &r.units[u]
		fits = fits && x.form != asDirect && (x.form == asNothing || owner[u] == i && q.Span.Covers(x.Span()))
		if x.form == asMixed {
			units = append(units, x)
		}
	})
	if !fits {
		return q, false
	}
	for _, x := range units {
		x.within = true
		q.Form = extract.Mixed
		q.Quoted = append(q.Quoted, x.Parts...)
		for _, w := range x.Words {
			q.Words = append(q.Words, fold(w.Of(r.text))...)
		}
		if x.speaker >= 0 && (rep.source.Span.Empty() || x.chance > rep.chance) {
			rep.source = r.sources[x.speaker]
		}
		q.Confidence = max(q.Confidence, x.sure*x.chance)
	}
	if !rep.source.Span.Empty() {
		q.Speaker = r.speakerOf(rep.source)
	}
	if q.Form == extract.Indirect {
		for _, p := range q.Parts {
			q.Words = append(q.Words, fold(p.Of(r.text))...)
		}
	}
	return q, true
}
