package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	nameParts = 5 // what the name of a story is made of
	fullNames = 2 // of which, names of several words
	allNames  = 3 // of which, names
)

// NameOf names a story, for people, by what its articles share and few others
// have: "Jane Roe, John Doe, Aldport, troops, cartels".
func NameOf(sketches []*Sketch, f *Freq) string {
	need := min(2, len(sketches)) // articles that must have it
	var parts []string
	for _, n := range rankNames(sketches, f, need) {
		if len(parts) < fullNames && !within(n, parts) {
			parts = append(parts, n)
		}
	}
	names, words := rankTerms(sketches, f, need)
	for _, n := range names {
		if len(parts) < allNames && !within(n, parts) {
			parts = append(parts, n)
		}
	}
	said := strings.ToLower(strings.Join(parts, " "))
	for _, w := range words {
		if len(parts) < nameParts && !strings.Contains(said, w) {
			parts = append(parts, w)
			said += " " + w // "cartels" makes "cartel" superfluous
		}
	}
	return strings.Join(parts, ", ")
}

type ranked struct {
	text     string
	w        int64
	articles int
}

func sortRanked(m map[string]*ranked, need int) []string {
	all := make([]*ranked, 0, len(m))
	for _, r := range m {
		if r.articles >= need {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b *ranked) int { return cmp.Or(cmp.Compare(b.w, a.w), cmp.Compare(a.text, b.text)) })
	out := make([]string, len(all))
	for i, r := range all {
		out[i] = r.text
	}
	return out
}

// rankNames ranks the names of several words. What ends in another name is
// that name: "President Jane Roe" is Jane Roe.
func rankNames(sketches []*Sketch, f *Freq, need int) []string {
	known := map[string]bool{}
	for _, s := range sketches {
		for _, n := range s.Names {
			known[n.Text] = true
		}
	}
	m := map[string]*ranked{}
	for _, s := range sketches {
		counts := map[string]int32{}
		for _, n := range s.Names {
			counts[shortest(n.Text, known)] += n.N
		}
		for n, c := range counts {
			r := m[n]
			if r == nil {
				r = &ranked{text: n}
				m[n] = r
			}
			rarity := int64(0)
			for w := range strings.FieldsSeq(n) {
				rarity = max(rarity, f.rarity(hash32(foldWord(w))))
			}
			r.articles++
			r.w += weight(c, rarity)
		}
	}
	return sortRanked(m, need)
}

// shortest is the shortest known name of two words or more that n ends in.
func shortest(n string, known map[string]bool) string {
	words := strings.Fields(n)
	for k := 2; k < len(words); k++ {
		if tail := strings.Join(words[len(words)-k:], " "); known[tail] {
			return tail
		}
	}
	return n
}

func rankTerms(sketches []*Sketch, f *Freq, need int) (names, words []string) {
	n, w := map[string]*ranked{}, map[string]*ranked{}
	for _, s := range sketches {
		for _, t := range s.Terms {
			if r, _ := utf8.DecodeRuneInString(t.Text); !unicode.IsLetter(r) {
				continue
			}
			m, show := w, t.Text
			if t.Show != "" {
				m, show = n, t.Show
			}
			r := m[show]
			if r == nil {
				r = &ranked{text: show}
				m[show] = r
			}
			r.articles++
			r.w += weight(t.N, f.rarity(hash32(t.Text)))
		}
	}
	return sortRanked(n, need), sortRanked(w, need)
}
