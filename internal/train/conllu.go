package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A sentence is one tree of a treebank.
type sentence struct {
	doc      string
	block    bool // begins a paragraph, a heading, a document
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

// A document is where sentences come from, as far as the treebank says.
type document struct{ id, author, title, url string }

// readTreebank reads CoNLL-U, gzipped if its name says so, without the
// documents to skip.
func readTreebank(path string, skip []string) ([]*sentence, []document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	t := treebank{skip: skip}
	if err := t.read(r); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return t.sentences, t.documents, nil
}

type treebank struct {
	skip      []string
	sentences []*sentence
	documents []document
}

func (t *treebank) read(r io.Reader) error {
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<24)
	s := &sentence{}
	for line := 1; scan.Scan(); line++ {
		text := scan.Text()
		switch {
		case text == "":
			if len(s.tokens) > 0 && !contains(t.skip, s.doc) {
				t.sentences = append(t.sentences, s)
			}
			s = &sentence{}
		case text[0] == '#':
			t.comment(s, text)
		default:
			if n := len(t.documents); n > 0 {
				s.doc = t.documents[n-1].id
			}
			if err := s.add(strings.Split(text, "\t")); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	for _, s := range t.sentences {
		for i := range s.tokens {
			if s.tokens[i].head--; s.tokens[i].head < 0 {
				s.tokens[i].head = len(s.tokens)
			}
		}
	}
	t.documents = slices.DeleteFunc(t.documents, func(d document) bool { return contains(t.skip, d.id) })
	return scan.Err()
}

func (t *treebank) comment(s *sentence, line string) {
	key, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
	switch {
	case strings.HasPrefix(key, "newdoc"):
		t.documents = append(t.documents, document{id: value})
		s.block = true
	case strings.HasPrefix(key, "newpar"):
		s.block = true
	}
	if n := len(t.documents); n > 0 {
		d := &t.documents[n-1]
		switch key {
		case "meta::author":
			d.author = value
		case "meta::title":
			d.title = value
		case "meta::sourceURL":
			d.url = value
		}
	}
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
