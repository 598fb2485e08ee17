package model

import "math/bits"

// A Dense table has a weight for each of 14 classes in every row, numbered from
// 1, and adds eight of them at a time. Class 0 is what the others are measured
// by: its score is 0.
//
// A row is 16 bytes, four to a cache line: its mark, which is the lower half of
// the key, and the weights plus 128, a byte each. The upper bits of the key say
// where it lies, or before how many others.
type Dense struct {
	size uint64
	rows [][2]uint64
}

const numDense = 14

func newDense(n int) *Dense {
	size := max(2*n, 1<<18) // so many that a mark tells neighbours apart
	return &Dense{size: uint64(size), rows: make([][2]uint64, size+64)}
}

// add adds a row: keys ascend.
func (t *Dense) add(key uint32, row [2]uint64) {
	at := uint64(key) * t.size >> 32
	for t.rows[at][0] != 0 {
		at++
	}
	for at+1 >= uint64(len(t.rows)) {
		t.rows = append(t.rows, [2]uint64{}) // the last is always empty
	}
	t.rows[at] = [2]uint64{row[0] | mark(key), row[1]}
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

// Sum adds the rows of at most maxSummed features.
//
// It takes three passes, as waiting is most of the work. The first loads all
// rows with no branch that waits for them, so that the misses overlap. The
// second adds what lies in its place, with masks: a branch would be guessed
// wrong too often. The third looks for what lies behind another row.
func (t *Dense) Sum(features []uint64) Sum {
	const low = 0x00FF00FF00FF00FF
	var heads [maxSummed]uint64
	var behind [256]uint8
	size, rows := t.size, t.rows
	features = features[:min(len(features), maxSummed)]
	for i, f := range features {
		heads[i] = rows[f>>32*size>>32][0]
	}
	var a, b, c, d uint64
	n, left := int32(0), 0
	for i, f := range features {
		head := heads[i]
		behind[left&255] = uint8(i)
		here, other := uint64(0), 0
		if head != 0 {
			other = 1
		}
		if head&0xFFFF == mark(uint32(f>>32)) {
			here, other = 1<<64-1, 0
		}
		left += other
		tail := rows[f>>32*size>>32][1] & here
		head &= here
		a += head >> 16 & low
		b += head >> 24 & low
		c += tail & low
		d += tail >> 8 & low
		n += int32(here & 1)
	}
	for _, i := range behind[:min(left, 256)] {
		at := features[i]>>32*size>>32 + 1
		m, head := mark(uint32(features[i]>>32)), rows[at][0]
		for head != 0 && head&0xFFFF != m {
			at++
			head = rows[at][0]
		}
		if head != 0 {
			tail := rows[at][1]
			a += head >> 16 & low
			b += head >> 24 & low
			c += tail & low
			d += tail >> 8 & low
			n++
		}
	}
	return Sum{a, b, c, d, n}
}
