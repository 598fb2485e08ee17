// Command train makes the weights of extract/syntax and scores them. It is no
// part of newsvet.
//
//	train train -o weights.bin -skip DOC,DOC -text PATTERN,PATTERN TREEBANK.conllu[.gz]…
//	train score [-weights weights.bin] [-lowered] TREEBANK.conllu[.gz]…
//	train manifest -skip DOC,DOC -dev TREEBANK,TREEBANK TREEBANK…
//	train pack [-parse-prune N] -o weights.bin KEPT
//
// The same files and flags make the same bytes. Training takes about ten
// minutes and 3 GB; pack tries other sizes on what train -keep left.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("want a command: train, score, manifest or pack")
	}
	switch args[0] {
	case "train":
		return runTrain(args[1:])
	case "manifest":
		return runManifest(args[1:])
	case "pack":
		return runPack(args[1:])
	case "score":
		return runScore(args[1:])
	}
	return fmt.Errorf("no command %q", args[0])
}
