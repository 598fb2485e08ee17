package quotes

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// maxTokens is the length of the longest sentence in which reports are looked
// for: longer ones are tables, or none.
const maxTokens = 400

// A report is what a sentence may give as somebody's words in the reporter's.
type report struct {
	source attrib.Source
	claim  *attrib.Claim
	cue    text.Span
	parts  []text.Span // of what is said; no more than two
	fs     []feature
	chance float64
	lemma  string
	said   bool      // the cue is a verb of speech, not of attitude
	hints  []feature // of the last of a cue's, to learn from
}

// reports returns what the cues of sentence i report.
func (r *reader) reports(i int) []report {
	s := r.saying(i)
	if s == nil {
		return nil
	}
	out, sure := s.plainly()
	if sure || !s.worthParsing(i) {
		return out
	}
	s.parse(i)
	out = out[:0]
	for _, rs := range s.cues() {
		if rep, ok := pick(r.models["report"], rs); ok {
			out = append(out, rep)
		}
	}
	return out
}

// saying is sentence i, if something may be reported in it; nil if not.
func (r *reader) saying(i int) *saying {
	from, to := r.tokensOf(i)
	if to-from > maxTokens || !r.speaksOf(from, to) {
		return nil
	}
	s := &saying{reader: r, sentence: r.Sentences[i], from: from, to: to, claims: map[int]*attrib.Claim{}}
	_, claims := r.around(max(r.BlockAt(s.sentence.Start), 0), from)
	for k := range claims {
		if claims[k].Cue.Start >= s.sentence.End {
			break
		}
		s.claims[claims[k].Cue.Start] = &claims[k]
		s.said = append(s.said, claims[k])
	}
	return s
}

// parse gives the sentence, number i, its tree.
func (s *saying) parse(i int) {
	if t := s.Tree(i); t != nil && t.Parsed() {
		s.tree = t
		s.extents()
	}
}

// cues returns for each cue what it may report; the last of each is nothing.
func (s *saying) cues() [][]report {
	var out [][]report
	for k := s.from; k < s.to; k++ {
		c, ok := s.cueAt(k)
		if !ok {
			continue
		}
		if rs := s.cue(k, c); len(rs) > 1 {
			if s.learning && s.tree != nil {
				rs[len(rs)-1].hints = s.hints(s.tree, k, c)
			}
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
		cue = cue || r.class[k].Has(lexicon.Say|lexicon.Attitude) && r.likely(k) || r.class[k].Has(lexicon.Prep) && r.word(k) == "according" || r.word(k) == "According"
	}
	return cue && words >= 4
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
	var out []report
	for i := range r.Sentences {
		out = append(out, r.reports(i)...)
	}
	return out
}

// pick weighs what a cue may report by the model m, and returns the likeliest
// of it; ok is false if that is nothing.
func pick(m model, rs []report) (rep report, ok bool) {
	best, last := weigh(m, rs), len(rs)-1
	if best == last && 1-rs[last].chance > reportAt {
		best = likeliest(rs[:last])
	}
	return rs[best], best < last
}

// weigh gives each of rs its chance, and returns the likeliest.
func weigh(m model, rs []report) int {
	scores := make([]float64, len(rs))
	for k := range rs {
		scores[k] = m.score(rs[k].fs)
	}
	softmax(scores)
	for k := range rs {
		rs[k].chance = scores[k]
	}
	return likeliest(rs)
}

// likeliest is the first of rs with the highest chance.
func likeliest(rs []report) int {
	best := 0
	for k := range rs {
		if rs[k].chance > rs[best].chance {
			best = k
		}
	}
	return best
}

// reportAt is how likely it must be that a cue reports something; chosen by
// the F1 of all quotes on the training articles.
const reportAt = 0.5

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
		if q, ok := r.quoteOf(&reps[i], i, owner); ok && (q.Form != extract.Indirect || r.worth(&reps[i], &q)) {
			out.Quotes = append(out.Quotes, q)
		}
	}
}

// worth reports whether an indirect quote holds words that somebody other than
// the reporter said: not "they refused it", not "I thought so".
func (r *reader) worth(rep *report, q *extract.Quote) bool {
	const small = lexicon.Subject | lexicon.Object | lexicon.Question | lexicon.Function
	if len(q.Words) == 1 && r.classAt(r.TokenAt(q.Span.Start)).Has(small) {
		return false
	}
	return !rep.source.Pronoun.Has(lexicon.FirstPerson) && (!rep.source.Span.Empty() || !r.headline(max(r.BlockAt(q.Span.Start), 0)))
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

// likely reports whether a verb is one that reports often enough to parse its
// sentence for: "like" and "set" seldom do.
func (r *reader) likely(k int) bool {
	return r.learning || r.models["report"].score([]feature{wordFeat(272, r.lemmaOf(k))}) < rarely
}

// rarely was chosen on the training articles: all types lose 0.3 of F1, a
// tenth less is parsed.
const rarely = 0.15
