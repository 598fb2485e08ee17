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
	Near    []Near   // what was nearly taken in and is of something else
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
