package main

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A store is the weights in training: a row for each feature that was ever
// part of a mistake, with one cell for each class it spoke for or against.
// Weights are averaged over all steps by keeping, beside each, the sum of its
// changes times when they were made.
type store struct {
	slots []storeSlot
	used  int
	step  int64
	now   []int32 // class | weight<<8
	then  []int64
	rows  [256]int32
}

type storeSlot struct {
	key     uint64
	at      uint32 // first cell; 0 if the slot is empty
	n, room uint8
	updates uint16
}

func newStore() *store {
	return &store{slots: make([]storeSlot, 1<<20), now: make([]int32, 1), then: make([]int64, 1)}
}

func (st *store) find(key uint64) int {
	mask := len(st.slots) - 1
	for i := int(key>>20) & mask; ; i = (i + 1) & mask {
		if s := &st.slots[i]; s.at == 0 || s.key == key {
			return i
		}
	}
}

// score adds the weights of the features to scores.
func (st *store) score(features []uint64, scores *[model.NumActions]int32) {
	for _, f := range features {
		s := &st.slots[st.find(f)]
		for _, c := range st.now[s.at : s.at+uint32(s.n)] {
			scores[c&(model.NumActions-1)] += c >> 8
		}
	}
}

// update makes the features speak more for good and less for bad.
func (st *store) update(features []uint64, good, bad int) {
	for _, f := range features {
		i := st.find(f)
		if st.slots[i].at == 0 {
			if 2*st.used > len(st.slots) {
				st.grow()
				i = st.find(f)
			}
			st.used++
			st.slots[i] = storeSlot{key: f, at: uint32(len(st.now)), room: 2}
			st.now = append(st.now, 0, 0)
			st.then = append(st.then, 0, 0)
		}
		s := &st.slots[i]
		if s.updates < 1<<16-1 {
			s.updates++
		}
		st.change(s, good, 1)
		st.change(s, bad, -1)
	}
}

func (st *store) change(s *storeSlot, class int, by int32) {
	for j := s.at; j < s.at+uint32(s.n); j++ {
		if int(st.now[j]&(model.NumActions-1)) == class {
			st.now[j] += by << 8
			st.then[j] += int64(by) * st.step
			return
		}
	}
	if s.n == s.room {
		s.room = min(2*s.room, model.NumActions)
		at := uint32(len(st.now))
		st.now = append(st.now, st.now[s.at:s.at+uint32(s.n)]...)
		st.then = append(st.then, st.then[s.at:s.at+uint32(s.n)]...)
		st.now = append(st.now, make([]int32, s.room-s.n)...)
		st.then = append(st.then, make([]int64, s.room-s.n)...)
		s.at = at
	}
	st.now[s.at+uint32(s.n)] = int32(class) | by<<8
	st.then[s.at+uint32(s.n)] = int64(by) * st.step
	s.n++
}

func (st *store) grow() {
	old := st.slots
	st.slots = make([]storeSlot, 2*len(old))
	for _, s := range old {
		if s.at != 0 {
			st.slots[st.find(s.key)] = s
		}
	}
}

// A row is the averaged weights of one feature, scaled by unit.
type row struct {
	key     uint64
	updates int
	cells   []cell
}

type cell struct {
	class  uint8
	weight int64
}

// unit is the scale of averaged weights.
const unit = 1 << 16

// averaged returns the rows of features updated at least as often as asked, in
// the order of their keys.
func (st *store) averaged(updates int) []row {
	var rows []row
	for _, s := range st.slots {
		if s.at == 0 || int(s.updates) < updates {
			continue
		}
		r := row{key: s.key, updates: int(s.updates)}
		for j := s.at; j < s.at+uint32(s.n); j++ {
			w := int64(st.now[j] >> 8)
			r.cells = append(r.cells, cell{uint8(st.now[j] & (model.NumActions - 1)), (w*st.step - st.then[j]) * unit / max(st.step, 1)})
		}
		slices.SortFunc(r.cells, func(a, b cell) int { return int(a.class) - int(b.class) })
		rows = append(rows, r)
	}
	sortRows(rows)
	return rows
}

func sortRows(rows []row) {
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.key, b.key) })
}

// pack makes rows of small weights out of averaged ones: scale is how many of
// unit are one. Rows whose keys share their top half are added.
func pack(rows []row, scale int64) *model.Rows {
	out := &model.Rows{}
	for i := 0; i < len(rows); {
		key := uint32(rows[i].key >> 32)
		var sum [model.NumActions]int64
		for ; i < len(rows) && uint32(rows[i].key>>32) == key; i++ {
			for _, c := range rows[i].cells {
				sum[c.class] += c.weight
			}
		}
		n := 0
		for class, w := range sum {
			if w = round(w, scale); w != 0 {
				out.Cells = append(out.Cells, uint16(class)<<8|uint16(uint8(int8(max(-127, min(127, w))))))
				n++
			}
		}
		if n > 0 {
			out.Keys = append(out.Keys, key)
			out.Counts = append(out.Counts, uint8(n))
		}
	}
	return out
}

// round divides to the nearest, halves away from 0.
func round(w, scale int64) int64 {
	if w < 0 {
		return -round(-w, scale)
	}
	return (w + scale/2) / scale
}
