package main

import (
	"cmp"
	"slices"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A store is the weights in training: a row for each feature that was ever
// part of a mistake, with one cell for each class it spoke for or against. A
// feature has no say until it was part of several mistakes (Goldberg and
// Elhadad 2011): what is pruned in the end must not have been leant on.
// Weights are averaged over all steps by keeping, beside each, the sum of its
// changes times when they were made.
type store struct {
	least uint16 // updates before a feature counts
	slots []storeSlot
	used  int
	step  int64
	now   []int32 // class | weight<<8
	then  []int64
}

type storeSlot struct {
	key     uint64
	at      uint32 // first cell; 0 if the slot is empty
	n, room uint8
	updates uint16
}

func newStore(least int) *store {
	return &store{least: uint16(least), slots: make([]storeSlot, 1<<20), now: make([]int32, 1), then: make([]int64, 1)}
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
func (st *store) score(features []uint64, scores *[model.MaxTags]int32) {
	var first, rows [256]storeSlot
	mask := len(st.slots) - 1
	for i, f := range features[:min(len(features), 256)] { // load all first: the misses overlap
		first[i] = st.slots[int(f>>20)&mask]
	}
	n := 0
	for i, f := range features[:min(len(features), 256)] {
		s := first[i]
		if s.at != 0 && s.key != f {
			s = st.slots[st.find(f)]
		}
		if s.at != 0 && s.updates >= st.least {
			rows[n] = s
			n++
		}
	}
	for i := range rows[:n] {
		s := &rows[i]
		for _, c := range st.now[s.at : s.at+uint32(s.n)] {
			scores[c&(model.MaxTags-1)] += c >> 8
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
		if int(st.now[j]&(model.MaxTags-1)) == class {
			st.now[j] += by << 8
			st.then[j] += int64(by) * st.step
			return
		}
	}
	if s.n == s.room {
		s.room = min(2*s.room, model.MaxTags)
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
	Key     uint64
	Updates int
	Cells   []cell
}

type cell struct {
	Class  uint8
	Weight int64
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
		r := row{Key: s.key, Updates: int(s.updates)}
		for j := s.at; j < s.at+uint32(s.n); j++ {
			w := int64(st.now[j] >> 8)
			r.Cells = append(r.Cells, cell{uint8(st.now[j] & (model.MaxTags - 1)), (w*st.step - st.then[j]) * unit / max(st.step, 1)})
		}
		slices.SortFunc(r.Cells, func(a, b cell) int { return int(a.Class) - int(b.Class) })
		rows = append(rows, r)
	}
	sortRows(rows)
	return rows
}

func sortRows(rows []row) {
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.Key, b.Key) })
}

// pack makes rows of small weights out of averaged ones: scale is how many of
// unit are one. Rows whose keys share their top half are added.
func pack(rows []row, scale int64) *model.Rows {
	out := &model.Rows{}
	for i := 0; i < len(rows); {
		key := uint32(rows[i].Key >> 32)
		var sum [model.MaxTags]int64
		for ; i < len(rows) && uint32(rows[i].Key>>32) == key; i++ {
			for _, c := range rows[i].Cells {
				sum[c.Class] += c.Weight
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

// merge adds rows of the same feature, made by several seeds.
func merge(rows []row) []row {
	sortRows(rows)
	var out []row
	for _, r := range rows {
		if n := len(out); n > 0 && out[n-1].Key == r.Key {
			out[n-1].Updates += r.Updates
			out[n-1].Cells = append(slices.Clip(out[n-1].Cells), r.Cells...)
			continue
		}
		out = append(out, r)
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

func prune(rows []row, updates int) []row {
	var out []row
	for _, r := range rows {
		if r.Updates >= updates {
			out = append(out, r)
		}
	}
	return out
}
