package main

import (
	"fmt"
	"math/rand/v2"
	"os"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A learner is one run of training a parser with the dynamic oracle of
// Goldberg and Nivre (2013).
type learner struct {
	*store
	labels  *store
	ts      *model.Tagset
	rng     *rand.Rand
	state   model.State
	explore bool
	wrong   int
	total   int
}

// explored is how often of 100 the parser follows its own mistake.
const explored = 90

func trainParser(all []*example, ts *model.Tagset, epochs int, least [2]int, seed uint64) (*store, *store) {
	l := &learner{store: newStore(least[0]), labels: newStore(least[1]), ts: ts, rng: rand.New(rand.NewPCG(seed, 2))}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		l.explore, l.wrong, l.total = epoch > 0, 0, 0
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(all[i])
		}
		fmt.Fprintf(os.Stderr, "parser: epoch %d, %d of %d wrong, %d features\n", epoch, l.wrong, l.total, l.used)
	}
	return l.store, l.labels
}

func (l *learner) learn(e *example) {
	var f [model.NumParseFeatures]uint64
	s := &l.state
	s.Reset(e.words, e.auto, l.ts)
	o := newOracle(e, l.ts)
	for !s.Done() {
		if s.Forced() && len(s.Stack()) == 0 {
			s.Shift()
			continue
		}
		var scores [model.MaxTags]int32
		s.Features(&f)
		l.store.score(f[:], &scores)
		l.step++
		l.total++
		group, _ := s.BestGroup((*[model.NumGroups]int32)(scores[:]))
		if right := o.groups(s); !right[group] {
			l.wrong++
			gold := bestOf(right, &scores)
			l.store.update(f[:], gold, group)
			if !l.explore || l.rng.IntN(100) >= explored {
				group = gold
			}
		}
		if group == 0 {
			s.Shift()
			continue
		}
		_, left := l.ts.Group(group)
		s.Attach(l.label(s, o, group), left)
	}
}

// label predicts the label within the group, and learns if the right one is
// another of the same group.
func (l *learner) label(s *model.State, o *oracle, group int) int {
	var f [model.NumLabelFeatures]uint64
	var scores [model.MaxTags]int32
	labels, left := l.ts.Group(group)
	if len(labels) > 1 {
		s.LabelFeatures(&f, group)
		l.labels.score(f[:], &scores)
	}
	l.labels.step++
	predicted := s.BestLabel(group, (*[model.NumGroups]int32)(scores[:]))
	if gold, ok := o.label(s, left); ok && gold != predicted {
		g, right := l.ts.Place(gold, left)
		if _, index := l.ts.Place(predicted, left); g == group && index != right {
			l.labels.update(f[:], right, index)
		}
	}
	return predicted
}

func bestOf(allowed [model.NumGroups]bool, scores *[model.MaxTags]int32) int {
	best := -1
	for g, ok := range allowed {
		if ok && (best < 0 || scores[g] > scores[best]) {
			best = g
		}
	}
	return best
}
