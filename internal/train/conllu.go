package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A sentence is one tree of a treebank.
type sentence struct {
	doc      string
	block    bool // begins a paragraph, a heading, a document
	text     string
	tokens   []token
	surfaces []surface
}

type token struct {
	form, upos, xpos, rel string
	head                  int // index, len(tokens) for the root
}

// A surface is a stretch of tokens written as one word, or a single token.
type surface struct {
	form       string
	first, end int // tokens
	space      bool
}

// readTreebank reads CoNLL-U, gzipped if its name says so, without the
// documents to skip.
func readTreebank(path string, skip []string) ([]*sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	sentences, err := parseTreebank(r, skip)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sentences, nil
}

func parseTreebank(r io.Reader, skip []string) ([]*sentence, error) {
	var all []*sentence
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<24)
	doc, s := "", &sentence{}
	for line := 1; scan.Scan(); line++ {
		text := scan.Text()
		switch {
		case text == "":
			if len(s.tokens) > 0 && !contains(skip, s.doc) {
				all = append(all, s)
			}
			s = &sentence{}
		case strings.HasPrefix(text, "# newdoc"):
			_, doc, _ = strings.Cut(text, "= ")
			s.block = true
		case strings.HasPrefix(text, "# newpar"):
			s.block = true
		case strings.HasPrefix(text, "# text = "):
			s.text = text[len("# text = "):]
		case text[0] != '#':
			s.doc = doc
			if err := s.add(strings.Split(text, "\t")); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	for _, s := range all {
		for i := range s.tokens {
			if s.tokens[i].head--; s.tokens[i].head < 0 {
				s.tokens[i].head = len(s.tokens)
			}
		}
	}
	return all, scan.Err()
}

func (s *sentence) add(cols []string) error {
	if len(cols) != 10 {
		return fmt.Errorf("%d columns", len(cols))
	}
	space := !strings.Contains(cols[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(cols[0], "-"); ok {
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(to)
		if errA != nil || errB != nil || a != len(s.tokens)+1 || b < a {
			return fmt.Errorf("bad range %s", cols[0])
		}
		s.surfaces = append(s.surfaces, surface{cols[1], a - 1, b, space})
		return nil
	}
	if strings.Contains(cols[0], ".") {
		return nil // an empty node of the enhanced graph
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil {
		return err
	}
	i := len(s.tokens)
	if n := len(s.surfaces); n == 0 || s.surfaces[n-1].end <= i {
		s.surfaces = append(s.surfaces, surface{cols[1], i, i + 1, space})
	}
	s.tokens = append(s.tokens, token{cols[1], cols[3], cols[4], cols[7], head})
	return nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s && x != "" {
			return true
		}
	}
	return false
}
