// Package git tells which files of a working tree differ from a revision. It
// reads the repository itself: no program is run, and nothing is written.
package git

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Tree is a revision beside the working tree it is compared with. It is for
// one goroutine.
type Tree struct {
	root  string // of the working tree
	store *store
	top   id
	trees map[id]map[string]entry
}

// An id names an object.
type id [sha1.Size]byte

// An entry is what a tree says of a name.
type entry struct {
	id  id
	dir bool
}

// Since returns the revision rev of the repository whose working tree has the
// root given. Names of branches and tags, HEAD, whole and shortened ids are
// revisions, also with ~N or ^ behind them.
func Since(root, rev string) (*Tree, error) {
	s, err := openStore(root)
	if err != nil {
		return nil, err
	}
	commit, err := s.resolve(rev)
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", rev, err)
	}
	top, err := s.treeOf(commit)
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", rev, err)
	}
	return &Tree{root, s, top, map[id]map[string]entry{}}, nil
}

// Changed reports whether the file at path, real and absolute, is another than
// in the revision, or was not there. Line ends alone make no other.
func (t *Tree) Changed(path string) (bool, error) {
	rel, err := filepath.Rel(t.root, path)
	if err != nil || !filepath.IsLocal(rel) {
		return true, nil
	}
	was, ok, err := t.find(strings.Split(filepath.ToSlash(rel), "/"))
	if err != nil || !ok {
		return true, err
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return true, err
	}
	return hash("blob", b) != was && hash("blob", bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))) != was, nil
}

// find returns the blob that stands at a path in the revision.
func (t *Tree) find(path []string) (id, bool, error) {
	at := entry{t.top, true}
	for _, name := range path {
		if !at.dir {
			return id{}, false, nil
		}
		entries, err := t.list(at.id)
		if err != nil {
			return id{}, false, err
		}
		next, ok := entries[name]
		if !ok {
			return id{}, false, nil
		}
		at = next
	}
	return at.id, !at.dir, nil
}

// list returns the entries of a tree by their names.
func (t *Tree) list(of id) (map[string]entry, error) {
	if entries, ok := t.trees[of]; ok {
		return entries, nil
	}
	b, err := t.store.read(of, "tree")
	if err != nil {
		return nil, err
	}
	entries := map[string]entry{}
	for len(b) > 0 {
		head, rest, ok := bytes.Cut(b, []byte{0})
		mode, name, spaced := strings.Cut(string(head), " ")
		if !ok || !spaced || len(rest) < len(id{}) {
			return nil, errDamaged
		}
		entries[name] = entry{id(rest[:len(id{})]), mode == "40000"}
		b = rest[len(id{}):]
	}
	t.trees[of] = entries
	return entries, nil
}

func hash(kind string, b []byte) id {
	h := sha1.New()
	fmt.Fprintf(h, "%s %d\x00", kind, len(b))
	h.Write(b)
	return id(h.Sum(nil))
}

func parseID(s string) (id, bool) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(id{}) {
		return id{}, false
	}
	return id(b), true
}
