// Command train makes the weights of extract/syntax and scores them. It is no
// part of newsvet.
//
//	train train -o weights.bin -skip DOC,DOC TREEBANK.conllu.gz…
//	train score [-weights weights.bin] TREEBANK.conllu[.gz]
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("want a command: train or score")
	}
	switch args[0] {
	case "train":
		return runTrain(args[1:])
	case "score":
		return runScore(args[1:])
	}
	return fmt.Errorf("no command %q", args[0])
}

// A plan is how to train.
type plan struct {
	tagEpochs, parseEpochs int
	parts                  int // of the jackknife
	seeds                  int // parsers whose weights are added
	seed                   uint64
	tagPrune, parsePrune   int
	tagScale, parseScale   int64
}

func runTrain(args []string) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	out := fs.String("o", "weights.bin", "file to write")
	skip := fs.String("skip", "", "documents to leave out")
	p := plan{}
	fs.IntVar(&p.tagEpochs, "tag-epochs", 8, "epochs of the tagger")
	fs.IntVar(&p.parseEpochs, "parse-epochs", 12, "epochs of the parser")
	fs.IntVar(&p.parts, "parts", 5, "parts of the jackknife")
	fs.IntVar(&p.seeds, "seeds", 1, "parsers to average")
	fs.Uint64Var(&p.seed, "seed", 1, "seed")
	fs.IntVar(&p.tagPrune, "tag-prune", 3, "least updates of a tagger's feature")
	fs.IntVar(&p.parsePrune, "parse-prune", 8, "least updates of a parser's feature")
	fs.Int64Var(&p.tagScale, "tag-scale", 8, "weights of the tagger per unit")
	fs.Int64Var(&p.parseScale, "parse-scale", 4, "weights of the parser per unit")
	if err := fs.Parse(args); err != nil {
		return err
	}
	var all []*sentence
	for _, path := range fs.Args() {
		s, err := readTreebank(path, strings.Split(*skip, ","))
		if err != nil {
			return err
		}
		all = append(all, s...)
	}
	if len(all) == 0 {
		return fmt.Errorf("no sentences")
	}
	return os.WriteFile(*out, p.train(all), 0o644)
}

func (p *plan) train(all []*sentence) []byte {
	ts, tags, labels := inventory(all)
	ex := examples(all, tags, labels)
	lex := makeLexicon(ex, nil)
	lookUp(ex, lex)
	fmt.Fprintf(os.Stderr, "%d sentences, %d tags, %d labels, %d words\n", len(ex), len(ts.Tags), len(ts.Labels), len(lex))
	jackknife(ex, ts, p.parts, p.tagEpochs, p.seed)
	tagger := pack(trainTagger(ex, ts, p.tagEpochs, p.seed).averaged(p.tagPrune), unit/p.tagScale)
	var rows []row
	for i := range p.seeds {
		rows = append(rows, trainParser(ex, ts, p.parseEpochs, p.seed+uint64(i)).averaged(p.parsePrune)...)
	}
	sortRows(rows)
	parser := pack(rows, unit*int64(p.seeds)/p.parseScale)
	fmt.Fprintf(os.Stderr, "tagger %d rows, %d cells; parser %d rows, %d cells\n", len(tagger.Keys), len(tagger.Cells), len(parser.Keys), len(parser.Cells))
	return model.Encode(ts, lex, tagger, parser)
}
