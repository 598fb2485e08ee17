package words

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// tables are the word lists of this package.
type tables struct {
	light, turns, negations, leads, shortForms     map[string]bool
	numbers                                        map[string]bool
	contractions, spelling, values, modals, months map[string]string
	antonyms                                       map[[2]string]bool
	known                                          map[string][]form // the words of all these lists
	qualifiers, restricts                          map[string]bool   // of one word or several
	longest                                        int               // words of the longest of them
}

var data = sync.OnceValue(func() *tables {
	t := &tables{
		light: set("light"), turns: set("turns"), negations: set("negations"), qualifiers: set("qualifiers"), restricts: set("restricts"),
		leads: set("leads"), shortForms: set("shortforms"),
		contractions: pairs("contractions"), spelling: pairs("spelling"), values: pairs("numbers"),
		modals: pairs("modals"), months: pairs("months"),
		numbers: map[string]bool{}, antonyms: map[[2]string]bool{},
	}
	for k, v := range pairs("titles") {
		t.spelling[k] = v
	}
	for _, v := range t.values {
		t.numbers[v] = true
	}
	for _, l := range lines("antonyms") {
		a, b, _ := strings.Cut(l, "\t")
		t.antonyms[[2]string{a, b}], t.antonyms[[2]string{b, a}] = true, true
	}
	for _, phrases := range []map[string]bool{t.qualifiers, t.restricts} {
		for q := range phrases {
			t.longest = max(t.longest, len(strings.Fields(q)))
		}
	}
	t.known = t.knownForms()
	return t
})

func lines(name string) []string {
	b, err := files.ReadFile("data/" + name + ".txt")
	if err != nil {
		return nil
	}
	var out []string
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimRight(l, "\r\n"); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

func set(name string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines(name) {
		m[l] = true
	}
	return m
}

func pairs(name string) map[string]string {
	m := map[string]string{}
	for _, l := range lines(name) {
		k, v, _ := strings.Cut(l, "\t")
		m[k] = v
	}
	return m
}

// american gives a British ending its American form: "organise", "modelling".
// A word that no such ending applies to is itself.
func american(w string) string {
	if w == "" {
		return w
	}
	for _, e := range endings {
		if w[len(w)-1] != e.uk[len(e.uk)-1] {
			continue
		}
		if stem, ok := strings.CutSuffix(w, e.uk); ok && len(stem) >= e.stem {
			return stem + e.us
		}
	}
	return w
}

// endings are tried in order; a stem shorter than given is left alone, so
// that "wise" and "hour" stay what they are.
var endings = []struct {
	uk, us string
	stem   int
}{
	{"isation", "ization", 3}, {"isations", "izations", 3},
	{"ising", "izing", 5}, {"ised", "ized", 5}, {"ises", "izes", 5}, {"ise", "ize", 5},
	{"ouring", "oring", 4}, {"oured", "ored", 4}, {"ours", "ors", 4}, {"our", "or", 4},
}

// IsLight reports whether w is a word whose change in speech is two reporters'
// ears: an article, a pronoun, a filler.
func IsLight(w string) bool { return data().light[w] }

// Negation reports whether w makes a sentence say the opposite.
func Negation(w string) bool { return data().negations[w] }

// Qualifies reports whether among ws is a word or phrase that qualifies what
// is asserted: "I believe", "perhaps", "not".
func Qualifies(ws []Word) bool {
	for i := range ws {
		if opens(data().qualifiers, ws[i:]) {
			return true
		}
	}
	return false
}

// opens reports whether ws begins with one of some phrases.
func opens(phrases map[string]bool, ws []Word) bool {
	phrase := ""
	for n := 0; n < data().longest && n < len(ws); n++ {
		if n > 0 {
			phrase += " "
		}
		phrase += ws[n].Norm
		if phrases[phrase] {
			return true
		}
	}
	return false
}
