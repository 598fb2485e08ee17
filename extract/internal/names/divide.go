package names

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// divide makes a name out of the tokens first to last: "Texas Sen. Jane Roe"
// is Jane Roe, with her title and role.
func (f *finder) divide(first, last int) (run, bool) {
	head := first
	for i := first; i < last; i++ {
		c := f.Classes[i]
		if c.Has(lexicon.Title|lexicon.Role) && c.Has(lexicon.Cap) && !c.Has(lexicon.FirstName) && !f.bodyAfter(i, last) {
			head = i + 1
		}
	}
	for head < last && f.word(head) == "." {
		head++
	}
	if w := f.word(head); w == "of" || w == "for" || w == "on" || w == "-" || w == "&" {
		head = f.holder(first, head, last) // "Secretary of State": an office, or a body
	}
	if head == first && last > first && last-first <= 2 && f.Classes[first].Has(lexicon.AllCaps) && len(f.word(first)) > 2 && !f.bodyAfter(first, last) && f.Classes[last].Has(lexicon.Cap) && !f.Classes[last].Has(lexicon.AllCaps) && f.Tokens[first+1].Kind == text.Word {
		first, head = first+1, first+1 // the agency before a name: "told ANB Roe"
	}
	r := run{first: head, last: last, whole: first, title: head > first}
	if r.title {
		r.role = f.Text[f.Tokens[first].Start:f.Tokens[head-1].End]
		for i := first; i < head; i++ {
			if f.Classes[i].Has(lexicon.Title) {
				r.sex |= f.Classes[i]
			}
		}
	}
	f.roleBefore(&r)
	if !r.title && first == last && f.Classes[first].Has(lexicon.Role|lexicon.Title) && !f.Classes[first].Has(lexicon.FirstName) {
		r.post, r.kind, r.confidence = true, Unknown, 0.5 // "President": a post; "Baker": perhaps a name
		return r, true
	}
	f.sort(&r)
	return r, r.confidence > 0
}

// holder is where the name begins of who has the office that begins with token
// first: "Secretary of State Jane Roe"; first if the run names an office alone.
func (f *finder) holder(first, of, last int) int {
	for i := last - 1; i > of+1 && i >= last-3; i-- {
		if f.Classes[i].Has(lexicon.FirstName) && !f.Classes[i-1].Has(lexicon.FirstName|lexicon.Particle|lexicon.Prep) && f.Tokens[i-1].Kind == text.Word {
			return i
		}
	}
	return first
}

// bodyAfter reports whether the rest of a run after the title i is a body:
// "Justice Department", "General Motors".
func (f *finder) bodyAfter(i, last int) bool {
	for k := i + 1; k <= last; k++ {
		if c := f.Classes[k]; c.Has(lexicon.OrgWord) && !c.Has(lexicon.FirstName) || c.Has(lexicon.PlaceWord) && k == last && k == i+1 {
			return true
		}
	}
	return false
}

// roleBefore takes in the words in small letters before a name: "the former
// mayor Jane Roe", "party spokesman John Doe".
func (f *finder) roleBefore(r *run) {
	i := r.whole
	if !f.near(i - 1) {
		return
	}
	k := i - 1
	if c := f.Classes[k]; !c.Has(lexicon.Role|lexicon.Title) || c.Has(lexicon.Cap) && !f.initial[k] || c.Has(lexicon.Say) {
		return
	}
	r.title = true
	const stop = lexicon.Prep | lexicon.Conj | lexicon.Aux | lexicon.Say | lexicon.Question | lexicon.Possess | lexicon.Subject | lexicon.Object | lexicon.Det
	for n := 0; n < 5 && f.near(k-1); n++ {
		c := f.Classes[k-1]
		if f.Tokens[k-1].Kind != text.Word && (f.word(k-1) != "-" || !f.touches(k-1) || !f.touches(k-2)) || c.Has(stop) || c.Has(lexicon.Adverb|lexicon.Time) && !c.Has(lexicon.Adjective) {
			break
		}
		k--
	}
	if f.word(k) == "-" {
		k++ // "then-mayor Roe"
	}
	role := f.Text[f.Tokens[k].Start:f.Tokens[i-1].End]
	if r.role != "" {
		role += " " + r.role
	}
	r.role, r.whole = role, k
}

