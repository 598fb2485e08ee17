// Package persons finds who is named in an article, and what it says of them:
// how old they are, what they do, where they live and where they stand in law.
package persons

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// Extractor finds persons. It reads the ages that the figures before it have
// found; without them it finds none.
var Extractor = &extract.Extractor{
	Name: "persons",
	Doc:  "who is named, with age, role and status in law",
	Run:  run,
}

// sure is how sure a name must be that of a person.
const sure = 0.85

func run(a *extract.Article) extract.Items {
	lex := a.Lexicon()
	r := &reader{
		a: a, x: a.Names(), t: a.Tokens, c: a.Classes(), s: a.Doc.Text,
		words: lex.List("personwords"), statuses: lex.List("statuses"), places: lex.List("places"),
	}
	r.people()
	if len(r.out) == 0 {
		return extract.Items{}
	}
	r.ages()
	if len(r.words) > 0 { // the language has the words
		r.pronouns()
		for i := range r.x.Mentions {
			if r.of[r.x.Mentions[i].Entity] >= 0 {
				r.mention(&r.x.Mentions[i])
			}
		}
	}
	for i := range r.out {
		slices.SortStableFunc(r.out[i].Facts, func(p, q extract.Fact) int { return p.Span.Start - q.Span.Start })
	}
	return extract.Items{Names: r.out}
}

// A reader is the state of one pass.
type reader struct {
	a     *extract.Article
	x     *names.Index
	t     []text.Token
	c     []lexicon.Class
	s     string
	words lexicon.List // see personwords.txt

	statuses, places lexicon.List

	of  []int // per entity: index in out, or -1
	out []extract.Name
}

// people lists the persons whom the article names in full. Of a father and a
// son of one name nothing is known for sure, nor of a name in which a town
// stands.
func (r *reader) people() {
	r.of = make([]int, len(r.x.Entities))
	for e := range r.x.Entities {
		r.of[e] = -1
		if x := &r.x.Entities[e]; x.Kind != names.Person {
			continue
		}
		best, suffixes, plain := -1, 0, 0
		for _, k := range r.x.Entities[e].Mentions {
			m := &r.x.Mentions[k]
			if m.Full {
				if r.c[m.Last].Has(lexicon.NameEnd) {
					suffixes++
				} else {
					plain++
				}
			}
			if best < 0 || r.better(m, &r.x.Mentions[best]) {
				best = k
			}
		}
		if best < 0 || suffixes > 0 && plain > 0 {
			continue
		}
		m := &r.x.Mentions[best]
		if m.Full && r.x.Entities[e].Confidence < sure {
			continue
		}
		r.of[e] = len(r.out)
		n := extract.Name{Name: text.NFC(m.Span.Of(r.s)), Given: r.c[m.First].Has(lexicon.FirstName)}
		n.Span = m.Span
		r.out = append(r.out, n)
	}
}

// better reports whether a mention names its person better than another: more
// fully, then below the headline, then earlier.
func (r *reader) better(m, than *names.Mention) bool {
	if m.Full != than.Full {
		return m.Full
	}
	if p, q := r.headline(m.Span.Start), r.headline(than.Span.Start); p != q {
		return q
	}
	return m.Full && m.Last-m.First > than.Last-than.First
}

func (r *reader) headline(at int) bool {
	i := r.a.BlockAt(at)
	return i >= 0 && r.a.Doc.Blocks[i].Kind == corpus.Headline
}

// mention reads what stands around a mention of a person.
func (r *reader) mention(m *names.Mention) {
	n := &r.out[r.of[m.Entity]]
	from, to := r.sentence(m.First)
	if !n.Changes {
		for i := from; i < to && !n.Changes; i++ {
			n.Changes = r.is(i, "c")
		}
	}
	r.role(n, m, to)
	r.home(n, m, to)
	r.status(n, m, from, to)
}

// reach is how far around a name a sentence is read: one without an end must
// not be read again for each name in it.
const reach = 120

// sentence returns the tokens of the sentence in which token i stands, as far
// as they are in reach.
func (r *reader) sentence(i int) (from, to int) {
	k := r.a.SentenceAt(r.t[i].Start)
	if k < 0 {
		return i, i + 1
	}
	ts := r.a.SentenceTokens(k)
	from = r.a.TokenAt(r.a.Sentences[k].Start)
	return max(from, i-reach), min(from+len(ts), i+reach)
}

func (r *reader) low(i int) string {
	if i < 0 || i >= len(r.t) {
		return ""
	}
	return text.Fold(r.t[i].Of(r.s))
}

// is reports whether the lexicon gives token i one of these uses.
func (r *reader) is(i int, uses string) bool {
	if i < 0 || i >= len(r.t) || r.t[i].Kind == text.Mark {
		return false
	}
	return strings.ContainsAny(r.words[r.low(i)], uses)
}

// fact makes a fact of the tokens first to last.
func (r *reader) fact(kind extract.FactKind, first, last int) extract.Fact {
	f := extract.Fact{Kind: kind}
	f.Span = text.Span{Start: r.t[first].Start, End: r.t[last].End}
	f.Value = f.Span.Of(r.s)
	return f
}
