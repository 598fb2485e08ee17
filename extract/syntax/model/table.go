package model

// A Table maps features to rows of weights, one for each class that has any.
// It is not changed once made.
type Table struct {
	shift uint
	slots []slot
	cells []uint16 // rows: how many cells, then class<<8 | weight for each
}

// A slot is empty where row is 0.
type slot struct{ key, row uint32 }

// NewTable makes a table of rows in ascending order of keys: counts[i] cells
// belong to keys[i].
func NewTable(keys []uint32, counts []uint8, cells []uint16) *Table {
	t := &Table{shift: 31}
	for 1<<(32-t.shift) < 2*len(keys) && t.shift > 1 {
		t.shift--
	}
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

// Add adds the weights of the features to scores.
func (t *Table) Add(features []uint64, scores *[NumActions]int32) {
	var rows [256]uint32
	n := 0
	for _, f := range features { // probe all first: the misses overlap
		key := uint32(f >> 32)
		for at := key >> t.shift; ; at++ {
			s := t.slots[at]
			if s.row == 0 {
				break
			}
			if s.key == key {
				rows[n&255] = s.row
				n++
				break
			}
		}
	}
	for _, row := range rows[:min(n, len(rows))] {
		end := row + 1 + uint32(t.cells[row])
		for _, c := range t.cells[row+1 : end] {
			scores[c>>8&(NumActions-1)] += int32(int8(c))
		}
	}
}
