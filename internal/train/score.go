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
	weights := fs.String("weights", embedded, "file of weights")
	lowered := fs.Bool("lowered", false, "overlook capitals, as in headlines")
	if err := fs.Parse(args); err != nil {
		return err
	}
	m, err := readModel(*weights)
	if err != nil {
		return err
	}
	for _, path := range fs.Args() {
		all, _, err := readTreebank(path, nil)
		if err != nil {
			return err
		}
		fmt.Println(path)
		scoreGold(m, all, *lowered).print()
		fmt.Println("raw, by the embedded weights:", scoreRaw(all))
	}
	return nil
}

func readModel(path string) (*model.Model, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return model.Decode(b)
}

// A tally counts what was right.
type tally struct {
	tokens, upos, xpos     int
	uas, las, full         int // las without subtypes, as CoNLL 2018 has it
	gold, predicted, right map[string]int
	margins                [len(marginSteps)]struct{ tokens, right int }
}

// marginSteps are the lower ends of the ranges of margins whose heads are
// counted apart.
var marginSteps = [...]int32{0, 25, 50, 100, 150, 200, 300, 500}

func scoreGold(m *model.Model, all []*sentence, lowered bool) *tally {
	t := &tally{gold: map[string]int{}, predicted: map[string]int{}, right: map[string]int{}}
	for _, s := range all {
		words := make([]model.Word, len(s.tokens))
		for i := range words {
			words[i] = model.NewWord(s.tokens[i].form, lowered && i > 0, m.Lexicon)
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
			t.margin(arcs[i].Margin, head == g.head)
			t.gold[g.rel]++
			t.predicted[rel]++
			t.right[rel] += one(head == g.head && rel == g.rel)
		}
	}
	return t
}

func (t *tally) margin(margin int32, right bool) {
	k := len(marginSteps) - 1
	for k > 0 && margin < marginSteps[k] {
		k--
	}
	t.margins[k].tokens++
	t.margins[k].right += one(right)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *tally) summary() string {
	n := float64(max(t.tokens, 1)) / 100
	return fmt.Sprintf("tokens %d  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  with subtypes %.2f", t.tokens,
		float64(t.upos)/n, float64(t.xpos)/n, float64(t.uas)/n, float64(t.las)/n, float64(t.full)/n)
}

func (t *tally) print() {
	fmt.Println(t.summary())
	for k, m := range t.margins {
		fmt.Printf("  margin from %3d: %5d tokens, head right %5.1f\n", marginSteps[k], m.tokens, 100*float64(m.right)/float64(max(m.tokens, 1)))
	}
	rels := slices.SortedFunc(maps.Keys(t.gold), func(a, b string) int {
		return cmp.Or(t.gold[b]-t.gold[a], cmp.Compare(a, b))
	})
	for _, r := range rels {
		f := 200 * float64(t.right[r]) / float64(t.gold[r]+t.predicted[r])
		fmt.Printf("  %-16s %5d  F1 %5.1f\n", r, t.gold[r], f)
	}
}
