package dates

import (
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// addLists enters the words of all lists but those of guards.
func (g *grammar) addLists(l *lexicon.Lexicon) {
	simple := func(list string, c class) {
		for _, e := range l.Entries(list) {
			value, plural := strings.CutSuffix(e.Value, "+")
			n, _ := strconv.Atoi(value)
			g.add(e.Key, atom{class: c, v: int32(n), w: number(plural)})
		}
	}
	simple("months", cMonth)
	simple("weekdays", cWeekday)
	for _, e := range l.Entries("zones") {
		minutes, us := strings.CutSuffix(e.Value, " us")
		n, _ := strconv.Atoi(minutes)
		key := strings.ToLower(e.Key)
		a := atom{class: cZone, v: int32(n)}
		if us {
			a.w = 1
		}
		g.add(key, a)
		g.table[g.words[key]].upper = e.Key != key
	}
	for _, e := range l.Entries("dateunits") {
		code, plural := strings.CutSuffix(e.Value, "+")
		a := atom{class: cUnit, v: int32(unitCode(code))}
		if plural {
			a.class = cUnits
		}
		g.add(e.Key, a)
	}
	g.addSpans(l)
	for _, e := range l.Entries("datenumbers") {
		n, _ := strconv.Atoi(e.Value[1:])
		g.table[g.word(e.Key)].number = numword{e.Value[0], int32(n)}
	}
	for _, e := range l.Entries("datewords") {
		for _, f := range strings.Fields(e.Value) {
			name, value, _ := strings.Cut(f, "=")
			a := atom{class: g.classes[name], v: int32(modCode(value))}
			switch a.class {
			case cNoon:
				a = atom{class: cClock, v: a.v * 60, w: 2, u: clockKnown}
			case cDecadeW:
				a = atom{class: cDecade, v: 190 + a.v/10}
			}
			g.add(e.Key, a)
		}
	}
	for _, e := range l.Entries("datecapitals") {
		g.table[g.word(e.Key)].capped = true
	}
	g.markAbbreviations(l)
}

// addSpans enters seasons, parts of the day and holidays.
func (g *grammar) addSpans(l *lexicon.Lexicon) {
	for _, e := range l.Entries("seasons") {
		g.add(e.Key, atom{class: cSeason, v: int32(codeOf(seasons[:], e.Value))})
	}
	for _, e := range l.Entries("dayparts") {
		code, plural := strings.CutSuffix(e.Value, "+")
		g.add(e.Key, atom{class: cPart, v: int32(codeOf(dayParts[:], code)), w: number(plural)})
	}
	for _, e := range l.Entries("holidays") {
		g.add(e.Key, atom{class: cHoliday, v: int32(len(g.holidays))})
		g.holidays = append(g.holidays, e.Value)
	}
}

// number is 1 for a plural.
func number(plural bool) int32 {
	if plural {
		return 1
	}
	return 0
}

// markAbbreviations lets "sept" take a full stop, because "september" names
// the same month.
func (g *grammar) markAbbreviations(l *lexicon.Lexicon) {
	for i := range g.table {
		for _, a := range g.table[i].atoms {
			g.table[i].abbrev = g.table[i].abbrev || a.class == cBC
		}
	}
	for _, name := range []string{"months", "weekdays", "dateunits"} {
		entries := l.Entries(name)
		for _, e := range entries {
			for _, f := range entries {
				if e.Value == f.Value && len(f.Key) > len(e.Key) && strings.HasPrefix(f.Key, e.Key) || name == "dateunits" && len(e.Key) <= 3 && e.Key[len(e.Key)-1] == 'r' {
					g.table[g.word(e.Key)].abbrev = true
				}
			}
		}
	}
}
