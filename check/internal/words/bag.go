package words

import "slices"

// A Bag is the words of a text without their order: what two texts can have in
// common at most is seen without laying them on each other.
type Bag []uint64

// BagOf returns the bag of ws: a hash of each word, sorted, whose last bit is
// set of one with content.
func BagOf(ws []Word) Bag {
	b := make(Bag, len(ws))
	for i, w := range ws {
		b[i] = hash(w.Norm) &^ 1
		if !w.Light {
			b[i]++
		}
	}
	slices.Sort(b)
	return b
}

// Common returns bounds of [Match.Equal] and [Match.Content] of the texts of
// two bags.
func (b Bag) Common(c Bag) (equal, content int) {
	for i, j := 0, 0; i < len(b) && j < len(c); {
		switch {
		case b[i] < c[j]:
			i++
		case b[i] > c[j]:
			j++
		default:
			equal++
			content += int(b[i] & 1)
			i, j = i+1, j+1
		}
	}
	return equal, content
}

// Key returns a hash of words in a row.
func Key(words ...string) uint64 {
	k := uint64(0)
	for _, w := range words {
		k = (k ^ hash(w)) * 0x9E3779B97F4A7C15
		k ^= k >> 29
	}
	return k
}

// hash is FNV-1a, with its high bits folded into the low ones.
func hash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h ^ h>>32
}
