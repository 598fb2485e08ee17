package main

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

func runScore(args []string) error {
	fs := flag.NewFlagSet("score", flag.ContinueOnError)
	weights := fs.String("weights", "", "file of weights")
	if err := fs.Parse(args); err != nil {
		return err
	}
	b, err := os.ReadFile(*weights)
	if err != nil {
		return err
	}
	m, err := model.Decode(b)
	if err != nil {
		return err
	}
	for _, path := range fs.Args() {
		all, err := readTreebank(path, nil)
		if err != nil {
			return err
		}
		fmt.Println(path)
		scoreGold(m, all).print()
		scoreRaw(all)
	}
	return nil
}

// A tally counts what was right.
type tally struct {
	tokens, upos, xpos     int
	uas, las, full         int // las without subtypes, as CoNLL 2018 has it
	gold, predicted, right map[string]int
}

func scoreGold(m *model.Model, all []*sentence) *tally {
	t := &tally{gold: map[string]int{}, predicted: map[string]int{}, right: map[string]int{}}
	for _, s := range all {
		words := make([]model.Word, len(s.tokens))
		for i := range words {
			words[i] = model.NewWord(s.tokens[i].form, false, m.Lexicon)
		}
		tags := make([]uint8, len(words))
		arcs := make([]model.Arc, len(words))
		m.Tag(words, tags)
		m.Parse(words, tags, arcs)
		for i, g := range s.tokens {
			t.tokens++
			p := m.Tags[tags[i]]
			t.upos += one(p.UPOS == g.upos)
			t.xpos += one(p.XPOS == g.xpos)
			head := arcs[i].Head
			if head < 0 {
				head = len(words)
			}
			rel := m.Labels[arcs[i].Label]
			t.uas += one(head == g.head)
			t.las += one(head == g.head && baseRel(rel) == baseRel(g.rel))
			t.full += one(head == g.head && rel == g.rel)
			t.gold[g.rel]++
			t.predicted[rel]++
			t.right[rel] += one(head == g.head && rel == g.rel)
		}
	}
	return t
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *tally) print() {
	n := float64(max(t.tokens, 1)) / 100
	fmt.Printf("tokens %d  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  with subtypes %.2f\n", t.tokens,
		float64(t.upos)/n, float64(t.xpos)/n, float64(t.uas)/n, float64(t.las)/n, float64(t.full)/n)
	rels := slices.SortedFunc(maps.Keys(t.gold), func(a, b string) int {
		return cmp.Or(t.gold[b]-t.gold[a], cmp.Compare(a, b))
	})
	for _, r := range rels {
		f := 200 * float64(t.right[r]) / float64(t.gold[r]+t.predicted[r])
		fmt.Printf("  %-16s %5d  F1 %5.1f\n", r, t.gold[r], f)
	}
}
