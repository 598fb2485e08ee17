package dates

import (
	"sort"
	"strings"
	"sync"

	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A class is what a pattern sees of a word or of several: MONTH, UNIT, a
// literal word of the patterns themselves.
type class uint16

// The classes that code knows. Patterns name them in capitals; every other
// symbol of a pattern is a literal word.
const (
	noClass class = iota
	cMonth
	cWeekday
	cDay   // 1 to 31, as a number or in words
	cOrd   // first, 3rd
	cOrdN  // 3rd, in digits
	cYear  // four digits, or "nineteen ninety-one"
	cYY    // '82
	cNum   // a cardinal, tenths in value; unknown if negative
	cVague // several
	cA     // a, an
	cUnit  // week
	cUnits // weeks
	cSeason
	cPart
	cClock
	cHour // a bare hour, for "from 3 to 5 p.m."
	cZone
	cHoliday
	cNumDate // 2024-05-03, 5/3/24
	cDecade  // 1990s, '90s, nineties
	cSpan    // 1939-45, two years in one
	cQ       // Q3, H1
	cHyphen
	cWords // count of named classes below here that come from datewords.txt
)

// wordClasses are the classes of datewords.txt, by name.
var wordClasses = []string{
	"TODAY", "TONIGHT", "DIR", "AGO", "LATER", "BEFORE", "MOD", "MODOF", "HEDGE", "REF", "RECENT", "CURRENT",
	"EVERY", "PER", "FREQ", "FREQ2", "FREQH", "SAME", "FOLL", "PREV", "THAT", "THIS", "THESE", "FISCAL", "LATEST", "BC", "DECADEW",
	"NOON", "OCLOCK", "AMPM", "ORSO", "WARDS", "PAST", "COMING", "HALFCE", "SINCE", "UNTIL", "FROM", "TO", "BETWEEN", "AND", "HALF", "PERIOD", "FINAL", "HACE", "STEP",
}

const (
	cToday class = cWords + iota
	cTonight
	cDir
	cAgo
	cLater
	cBefore
	cMod
	cModOf
	cHedge
	cRef
	cRecent
	cCurrent
	cEvery
	cPer
	cFreq
	cFreq2
	cFreqH
	cSame
	cFoll
	cPrev
	cThat
	cThis
	cThese
	cFiscal
	cLatest
	cBC
	cDecadeW
	cNoon
	cOClock
	cAMPM
	cOrSo
	cWards
	cPast
	cComing
	cHalfCE
	cSince
	cUntil
	cFrom
	cTo
	cBetween
	cAnd
	cHalf
	cPeriod
	cFinal
	cHace
	cStep    // after next: two on
	cLiteral // the first literal
)

var classNames = map[string]class{
	"MONTH": cMonth, "WD": cWeekday, "DAY": cDay, "ORD": cOrd, "ORDN": cOrdN, "YEAR": cYear, "YY": cYY, "NUM": cNum, "VAGUE": cVague,
	"A": cA, "UNIT": cUnit, "UNITS": cUnits, "SEASON": cSeason, "PART": cPart, "CLOCK": cClock, "HOUR": cHour, "ZONE": cZone,
	"HOLIDAY": cHoliday, "NUMDATE": cNumDate, "DECADE": cDecade, "SPAN": cSpan, "Q": cQ, "-": cHyphen,
}

// An atom is a class that one or more tokens have, and what they say.
type atom struct {
	class class
	n     uint8 // tokens
	at    int32 // index of the first of them; set when it is matched
	v     int32
	w     int32 // a second value: minutes of a clock, a plural
	u     int32
}

// A word is what the lexicons say of one word.
type word struct {
	atoms  []atom
	longer []phrase // entries of several words that begin with it
	abbrev bool     // may take a full stop
	starts bool     // an expression may begin with it
	capped bool     // only when capitalised
	upper  bool     // only in capitals: CET, IST
	spoken bool     // a clock time in words may begin with it: half past seven
	number numword
	tense  string // past, future, present, to-future
	guard  guard
	bare   bool // only in the lists of guards
}

type phrase struct {
	rest []string
	atom atom
}

// A numword is what a word is worth in a number: twenty, third, hundred.
type numword struct {
	kind  byte // N, O, S or 0
	value int32
}

// An ending of a word says where its sentence points: past, future.
type ending struct{ end, tense string }

// A grammar is the lexicons and patterns of one language, compiled.
type grammar struct {
	words        map[string]int32 // index in table
	table        []word           // [0] is a word that says nothing
	classes      map[string]class
	states       []state
	first        []int32 // the state to which a class leads that an expression begins with
	holidays     []string
	minutesAfter bool // las siete y media, where others say half past seven
	dayFirst     bool // 3/4 is the third of April
	maxKey       int
	endings      []ending // of verbs
	persons      []string // endings of verbs in the first person
	syntax       bool     // the sentences of the language can be parsed

	events    lexicon.List         // nouns that happen
	light     lexicon.List         // verbs that only say that their subject happened
	named     lexicon.List         // days that are names: 9/11
	sides     lexicon.List         // literal words of patterns that count on, back, or in working days
	bounds    lexicon.List         // words that make a date one end of what is told
	zones     map[string]placeZone // of the places of datelines
	published lexicon.List         // words of lines that give the day of publication
}

var grammars = sync.OnceValue(func() map[string]func() *grammar {
	all := map[string]func() *grammar{}
	for _, lang := range lexicon.Languages() {
		all[lang] = sync.OnceValue(func() *grammar { return newGrammar(lexicon.For(lang)) })
	}
	return all
})

// grammarFor returns the grammar of a lexicon's language, nil if it has no
// patterns of dates.
func grammarFor(l *lexicon.Lexicon) *grammar {
	if g, ok := grammars()[l.Lang]; ok {
		if g := g(); g != nil {
			return g
		}
	}
	return nil
}

func newGrammar(l *lexicon.Lexicon) *grammar {
	patterns := l.Entries("datephrases")
	if len(patterns) == 0 {
		return nil
	}
	g := &grammar{words: map[string]int32{}, table: make([]word, 1), classes: map[string]class{}, dayFirst: l.Lang != "en", minutesAfter: l.Lang == "es", syntax: l.Lang == "en", published: l.List("published"), sides: l.List("datesides"), bounds: l.List("datebounds"), zones: placeZones(l), events: l.List("events"), light: l.List("lightverbs"), named: l.List("nameddays")}
	for k, v := range classNames {
		g.classes[k] = v
	}
	for i, k := range wordClasses {
		g.classes[k] = cWords + class(i)
	}
	g.addLists(l)
	g.addPatterns(patterns)
	for _, e := range l.Entries("tense") {
		if end, ok := strings.CutPrefix(e.Key, "-"); ok {
			g.endings = append(g.endings, ending{end, e.Value})
			continue
		}
		g.table[g.word(e.Key)].tense = e.Value
	}
	g.addGuards(l)
	for _, key := range [...]string{"half", "quarter", "a"} {
		g.table[g.words[key]].spoken = !g.minutesAfter && g.words[key] != 0
	}
	for i := range g.table {
		w := &g.table[i]
		for _, a := range w.atoms {
			w.starts = w.starts || g.first[a.class] > 0
		}
		for _, p := range w.longer {
			w.starts = w.starts || g.first[p.atom.class] > 0
		}
		w.starts = w.starts || w.number.kind != 0
	}
	return g
}

func (g *grammar) word(key string) int32 {
	i, ok := g.words[key]
	if !ok {
		i = int32(len(g.table))
		g.words[key] = i
		g.table = append(g.table, word{})
		g.maxKey = max(g.maxKey, len(key))
	}
	return i
}

func (g *grammar) add(key string, a atom) {
	tokens := splitKey(key)
	a.n = uint8(len(tokens))
	w := &g.table[g.word(tokens[0])]
	if len(tokens) == 1 {
		w.atoms = append(w.atoms, a)
		return
	}
	for _, t := range tokens[1:] {
		g.word(t)
	}
	w = &g.table[g.words[tokens[0]]]
	w.longer = append(w.longer, phrase{tokens[1:], a})
}

// splitKey divides an entry as the text will be divided into tokens.
func splitKey(key string) []string {
	return strings.Fields(strings.NewReplacer("-", " - ", "' ", " ' ").Replace(key))
}

func codeOf(codes []string, s string) int {
	return sort.Search(len(codes), func(i int) bool { return codes[i] >= s })
}
