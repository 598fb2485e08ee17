package model

// NumLooks is how often a decision is looked at, at most. Most are easy and need
// few of the templates: where one choice leads by enough after the first look,
// it is taken. The first look is taught to decide alone, the second to mend what
// it gets wrong (Strubell, Vilnis, Silverstein and McCallum 2015).
//
// Each look has a table of its own: the first one's, which every decision needs,
// are small enough to stay in the cache.
const NumLooks = 2

// How many templates of a transition, a label and a tag the first look takes.
// They are the first of their lists.
const (
	FirstParse = 26
	FirstLabel = 10
	FirstTag   = 10
)

// By how much a choice must lead after the first look to be taken.
const (
	groupLead = 100
	labelLead = 5
	tagLead   = 15
)
