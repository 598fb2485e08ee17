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

// shiftFor leaves as many bits of a key as number n slots, or up to twice as
// many: sparser tables are larger, and larger ones miss the cache more often.
func shiftFor(n int) uint {
	shift := uint(31)
	for 1<<(32-shift) < 2*n && shift > 1 {
		shift--
	}
	return shift
}

// Add adds the weights of at most 64 features to scores. Every pass loads what
// the next one decides by, with no branch that waits for it: the misses overlap.
func (t *Table) Add(features []uint64, scores *[MaxTags]int32) {
	var first [64]slot
	var rows [64]uint32
	var counts [64]uint16
	n := 0
	for i, f := range features[:min(len(features), 64)] {
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
	for i, row := range rows[:min(n, len(rows))] {
		counts[i] = t.cells[row]
	}
	for i, row := range rows[:min(n, len(rows))] {
		end := row + 1 + uint32(counts[i])
		for _, c := range t.cells[row+1 : end] {
			scores[c>>8&(MaxTags-1)] += int32(int8(c))
		}
	}
}
