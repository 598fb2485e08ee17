package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// join makes entities of the runs: full names first, wherever they stand,
// then what is short for one of them.
func (f *finder) join(runs []run) *Index {
	of := make([]int, len(runs))
	for i, r := range runs {
		of[i] = -1
		if f.long(r) && !f.shout[r.first] {
			of[i] = f.full(r)
		}
	}
	for i, r := range runs {
		if of[i] < 0 && f.office(r) != "" && f.sexSaid(r) != 0 {
			of[i] = f.brief(r, i, of)
			f.offices[f.office(r)] = of[i]
		}
	}
	for i := range runs {
		r := &runs[i]
		if f.shout[r.first] && f.long(*r) && !f.known(r) {
			of[i] = f.full(*r)
		}
		if of[i] < 0 {
			of[i] = f.brief(*r, i, of)
		}
	}
	here := 0
	for i, r := range runs {
		if of[i] < 0 {
			continue
		}
		e := &f.entities[of[i]]
		sp := f.span(r)
		for here+1 < len(f.Sentences) && f.Sentences[here+1].Start <= sp.Start {
			here++
		}
		e.Mentions = append(e.Mentions, len(f.mentions))
		if r.role != "" && len(e.Role) < 5 && !f.courtesy(r) {
			e.Role = r.role
		}
		f.mentions = append(f.mentions, Mention{
			Span: sp, Whole: text.Span{Start: f.Tokens[r.whole].Start, End: sp.End},
			First: r.first, Last: r.last, Entity: of[i], Full: f.long(r), Place: f.standing(r, sp, here),
		})
	}
	return &Index{f.entities, f.mentions}
}

// sexSaid is the sex of whom run r names, as "Roe said she" tells it; 0 if
// nothing does.
func (f *finder) sexSaid(r run) lexicon.Class {
	if !f.says(r.last + 1) {
		return 0
	}
	if c := f.class(r.last + 2); c.Has(lexicon.Subject) {
		return c & (lexicon.Masculine | lexicon.Feminine)
	}
	return 0
}

// office is the office and the surname of a run that has no more: "President
// Roe"; empty if it has none.
func (f *finder) office(r run) string {
	if !r.title || r.post || f.long(r) || f.courtesy(r) {
		return ""
	}
	return fold(r.role + " " + f.name(r))
}

// courtesy reports whether nothing but "Mr" stands before a name.
func (f *finder) courtesy(r run) bool {
	c := f.Classes[r.whole]
	return strings.TrimRight(r.role, ".") == f.word(r.whole) && c.Has(lexicon.Title) && !c.Has(lexicon.Role) && c.Has(lexicon.Masculine|lexicon.Feminine)
}

// known cuts a run of a headline that shouts down to the name that the text
// below knows: "Jane Roe Breaks" is Jane Roe. It reports whether one word is
// left.
func (f *finder) known(r *run) bool {
	for last := r.last; last >= r.first; last-- {
		if f.Tokens[last].Kind == text.Mark {
			continue
		}
		cut := *r
		cut.last = last
		key := fold(f.name(cut))
		if e, ok := f.byKey[key]; ok || last == r.first && len(f.byLast[key]) > 0 {
			if ok {
				cut.kind = f.entities[e].Kind
			}
			*r = cut
			return !f.long(cut)
		}
	}
	return false
}

// long reports whether a run is more than one word.
func (f *finder) long(r run) bool { return strings.ContainsAny(f.name(r), " \u00a0") }

// full returns the entity of a name in full, which may be known with other
// initials or without a second first name.
func (f *finder) full(r run) int {
	name := f.name(r)
	key := fold(name)
	if e, ok := f.byKey[key]; ok {
		f.strengthen(e, r)
		return e
	}
	first, last := ends(key)
	person := r.kind == Person || r.kind == Unknown
	if person {
		for n, e := range f.byLast[last] {
			if n == 8 {
				break // more of one surname than a family has
			}
			ef, _ := ends(fold(f.entities[e].Name))
			if ef == first || r.kind == Person && alike(ef, first) {
				f.byKey[key] = e
				if len(name) > len(f.entities[e].Name) && utf8.RuneCountInString(first) > 1 {
					f.entities[e].Name = name
				}
				f.strengthen(e, r)
				return e
			}
		}
	}
	e := f.add(r, name)
	if person {
		f.byLast[last] = append(f.byLast[last], e)
		f.byFirst[first] = append(f.byFirst[first], e)
	}
	if r.kind != Person {
		if a := acronym(name); a != "" {
			f.short[a] = e
		}
		if r.kind == Body {
			f.short[last] = e
		}
	}
	return e
}

