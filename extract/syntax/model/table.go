package model

// A Table maps features to rows of weights of the few classes that have any.
// It is not changed once made.
// A row is 16 bytes, four to a cache line: its head, and seven cells of a class
// and its weight. Where it has more, there are five, and the place in more where
// the others stand behind their number. Places are found as those of a Dense.
type Table struct {
	turns []uint8
	rows  [][8]uint16
	more  []uint16
}

const (
	inRow  = 7 // cells of a row
	inLong = 5 // cells of a row that has more than that

	// unused is the first of the classes that cells without a weight give 0 to,
	// one each, so that none waits for the one before.
	unused = MaxTags - inRow
)

// NewTable makes a table of r, of classes below MaxTags-7.
func NewTable(r *Rows) *Table {
	turns, size := arrange(r.Keys)
	t := newTable(turns, size)
	cells := r.Cells
	for i, key := range r.Keys {
		n := r.Counts[i]
		t.put(locate(uint64(key), turns, uint64(size)), uint16(key), cells[:n])
		cells = cells[n:]
	}
	return t
}

func newTable(turns []uint8, size int) *Table {
	t := &Table{turns: turns, rows: make([][8]uint16, size)}
	for i := range t.rows {
		for k := range inRow {
			t.rows[i][1+k] = uint16(unused+k) << 8
		}
	}
	return t
}

// put makes the row of a key, of which mark is the lower half. The last bit of
// its head says whether it has more cells than a row can hold.
func (t *Table) put(at uint64, mark uint16, cells []uint16) {
	row := &t.rows[at]
	row[0] = mark &^ 1
	if len(cells) > inRow {
		row[0] |= 1
		row[6], row[7] = uint16(len(t.more)), uint16(len(t.more)>>16)
		t.more = append(append(t.more, uint16(len(cells)-inLong)), cells[inLong:]...)
		cells = cells[:inLong]
	}
	copy(row[1:], cells)
}

// Add adds the weights of at most 64 features to scores. As in load and add of
// a Dense, rows are found first, then loaded, then added.
func (t *Table) Add(features []uint64, scores *[MaxTags]int32) {
	var at [64]uint32
	var heads [64]uint16
	features = features[:min(len(features), 64)]
	turns, rows := t.turns, t.rows
	for i, f := range features {
		at[i&63] = uint32(locate(f>>32, turns, uint64(len(rows))))
	}
	for i, p := range at[:len(features)] {
		heads[i&63] = rows[p][0]
	}
	n := 0
	for i, f := range features { // no branch: it would be guessed wrong too often
		at[n&63] = at[i&63]
		differ := uint32(heads[i&63]^uint16(f>>32)) >> 1
		n += int((differ - 1) >> 31)
	}
	for _, p := range at[:min(n, 64)] {
		row := &rows[p]
		for _, c := range row[1 : 1+inLong] {
			scores[c>>8&(MaxTags-1)] += int32(int8(c))
		}
		rest := row[1+inLong:]
		if row[0]&1 == 1 {
			from := int(row[6]) | int(row[7])<<16
			rest = t.more[from+1 : from+1+int(t.more[from])]
		}
		for _, c := range rest {
			scores[c>>8&(MaxTags-1)] += int32(int8(c))
		}
	}
}
