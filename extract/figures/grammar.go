package figures

import (
	"strconv"
	"strings"
	"sync"

	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A numeral is what a number word does.
type numeral struct {
	kind  byte // see the head of numbers.txt: 'v' value, 'e' scale, 'x' factor, '/' denominator, 's' denominators, '~' vague, '*' multiple
	n     int64
	value extract.Number // of a multiple
	alone bool           // a scale that needs no number before it: Spanish "mil"
}

// A scale is an abbreviated power of ten: "bn".
type scale struct {
	exp   int
	money bool // only after a currency
}

// A grammar is the word lists of one language, ready for use.
type grammar struct {
	lang     string
	comma    bool // a comma divides whole and fraction: "1.234,5"
	either   bool // some countries divide thousands by commas all the same: "1,250 heridos"
	capital  bool // nouns have capitals
	numeral  map[string]numeral
	scales   map[string]scale
	units    phrases
	symbols  lexicon.List
	money    phrases
	signs    lexicon.List
	left     phrases
	right    phrases
	classes  map[string]map[string]bool // small classes of words: see figurewords.txt
	measure  map[string]measure
	nouns    lexicon.List // irregular plurals and their singulars
	closed   lexicon.List // function words
	pronouns lexicon.List
	months   lexicon.List
}

// phrases are entries of one or more words, by the words joined by blanks.
type phrases struct {
	entries map[string]string
	longest int // in words
}

var grammars = sync.OnceValue(func() map[string]*grammar {
	all := map[string]*grammar{}
	for _, lang := range lexicon.Languages() {
		all[lang] = newGrammar(lexicon.For(lang))
	}
	return all
})

func newGrammar(lex *lexicon.Lexicon) *grammar {
	g := &grammar{
		lang: lex.Lang, numeral: map[string]numeral{}, scales: map[string]scale{},
		units: newPhrases(lex.List("units")), symbols: lex.List("symbols"),
		money: newPhrases(lex.List("currencies")), signs: lex.List("moneysigns"),
		classes: classed(lex.List("figurewords")), nouns: lex.List("plurals"),
		closed: lex.List("function"), pronouns: lex.List("pronouns"), months: lex.List("months"),
		measure: measures(lex.List("measures")),
	}
	words := lex.List("figurewords")
	g.comma = words["decimal mark"] == ","
	g.either = words["grouping comma"] != ""
	g.capital = words["noun capitals"] != ""
	for k, v := range lex.List("numbers") {
		if n, ok := newNumeral(v); ok {
			g.numeral[k] = n
		}
	}
	for k, v := range lex.List("scales") {
		e, money := strings.CutSuffix(v, "?")
		n, _ := strconv.Atoi(e)
		g.scales[k] = scale{n, money}
	}
	left, right := lexicon.List{}, lexicon.List{}
	for k, v := range lex.List("hedges") {
		if m, ok := strings.CutPrefix(v, "left "); ok {
			left[k] = m
		} else if m, ok := strings.CutPrefix(v, "right "); ok {
			right[k] = m
		}
	}
	g.left, g.right = newPhrases(left), newPhrases(right)
	return g
}

func newNumeral(v string) (numeral, bool) {
	switch {
	case strings.HasPrefix(v, "//"):
		n, err := strconv.ParseInt(v[2:], 10, 64)
		return numeral{kind: 's', n: n}, err == nil
	case v == "~dozen":
		return numeral{kind: '~', n: -12}, true
	case v == "~score":
		return numeral{kind: '~', n: -20}, true
	case strings.HasPrefix(v, "*"):
		n, ok := extract.ParseNumber(v[1:])
		return numeral{kind: '*', value: n}, ok
	case strings.HasPrefix(v, "E"):
		n, err := strconv.ParseInt(v[1:], 10, 64)
		return numeral{kind: 'e', n: n, alone: true}, err == nil
	case v != "" && strings.IndexByte("ex/~", v[0]) >= 0:
		n, err := strconv.ParseInt(v[1:], 10, 64)
		return numeral{kind: v[0], n: n}, err == nil
	}
	n, err := strconv.ParseInt(v, 10, 64)
	return numeral{kind: 'v', n: n}, err == nil
}

func newPhrases(l lexicon.List) phrases {
	p := phrases{entries: map[string]string{}}
	for k, v := range l {
		k = strings.TrimSuffix(strings.ReplaceAll(k, ". ", " "), ".")
		p.entries[k] = v
		p.longest = max(p.longest, strings.Count(k, " ")+1+strings.Count(k, "-")*2)
	}
	return p
}

// function reports whether w is a function word: a determiner, preposition,
// conjunction, auxiliary, adverb, question word or negation.
func (g *grammar) function(w string) bool {
	c := g.closed[w]
	return c != "" && strings.IndexByte("dpcxnvw", c[0]) >= 0
}

// is reports whether the word w belongs to class in figurewords.txt, where a
// word may belong to several, divided by blanks.
func (g *grammar) is(w, class string) bool { return g.classes[class][w] }

// classed returns the words of each class.
func classed(l lexicon.List) map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for w, names := range l {
		for class := range strings.FieldsSeq(names) {
			if classes[class] == nil {
				classes[class] = map[string]bool{}
			}
			classes[class][w] = true
		}
	}
	return classes
}