func (f *finder) add(r run, name string) int {
	e := len(f.entities)
	f.entities = append(f.entities, Entity{Name: name, Kind: r.kind, Sex: r.sex, Confidence: r.confidence})
	f.byKey[fold(name)] = e
	return e
}

func (f *finder) strengthen(e int, r run) {
	x := &f.entities[e]
	if x.Kind == Unknown {
		x.Kind = r.kind
	}
	if x.Sex == 0 {
		x.Sex = r.sex
	}
	x.Confidence = max(x.Confidence, r.confidence)
}

// brief returns the entity that a single word means: a surname, a first
// name, an acronym, a place; a new one if it is none of them; -1 if it is no
// name.
func (f *finder) brief(r run, i int, of []int) int {
	name := f.name(r)
	key := fold(name)
	if e := f.person(key, r, i, of); e >= 0 {
		f.strengthen(e, run{sex: r.sex, kind: Person})
		return e
	}
	if r.post {
		return -1
	}
	if e, ok := f.byKey[key]; ok {
		f.strengthen(e, r)
		return e
	}
	if e, ok := f.short[key]; ok && r.kind != Place && !(f.initial[r.first] && f.usual(r.first)) {
		return e
	}
	acts := f.acts(r.last)
	if f.shout[r.first] && r.kind == Unknown || r.initial && r.kind == Unknown && !acts && f.usual(r.first) {
		return -1
	}
	e := f.add(r, name)
	if acts && r.kind == Unknown {
		f.entities[e].Kind = Person
	}
	if f.entities[e].Kind == Person {
		f.byLast[key] = append(f.byLast[key], e)
	}
	return e
}

// person returns whom of several a surname or a first name means: of those
// whose sex fits, the one named first in full, unless that is long ago and
// another has been named since.
func (f *finder) person(key string, r run, i int, of []int) int {
	if e, ok := f.offices[f.office(r)]; ok {
		return e
	}
	candidates := f.byLast[key]
	if len(candidates) == 0 && r.kind != Place {
		candidates = f.byFirst[key]
	}
	candidates = candidates[:min(len(candidates), 8)]
	if r.sex == 0 {
		r.sex = f.sexSaid(r)
	}
	fits := func(e int) bool {
		s := f.entities[e].Sex
		return (r.sex == 0 || s == 0 || s == r.sex) && (f.entities[e].Kind == Person || r.kind != Person && r.kind != Place)
	}
	best, n := -1, 0
	for _, e := range candidates {
		if fits(e) {
			n++
			if best < 0 {
				best = e
			}
		}
	}
	if n < 2 {
		return best
	}
	near := -1
	for k, n := i-1, 0; k >= 0 && n < 60; k, n = k-1, n+1 {
		if of[k] == best {
			return best
		}
		if near < 0 && of[k] >= 0 && slices.Contains(candidates, of[k]) && fits(of[k]) {
			near = of[k]
		}
	}
	if near >= 0 {
		return near
	}
	return best
}

var dots = strings.NewReplacer(".", "", "\u00a0", " ")

// fold makes one key of the ways to write a name: "J.R. Roe", "J. R. Roe".
func fold(name string) string {
	key := strings.ToLower(name)
	if strings.ContainsAny(key, ".\u00a0") {
		key = dots.Replace(key)
	}
	for _, end := range []string{" jr", " sr", " ii", " iii"} {
		key = strings.TrimSuffix(key, end)
	}
	return key
}

// ends returns the first and the last word of a key.
func ends(key string) (string, string) {
	i, j := strings.IndexByte(key, ' '), strings.LastIndexByte(key, ' ')
	if i < 0 {
		return key, key
	}
	return key[:i], key[j+1:]
}

// alike reports whether two first names may be one: an initial, a short form.
func alike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" || a[0] != b[0] {
		return false
	}
	return utf8.RuneCountInString(a) == 1 || len(a) >= 3 && strings.HasPrefix(b, a)
}

// acronym is made of the capitals of a name, folded: "dea"; empty if it has
// but one.
func acronym(name string) string {
	var b strings.Builder
	start := true
	for _, r := range name {
		if start && unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
		start = r == ' ' || r == '-' || r == '\u00a0' || r == '.'
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}
