package model

import (
	"math/bits"
	"slices"
)

// A Dense table has a weight for each of 14 classes in every row, numbered from
// 1, and adds eight of them at a time. Class 0 is what the others are measured
// by: its score is 0.
//
// A row is 16 bytes, four to a cache line: its mark, which is the lower half of
// the key, and the weights plus 128, a byte each. No two rows have the same
// place: each bucket of keys has a turn that was chosen so (hash and displace;
// Belazzougui, Botelho and Dietzfelbinger 2009). Whoever looks for a row looks
// into one place, and the table is two thirds of the size of one that leaves
// room for collisions.
type Dense struct {
	turns []uint8
	rows  [][2]uint64
}

const numDense = 14

// locate says where the row of key lies, if there is one.
func locate(key uint64, turns []uint8, size uint64) uint64 {
	turn := uint32(turns[key*uint64(len(turns))>>32])
	return uint64((uint32(key)^turn*0x85EBCA6B)*0x9E3779B1) * size >> 32
}

// arrange finds the turns of as few places as will do for keys, which ascend,
// none of them twice: it would look for two places of one key for ever.
func arrange(keys []uint32) (turns []uint8, size int) {
	turns = make([]uint8, buckets(len(keys)))
	for size = places(len(keys)); !turn(keys, turns, size); size += size/16 + 1 {
	}
	return turns, size
}

func buckets(keys int) int { return keys/3 + 1 }
func places(keys int) int  { return keys*5/4 + 1 }

// turn reports whether there are turns that give keys places of their own,
// below size. The largest buckets, which are the hardest to place, come first.
func turn(keys []uint32, turns []uint8, size int) bool {
	clear(turns)
	in := make([][]uint32, len(turns))
	var order []int
	for _, key := range keys {
		b := int(uint64(key) * uint64(len(turns)) >> 32)
		if len(in[b]) == 0 {
			order = append(order, b)
		}
		in[b] = append(in[b], key)
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(in[b]) - len(in[a]) })
	taken := make([]bool, size)
	for _, b := range order {
		for !settle(in[b], turns, taken) {
			if turns[b]++; turns[b] == 0 {
				return false
			}
		}
	}
	return true
}

// settle takes the places of keys, all of one bucket, if none is taken.
func settle(keys []uint32, turns []uint8, taken []bool) bool {
	for i, key := range keys {
		at := locate(uint64(key), turns, uint64(len(taken)))
		if taken[at] {
			for _, k := range keys[:i] {
				taken[locate(uint64(k), turns, uint64(len(taken)))] = false
			}
			return false
		}
		taken[at] = true
	}
	return true
}

// denseRow is the row of the weights of the classes in set, without its mark.
// The weight of class 0 is taken off those of the others.
func denseRow(set uint, weights []byte) (row [2]uint64) {
	base := 0
	if set&1 == 1 {
		base = int(int8(weights[0]))
		set, weights = set&^1, weights[1:]
	}
	all := uint64(128-max(-127, min(127, base))) * 0x0101010101010101
	row = [2]uint64{all &^ 0xFFFF, all}
	for i := 0; set != 0; set, i = set&(set-1), i+1 {
		w := int(int8(weights[i]))
		lane := bits.TrailingZeros(set) + 1
		if far := w - base; far < -127 || far > 127 {
			w = max(-127, min(127, far)) + base
		}
		row[lane/8&1] += uint64(int64(w)) << (lane % 8 * 8)
	}
	return row
}

// mark is never 0: an empty row is.
func mark(key uint32) uint64 { return uint64(key&0xFFFF | 1) }

// A Sum is what the rows of some features add up to, sixteen bits a class, each
// weight plus 128. Its zero value is the sum of none.
type Sum struct {
	a, b, c, d uint64
	rows       int32
}

// Plus is the sum of what s and t are sums of, at most 256 features.
func (s Sum) Plus(t Sum) Sum {
	return Sum{s.a + t.a, s.b + t.b, s.c + t.c, s.d + t.d, s.rows + t.rows}
}

// Scores sets scores to the sum of the weights of each class.
func (s Sum) Scores(scores *[NumGroups]int32) {
	bias := s.rows * 128
	scores[0] = 0
	for i := range 3 {
		scores[1+2*i] = int32(s.a>>(16*i)&0xFFFF) - bias
		scores[2+2*i] = int32(s.b>>(16*i)&0xFFFF) - bias
	}
	for i := range 4 {
		scores[7+2*i] = int32(s.c>>(16*i)&0xFFFF) - bias
		scores[8+2*i] = int32(s.d>>(16*i)&0xFFFF) - bias
	}
	scores[15] = -1 << 30
}

// maxSummed is how many features can be added at once.
const maxSummed = 160

// A gather is where features wait for their rows. It is used again and again:
// to clear one for every sum would take as long as a dozen rows.
type gather struct {
	features [maxSummed]uint64
	at       [maxSummed]uint32
	heads    [maxSummed]uint64
}

// load loads the rows of the first n features of g, for add.
//
// It takes two passes, as waiting is most of the work. The first says where
// the rows lie, the second does nothing but load them, so that as many misses
// as can be overlap.
func (t *Dense) load(g *gather, n int) {
	turns, rows := t.turns, t.rows
	for i, f := range g.features[:n] {
		g.at[i] = uint32(locate(f>>32, turns, uint64(len(rows))))
	}
	for i, p := range g.at[:n] {
		g.heads[i] = rows[p][0]
	}
}

// add adds the rows of the features of g from one up to another. It uses
// masks: a branch would be guessed wrong too often.
func (t *Dense) add(g *gather, from, to int) Sum {
	const low = 0x00FF00FF00FF00FF
	rows := t.rows
	features, heads, at := g.features[from:to], g.heads[from:to], g.at[from:to]
	var a, b, c, d uint64
	n := int32(0)
	for i, f := range features {
		there := uint64(0)
		if heads[i]&0xFFFF == mark(uint32(f>>32)) {
			there = 1<<64 - 1
		}
		head, tail := heads[i]&there, rows[at[i]][1]&there
		a += head >> 16 & low
		b += head >> 24 & low
		c += tail & low
		d += tail >> 8 & low
		n += int32(there & 1)
	}
	return Sum{a, b, c, d, n}
}
