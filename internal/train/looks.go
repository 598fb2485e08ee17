package main

import "github.com/newsvet/newsvet/extract/syntax/model"

// looks learn a decision that is looked at twice. The features of the first look
// are taught to decide alone, and corrected again with all others where all
// together are wrong.
type looks struct {
	of   [model.NumLooks]*store
	some int // features of the first look
}

func newLooks(least, some int) *looks {
	l := &looks{some: some}
	for i := range l.of {
		l.of[i] = newStore(least)
	}
	return l
}

// score is what the first look says of the next decision, and what both do.
func (l *looks) score(features []uint64) (first, all [model.MaxTags]int32) {
	for _, st := range l.of {
		st.step++
	}
	l.of[0].score(features[:l.some], &first)
	all = first
	l.of[1].score(features[l.some:], &all)
	return first, all
}

// teach corrects the first look.
func (l *looks) teach(features []uint64, good, bad int) {
	l.of[0].update(features[:l.some], good, bad)
}

func (l *looks) update(features []uint64, good, bad int) {
	l.teach(features, good, bad)
	l.of[1].update(features[l.some:], good, bad)
}

func (l *looks) used() int { return l.of[0].used + l.of[1].used }

func (l *looks) averaged(updates int) (rows lookRows) {
	for i, st := range l.of {
		rows[i] = st.averaged(updates)
	}
	return rows
}

// lookRows are the averaged weights of each look.
type lookRows [model.NumLooks][]row

// merge adds the weights of another seed.
func (r *lookRows) merge(s lookRows) {
	for i := range r {
		r[i] = merge(append(r[i], s[i]...))
	}
}

// pack keeps what was updated often enough.
func (r *lookRows) pack(updates int, scale int64) (out [model.NumLooks]*model.Rows) {
	for i := range r {
		out[i] = pack(prune(r[i], updates), scale)
	}
	return out
}
