package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A learner is one run of training a parser with the dynamic oracle of
// Goldberg and Nivre (2013).
type learner struct {
	*store
	ts      *model.Tagset
	rng     *rand.Rand
	state   model.State
	explore bool
	root    int
	wrong   int
	total   int
}

// explored is how often of 100 the parser follows its own mistake.
const explored = 90

func trainParser(all []*example, ts *model.Tagset, epochs int, seed uint64) *store {
	l := &learner{store: newStore(), ts: ts, rng: rand.New(rand.NewPCG(seed, 2))}
	l.root = slices.Index(ts.Labels, "root")
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
	return l.store
}

func (l *learner) learn(e *example) {
	var f [model.NumParseFeatures]uint64
	s := &l.state
	s.Reset(e.words, e.auto, l.ts)
	o := newOracle(e, l.root, len(l.ts.Labels))
	for !s.Done() {
		var scores [model.NumActions]int32
		s.Features(&f)
		l.score(f[:], &scores)
		l.step++
		l.total++
		predicted, _ := s.Best(&scores)
		gold := o.best(s, &scores)
		next := predicted
		if !o.right(s, predicted) {
			l.wrong++
			l.update(f[:], int(gold), int(predicted))
			if !l.explore || l.rng.IntN(100) >= explored {
				next = gold
			}
		}
		s.Apply(next)
	}
}
