package model

import "math/bits"

// A Table maps features to rows of weights, one for each class that has any.
// It is not changed once made.
type Table struct {
	shift uint
	slots []slot
	cells []uint16 // rows: how many cells, then class<<8 | weight for each
}

// A slot is empty where row is 0.
type slot struct{ key, row uint32 }

// NewTable makes a table of r.
func NewTable(r *Rows) *Table {
	keys, counts, cells := r.Keys, r.Counts, r.Cells
	t := &Table{shift: shiftFor(len(keys))}
	t.slots = make([]slot, 1<<(32-t.shift)+len(keys)+1)
	t.cells = make([]uint16, 1, 1+len(keys)+len(cells))
	for i, key := range keys {
		at := key >> t.shift
		for t.slots[at].row != 0 {
			at++
		}
		t.slots[at] = slot{key, uint32(len(t.cells))}
		t.cells = append(append(t.cells, uint16(counts[i])), cells[:counts[i]]...)
		cells = cells[counts[i]:]
	}
	return t
}

// shiftFor leaves as many bits of a key as number twice n slots.
func shiftFor(n int) uint {
	shift := uint(31)
	for 1<<(32-shift) < 2*n && shift > 1 {
		shift--
	}
	return shift
}

// Add adds the weights of at most 64 features to scores.
func (t *Table) Add(features []uint64, scores *[MaxTags]int32) {
	var first [64]slot
	var rows [64]uint32
	n := 0
	for i, f := range features[:min(len(features), 64)] { // load all first: the misses overlap
		first[i] = t.slots[uint32(f>>32)>>t.shift]
	}
	for i, f := range features[:min(len(features), 64)] {
		key, s := uint32(f>>32), first[i]
		for at := key >> t.shift; s.row != 0 && s.key != key; {
			at++
			s = t.slots[at]
		}
		if s.row != 0 {
			rows[n&63] = s.row
			n++
		}
	}
	for _, row := range rows[:min(n, len(rows))] {
		end := row + 1 + uint32(t.cells[row])
		for _, c := range t.cells[row+1 : end] {
			scores[c>>8&(MaxTags-1)] += int32(int8(c))
		}
	}
}

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

// Score sets scores to the sums of the weights of at most 256 features.
func (t *Dense) Score(features []uint64, scores *[NumGroups]int32) {
	const low = 0x00FF00FF00FF00FF
	var places [256]uint32
	var heads [256]uint64
	size, rows := t.size, t.rows
	// Load all rows first, with no branch that waits for them: the misses
	// overlap.
	for i, f := range features[:min(len(features), 256)] {
		at := f >> 32 * size >> 32
		places[i] = uint32(at)
		heads[i] = rows[at][0]
	}
	var a, b, c, d uint64 // sixteen bits a lane
	n := int32(0)
	for i, f := range features[:min(len(features), 256)] {
		m, at, head := mark(uint32(f>>32)), places[i], heads[i]
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
	bias := n * 128
	scores[0] = 0
	for i := range 3 {
		scores[1+2*i] = int32(a>>(16*i)&0xFFFF) - bias
		scores[2+2*i] = int32(b>>(16*i)&0xFFFF) - bias
	}
	for i := range 4 {
		scores[7+2*i] = int32(c>>(16*i)&0xFFFF) - bias
		scores[8+2*i] = int32(d>>(16*i)&0xFFFF) - bias
	}
	scores[15] = -1 << 30
}
