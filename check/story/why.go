package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShown is how many names or words a reason lists.
const maxShown = 5

// Why says, for people, what two articles have in common: rare names, words,
// numbers, words of their headlines, the days between them.
func Why(a, b *Sketch, f *Freq) []string {
	shared := sharedTerms(a, b, f)
	names := sharedNames(a, b)
	full := len(names) // those of several words
	var rare, numbers, titles []string
	for _, t := range shared {
		r, _ := utf8.DecodeRuneInString(t.Text)
		switch {
		case unicode.IsDigit(r):
			numbers = append(numbers, t.Text)
		case t.Show != "":
			if !within(t.Show, names[:full]) {
				names = append(names, t.Show)
			}
		default:
			rare = append(rare, t.Text)
		}
		if t.Title {
			titles = append(titles, cmp.Or(t.Show, t.Text))
		}
	}
	var out []string
	if Reprints(a, b) {
		out = append(out, "nearly the same text")
	}
	out = reason(out, "shared rare names", names)
	out = reason(out, "shared rare words", rare)
	out = reason(out, "shared numbers", numbers)
	out = reason(out, "same title words", titles)
	if a.Day != 0 && b.Day != 0 {
		out = append(out, apart(a.Day-b.Day))
	}
	return out
}

// WhyAll says, for people, what most of the articles of a story have in
// common: what at least two thirds of them share.
func WhyAll(sketches []*Sketch, f *Freq) []string {
	if len(sketches) < 2 {
		return nil
	}
	if len(sketches) == 2 {
		return Why(sketches[0], sketches[1], f)
	}
	need := (2*len(sketches) + 2) / 3
	full := rankNames(sketches, f, need)
	names, words := rankTerms(sketches, f, need)
	for _, n := range names {
		if !within(n, full) {
			full = append(full, n)
		}
	}
	out := reason(nil, "shared rare names", full)
	out = reason(out, "shared rare words", words)
	lo, hi := int32(0), int32(0)
	for _, s := range sketches {
		if s.Day == 0 {
			return out
		}
		if lo == 0 || s.Day < lo {
			lo = s.Day
		}
		hi = max(hi, s.Day)
	}
	if lo == hi {
		return append(out, "published the same day")
	}
	return append(out, fmt.Sprintf("published within %d days", hi-lo+1))
}

func reason(out []string, label string, words []string) []string {
	if len(words) == 0 {
		return out
	}
	return append(out, label+": "+strings.Join(words[:min(len(words), maxShown)], ", "))
}

func apart(days int32) string {
	switch days = max(days, -days); days {
	case 0:
		return "published the same day"
	case 1:
		return "published 1 day apart"
	default:
		return fmt.Sprintf("published %d days apart", days)
	}
}

// sharedTerms returns the rare terms of both, those that weigh most first.
// Title is set where both have the term in the headline.
func sharedTerms(a, b *Sketch, f *Freq) []Term {
	type weighed struct {
		Term
		w int64
	}
	var all []weighed
	for i, j := 0, 0; i < len(a.Terms) && j < len(b.Terms); {
		x, y := a.Terms[i], b.Terms[j]
		switch c := cmp.Compare(x.Text, y.Text); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			rarity := f.rarity(hash32(x.Text))
			if rarity >= 3*scale { // one article in eight, at most
				t := Term{Text: x.Text, Show: cmp.Or(x.Show, y.Show), Title: x.Title && y.Title}
				if x.Show == "" || y.Show == "" {
					t.Show = ""
				}
				all = append(all, weighed{t, weight(x.N, rarity) + weight(y.N, rarity)})
			}
			i++
			j++
		}
	}
	slices.SortFunc(all, func(x, y weighed) int { return cmp.Or(cmp.Compare(y.w, x.w), cmp.Compare(x.Text, y.Text)) })
	out := make([]Term, len(all))
	for i, t := range all {
		out[i] = t.Term
	}
	return out
}

// sharedNames returns the names of several words that both have, in the order of a.
func sharedNames(a, b *Sketch) []string {
	var out []string
	for _, x := range a.Names {
		if slices.ContainsFunc(b.Names, func(y Name) bool { return y.Text == x.Text }) && !within(x.Text, out) {
			out = append(out, x.Text)
		}
	}
	return out
}

// within reports whether one of the names has all the words of name.
func within(name string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(" "+n+" ", " "+name+" ") })
}
