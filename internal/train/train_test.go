package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsvet/newsvet/extract/syntax/model"
)

func plans(t *testing.T) (*plan, []*sentence) {
	t.Helper()
	all, documents, err := readTreebank("testdata/invented.conllu", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 6 || len(documents) != 2 || documents[1].url != "https://example.org/1" {
		t.Fatalf("%d sentences, documents %v", len(all), documents)
	}
	p, _ := newPlan("train")
	p.parts, p.tagLeast, p.parseLeast, p.labelLeast, p.parsePrune, p.labelPrune = 4, 1, 1, 1, 1, 1
	p.tagScale, p.parseScale, p.labelScale = 32, 32, 32 // little was learned: weights are small
	p.seeds, p.text = 2, "testdata/invented.conllu"
	return p, append(all, all...) // what a part of the jackknife lacks, another has
}

func TestSameBytesFromTheSameSeed(t *testing.T) {
	p, all := plans(t)
	first, err := p.train(all)
	if err != nil {
		t.Fatal(err)
	}
	p, all = plans(t)
	second, err := p.train(all)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two trainings differ")
	}
	p, all = plans(t)
	p.seed = 7
	if third, _ := p.train(all); bytes.Equal(first, third) {
		t.Error("the seed does not matter")
	}
}

func TestLearnsWhatItIsTaught(t *testing.T) {
	p, all := plans(t)
	b, err := p.train(all)
	if err != nil {
		t.Fatal(err)
	}
	m, err := model.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := scoreGold(m, all, false); got.las != got.tokens || got.upos != got.tokens {
		t.Errorf("score on what was learned: %s", got.summary())
	}
}

func TestProjective(t *testing.T) {
	for _, c := range []struct{ heads, want []int }{
		{[]int{1, 4, 1, 1}, []int{1, 4, 1, 1}},
		{[]int{2, 4, 1, 0}, []int{2, 4, 1, 1}}, // 3 hangs from 0 across the root
	} {
		got := projective(c.heads)
		for d := range got {
			if crosses(got, d) {
				t.Errorf("projective(%v) = %v crosses at %d", c.heads, got, d)
			}
		}
		if c.want[0] == c.heads[0] && !crossesAny(c.heads) {
			if d := cmp.Diff(c.heads, got); d != "" {
				t.Errorf("projective(%v) changed what did not cross: %s", c.heads, d)
			}
		}
	}
}

func crossesAny(heads []int) bool {
	for d := range heads {
		if heads[d] < len(heads) && crosses(heads, d) {
			return true
		}
	}
	return false
}

// TestOracleReachesTheTree follows only what loses nothing.
func TestOracleReachesTheTree(t *testing.T) {
	_, all := plans(t)
	ts, tags, labels := inventory(all)
	ex := examples(all, tags, labels)
	lookUp(ex, model.Lexicon{})
	for _, e := range ex {
		var s model.State
		s.Reset(e.words, e.tags, ts)
		o := newOracle(e, ts)
		for !s.Done() {
			var scores [model.MaxTags]int32
			group := bestOf(o.groups(&s), &scores)
			if group == 0 {
				s.Shift()
				continue
			}
			_, left := ts.Group(group)
			label, _ := o.label(&s, left)
			s.Attach(label, left)
		}
		for i := range e.heads {
			if head, label := s.Arc(i); head != e.heads[i] || label != e.labels[i] {
				t.Errorf("%v: token %d has head %d, want %d", e.forms, i, head, e.heads[i])
			}
		}
	}
}
