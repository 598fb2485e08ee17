package align

import (
	"sort"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A measured is a figure with what it is compared by.
type measured struct {
	article int
	figure  *extract.Figure
	context context
	page    bool            // its sentence is of the page, not of the article
	likely  extract.Range   // [extract.Figure.Plausible], which is asked for many times
	nouns   map[string]bool // stems of what is counted
	said    string          // the number as it is meant
	class   string          // what [SameValue] asks of it
	key     string          // what orders figures whatever article they stand in
}

// Scores that a match of figures needs. Chosen on the hand-read pairs: two
// that say the same need less, for the number itself is evidence.
const (
	sameFigure  = 0.26
	otherFigure = 0.26
)

// closeFigures is how much better another figure of an article must match to
// be the one that is meant.
const closeFigures = 0.03

// Figures groups the figures of one measure.
func Figures(in *Sentences) []Group[extract.Figure] {
	fs := measuredIn(in)
	f := newForest(len(fs))
	rank := ranked(len(fs), func(i int) string { return fs[i].key })
	links, near, x := figureLinks(in, fs, rank)
	links = mutual(links, closeFigures, func(i int) int { return fs[i].article })
	sortLinks(links, rank)
	carried := carriers(fs)
	// to an article its own numbers are different things
	groups := newLinkage(f, links, x, func(i int) int { return fs[i].article }, func(i int) string { return fs[i].class },
		func(i, j int) bool { return SameValue(*fs[i].figure, *fs[j].figure) })
	for _, l := range links {
		if !l.same && carried.either(fs, l) {
			// the other article has this number, too: it is of another thing
			continue
		}
		if (!l.same || groups.most(l.a, l.b, 3)) && groups.free(l.a, l.b) {
			groups.join(l)
		}
	}
	by := linksByRoot(links, f)
	var out []Group[extract.Figure]
	for _, ms := range f.groups() {
		root := f.root(ms[0])
		g := Group[extract.Figure]{Why: f.why[root], Score: f.score[root], Pairs: pairsOf(links, ms, by[root])}
		for _, i := range ms {
			g.Members = append(g.Members, Member[extract.Figure]{fs[i].article, *fs[i].figure})
			for _, n := range near[i] {
				if n.Member = len(g.Members) - 1; len(g.Near) < maxNear {
					g.Near = append(g.Near, n)
				}
			}
		}
		g.Subject, g.Key = figureSubject(in, fs, ms)
		out = append(out, g)
	}
	return out
}

func measuredIn(in *Sentences) []measured {
	var fs []measured
	for a := range in.articles {
		for i := range in.articles[a].Figures {
			fig := &in.articles[a].Figures[i]
			m := measured{article: a, figure: fig, context: in.contextOf(&fig.Item), likely: fig.Plausible(), nouns: nounsOf(fig)}
			m.page = furniture(&m.context, fig.Sentence)
			m.said = strings.Join([]string{fig.Unit, fig.Low.String(), fig.High.String(), string(fig.Modifier)}, "\x00")
			m.key = m.said + "\x00" + text.Bare(fig.Sentence)
			m.class = strings.Join([]string{m.said, string(fig.Kind), strconv.FormatBool(fig.Coarse)}, "\x00")
			fs = append(fs, m)
		}
	}
	return fs
}

// aKind marks, among the nouns of a figure, what they are names of.
const aKind = "kind of "

// nounsOf returns the stems of what a figure counts, and of the kinds of thing
// they are: homes and structures are buildings.
func nounsOf(f *extract.Figure) map[string]bool {
	nouns := map[string]bool{}
	before := ""
	for _, s := range stemsOf(f.Noun + " " + f.Of + " " + numberOf(f)) {
		if !s.mark {
			nouns[s.text] = true
		}
		for _, w := range []string{s.text, before + " " + s.text} {
			if k := words.Kind(w); k != "" {
				nouns[aKind+k] = true
			}
		}
		before = s.text
	}
	return nouns
}

// numberOf returns what a figure is the number of where the sentence says so
// before it: "the number of homes with lead rose to 268".
func numberOf(f *extract.Figure) string {
	const phrase = "number of "
	if f.Noun != "" && !f.Measure.Revised || f.InSentence.Start > len(f.Sentence) {
		return ""
	}
	s := f.Sentence[:max(f.InSentence.Start, 0)]
	at := strings.LastIndex(s, phrase)
	if at < 0 {
		return ""
	}
	noun, _, _ := strings.Cut(s[at+len(phrase):], " ")
	return noun
}

// figureLinks compares the figures that may be of one measure.
func figureLinks(in *Sentences, fs []measured, rank []int) ([]link, map[int][]Near, *index) {
	x := newIndex(len(fs), 6*len(fs))
	for i, m := range fs {
		f := m.figure
		d := dimension(f)
		if f.Measure.Name != "" {
			x.add(words.Key("measure", d, f.Measure.Name), i)
		}
		for _, s := range sorted(m.nouns) {
			x.add(words.Key("noun", d, s), i)
		}
		v := value(f)
		x.add(words.Key("value", d, v), i)
		x.add(words.Key("value", v), i)
		// the heaviest words around it
		for _, s := range m.context.heaviest(5) {
			x.add(words.Key("beside", d, in.texts[s]), i)
		}
	}
	var links []link
	near := map[int][]Near{}
	x.pairs(rank, func(i int) string { return fs[i].said }, func(a, b int) {
		l, why := figureLink(&fs[a], &fs[b])
		l.a, l.b = a, b
		if why != "" {
			if len(near[a]) < maxNear {
				near[a] = append(near[a], Near{Article: fs[b].article, Item: fs[b].figure.Item, Why: why})
			}
			return
		}
		if l.score > 0 {
			links = append(links, l)
		}
	})
	return links, near, x
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func value(f *extract.Figure) string {
	return strconv.FormatInt(f.Low.Trim().Coef, 10)
}

// dimension is what figures must have in common to be compared at all.
func dimension(f *extract.Figure) string {
	switch f.Kind {
	case extract.Percent:
		return "percent"
	case extract.Money:
		return "money"
	case extract.Rate:
		if price(f) {
			return "money"
		}
		return "rate"
	case extract.Lasting:
		return "duration"
	case extract.Age:
		return "age"
	case extract.Score:
		return "score"
	case extract.Multiple:
		return "multiple"
	case extract.Quantity:
		return "quantity"
	}
	return "count"
}

// figureLink says how well two figures match, and if they look alike but are
// of different things, why.
func figureLink(a, b *measured) (link, string) {
	x, y := a.figure, b.figure
	if dimension(x) != dimension(y) && !unitSlip(x, y) {
		return link{}, ""
	}
	near := SameValue(*x, *y)
	if a.article == b.article && !near {
		return link{}, ""
	}
	around := overlap(&a.context, &b.context)
	measure := x.Measure.Name != "" && x.Measure.Name == y.Measure.Name
	if !near && (a.page || b.page) {
		return link{}, ""
	}
	l := link{same: near, score: figureScore(a, b, around, measure, near)}
	if !near && !sameUnit(*x, *y) {
		if unitSlip(x, y) {
			return unitLink(a, b, around), ""
		}
		if ok, _ := converted(*x, *y); !ok {
			return link{}, ""
		}
	}
	if !near && unitSlip(x, y) {
		return unitLink(a, b, around), ""
	}
	if reason := differs(a, b, near); reason != "" {
		if l.score >= otherFigure {
			return link{}, reason
		}
		return link{}, ""
	}
	if near && l.score < sameFigure || !near && l.score < otherFigure {
		return link{}, ""
	}
	l.why = figureWhy(a, b, measure)
	return l, ""
}

func figureWhy(a, b *measured, measure bool) []string {
	var why []string
	if measure {
		why = append(why, "same measure ("+a.figure.Measure.Name+")")
	}
	if top := sharedWords(&a.context, &b.context); len(top) > 0 {
		why = append(why, "shared words: "+strings.Join(top, ", "))
	}
	return why
}

// precise reports whether a number has so many digits that it is not met
// twice by chance.
func precise(f *extract.Figure) bool {
	n := f.Low.Trim().Coef
	return n >= 1000 || n <= -1000
}

func shareOf(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	if least := min(len(a), len(b)); least > 0 {
		return float64(n) / float64(least)
	}
	return 0
}

// SameValue reports whether two figures say the same number: their plausible
// ranges meet, in one unit or in two that are the same thing.
func SameValue(a, b extract.Figure) bool {
	if sameUnit(a, b) {
		return a.Near(b)
	}
	_, same := converted(a, b)
	return same
}

// sameUnit reports whether two figures are counted in one unit. Nouns are no
// units: "31 people" and "31 workers" may be the same count.
func sameUnit(a, b extract.Figure) bool {
	if a.Kind == extract.Count && b.Kind == extract.Count {
		return true
	}
	return a.Unit == b.Unit || shortPrice(a, b)
}

// price reports whether a rate is so much money for one thing.
func price(f *extract.Figure) bool {
	money, _, ok := strings.Cut(f.Unit, "/")
	return ok && len(money) == len("USD") && strings.ToUpper(money) == money
}

// shortPrice reports whether one of two figures is a price, and the other
// money of which it is not said that it is for one thing: “$60 a share” is
// “$60 in cash” once it is clear that the talk is of shares.
func shortPrice(a, b extract.Figure) bool {
	x, _, _ := strings.Cut(a.Unit, "/")
	y, _, _ := strings.Cut(b.Unit, "/")
	return x == y && (a.Kind == extract.Money && price(&b) || b.Kind == extract.Money && price(&a))
}

// unitSlip reports whether two figures have the same digits in units that are
// easily mistaken for each other: percent and points, dollars and euros,
// million and billion, weeks and months.
func unitSlip(a, b *extract.Figure) bool {
	if a.Low.Trim().Coef != b.Low.Trim().Coef || a.High.Trim().Coef != b.High.Trim().Coef {
		return false
	}
	if _, same := converted(*a, *b); same || (a.Modifier == extract.Between) != (b.Modifier == extract.Between) || a.Measure.Grows != b.Measure.Grows {
		return false
	}
	if a.Unit != b.Unit {
		return sameThousands(a, b) && !(a.Kind == extract.Count && b.Kind == extract.Count) && dimension(a) != "age" && dimension(b) != "age" &&
			dimension(a) == dimension(b)
	}
	return sameThousands(a, b) && a.Low.Trim().Exp != b.Low.Trim().Exp
}

// sameThousands reports whether two numbers of the same digits are one number,
// or one of them so many thousands of the other: 13 and 130 are two.
func sameThousands(a, b *extract.Figure) bool {
	return (a.Low.Trim().Exp-b.Low.Trim().Exp)%3 == 0
}
