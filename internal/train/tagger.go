package main

import (
	"fmt"
	"math/rand/v2"
	"os"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// trainTagger learns tags by the averaged perceptron, each decided after those
// before it as predicted.
func trainTagger(all []*example, ts *model.Tagset, epochs, least int, seed uint64) lookRows {
	st := newLooks(least, model.FirstTag)
	rng := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong, total := 0, 0
		for _, i := range order {
			w, n := st.learnTags(all[i], ts)
			wrong, total = wrong+w, total+n
		}
		fmt.Fprintf(os.Stderr, "tagger: %d of %d wrong, %d features\n", wrong, total, st.used())
	}
	return st.averaged(least)
}

func (st *looks) learnTags(e *example, ts *model.Tagset) (wrong, total int) {
	var f [model.NumTagFeatures]uint64
	t1, t2 := model.TagHash(-1), model.TagHash(-1)
	for i := range e.words {
		best := int(e.words[i].Only) - 1
		if best < 0 {
			model.TagFeatures(&f, e.words, i, t1, t2)
			total++
			first, scores := st.score(f[:])
			early, gold := bestTag(&first, ts), int(e.tags[i])
			if best = bestTag(&scores, ts); early != gold {
				st.teach(f[:], gold, early)
			}
			if best != gold {
				st.update(f[:], gold, best)
				wrong++
			}
		}
		t1, t2 = model.TagHash(best), t1
	}
	return wrong, total
}

func bestTag(scores *[model.MaxTags]int32, ts *model.Tagset) int {
	best := 0
	for t := range ts.Tags {
		if scores[t] > scores[best] {
			best = t
		}
	}
	return best
}

// jackknife tags each example by a tagger trained on the other documents: the
// parser must learn from tags as wrong as those it will see.
func (p *plan) jackknife(all []*example, ts *model.Tagset) {
	for part := range p.parts {
		var rest, held []*example
		for _, e := range all {
			if e.doc%p.parts == part {
				held = append(held, e)
			} else {
				rest = append(rest, e)
			}
		}
		rows := trainTagger(rest, ts, p.tagEpochs, p.tagLeast, p.seed+uint64(part))
		m := &model.Model{Tagset: *ts}
		for look, r := range rows.pack(0, 2*unit/p.tagScale) {
			m.Tagger[look] = model.NewTable(r)
		}
		wrong, total := 0, 0
		for _, e := range held {
			e.auto = make([]uint8, len(e.words))
			m.Tag(e.words, e.auto)
			for i := range e.auto {
				total++
				if e.auto[i] != e.tags[i] {
					wrong++
				}
			}
		}
		fmt.Fprintf(os.Stderr, "jackknife %d: accuracy %.4f\n", part, 1-float64(wrong)/float64(max(total, 1)))
	}
}
