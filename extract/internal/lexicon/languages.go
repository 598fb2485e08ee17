package lexicon

import (
	"maps"
	"slices"
)

// Languages returns the languages that have word lists, sorted.
func Languages() []string { return slices.Sorted(maps.Keys(load())) }
