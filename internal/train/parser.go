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
	groups  *looks
	labels  *looks
	ts      *model.Tagset
	rng     *rand.Rand
	state   model.State
	explore bool
	wrong   int
	total   int
}

// explored is how often of 100 the parser follows its own mistake.
const explored = 90

func trainParser(all []*example, ts *model.Tagset, epochs int, least [2]int, seed uint64) (groups, labels lookRows) {
	l := &learner{groups: newLooks(least[0], model.FirstParse), labels: newLooks(least[1], model.FirstLabel), ts: ts, rng: rand.New(rand.NewPCG(seed, 2))}
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
		fmt.Fprintf(os.Stderr, "parser: epoch %d, %d of %d wrong, %d features\n", epoch, l.wrong, l.total, l.groups.used())
	}
	return l.groups.averaged(least[0]), l.labels.averaged(least[1])
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
		s.Features(&f)
		first, scores := l.groups.score(f[:])
		l.total++
		early, _ := s.BestGroup((*[model.NumGroups]int32)(first[:]))
		group, _ := s.BestGroup((*[model.NumGroups]int32)(scores[:]))
		right := o.groups(s)
		if !right[early] {
			l.groups.teach(f[:], bestOf(right, &first), early)
		}
		if !right[group] {
			l.wrong++
			gold := bestOf(right, &scores)
			l.groups.update(f[:], gold, group)
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
	labels, left := l.ts.Group(group)
	if len(labels) < 2 {
		return s.BestLabel(group, &[model.NumGroups]int32{})
	}
	var f [model.NumLabelFeatures]uint64
	s.LabelFeatures(&f, group)
	first, scores := l.labels.score(f[:])
	early := s.BestLabel(group, (*[model.NumGroups]int32)(first[:]))
	predicted := s.BestLabel(group, (*[model.NumGroups]int32)(scores[:]))
	gold, ok := o.label(s, left)
	if g, right := l.ts.Place(gold, left); ok && g == group {
		if _, wrong := l.ts.Place(early, left); wrong != right {
			l.labels.teach(f[:], right, wrong)
		}
		if _, wrong := l.ts.Place(predicted, left); wrong != right {
			l.labels.update(f[:], right, wrong)
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
