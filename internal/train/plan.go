package main

import (
	"bytes"
	"encoding/gob"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A plan is how to train.
type plan struct {
	tagEpochs, parseEpochs int
	parts                  int // of the jackknife
	seeds                  int // parsers whose weights are added
	seed                   uint64

	out, keep, skip, text string
	wordLeast             int // how often a word that gets a class is seen

	// How often a feature is part of a mistake before it has a say, and, over
	// all seeds, to be kept.
	tagLeast, parseLeast, labelLeast int
	parsePrune, labelPrune           int
	tagScale, parseScale, labelScale int64 // how many whole weights two updates make
}

func newPlan(name string) (*plan, *flag.FlagSet) {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	p := &plan{}
	fs.StringVar(&p.out, "o", "weights.bin", "file to write")
	fs.StringVar(&p.keep, "keep", "", "file for the weights before pruning")
	fs.StringVar(&p.skip, "skip", "", "documents to leave out")
	fs.StringVar(&p.text, "text", "", "patterns of files of running text for word classes")
	fs.IntVar(&p.wordLeast, "word-least", 5, "how often a word that gets a class is seen")
	fs.IntVar(&p.tagEpochs, "tag-epochs", 6, "epochs of the tagger")
	fs.IntVar(&p.parseEpochs, "parse-epochs", 9, "epochs of the parser")
	fs.IntVar(&p.parts, "parts", 5, "parts of the jackknife")
	fs.IntVar(&p.seeds, "seeds", 2, "parsers to average")
	fs.Uint64Var(&p.seed, "seed", 1, "seed")
	fs.IntVar(&p.tagLeast, "tag-least", 5, "updates before a tagger's feature counts")
	fs.IntVar(&p.parseLeast, "parse-least", 9, "updates before a transition's feature counts")
	fs.IntVar(&p.labelLeast, "label-least", 3, "updates before a label's feature counts")
	fs.IntVar(&p.parsePrune, "parse-prune", 18, "updates for a transition's feature to be kept")
	fs.IntVar(&p.labelPrune, "label-prune", 7, "updates for a label's feature to be kept")
	fs.Int64Var(&p.tagScale, "tag-scale", 2, "fineness of the tagger's weights: how many two updates make")
	fs.Int64Var(&p.parseScale, "parse-scale", 4, "fineness of the transitions' weights")
	fs.Int64Var(&p.labelScale, "label-scale", 1, "fineness of the labels' weights")
	return p, fs
}

func runTrain(args []string) error {
	p, fs := newPlan("train")
	if err := fs.Parse(args); err != nil {
		return err
	}
	var all []*sentence
	for _, path := range fs.Args() {
		s, _, err := readTreebank(path, strings.Split(p.skip, ","))
		if err != nil {
			return err
		}
		all = append(all, s...)
	}
	if len(all) == 0 {
		return fmt.Errorf("no sentences")
	}
	b, err := p.train(all)
	if err != nil {
		return err
	}
	return os.WriteFile(p.out, b, 0o644)
}

func (p *plan) train(all []*sentence) ([]byte, error) {
	ts, tags, labels := inventory(all)
	ex := examples(all, tags, labels)
	classes, err := p.classes(all)
	if err != nil {
		return nil, err
	}
	d := &draft{Tagset: ts, Lexicon: makeLexicon(ex, classes)}
	lookUp(ex, d.Lexicon)
	p.jackknife(ex, ts)
	d.Tagger = trainTagger(ex, ts, p.tagEpochs, p.tagLeast, p.seed)
	for i := range p.seeds {
		groups, labels := trainParser(ex, ts, p.parseEpochs, [2]int{p.parseLeast, p.labelLeast}, p.seed+uint64(i))
		d.Groups.merge(groups)
		d.Labels.merge(labels)
		d.Seeds = i + 1
		if p.keep != "" {
			if err := d.save(fmt.Sprintf("%s.%d", p.keep, d.Seeds)); err != nil {
				return nil, err
			}
		}
	}
	return p.pack(d)
}

// A draft is weights before they are pruned and rounded.
type draft struct {
	Tagset                 *model.Tagset
	Lexicon                model.Lexicon
	Tagger, Groups, Labels lookRows
	Seeds                  int // parsers whose rows are in Groups and Labels
}

func (d *draft) save(path string) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(d); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

func (p *plan) pack(d *draft) ([]byte, error) {
	d.Tagset.Prepare()
	d.Tagset.Fine = int(p.parseScale)
	tagger := d.Tagger.pack(0, 2*unit/p.tagScale)
	groups := d.Groups.pack(p.parsePrune, 2*unit*int64(max(d.Seeds, 1))/p.parseScale)
	labels := d.Labels.pack(p.labelPrune, 2*unit*int64(max(d.Seeds, 1))/p.labelScale)
	for _, r := range slices.Concat(tagger[:], groups[:], labels[:]) {
		fmt.Fprintf(os.Stderr, "%d rows, %d cells\n", len(r.Keys), len(r.Cells))
	}
	return model.Encode(d.Tagset, d.Lexicon, tagger, groups, labels)
}

func runPack(args []string) error {
	p, fs := newPlan("pack")
	if err := fs.Parse(args); err != nil {
		return err
	}
	b, err := os.ReadFile(fs.Arg(0))
	if err != nil {
		return err
	}
	d := &draft{}
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(d); err != nil {
		return err
	}
	if b, err = p.pack(d); err != nil {
		return err
	}
	return os.WriteFile(p.out, b, 0o644)
}
