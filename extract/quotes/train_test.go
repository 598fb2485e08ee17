package quotes

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/formats"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

var train = flag.String("train", "", "annotated articles (JSON Lines) to make weights.txt from")

// TestTrain makes weights.txt anew, the same bytes from the same articles.
func TestTrain(t *testing.T) {
	if *train == "" {
		t.Skip("no annotated articles: -train FILE")
	}
	tr := &trainer{models: map[string]*learner{"direct": {}, "mixed": {}, "nothing": {}, "speaker": {}, "report": {}, "parse": {pull: 0.0002}, "plain": {}}}
	tr.read(t, *train)
	tr.learn()
	if err := os.WriteFile("weights/"+tr.lang+".txt", []byte(tr.print()), 0o644); err != nil {
		t.Fatal(err)
	}
}

type gold struct {
	Start, End   int
	Type         string
	Speaker      string
	SpeakerStart int    `json:"speaker_start"`
	SpeakerEnd   int    `json:"speaker_end"`
	SpeakerName  string `json:"speaker_name"`
	Quoted       [][2]int
}

type article struct {
	Text, Lang string
	Ignore     [][2]int
	Quotes     []gold
}

// A formCase is a quotation and what it is; a choice is one and its speakers.
type (
	formCase struct {
		fs   []feature
		form int
	}
	choice struct {
		cands [][]feature
		right []bool
	}
)

type trainer struct {
	models  map[string]*learner
	forms   []formCase
	choices []choice
	lost    int
	lang    string
	reports []choice
	plain   []choice   // reports of sentences that are not parsed
	hints   []formCase // of cues: 1 if they report something
}

func (tr *trainer) read(t *testing.T, name string) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var a article
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		tr.article(a)
	}
	t.Logf("%d quotations, %d choices, %d out of reach", len(tr.forms), len(tr.choices), tr.lost)
}

func (tr *trainer) article(a article) {
	tr.lang = a.Lang
	line, _ := json.Marshal(map[string]string{"text": a.Text, "lang": a.Lang})
	var doc *corpus.Document
	for d := range formats.JSONL.Read(bytes.NewReader(line), "", corpus.DefaultLimits) {
		doc = d
	}
	if doc == nil {
		return
	}
	r := newReader(extract.NewArticle(doc))
	r.learning = true
	place := func(sp text.Span) text.Span {
		p := doc.Map.Place(sp)
		return text.Span{Start: p.From.Offset, End: p.To.Offset}
	}
	for k := range r.units {
		u := &r.units[k]
		if u.fixed {
			continue
		}
		g, form := goldOf(a, place(strip(doc.Text, u.Words[0])))
		if form < 0 {
			continue
		}
		fs := r.formFeatures(k, nil)
		tr.forms = append(tr.forms, formCase{slices.Clone(fs), form})
		u.form = form
		if form == asNothing {
			continue
		}
		cands := r.candidates(k)
		c := choice{right: make([]bool, len(cands))}
		best := rightOnes(r, cands, g, place, c.right)
		for _, x := range cands {
			c.cands = append(c.cands, x.fs)
		}
		if best < 0 {
			tr.lost++
			continue
		}
		tr.choices = append(tr.choices, c)
		r.take(u, cands[best], best == len(cands)-1)
	}
	for i := range r.Sentences {
		s := r.saying(i)
		if s == nil {
			continue
		}
		for _, rs := range s.cues() {
			tr.plain = append(tr.plain, tr.report(a, rs, place))
		}
		s.parse(i)
		for _, rs := range s.cues() {
			tr.reports = append(tr.reports, tr.report(a, rs, place))
		}
	}
}

// report learns from what one cue may report: right is what an annotator
// gives as an indirect or mixed quote, but for a fifth of its bytes.
func (tr *trainer) report(a article, rs []report, place func(text.Span) text.Span) choice {
	last := len(rs) - 1
	c := choice{right: make([]bool, len(rs))}
	best, at := 0.8, last
	for i, rep := range rs[:last] {
		sp := place(rep.parts[0].Union(rep.parts[len(rep.parts)-1]))
		for _, g := range a.Quotes {
			over := float64(min(g.End, sp.End)-max(g.Start, sp.Start)) / float64(max(g.End-g.Start, sp.Len()))
			if g.Type != "direct" && over >= best {
				best, at = over, i
			}
		}
	}
	c.right[at] = true
	for _, rep := range rs {
		c.cands = append(c.cands, rep.fs)
	}
	if fs := rs[last].hints; fs != nil {
		tr.hints = append(tr.hints, formCase{fs, bit(at < last)})
	}
	return c
}

func strip(s string, sp text.Span) text.Span {
	edge := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	w := sp.Of(s)
	sp.Start += len(w) - len(strings.TrimLeftFunc(w, edge))
	sp.End = sp.Start + len(strings.TrimFunc(w, edge))
	return sp
}

