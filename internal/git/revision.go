package git

import (
	"bufio"
	"encoding/hex"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

var (
	errUnknown = errors.New("there is none")
	errDamaged = errors.New("the repository is damaged")
	errShallow = errors.New("its history is not here; the clone may be shallow")
)

// resolve returns the commit that rev names.
func (s *store) resolve(rev string) (id, error) {
	name := rev
	var back []int // parents to go to, from 1
	for {
		at := strings.LastIndexAny(name, "~^")
		if at < 0 {
			break
		}
		n := 1
		if digits := name[at+1:]; digits != "" {
			var err error
			if n, err = strconv.Atoi(digits); err != nil || n < 0 || n > 1_000_000 {
				return id{}, errUnknown
			}
		}
		if name[at] == '^' {
			back = append([]int{n}, back...)
		} else {
			steps := make([]int, n)
			for i := range steps {
				steps[i] = 1
			}
			back = append(steps, back...)
		}
		name = name[:at]
	}
	of, err := s.named(name)
	if err != nil {
		return id{}, err
	}
	if of, err = s.commit(of); err != nil {
		return id{}, err
	}
	for _, n := range back {
		if of, err = s.parent(of, n); err != nil {
			return id{}, err
		}
	}
	return of, nil
}

// named returns the object that a reference or an id means.
func (s *store) named(name string) (id, error) {
	if name == "@" {
		name = "HEAD"
	}
	if name == "" || !filepath.IsLocal(filepath.FromSlash(name)) {
		return id{}, errUnknown
	}
	for _, format := range []string{"", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"} {
		if of, ok := s.ref(path.Join(format, name), 0); ok {
			return of, nil
		}
	}
	if of, ok := s.ref("refs/remotes/"+name+"/HEAD", 0); ok {
		return of, nil
	}
	return s.abbreviated(strings.ToLower(name))
}

// ref returns the id that a reference leads to.
func (s *store) ref(name string, depth int) (id, bool) {
	const deepest = 8
	for _, dir := range []string{s.dir, s.common} {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || depth > deepest {
			continue
		}
		line, _, _ := strings.Cut(string(b), "\n")
		if to, ok := strings.CutPrefix(line, "ref: "); ok && filepath.IsLocal(filepath.FromSlash(strings.TrimSpace(to))) {
			return s.ref(strings.TrimSpace(to), depth+1)
		}
		if of, ok := parseID(strings.TrimSpace(line)); ok {
			return of, true
		}
	}
	f, err := os.Open(filepath.Join(s.common, "packed-refs"))
	if err != nil {
		return id{}, false
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		if hash, ref, ok := strings.Cut(in.Text(), " "); ok && ref == name {
			return parseID(hash)
		}
	}
	return id{}, false
}

// abbreviated returns the one object whose id begins with the digits given.
func (s *store) abbreviated(digits string) (id, error) {
	if of, ok := parseID(digits); ok {
		return of, nil
	}
	if len(digits) < 4 || strings.Trim(digits, "0123456789abcdef") != "" {
		return id{}, errUnknown
	}
	found := map[id]bool{}
	names, _ := os.ReadDir(filepath.Join(s.common, "objects", digits[:2]))
	for _, n := range names {
		if of, ok := parseID(digits[:2] + n.Name()); ok && strings.HasPrefix(n.Name(), digits[2:]) {
			found[of] = true
		}
	}
	for _, p := range s.packs {
		for _, of := range p.beginning(digits) {
			found[of] = true
		}
	}
	var one id
	n := 0
	for of := range found {
		if c, err := s.commit(of); err == nil && c == of {
			one = of
			n++
		}
	}
	switch n {
	case 0:
		return id{}, errUnknown
	case 1:
		return one, nil
	}
	return id{}, errors.New("several begin so")
}

// commit returns the commit that an object is, or that a tag of it is of.
func (s *store) commit(of id) (id, error) {
	for range 8 {
		kind, b, err := s.object(of)
		switch {
		case err != nil:
			return id{}, err
		case kind == "commit":
			return of, nil
		case kind != "tag":
			return id{}, errors.New("it is no commit")
		}
		to, ok := parseID(header(b, "object", 1))
		if !ok {
			return id{}, errDamaged
		}
		of = to
	}
	return id{}, errDamaged
}

func (s *store) parent(of id, n int) (id, error) {
	if n == 0 {
		return of, nil
	}
	b, err := s.read(of, "commit")
	if err != nil {
		return id{}, err
	}
	up, ok := parseID(header(b, "parent", n))
	if !ok {
		return id{}, errUnknown
	}
	return up, nil
}

func (s *store) treeOf(commit id) (id, error) {
	b, err := s.read(commit, "commit")
	if err != nil {
		return id{}, err
	}
	of, ok := parseID(header(b, "tree", 1))
	if !ok {
		return id{}, errDamaged
	}
	return of, nil
}

// header returns the n-th value of a key of a commit or tag.
func header(b []byte, key string, n int) string {
	for line := range strings.Lines(string(b)) {
		if line == "\n" {
			return ""
		}
		if v, ok := strings.CutPrefix(line, key+" "); ok {
			if n--; n == 0 {
				return strings.TrimSpace(v)
			}
		}
	}
	return ""
}

func (i id) String() string { return hex.EncodeToString(i[:]) }
