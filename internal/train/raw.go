package main

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax"
)

// A stretch is a range of the bytes of a treebank that are not white space:
// what gold and our own words are aligned by, as CoNLL 2018 has it.
type stretch struct{ start, end int }

// An analysis is words and sentences, by their stretches.
type analysis struct {
	words     map[stretch]aligned
	sentences map[stretch]bool
}

type aligned struct {
	upos, rel string
	head      stretch // zero for the root
}

// A block is a paragraph or a heading with its sentences.
type block struct {
	text      string
	sentences []*sentence
}

func blocks(all []*sentence) []block {
	var out []block
	for _, s := range all {
		if s.block || len(out) == 0 {
			out = append(out, block{})
		}
		b := &out[len(out)-1]
		b.sentences = append(b.sentences, s)
	}
	for i := range out {
		var sb strings.Builder
		for _, s := range out[i].sentences {
			for k, f := range s.surfaces {
				sb.WriteString(f.form)
				if f.space || k == len(s.surfaces)-1 {
					sb.WriteByte(' ')
				}
			}
		}
		out[i].text = strings.TrimSpace(sb.String())
	}
	return out
}

func dense(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] > ' ' {
			n++
		}
	}
	return n
}

func goldAnalysis(all []block) *analysis {
	a := &analysis{map[stretch]aligned{}, map[stretch]bool{}}
	at := 0
	for _, b := range all {
		for _, s := range b.sentences {
			start, spans := at, make([]stretch, len(s.tokens)+1)
			for _, f := range s.surfaces {
				end, k := at+dense(f.form), at
				for i := f.first; i < f.end; i++ {
					next := k + dense(s.tokens[i].form)
					if i == f.end-1 || next > end {
						next = end
					}
					spans[i] = stretch{k, next}
					k = next
				}
				at = end
			}
			spans[len(s.tokens)] = stretch{}
			for i, t := range s.tokens {
				a.words[spans[i]] = aligned{t.upos, t.rel, spans[t.head]}
			}
			a.sentences[stretch{start, at}] = true
		}
	}
	return a
}

func ownAnalysis(all []block) *analysis {
	a := &analysis{map[stretch]aligned{}, map[stretch]bool{}}
	at := 0
	for _, b := range all {
		for sp := range text.Sentences(b.text) {
			s := sp.Of(b.text)
			tree := syntax.Parse(s)
			before, k := 0, 0
			spans := make([]stretch, len(tree.Tokens))
			for i, t := range tree.Tokens {
				k += dense(s[before:t.Span.Start])
				n := dense(t.Span.Of(s))
				spans[i] = stretch{at + k, at + k + n}
				k, before = k+n, t.Span.End
			}
			for i, t := range tree.Tokens {
				w := aligned{upos: string(t.UPOS), rel: string(t.Rel)}
				if t.Head >= 0 {
					w.head = spans[t.Head]
				}
				a.words[spans[i]] = w
			}
			a.sentences[stretch{at, at + dense(s)}] = true
			at += dense(s)
		}
	}
	return a
}

// scoreRaw scores our own words and sentences, made from the text of each
// block alone, tagged and parsed by the embedded weights.
func scoreRaw(all []*sentence) string {
	bs := blocks(all)
	gold, own := goldAnalysis(bs), ownAnalysis(bs)
	var words, sentences, upos, uas, las int
	for at, g := range gold.words {
		o, ok := own.words[at]
		if !ok {
			continue
		}
		words++
		upos += one(o.upos == g.upos)
		uas += one(o.head == g.head)
		las += one(o.head == g.head && baseRel(o.rel) == baseRel(g.rel))
	}
	for at := range gold.sentences {
		sentences += one(own.sentences[at])
	}
	f := func(right int) float64 { return 200 * float64(right) / float64(len(gold.words)+len(own.words)) }
	return fmt.Sprintf("words F1 %.2f  sentences F1 %.2f  UPOS %.2f  UAS %.2f  LAS %.2f", f(words),
		200*float64(sentences)/float64(len(gold.sentences)+len(own.sentences)), f(upos), f(uas), f(las))
}
