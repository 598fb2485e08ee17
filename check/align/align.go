// Package align finds which items of a story speak of the same thing.
package align

// A Member is an item and the index of the article it stands in.
type Member[T any] struct {
	Article int
	Item    T
}

// A Group is items that speak of the same thing, in the order of the articles.
type Group[T any] struct {
	Subject string // what they speak of, for people
	Members []Member[T]
	Why     []string // how they were matched, for people
	Score   float64  // in [0, 1], of the weakest match that holds it together
}
