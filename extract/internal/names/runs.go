package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A run is a stretch of capitals that may be a name, with title and role.
type run struct {
	first, last int // tokens of the name itself
	whole       int // token with which title and role begin
	kind        Kind
	sex         lexicon.Class
	role        string
	initial     bool // a single word whose capital proves nothing
	title       bool // a title or a role stands before it
	post        bool // a single word that is a role: a name only if somebody has it
	confidence  float64
}

type finder struct {
	Input
	initial []bool          // per token: begins a sentence, or follows an opening mark or a colon
	shout   []bool          // per token: stands in a headline in which each word has a capital
	lower   map[string]bool // words that the article writes small, where asked
	upper   map[string]bool // and with a capital that no beginning accounts for
	nouns   bool            // the language writes every noun with a capital
	lasts   map[string]bool // last words of names so far, where nouns

	entities []Entity
	mentions []Mention
	byKey    map[string]int   // folded name → entity
	byLast   map[string][]int // folded last word → persons
	byFirst  map[string][]int // folded first word → persons
	short    map[string]int   // folded acronym or last word of a body → entity
	offices  map[string]int   // folded office and surname → person
}

// starts finds where capitals prove nothing.
func (f *finder) starts() {
	f.initial = make([]bool, len(f.Tokens))
	f.shout = make([]bool, len(f.Tokens))
	t := 0
	for _, s := range f.Sentences {
		for t < len(f.Tokens) && f.Tokens[t].Start < s.Start {
			t++
		}
		from, caps, words, next := t, 0, 0, true
		for ; t < len(f.Tokens) && f.Tokens[t].Start < s.End; t++ {
			if f.Tokens[t].Kind == text.Mark {
				next = next || strings.Contains(".!?:“\"‘'„«•–—*#>[(", f.word(t))
				continue
			}
			f.initial[t] = next
			next = false
			if len(f.word(t)) > 3 || f.Classes[t].Has(lexicon.Aux) {
				words++
				if f.Classes[t].Has(lexicon.Cap) {
					caps++
				}
			}
		}
		if words >= 4 && caps*10 >= words*8 {
			for k := from; k < t; k++ {
				f.shout[k] = true
			}
		}
	}
}

func (f *finder) word(i int) string {
	if i >= len(f.Tokens) {
		return ""
	}
	return f.Tokens[i].Of(f.Text)
}

func (f *finder) class(i int) lexicon.Class {
	if i < 0 || i >= len(f.Classes) {
		return 0
	}
	return f.Classes[i]
}

// near reports whether at most one space divides token i from the next.
func (f *finder) near(i int) bool {
	if i < 0 || i+1 >= len(f.Tokens) {
		return false
	}
	g := f.Text[f.Tokens[i].End:f.Tokens[i+1].Start]
	return g == "" || g == " " || g == "\u00a0"
}

func (f *finder) touches(i int) bool {
	return i+1 < len(f.Tokens) && f.Tokens[i].End == f.Tokens[i+1].Start
}

func (f *finder) runs() []run {
	var out []run
	for i := 0; i < len(f.Tokens); {
		if !f.opens(i) {
			i++
			continue
		}
		last := f.extend(i)
		if f.ofLand(i, last) {
			i = last + 1
			continue
		}
		if i < last && f.initial[i] && f.near(i) && !f.Classes[i].Has(lexicon.FirstName|lexicon.Title|lexicon.Role|lexicon.Place|lexicon.PlaceWord|lexicon.OrgWord|lexicon.AllCaps|lexicon.Particle) && f.usual(i) {
			i++ // "Everything Roe says"
			if !f.opens(i) {
				continue
			}
		}
		if f.nouns && last > i {
			f.lasts[lexicon.Bare(f.word(last))] = true
		}
		if r, ok := f.divide(i, last); ok {
			out = append(out, r)
		}
		i = last + 1
	}
	return out
}

