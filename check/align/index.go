package align

import (
	"slices"
	"sort"
)

// An index finds the items that share a key, without looking at all pairs.
// Keys are hashes: see [words.Key]. Items are added in order.
type index struct {
	number  map[uint64]int32 // of each key, as they were met
	last    []int32          // of each key: the item that was added last
	entries []entry

	crowded  []bool   // items of which pairs that share a key were passed over
	compared [][2]int // the pairs of two crowded items that were not
}

type entry struct{ key, item int32 }

// newIndex returns an index of n items with about so many keys.
func newIndex(n, keys int) *index {
	return &index{number: make(map[uint64]int32, keys), crowded: make([]bool, n)}
}

func (x *index) add(key uint64, item int) {
	k, ok := x.number[key]
	if !ok {
		k = int32(len(x.last))
		x.number[key] = k
		x.last = append(x.last, -1)
	}
	if x.last[k] != int32(item) {
		x.last[k] = int32(item)
		x.entries = append(x.entries, entry{k, int32(item)})
	}
}

// buckets returns the items of each key that two or more have, in the order in
// which the keys were met.
func (x *index) buckets() [][]int {
	size := make([]int, len(x.last))
	for _, e := range x.entries {
		size[e.key]++
	}
	all := make([]int, 0, len(x.entries))
	out := make([][]int, len(size))
	for k, n := range size {
		if n > 1 {
			out[k] = all[len(all) : len(all) : len(all)+n]
			all = all[:len(all)+n]
		}
	}
	for _, e := range x.entries {
		if size[e.key] > 1 {
			out[e.key] = append(out[e.key], int(e.item))
		}
	}
	return slices.DeleteFunc(out, func(b []int) bool { return b == nil })
}

const (
	// fullBucket is how many items that share a key are all compared with each
	// other.
	fullBucket = 200

	// neighbours is how many items that say the same, next to it in the order
	// of their words, an item of a larger bucket is compared with; leaders is
	// how many stand for all that say the same where others say something else.
	neighbours = 4
	leaders    = 3
)

// pairs calls yield once for every two items that share a key. Of more than
// fullBucket items that share one, those that say the same are compared with
// their neighbours in the order of their words, which finds them all where
// they are alike, and some of each with some of those that say something else.
// rank is the order of the items by what they say and then by their words;
// class names what they say.
func (x *index) pairs(rank []int, class func(int) string, yield func(a, b int)) {
	buckets := x.buckets()
	for _, b := range buckets {
		if len(b) > fullBucket {
			for _, i := range b {
				x.crowded[i] = true
			}
		}
	}
	seen := newPairSet(len(x.crowded))
	once := func(a, b int) {
		a, b = min(a, b), max(a, b)
		if a == b || !seen.add(a, b) {
			return
		}
		if x.crowded[a] && x.crowded[b] {
			x.compared = append(x.compared, [2]int{a, b})
		}
		yield(a, b)
	}
	for _, b := range buckets {
		if len(b) > fullBucket {
			sparsely(b, rank, class, once)
		} else {
			allPairs(b, once)
		}
	}
}

// A pairSet is pairs of items: a bit for each of few, else a map.
type pairSet struct {
	bits []uint64
	n    int
	rest map[[2]int]bool
}

func newPairSet(n int) *pairSet {
	const few = 2000 // half a megabyte
	if n > few {
		return &pairSet{rest: map[[2]int]bool{}}
	}
	return &pairSet{bits: make([]uint64, n*n/64+1), n: n}
}

// add reports whether a pair is new.
func (s *pairSet) add(a, b int) bool {
	if s.rest != nil {
		was := s.rest[[2]int{a, b}]
		s.rest[[2]int{a, b}] = true
		return !was
	}
	at := a*s.n + b
	word, bit := &s.bits[at/64], uint64(1)<<(at%64)
	if *word&bit != 0 {
		return false
	}
	*word |= bit
	return true
}

func allPairs(items []int, yield func(a, b int)) {
	for i := range items {
		for j := i + 1; j < len(items); j++ {
			yield(items[i], items[j])
		}
	}
}

// sparsely yields pairs of items in number about linear in theirs.
func sparsely(bucket []int, rank []int, class func(int) string, yield func(a, b int)) {
	items := append([]int{}, bucket...)
	sort.SliceStable(items, func(i, j int) bool { return rank[items[i]] < rank[items[j]] })
	var heads []int
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && class(items[to]) == class(items[from]) {
			to++
		}
		for i := from; i < to; i++ {
			for j := i + 1; j < to && j <= i+neighbours; j++ {
				yield(items[i], items[j])
			}
			yield(items[from], items[i])
		}
		few := min(leaders, to-from)
		for n := range few { // evenly among their wordings
			heads = append(heads, items[from+n*(to-from)/few])
		}
		from = to
	}
	if len(heads) <= fullBucket {
		allPairs(heads, yield)
		return
	}
	for i := range heads {
		for j := i + 1; j < len(heads) && j <= i+fullBucket/8; j++ {
			yield(heads[i], heads[j])
		}
	}
}