// sort says what a run names and how sure that is; confidence 0 is no name.
func (f *finder) sort(r *run) {
	words := 0
	var org, place bool
	for i := r.first; i <= r.last; i++ {
		if f.Tokens[i].Kind == text.Mark {
			continue
		}
		words++
		c := f.Classes[i]
		org = org || c.Has(lexicon.OrgWord) && (words > 1 || i < r.last) && !c.Has(lexicon.FirstName)
		place = place || c.Has(lexicon.PlaceWord) && words > 1 && i == r.last
	}
	c, name := f.Classes[r.first], f.name(*r)
	r.initial = words == 1 && f.initial[r.first] && !r.title
	switch {
	case f.Lexicon.List("places").Has(strings.ToLower(name)) && !r.title:
		r.kind, r.confidence = Place, 0.9
	case words == 1 && c.Has(lexicon.AllCaps) && len(name) > 1 && len(name) <= 6 && !r.title:
		r.kind, r.confidence = Body, 0.7
	case strings.Contains(name, ".") && !strings.Contains(name, " ") && utf8.RuneCountInString(name) <= 5:
		r.kind, r.confidence = Place, 0.6
	case org && !r.title:
		r.kind, r.confidence = Body, 0.9
	case c.Has(lexicon.FirstName) && words > 1 && words < 6:
		r.kind, r.confidence = Person, 0.95
	case r.title && words < 5:
		r.kind, r.confidence = Person, 0.9
	case place:
		r.kind, r.confidence = Place, 0.7
	case words > 1 && words < 5 && (f.acts(r.last) || f.initials(*r) || f.apposed(*r)):
		r.kind, r.confidence = Person, 0.85
	case words > 1:
		r.kind, r.confidence = Unknown, 0.7
	case r.initial && f.usual(r.first) && (!f.acts(r.last) || f.lower[strings.ToLower(name)]),
		r.initial && (f.many(r.first) || f.adverb(r.first)):
		r.confidence = 0
	case c.Has(lexicon.OrgWord):
		r.kind, r.confidence = Body, 0.6
	default:
		r.kind, r.confidence = Unknown, 0.6
	}
	if r.kind == Person && c.Has(lexicon.FirstName) {
		r.sex |= c
	}
	r.sex &= lexicon.Masculine | lexicon.Feminine
	if r.sex == lexicon.Masculine|lexicon.Feminine {
		r.sex = 0
	}
}

// many reports whether the word at token i is a noun for people, "Officials",
// which is no name where it begins a sentence.
func (f *finder) many(i int) bool {
	c := f.Classes[i]
	return c.Has(lexicon.People) && !c.Has(lexicon.FirstName|lexicon.Place|lexicon.AllCaps)
}

// adverb reports whether the word at token i looks like an adverb that begins
// a sentence, "Incredibly,", and the article has no capital on it elsewhere.
func (f *finder) adverb(i int) bool {
	w := lexicon.Bare(f.word(i))
	if c := f.Classes[i]; !strings.HasSuffix(w, "ly") || c.Has(lexicon.FirstName|lexicon.Place) || f.says(i+1) {
		return false
	}
	if f.upper == nil {
		f.upper = map[string]bool{}
		for k, t := range f.Tokens {
			if f.Classes[k].Has(lexicon.Cap) && !f.initial[k] && !f.shout[k] {
				f.upper[lexicon.Bare(t.Of(f.Text))] = true
			}
		}
	}
	return !f.upper[w]
}

// acts reports whether what follows token i is what people do: a verb of
// speech, ", 45,", ", a doctor", ", who".
func (f *finder) acts(i int) bool {
	if !f.near(i) {
		return false
	}
	if f.says(i + 1) {
		return true
	}
	if f.word(i+1) != "," || !f.near(i+1) {
		return false
	}
	w := f.word(i + 2)
	if f.Tokens[i+2].Kind == text.Number && len(w) == 2 && f.word(i+3) == "," || w == "who" {
		return true
	}
	for k := i + 2; k < min(i+8, len(f.Tokens)) && f.Tokens[k].Kind == text.Word; k++ {
		if c := f.Classes[k]; c.Has(lexicon.Role) && !c.Has(lexicon.Cap) {
			return !f.says(k + 1) // "Speaking to Aldport Radio, the mayor said"
		} else if c.Has(lexicon.Prep | lexicon.Conj | lexicon.Aux) {
			return false
		}
	}
	return false
}

// says reports whether token i is a verb of speech that somebody stands before.
func (f *finder) says(i int) bool {
	c := f.class(i)
	return c.All(lexicon.Say|lexicon.Direct) && c.Has(lexicon.Past|lexicon.Present) && !c.Has(lexicon.Cap)
}

// apposed reports whether a run stands between commas before a verb of speech:
// "the head of the union, Jane Roe, said".
func (f *finder) apposed(r run) bool {
	c := f.class(r.last + 2)
	for i := r.first; i <= r.last; i++ {
		if f.Classes[i].Has(lexicon.Prep|lexicon.Role|lexicon.People|lexicon.PlaceWord) || !f.Classes[i].Has(lexicon.Cap) {
			return false
		}
	}
	return r.whole > 0 && f.word(r.whole-1) == "," && f.word(r.last+1) == "," && c.All(lexicon.Say|lexicon.Direct) && c.Has(lexicon.Past|lexicon.Present)
}

// initials reports whether a run has a middle initial: "Jane Q. Roe".
func (f *finder) initials(r run) bool {
	for i := r.first + 1; i < r.last; i++ {
		if len(f.word(i)) == 1 && f.Classes[i].Has(lexicon.Cap) {
			return true
		}
	}
	return false
}

// span is the place of a name, without 's and with the stop of "Jr.".
func (f *finder) span(r run) text.Span {
	start, end := f.Tokens[r.first].Start, f.Tokens[r.last].End
	w := f.word(r.last)
	end -= len(w) - len(lexicon.Bare(w))
	if end == f.Tokens[r.last].End && f.word(r.last+1) == "." && f.touches(r.last) && r.last > r.first &&
		(f.Classes[r.last].Has(lexicon.NameEnd) || strings.Contains(w, ".")) {
		end++
	}
	return text.Span{Start: start, End: end}
}

func (f *finder) name(r run) string { return f.span(r).Of(f.Text) }