// ofLand reports whether a run is but the adjective of a land or a party,
// which belongs to the noun after it or is one itself: "the North Korean
// leader", "the Ohio Republican".
func (f *finder) ofLand(first, last int) bool {
	const other = lexicon.FirstName | lexicon.Place | lexicon.OrgWord | lexicon.Title
	c := f.Classes[last]
	if f.nouns || last > first+2 || !c.Has(lexicon.Adjective|lexicon.Role) || c.Has(other) || !f.near(last) || f.class(last+1).Has(lexicon.Cap) {
		return false
	}
	land := c.Has(lexicon.Adjective) && (last == first || last == first+1 && f.Classes[first].Has(lexicon.PlaceWord|lexicon.Adjective))
	return land || last > first &&
		f.Lexicon.List("places").Has(strings.ToLower(f.Text[f.Tokens[first].Start:f.Tokens[last-1].End]))
}

const sayings = lexicon.Vague | lexicon.Anonymous | lexicon.OrgWord | lexicon.PlaceWord | lexicon.Say | lexicon.Attitude | lexicon.People | lexicon.Speaking | lexicon.Role

// opens reports whether a name may begin with token i.
func (f *finder) opens(i int) bool {
	c := f.Classes[i]
	if !c.Has(lexicon.Cap) {
		return false
	}
	if c.Has(lexicon.Subject|lexicon.Object|lexicon.Possess) && !c.Has(lexicon.AllCaps) || c.Has(lexicon.Time) && !c.Has(lexicon.FirstName) {
		return false
	}
	if w := f.word(i); strings.HasPrefix(w, "I’") || strings.HasPrefix(w, "I'") {
		return false // "I’ll"
	}
	if len(f.word(i)) == 1 && f.touches(i) {
		switch next := f.word(i + 1); {
		case next == "-" && (i == 0 || f.word(i-1) == "," || f.word(i-1) == "("):
			return false // "Jane Roe, R-Ohio,"
		case next == "." && i+2 < len(f.Tokens) && len(f.word(i+2)) == 1 && f.class(i+2).Has(lexicon.Cap):
			return true // "A. J. Roe"
		}
	}
	if c.Has(lexicon.Function) && !c.Has(lexicon.FirstName|lexicon.Title|lexicon.Place) {
		// "New" may open the name of a town, "The" opens no name here.
		return c.Has(lexicon.Adjective) && f.near(i) && f.class(i+1).Has(lexicon.Cap) && !f.class(i+1).Has(lexicon.Function)
	}
	if f.nouns && !c.Has(lexicon.FirstName|lexicon.Title|lexicon.Place|lexicon.AllCaps) {
		// Where every noun has a capital, only two in a row are a name.
		return f.near(i) && f.class(i+1).Has(lexicon.Cap) && f.class(i+1)&sayings == 0 && c&(sayings|lexicon.Function) == 0 && !f.initial[i] && !f.initial[i+1] || !f.initial[i] && f.surname(i)
	}
	if f.shout[i] {
		return c.Has(lexicon.FirstName|lexicon.Title|lexicon.Place|lexicon.AllCaps) || !f.usual(i)
	}
	return true
}

// surname reports whether an earlier name ends with the word at token i.
func (f *finder) surname(i int) bool { return f.lasts[lexicon.Bare(f.word(i))] }

// usual reports whether a word with a capital is one that the article or the
// language also writes small.
func (f *finder) usual(i int) bool {
	c := f.Classes[i]
	if c.Has(lexicon.Function|sayings) && !c.Has(lexicon.FirstName|lexicon.Place) {
		return true
	}
	if f.lower == nil {
		f.lower = map[string]bool{}
		for k, t := range f.Tokens {
			if t.Kind == text.Word && !f.Classes[k].Has(lexicon.Cap) {
				f.lower[lexicon.Bare(t.Of(f.Text))] = true
			}
		}
	}
	return f.lower[strings.ToLower(lexicon.Bare(f.word(i)))]
}

