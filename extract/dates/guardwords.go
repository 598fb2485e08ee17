package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A guard is what the lists dateguards and datecontext say of a word, a bit
// for each kind.
type guard uint32

const (
	isCounted    guard = 1 << iota // of words themselves
	isNotCounted                   // sales, his
	isWord                         // May
	isWalk                         // March
	isName                         // April
	isSeason                       // fall
	isMove                         // put off
	isBegin                        // starting
	isPerson                       // me
	isNoun                         // gramos, not a verb of the first person
	isSport                        // touchdown
	isMoney                        // revenue
	asks                           // please
	queries                        // where
	beforeYear                     // of words that stand before a date
	beforeYY
	beforeSeason
	beforeBareSeason
	beforeMonth
	beforeNamed
	beforeWalk
	beforeUnit
	beforeUnits
	beforeAnother
	beforePart
	beforeOrdinal
	beforeFigures
	beforeNumber
	beforeMaybe
	beforeAge
	ends // of words that stand after a date
	goesOn
)

// guardKinds are the names that the lists use.
var guardKinds = map[string]guard{
	"count": isCounted, "nocount": isNotCounted, "word": isWord, "walk": isWalk, "name": isName, "season": isSeason, "move": isMove, "begin": isBegin,
	"person": isPerson, "noun": isNoun, "sport": isSport, "money": isMoney, "ask": asks, "query": queries,
}

// contextKinds are those of datecontext.
var contextKinds = map[string]guard{
	"year": beforeYear, "yy": beforeYY, "season": beforeSeason, "bareseason": beforeBareSeason, "month": beforeMonth, "named": beforeNamed,
	"article": beforeWalk, "unit": beforeUnit, "units": beforeUnits, "another": beforeAnother, "part": beforePart, "ordinal": beforeOrdinal,
	"figures": beforeFigures, "number": beforeNumber, "maybe": beforeMaybe, "his": beforeAge, "ends": ends, "goeson": goesOn,
}

// addGuards enters the words of both lists, after all others: a word that only
// they have says nothing else.
func (g *grammar) addGuards(l *lexicon.Lexicon) {
	for _, list := range [...]struct {
		name  string
		kinds map[string]guard
	}{{"dateguards", guardKinds}, {"datecontext", contextKinds}} {
		for _, e := range l.Entries(list.name) {
			var k guard
			for _, name := range strings.Fields(e.Value) {
				k |= list.kinds[name]
			}
			if end, ok := strings.CutPrefix(e.Key, "-"); ok {
				g.persons = append(g.persons, end)
				continue
			}
			_, known := g.words[e.Key]
			w := &g.table[g.word(e.Key)]
			w.guard, w.bare = w.guard|k, w.bare || !known
		}
	}
}

// guard is what the lists say of token i, which is no possessive.
func (r *reader) guard(i int) guard {
	if i < 0 || i >= len(r.tokens) {
		return 0
	}
	k := r.entry(i).guard
	if k != 0 && possessive(r.of(i)) > 0 {
		return 0
	}
	return k
}

// guarded reports whether the lists say kind of token i.
func (r *reader) guarded(i int, kind guard) bool { return r.guard(i)&kind != 0 }

// led reports whether e follows a word of that kind.
func (r *reader) led(e *expr, kind guard) bool {
	return e.from > 0 && r.near(e.from) && r.guarded(e.from-1, kind)
}

// followed reports whether a word of that kind follows e.
func (r *reader) followed(e *expr, kind guard) bool {
	return e.to < len(r.tokens) && r.near(e.to) && r.guarded(e.to, kind)
}

// after reports whether e follows one of the words or marks.
func (r *reader) after(e *expr, words ...string) bool {
	if e.from == 0 || !r.near(e.from) {
		return false
	}
	for _, w := range words {
		if r.is(e.from-1, w) {
			return true
		}
	}
	return false
}

// next reports whether one of the words or marks follows e.
func (r *reader) next(e *expr, words ...string) bool {
	if !r.near(e.to) || e.to >= len(r.tokens) {
		return false
	}
	for _, w := range words {
		if r.is(e.to, w) {
			return true
		}
	}
	return false
}

// counted reports whether token i is a plural or a unit: what a number before
// it counts.
func (r *reader) counted(i int) bool {
	if i >= len(r.tokens) || r.tokens[i].Kind != text.Word || !r.near(i) || r.tokens[i].Start-r.tokens[i-1].End != 1 {
		return false
	}
	s := r.of(i)
	if s[0] < 'a' || s[0] > 'z' {
		return false
	}
	switch k := r.guard(i); {
	case k&isCounted != 0:
		return true // no plural, but counted
	case k&isNotCounted != 0:
		return false
	}
	return len(s) > 4 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is") && !strings.HasSuffix(s, "'s")
}

// his reports whether token i stands in "his late 30s".
func (r *reader) his(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if r.guarded(k, beforeAge) {
			return true
		}
	}
	return false
}
