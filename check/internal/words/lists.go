package words

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

// Honorific reports whether w is a title or a post before a name.
func Honorific(w string) bool { return people().honorifics[w] }

// Particle reports whether w is a part of a family name that may be left out.
func Particle(w string) bool { return people().particles[w] }

// BodyWord reports whether w is a word of many bodies' names: "department".
func BodyWord(w string) bool { return people().bodies[w] }

// Answers reports whether w says that a quotation is somebody's answer.
func Answers(w string) bool {
	for _, p := range people().answers {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// Generic reports whether w, without its ending, is a noun that everything is
// counted in.
func Generic(stem string) bool { return people().generic[stem] || people().tallies[stem] }

// Tally reports whether w, without its ending, is a noun of which in sport
// every player and every season has a count.
func Tally(stem string) bool { return people().tallies[stem] }

// Kind returns what the news counts under several names, for a noun or two
// words, each without its ending: "homes" and "structures" are buildings.
// Empty for what has one name.
func Kind(stems string) string { return people().kinds[stems] }

// Calendar reports whether w is a word of the calendar or the clock: it says
// when something happened and not what.
func Calendar(w string) bool { return people().calendar[w] }

// Telling reports whether w is a verb of telling that may tell anything.
func Telling(w string) bool { return people().telling[w] }

// Says reports whether w, folded, is a verb that gives words to a speaker.
func Says(w string) bool { return people().says[w] }

// SpeaksFor reports whether a description, folded, is of somebody who speaks for
// another: "a spokesman for the mayor".
func SpeaksFor(role string) bool {
	return slices.ContainsFunc(people().speaksFor, func(w string) bool { return strings.Contains(role, w) })
}

// Plain returns the words and numbers of s, folded, without accents and 's.
func Plain(s string) []string {
	var out []string
	for _, t := range text.Tokens(s) {
		if t.Kind != text.Mark {
			out = append(out, strings.TrimSuffix(text.Bare(t.Of(s)), "'s"))
		}
	}
	return out
}

// Opening returns the first n words of s as [Plain] does, or as many as there
// are, without looking at all of a long s.
func Opening(s string, n int) []string {
	for size := 64; ; size *= 2 {
		cut := len(s)
		if size < cut {
			cut = strings.LastIndexByte(s[:size], ' ') + 1
		}
		ws := Plain(s[:cut])
		if cut == len(s) || len(ws) > n { // the last may be a part of one
			return ws[:min(n, len(ws))]
		}
	}
}

// Document reports whether w, folded, is a noun for a document that somebody
// issues: "report".
func Document(w string) bool { return people().documents[w] }

// Foreign reports whether w, folded, is an adjective of a country or a people
// whose words reach English readers translated: "German".
func Foreign(w string) bool { return people().tongues[w] }

// Premium reports whether w, folded, says after a percentage that it is the
// distance of one sum from another: "a 50 percent premium", "50 percent higher".
func Premium(w string) bool { return people().premiums[w] }

// Forecasts reports whether w, folded, says that a number is what somebody
// expects.
func Forecasts(w string) bool { return people().forecasts[w] }

// Direction reports whether w, folded, says after a length that it is how far
// one place is from another: "230 km west of Brant".
func Direction(w string) bool { return people().directions[w] }

type peopleLists struct {
	honorifics, particles, bodies map[string]bool
	calendar, telling             map[string]bool
	generic, tallies              map[string]bool // by stem
	kinds                         map[string]string
	answers, speaksFor            []string
	says, documents, premiums     map[string]bool
	forecasts, tongues            map[string]bool
	directions                    map[string]bool
}

var people = sync.OnceValue(func() *peopleLists {
	generic := map[string]bool{}
	for _, w := range lines("generic") {
		generic[Stem(w)] = true
	}
	tallies := map[string]bool{}
	for _, w := range lines("tallies") {
		tallies[Stem(w)] = true
	}
	kinds := map[string]string{}
	for phrase, kind := range pairs("kinds") {
		first, second, two := strings.Cut(phrase, " ")
		key := Stem(first)
		if two {
			key += " " + Stem(second)
		}
		kinds[key] = kind
	}

	return &peopleLists{
		honorifics: set("honorifics"), particles: set("particles"), bodies: set("bodywords"),
		calendar: set("calendar"), telling: set("telling"), generic: generic, tallies: tallies, kinds: kinds, answers: lines("answers"),
		speaksFor: lines("speaksfor"), says: set("says"), documents: set("documents"), premiums: set("premiums"), forecasts: set("forecasts"),
		tongues: set("tongues"), directions: set("directions"),
	}

})

// Stem returns a word without its commonest English endings. It is rough: it
// is for finding sentences that speak of the same thing.
func Stem(w string) string {
	w = strings.TrimSuffix(w, "'s")
	if len(w) <= 4 {
		return strings.TrimSuffix(w, "s")
	}
	for _, e := range []string{"ations", "ation", "ingly", "ings", "ing", "edly", "ions", "ion", "ies", "ers", "ed", "er", "es", "ly", "s", "e", "y"} {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 3 {
			if n := len(s); n > 3 && s[n-1] == s[n-2] && s[n-1] != 's' && s[n-1] != 'l' {
				s = s[:n-1]
			}
			return s
		}
	}
	return w
}

// Initial returns the first letter of a word, whatever its length in bytes.
func Initial(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n]
}

// IsNumber reports whether w is a number word or digits.
func IsNumber(w string) bool {
	d := data()
	_, ok := d.values[w]
	return ok || isDigits(w)
}
