package git

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// largest is how many bytes an object may have: trees and commits are small.
const largest = 64 << 20

// A store is the objects of a repository.
type store struct {
	dir    string // of this working tree
	common string // of all
	loose  []string
	packs  []*pack
}

// openStore opens the repository whose working tree has the root given.
func openStore(root string) (*store, error) {
	s := &store{dir: filepath.Join(root, ".git")}
	info, err := os.Stat(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("no git repository here")
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() { // a working tree beside the first, or a submodule
		b, err := os.ReadFile(s.dir)
		if err != nil {
			return nil, err
		}
		to, ok := strings.CutPrefix(strings.TrimSpace(string(b)), "gitdir: ")
		if !ok {
			return nil, errDamaged
		}
		s.dir = from(root, to)
	}
	s.common = s.dir
	if b, err := os.ReadFile(filepath.Join(s.dir, "commondir")); err == nil {
		s.common = from(s.dir, strings.TrimSpace(string(b)))
	}
	if b, err := os.ReadFile(filepath.Join(s.common, "config")); err == nil {
		text := strings.ToLower(string(b))
		if strings.Contains(text, "objectformat = sha256") || strings.Contains(text, "refstorage = reftable") {
			return nil, errors.New("a git repository of a kind that is not read: SHA-256 or reftable")
		}
	}
	return s, s.objects(filepath.Join(s.common, "objects"), 0)
}

func from(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// objects adds a directory of objects, and those that it borrows from.
func (s *store) objects(dir string, depth int) error {
	const deepest = 5
	s.loose = append(s.loose, dir)
	names, err := os.ReadDir(filepath.Join(dir, "pack"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, n := range names {
		if !strings.HasSuffix(n.Name(), ".idx") {
			continue
		}
		p, err := openPack(filepath.Join(dir, "pack", n.Name()))
		if err != nil {
			return err
		}
		s.packs = append(s.packs, p)
	}
	b, err := os.ReadFile(filepath.Join(dir, "info", "alternates"))
	if err != nil || depth > deepest {
		return nil
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			if err := s.objects(from(dir, line), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// read returns an object, which is of a kind.
func (s *store) read(of id, kind string) ([]byte, error) {
	got, b, err := s.object(of)
	if err == nil && got != kind {
		err = errDamaged
	}
	return b, err
}

// object returns an object and its kind.
func (s *store) object(of id) (string, []byte, error) {
	name := of.String()
	for _, dir := range s.loose {
		f, err := os.Open(filepath.Join(dir, name[:2], name[2:]))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		defer f.Close()
		return inflateLoose(f)
	}
	if p, at, ok := s.packed(of, nil); ok {
		return p.object(s, at)
	}
	return "", nil, errShallow
}

// packed returns where in a pack an object begins; it looks in first first.
func (s *store) packed(of id, first *pack) (*pack, int64, bool) {
	if first != nil {
		if at, ok := first.find(of); ok {
			return first, at, true
		}
	}
	for _, p := range s.packs {
		if at, ok := p.find(of); ok {
			return p, at, true
		}
	}
	return nil, 0, false
}

// inflateLoose reads "tree 123", a zero byte, and so many bytes.
func inflateLoose(r io.Reader) (string, []byte, error) {
	z, err := zlib.NewReader(bufio.NewReader(r))
	if err != nil {
		return "", nil, errDamaged
	}
	b, err := io.ReadAll(io.LimitReader(z, largest+64))
	if err != nil {
		return "", nil, errDamaged
	}
	head, body, ok := bytes.Cut(b, []byte{0})
	kind, size, spaced := strings.Cut(string(head), " ")
	n, err := strconv.Atoi(size)
	if !ok || !spaced || err != nil || n != len(body) {
		return "", nil, fmt.Errorf("%w, or holds an object over %d MiB", errDamaged, largest>>20)
	}
	return kind, body, nil
}
