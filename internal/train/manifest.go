package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// embedded is the file of weights that the command carries.
const embedded = "extract/syntax/weights/english.bin"

const manifestHead = `weights of the English tagger and parser
licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/ (the code that reads them has its own)
made by: the newsvet authors, internal/train; make models makes the same bytes from the same files
learned from: Universal Dependencies English EWT (CC BY-SA 4.0; Silveira, Dozat, de Marneffe, Bowman, Connor, Bauer, Manning 2014)
learned from: Universal Dependencies English GUM (annotations CC BY 4.0; Zeldes 2017; texts CC BY or CC BY-SA or public domain, listed below)
word classes from: counts of neighbouring words in news articles, of which nothing else is kept
`

// runManifest prints what a file of weights was made of and how good it is.
func runManifest(args []string) error {
	fs := flag.NewFlagSet("manifest", flag.ContinueOnError)
	weights := fs.String("weights", embedded, "file of weights")
	skip := fs.String("skip", "", "documents left out")
	made := fs.String("made", "", "arguments they were made with")
	dev := fs.String("dev", "", "treebanks to score, by commas")
	if err := fs.Parse(args); err != nil {
		return err
	}
	fmt.Print(manifestHead)
	if err := printSum("file", *weights); err != nil {
		return err
	}
	fmt.Printf("made with: %s\n", *made)
	var listed []document
	for _, path := range fs.Args() {
		if err := printSum("learned from file", path); err != nil {
			return err
		}
		_, documents, err := readTreebank(path, strings.Split(*skip, ","))
		if err != nil {
			return err
		}
		listed = append(listed, documents...)
	}
	fmt.Printf("left out: %s\n", *skip)
	m, err := readModel(*weights)
	if err != nil {
		return err
	}
	for path := range strings.SplitSeq(*dev, ",") {
		all, _, err := readTreebank(path, nil)
		if err != nil {
			return err
		}
		fmt.Printf("score on %s, predicted tags on gold tokens: %s\n", filepath.Base(path), scoreGold(m, all, false).summary())
		fmt.Printf("score on %s, from raw text: %s\n", filepath.Base(path), scoreRaw(all))
	}
	for _, d := range listed {
		if d.url != "" {
			fmt.Printf("text: %s, %q by %s, %s\n", d.id, d.title, d.author, d.url)
		}
	}
	return nil
}

func printSum(what, path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %s, %d bytes, SHA-256 %x\n", what, filepath.Base(path), len(b), sha256.Sum256(b))
	return nil
}
