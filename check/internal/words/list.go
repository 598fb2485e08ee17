package words

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A List is words or phrases, of which the file with its name in data says what
// they have in common.
type List struct{ load func() listed }

type listed struct {
	words   map[string]bool
	stems   map[string]bool
	phrases []string // as In looks for them
}

// The lists that one rule or one way to align asks for.
var (
	AfterNot     = list("afternot")
	Ahead        = list("ahead")
	Anaphors     = list("anaphors")
	Bearers      = list("bearers")
	ClauseBreaks = list("clausebreaks")
	CountsBack   = list("countsback")
	Deputies     = list("deputies")
	FirstPerson  = list("firstperson")
	Impersonal   = list("impersonal")
	Issuers      = list("issuers")
	Many         = list("many")
	NameSuffixes = list("namesuffixes")
	NotInOffice  = list("notinoffice")
	OnRecord     = list("onrecord")
	OpenLists    = list("openlists")
	OutOf        = list("outof")
	PageDates    = list("pagedates")
	Participles  = list("participles")
	PeopleNouns  = list("peoplenouns")
	Polls        = list("polls")
	Publication  = list("publications")
	PostEnds     = list("postends")
	Together     = list("together")
	Traded       = list("traded")
)

func list(name string) List {
	return List{sync.OnceValue(func() listed {
		l := listed{words: set(name), stems: map[string]bool{}}
		for _, w := range lines(name) {
			l.stems[Stem(w)] = true
			w = " " + w
			if beginning, ok := strings.CutSuffix(w, "-"); ok {
				w = beginning
			} else {
				w += " "
			}
			l.phrases = append(l.phrases, w)
		}
		return l
	})}
}

// Has reports whether w, folded, is on l.
func (l List) Has(w string) bool { return l.load().words[w] }

// HasStem reports whether a word of l has that [Stem].
func (l List) HasStem(stem string) bool { return l.load().stems[stem] }

// In reports whether words of l stand in s, folded; one that ends with "-" on
// the list is the beginning of a word.
func (l List) In(s string) bool {
	s = " " + strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	return slices.ContainsFunc(l.load().phrases, func(p string) bool { return strings.Contains(s, p) })
}