// goldOf returns what the annotators say of a stretch in marks.
func goldOf(a article, sp text.Span) (gold, int) {
	for _, x := range a.Ignore {
		if x[0] < sp.End && sp.Start < x[1] {
			return gold{}, -1
		}
	}
	form, g := asNothing, gold{}
	for _, q := range a.Quotes {
		if q.Start >= sp.End || sp.Start >= q.End {
			continue
		}
		switch q.Type {
		case "direct":
			over := min(q.End, sp.End) - max(q.Start, sp.Start)
			if over*10 >= sp.Len()*7 {
				return q, asDirect
			}
		case "mixed":
			form, g = asMixed, q
		}
	}
	return g, form
}

// rightOnes marks the candidates that are g's speaker and returns one.
func rightOnes(r *reader, cands []candidate, g gold, place func(text.Span) text.Span, right []bool) int {
	last := len(cands) - 1
	if g.Speaker == "" {
		right[last] = true
		return last
	}
	best := -1
	for i, c := range cands[:last] {
		sp := place(c.source.Head)
		if g.SpeakerStart >= 0 && sp.Start >= g.SpeakerStart && sp.End <= g.SpeakerEnd {
			right[i] = true
			if best < 0 || c.claim != nil {
				best = i
			}
		}
	}
	if best >= 0 {
		return best
	}
	for i, c := range cands[:last] {
		if e := c.source.Entity; e >= 0 && g.SpeakerName != "" && lastWord(r.names.Entities[e].Name) == lastWord(g.SpeakerName) {
			right[i] = true
			best = i
		}
	}
	return best
}

func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[len(f)-1], ".,")
}

// A learner is a model as it learns, by AdaGrad with a pull towards zero.
type learner struct {
	w, g map[feature]float64
	pull float64 // 0.0015 if 0
}

func (l *learner) score(fs []feature) float64 {
	s := 0.0
	for _, f := range fs {
		s += l.w[f]
	}
	return s
}

func (l *learner) step(fs []feature, slope float64) {
	if l.w == nil {
		l.w, l.g = map[feature]float64{}, map[feature]float64{}
	}
	for _, f := range fs {
		d := slope - cmp.Or(l.pull, 0.0015)*l.w[f]
		l.g[f] += d * d
		l.w[f] += 0.12 * d / math.Sqrt(l.g[f]+0.1)
	}
}

func (tr *trainer) learn() {
	rnd := rand.New(rand.NewSource(1))
	names := []string{"direct", "mixed", "nothing"}
	for range 6 {
		for _, i := range rnd.Perm(len(tr.forms)) {
			c := tr.forms[i]
			s := make([]float64, forms)
			for k, n := range names {
				s[k] = tr.models[n].score(c.fs)
			}
			softmax(s)
			for k, n := range names {
				tr.models[n].step(c.fs, float64(bit(k == c.form))-s[k])
			}
		}
		for _, i := range rnd.Perm(len(tr.choices)) {
			tr.choose("speaker", tr.choices[i])
		}
		for _, i := range rnd.Perm(len(tr.reports)) {
			tr.choose("report", tr.reports[i])
		}
	}
	for range 6 {
		for _, i := range rnd.Perm(len(tr.plain)) {
			tr.choose("plain", tr.plain[i])
		}
	}
	worth := tr.models["parse"]
	for range 6 {
		for _, i := range rnd.Perm(len(tr.hints)) {
			c := tr.hints[i]
			worth.step(c.fs, float64(c.form)-1/(1+math.Exp(-worth.score(c.fs))))
		}
	}
}

func (tr *trainer) choose(name string, c choice) {
	l := tr.models[name]
	s := make([]float64, len(c.cands))
	for i, fs := range c.cands {
		s[i] = l.score(fs)
	}
	softmax(s)
	mass := 0.0
	for i := range s {
		if c.right[i] {
			mass += s[i]
		}
	}
	for i, fs := range c.cands {
		want := 0.0
		if c.right[i] {
			want = s[i] / mass
		}
		if d := want - s[i]; math.Abs(d) > 1e-4 {
			l.step(fs, d)
		}
	}
}

func (tr *trainer) print() string {
	var b strings.Builder
	b.WriteString("# What the features of quotations and of their speakers are worth: model, feature, weight. See MANIFEST.\n")
	least := map[string]float64{"direct": 0.04, "mixed": 0.04, "nothing": 0.04, "speaker": 0.04, "report": 0.04, "plain": 0.04, "parse": 0.15}
	for _, name := range slices.Sorted(maps.Keys(tr.models)) {
		l := tr.models[name]
		for _, f := range slices.Sorted(maps.Keys(l.w)) {
			if w := l.w[f]; math.Abs(w) >= least[name] {
				fmt.Fprintf(&b, "%s %d %.2f\n", name, f, w)
			}
		}
	}
	return b.String()
}
