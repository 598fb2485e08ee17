package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

// A Class is the set of lists that a word is on.
type Class uint64

// The classes. Say and its uses come from the list say; Det to Common from
// function; the pronouns from pronouns; each other from the list of its name.
const (
	Say         Class = 1 << iota // any form of a verb of speech
	Direct                        // a verb that words in marks often follow: "said", "wrote"
	Writing                       // "wrote", "tweeted"
	Telling                       // takes whom it is said to: "told"
	Manner                        // "shouted"
	Calling                       // calls someone something: "dubbed"
	Finding                       // said of studies: "shows"
	Judging                       // "praised", "accused"
	Base                          // forms of that verb …
	Present                       //
	Past                          //
	Part                          //
	Ing                           // "saying"
	Subject                       // he, she, they
	Object                        // him, them
	Possess                       // his, their
	Masculine                     //
	Feminine                      //
	Neuter                        //
	Plural                        //
	FirstPerson                   // I, we, me; you
	Det                           //
	Prep                          //
	Conj                          //
	Aux                           //
	Negation                      //
	Adverb                        //
	Question                      // what, who, how
	Time                          // names of days and months, "today"
	Adjective                     // stands before a role: "former", "senior"
	Common                        // begins sentences, is no name
	Role                          // "mayor", "spokesman"
	People                        // "officials", "voters"
	Speaking                      // bodies and papers that speak: "ministry", "letter"
	Title                         // "Mr", "Sen"
	FirstName                     //
	Particle                      // "van", "de"
	NameEnd                       // "Jr"
	OrgWord                       // "University"
	PlaceWord                     // "County"
	Place                         // "France"
	Vague                         // "experts"
	Anonymous                     // "source"
	Attitude                      // "wants", "seems": no word of theirs, but what they think
	Cap                           // begins with a capital here; set by Classes alone
	AllCaps                       // two capitals or more and no small letter
)

// Function is every class of words that are no names.
const Function = Det | Prep | Conj | Aux | Negation | Adverb | Question | Common

// Has reports whether c and d share a class.
func (c Class) Has(d Class) bool { return c&d != 0 }

// All reports whether c has every class of d.
func (c Class) All(d Class) bool { return c&d == d }

var plain = []struct {
	list string
	is   Class
}{
	{"roles", Role}, {"people", People}, {"bodies", Speaking}, {"titles", Title}, {"firstnames", FirstName},
	{"particles", Particle}, {"nameends", NameEnd}, {"orgwords", OrgWord}, {"placewords", PlaceWord},
	{"places", Place}, {"vague", Vague}, {"anonymous", Anonymous},
}

var letters = map[string]map[rune]Class{
	"function": {'d': Det, 'p': Prep, 'c': Conj, 'x': Aux, 'n': Negation, 'v': Adverb, 'w': Question, 't': Time, 'a': Adjective, 'k': Common},
	"pronouns": {'s': Subject, 'o': Object, 'p': Possess},
	"say":      {'q': Direct, 'w': Writing, 't': Telling, 'm': Manner, 'c': Calling, 'e': Finding, 'p': Judging},
}

var forms = map[string]Class{"base": Base, "pres": Present, "past": Past, "part": Part, "ing": Ing}

// classes makes the table of single words from the lists.
func (l *Lexicon) classes() map[string]Class {
	table := map[string]Class{}
	for _, p := range plain {
		for key, value := range l.lists[p.list] {
			table[key] |= p.is
			if (p.is == Title || p.is == FirstName) && value != "" {
				table[key] |= sexes[value]
			}
		}
	}
	for key, value := range l.lists["function"] {
		for _, r := range value {
			table[key] |= letters["function"][r]
		}
	}
	for key, value := range l.lists["pronouns"] {
		table[key] |= pronoun(strings.Fields(value))
	}
	for key, value := range l.lists["say"] {
		table[key] |= Say | verb(strings.Fields(value))
	}
	for key, value := range l.lists["attitudes"] {
		table[key] |= Attitude | verb(strings.Fields(value))
	}
	return table
}

var sexes = map[string]Class{"m": Masculine, "f": Feminine, "n": Neuter}

func pronoun(fields []string) Class {
	if len(fields) < 4 {
		return 0
	}
	c := letters["pronouns"][rune(fields[0][0])] | sexes[fields[1]]
	if fields[2] == "p" {
		c |= Plural
	}
	if fields[3] != "3" {
		c |= FirstPerson
	}
	return c
}

func verb(fields []string) Class {
	if len(fields) < 3 {
		return 0
	}
	c := Class(0)
	for _, r := range fields[1] {
		c |= letters["say"][r]
	}
	for _, f := range strings.Split(fields[2], ",") {
		c |= forms[f]
	}
	return c
}

// Class returns the classes of a word, whatever its case. The possessive
// ending of "Roe's" does not count.
func (l *Lexicon) Class(word string) Class {
	word = Bare(word)
	var buf [24]byte
	if len(word) <= len(buf) {
		b := buf[:0]
		for i := 0; i < len(word); i++ {
			c := word[i]
			if c >= utf8.RuneSelf {
				return l.words[strings.ToLower(word)]
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
		}
		return l.words[string(b)]
	}
	return l.words[strings.ToLower(word)]
}

// Bare returns word without the ending 's.
func Bare(word string) string {
	if n := len(word); n > 2 && (word[n-1] == 's' || word[n-1] == 'S') {
		if word[n-2] == '\'' {
			return word[:n-2]
		}
		if n > 4 && word[n-4:n-1] == "’" {
			return word[:n-4]
		}
	}
	return word
}

// Classes returns the classes of each token of s, with those that its
// letters tell.
func (l *Lexicon) Classes(s string, tokens []text.Token) []Class {
	out := make([]Class, len(tokens))
	for i, t := range tokens {
		if t.Kind == text.Mark {
			continue
		}
		w := t.Of(s)
		out[i] = l.Class(w) | shape(w)
	}
	return out
}

func shape(w string) Class {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return 0
	}
	upper, lower := 1, 0
	for _, r := range Bare(w)[min(n, len(Bare(w))):] {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	if upper > 1 && lower == 0 {
		return Cap | AllCaps
	}
	return Cap
}
