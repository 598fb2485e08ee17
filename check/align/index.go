package align

import "sort"

// An index finds the items that share a key, without looking at all pairs.
type index struct {
	at   map[string][]int
	keys []string

	crowded  map[int]bool // items of which pairs that share a key were passed over
	compared [][2]int     // the pairs of two crowded items that were not
}

func (x *index) add(key string, item int) {
	if x.at == nil {
		x.at = map[string][]int{}
	}
	b, ok := x.at[key]
	if !ok {
		x.keys = append(x.keys, key)
	}
	if n := len(b); n > 0 && b[n-1] == item {
		return
	}
	x.at[key] = append(b, item)
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
	x.crowded = map[int]bool{}
	for _, b := range x.at {
		if len(b) > fullBucket {
			for _, i := range b {
				x.crowded[i] = true
			}
		}
	}
	seen := map[[2]int]bool{}
	once := func(a, b int) {
		p := [2]int{min(a, b), max(a, b)}
		if a == b || seen[p] {
			return
		}
		seen[p] = true
		if x.crowded[a] && x.crowded[b] {
			x.compared = append(x.compared, p)
		}
		yield(p[0], p[1])
	}
	for _, k := range x.keys {
		if b := x.at[k]; len(b) > fullBucket {
			sparsely(b, rank, class, once)
		} else {
			allPairs(b, once)
		}
	}
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
		for n := range min(leaders, to-from) { // evenly among their wordings
			heads = append(heads, items[from+n*(to-from)/leaders])
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
