package story

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	nameParts = 5 // what the name of a story is made of
	fullNames = 2 // of which, names of several words
	allNames  = 3 // of which, names

	// rare is how rare a term is that is worth showing: one article in 24. A
	// month stands in more.
	rare = 4690

	// rareEnough is where rarer is no better for people: a typing error is
	// rarer than what the story is about.
	rareEnough = 6 * scale
)

// NameOf names a story, for people, by what its articles share and few others
// have: "Jane Roe, John Doe, Aldport, troops, cartels". It is for stories of
// which no [Headline] may stand for the whole. Names for which skip is true are
// left out: those of outlets, say. Skip may be nil.
func NameOf(sketches []*Sketch, f *Freq, skip func(string) bool) string {
	// Half of the articles: what two of many share may be their furniture.
	c := inCommon(sketches, f, max(min(2, len(sketches)), (len(sketches)+1)/2), skip)
	parts := c.full[:min(len(c.full), fullNames)]
	for _, n := range c.names {
		if len(parts) < allNames && !within(n, parts) {
			parts = append(parts, n)
		}
	}
	said := strings.ToLower(strings.Join(parts, " "))
	for _, w := range c.words {
		if len(parts) < nameParts && !strings.Contains(said, w) {
			parts = append(parts, w)
			said += " " + w // "cartels" makes "cartel" superfluous
		}
	}
	return strings.Join(parts, ", ")
}

// common is what several articles share and few others have, what weighs most
// first. The slices may be cut and appended to.
type common struct {
	full    []string // names of several words
	names   []string // of one word, not within those
	words   []string
	numbers []string
	titles  []string // of these, what stands in every headline
}

// inCommon returns what at least need of the articles share.
func inCommon(sketches []*Sketch, f *Freq, need int, skip func(string) bool) common {
	if skip == nil {
		skip = func(string) bool { return false }
	}
	var c common
	var skipped []string
	for _, n := range rankNames(sketches, f, need) {
		switch {
		case skip(n):
			skipped = append(skipped, n)
		case !within(n, c.full) && !varies(n, c.full):
			c.full = append(c.full, n)
		}
	}
	for _, t := range rankTerms(sketches, f, need) {
		r, _ := utf8.DecodeRuneInString(t.text)
		switch {
		case unicode.IsDigit(r):
			c.numbers = append(c.numbers, t.text)
		case 2*t.named <= t.articles:
			c.words = append(c.words, t.text)
		case !within(t.show, c.full) && !varies(t.show, c.names) && !within(t.show, skipped) && !skip(t.show):
			c.names = append(c.names, t.show)
		}
		if t.titles == len(sketches) {
			c.titles = append(c.titles, cmp.Or(t.show, t.text))
		}
	}
	c.full, c.names = slices.Clip(c.full), slices.Clip(c.names)
	return c
}

// A ranked term is what articles make of one.
type ranked struct {
	text, show              string
	weight                  int64
	articles, named, titles int
}

func rank(m map[string]*ranked, need int) []*ranked {
	all := slices.DeleteFunc(slices.Collect(maps.Values(m)), func(r *ranked) bool { return r.articles < need })
	slices.SortFunc(all, func(a, b *ranked) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text)) })
	return all
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
		for n, count := range counts {
			rarity := int64(0)
			for w := range strings.FieldsSeq(n) {
				rarity = max(rarity, f.rarity(hash32(foldWord(w))))
			}
			if rarity < rare {
				continue
			}
			r := m[n]
			if r == nil {
				r = &ranked{text: n}
				m[n] = r
			}
			r.articles++
			r.weight += weight(count, min(rarity, rareEnough))
		}
	}
	var out []string
	for _, r := range rank(m, need) {
		out = append(out, r.text)
	}
	return out
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

func rankTerms(sketches []*Sketch, f *Freq, need int) []*ranked {
	m := map[string]*ranked{}
	for _, s := range sketches {
		for i := range s.Terms {
			t := &s.Terms[i]
			rarity := f.rarity(hash32(t.Text))
			if rarity < rare {
				continue
			}
			r := m[t.Text]
			if r == nil {
				r = &ranked{text: t.Text}
				m[t.Text] = r
			}
			r.articles++
			r.weight += weight(t.N, min(rarity, rareEnough))
			if t.Show != "" {
				r.named++
				if r.show == "" || t.Show < r.show {
					r.show = t.Show
				}
			}
			if t.Title {
				r.titles++
			}
		}
	}
	return rank(m, need)
}

// within reports whether one of the names has all the words of name.
func within(name string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(" "+n+" ", " "+name+" ") })
}

// varies reports whether one of the names begins as name does, or the other
// way round: "North Korean" beside "North Korea".
func varies(name string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(name, n) || strings.HasPrefix(n, name) })
}
