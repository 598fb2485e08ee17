// Package align finds which items of a story speak of the same thing.
package align

import "github.com/newsvet/newsvet/extract"

// A Member is an item and the index of the article it stands in.
type Member[T any] struct {
	Article int
	Item    T
}

// A Group is items that speak of the same thing, in the order of the articles.
type Group[T any] struct {
	Subject string // what they speak of, for people
	Key     string // the same in a form that more articles do not change
	Members []Member[T]
	Why     []string // how they were matched, for people
	Score   float64  // in [0, 1], of the weakest match that holds it together
	Answers bool     // of quotes: other sentences, each given as the speaker's answer
	Pairs   []Pair   // of members, those that were found to match
	Near    []Near   // what was nearly taken in and is of something else
}

// A Pair is two members that were found to match, and how well, in [0, 1].
type Pair struct {
	A, B  int // A comes first
	Score float64
	Why   []string // how they were matched, for people
}

// pairsOf returns the links between members of a group, named by their places
// in it.
func pairsOf(links []link, ms []int, byGroup []int) []Pair {
	at := make(map[int]int, len(ms))
	for k, i := range ms {
		at[i] = k
	}
	var out []Pair
	for _, n := range byGroup {
		l := links[n]
		a, b := at[l.a], at[l.b]
		out = append(out, Pair{min(a, b), max(a, b), l.score, l.why})
	}
	return out
}

// linksByRoot divides links by the group that holds both their ends.
func linksByRoot(links []link, f *forest) map[int][]int {
	out := map[int][]int{}
	for n, l := range links {
		if r := f.root(l.a); r == f.root(l.b) {
			out[r] = append(out[r], n)
		}
	}
	return out
}

// A Near is an item that looks like a member of a group and is none.
type Near struct {
	Member  int // of the group: what it was measured against
	Article int
	Item    extract.Item
	Why     string // "another period", "a subset", "another speaker"
}

// maxNear bounds the near-matches that a group remembers.
const maxNear = 4