// extend returns the last token of the run that begins at i.
func (f *finder) extend(i int) int {
	last, org := i, f.Classes[i].Has(lexicon.OrgWord)
	for n := 0; n < 14; n++ {
		if w := f.word(last); !f.near(last) || len(lexicon.Bare(w)) != len(w) {
			return last
		}
		k := last
		if f.word(k+1) == "." {
			if !f.touches(k) || !f.abbreviates(k) || !f.near(k+1) {
				return last
			}
			k++
		}
		next := k + 1
		c, w := f.class(next), f.word(next)
		small := c.Has(lexicon.Particle) && !c.Has(lexicon.Cap) && w != "e" && w != "y" && f.near(next)
		switch {
		case f.joins(next):
			last = next
		case w == "&" && f.near(next) && f.class(next+1).Has(lexicon.Cap),
			(w == "-" || w == "–") && f.touches(k) && f.touches(next) && f.class(next+1).Has(lexicon.Cap):
			last = next + 1
		case small && f.joins(next+1):
			last = next + 1
		case small && f.class(next+1).Has(lexicon.Particle) && f.near(next+1) && f.joins(next+2):
			last = next + 2
		case (w == "-" || w == "‑") && last > i && f.touches(k) && f.touches(next) && f.syllable(k, next+1):
			last = next + 1
		case w == "May" && f.class(last).Has(lexicon.FirstName):
			last = next
		case (org || f.class(last).Has(lexicon.Role|lexicon.Title)) && (w == "of" || w == "for" || w == "on"):
			end := f.afterOf(next)
			if end < 0 {
				return last
			}
			last = end
		default:
			return last
		}
		org = org || f.class(last).Has(lexicon.OrgWord)
	}
	return last
}

// syllable reports whether a small word after a hyphen belongs to a given
// name: "Jin-ho", but not "Roe-era".
func (f *finder) syllable(i, next int) bool {
	w := f.word(next)
	return utf8.RuneCountInString(f.word(i)) <= 5 && len(w) >= 2 && len(w) <= 5 && f.class(next)&^lexicon.Particle == 0 && !strings.Contains(" era led like run type born area only wide based style ", " "+w+" ")
}

// joins reports whether token i can go on a run.
func (f *finder) joins(i int) bool {
	c := f.class(i)
	switch {
	case !c.Has(lexicon.Cap):
		return false
	case c.Has(lexicon.Subject|lexicon.Possess) && !c.Has(lexicon.AllCaps), c.Has(lexicon.Time) && !c.Has(lexicon.FirstName):
		return false
	case f.shout[i] && f.usual(i), strings.HasPrefix(f.word(i), "I’"), strings.HasPrefix(f.word(i), "I'"):
		return false
	case f.class(i-1).Has(lexicon.FirstName) && c.Has(lexicon.Adverb) && !f.shout[i]:
		return true // "David Long"
	}
	return !c.Has(lexicon.Function) || c.Has(lexicon.FirstName|lexicon.Place|lexicon.Title|lexicon.Adjective|lexicon.Particle) || len(f.word(i)) == 1
}

// afterOf returns the last token of "of the Interior", "for Disease Control
// and Prevention"; -1 if no name follows.
func (f *finder) afterOf(i int) int {
	k := i
	if f.near(k) && strings.EqualFold(f.word(k+1), "the") {
		k++
	}
	if !f.near(k) || !f.joins(k+1) {
		return -1
	}
	k++
	for n := 0; n < 4; n++ {
		if w := f.word(k); !f.near(k) || len(lexicon.Bare(w)) != len(w) {
			return k
		}
		switch {
		case f.joins(k + 1):
			k++
		case f.word(k+1) == "and" && (f.word(i) == "for" || f.ofMatters(i, k+2)) && f.near(k+1) && f.joins(k+2):
			k += 2
		default:
			return k
		}
	}
	return k
}

// ofMatters reports whether the word before the "of" at token i is of a body
// that is named for its matters, and token k may be the second of them: "the
// Ministry of Health and Welfare", but not "the Department of Justice and Jane".
func (f *finder) ofMatters(i, k int) bool {
	if f.class(k).Has(lexicon.FirstName | lexicon.AllCaps | lexicon.Title | lexicon.Role | lexicon.Place) {
		return false
	}
	switch f.word(i - 1) {
	case "Ministry", "Department", "Bureau", "Committee", "Commission", "Institute", "Office":
		return true
	}
	return false
}

// abbreviates reports whether the full stop after token i ends no sentence.
func (f *finder) abbreviates(i int) bool {
	w := f.word(i)
	if utf8.RuneCountInString(w) == 1 || strings.Contains(w, ".") {
		return true
	}
	if f.Lexicon.Class(w + ".").Has(lexicon.Title | lexicon.NameEnd | lexicon.Particle) {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	}
	return false
}
