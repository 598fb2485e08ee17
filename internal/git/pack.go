package git

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"sort"
	"strings"
)

// A pack is a file of many objects, and the index beside it.
type pack struct {
	name  string // without its extension
	index []byte
	n     int // objects
}

// An index of version 2 is a head of 8 bytes, 256 counts of the ids up to each
// first byte, the ids, their checksums, their offsets in four bytes, and
// offsets that need eight.
const (
	indexMagic = "\xfftOc\x00\x00\x00\x02"
	fanEnd     = 8 + 256*4
)

func openPack(index string) (*pack, error) {
	b, err := os.ReadFile(index)
	if err != nil {
		return nil, err
	}
	if len(b) < fanEnd || string(b[:8]) != indexMagic {
		return nil, errDamaged
	}
	p := &pack{name: strings.TrimSuffix(index, ".idx"), index: b}
	p.n = int(binary.BigEndian.Uint32(b[fanEnd-4:]))
	if p.n < 0 || p.n > (len(b)-fanEnd)/(len(id{})+8) {
		return nil, errDamaged
	}
	return p, nil
}

func (p *pack) id(i int) []byte { return p.index[fanEnd+i*len(id{}):][:len(id{})] }

// from returns the first object whose id is not below b.
func (p *pack) from(b []byte) int {
	return sort.Search(p.n, func(i int) bool { return bytes.Compare(p.id(i), b) >= 0 })
}

// find returns where an object begins.
func (p *pack) find(of id) (int64, bool) {
	i := p.from(of[:])
	if i == p.n || !bytes.Equal(p.id(i), of[:]) {
		return 0, false
	}
	offsets := fanEnd + p.n*(len(id{})+4)
	at := binary.BigEndian.Uint32(p.index[offsets+4*i:])
	if at&(1<<31) == 0 {
		return int64(at), true
	}
	large := offsets + 4*p.n + 8*int(at&^(1<<31))
	if large+8 > len(p.index) {
		return 0, false
	}
	return int64(binary.BigEndian.Uint64(p.index[large:])), true
}

// beginning returns the ids that begin with hexadecimal digits.
func (p *pack) beginning(digits string) []id {
	low, err := hex.DecodeString((digits + "0")[:len(digits)+len(digits)%2])
	if err != nil {
		return nil
	}
	var out []id
	for i := p.from(low); i < p.n && strings.HasPrefix(hex.EncodeToString(p.id(i)), digits); i++ {
		out = append(out, id(p.id(i)))
	}
	return out
}

var kinds = map[byte]string{1: "commit", 2: "tree", 3: "blob", 4: "tag"}

const (
	byOffset = 6
	byID     = 7
	deepest  = 4096 // differences upon differences, as git itself allows
)

// object returns the object at an offset. Differences are collected down to
// what they are to, then applied; together they are no larger than an object
// may be.
func (p *pack) object(s *store, at int64) (string, []byte, error) {
	var changes [][]byte
	for held := 0; held <= largest && len(changes) <= deepest; {
		e, err := p.entry(at)
		if err != nil {
			return "", nil, err
		}
		if name, ok := kinds[e.kind]; ok {
			return applyAll(name, e.data, changes)
		}
		changes = append(changes, e.data)
		held += len(e.data)
		if e.kind == byOffset {
			at = e.base
			continue
		}
		if in, offset, ok := s.packed(e.of, p); ok {
			p, at = in, offset
			continue
		}
		name, b, err := s.object(e.of)
		if err != nil {
			return "", nil, err
		}
		return applyAll(name, b, changes)
	}
	return "", nil, errDamaged
}

// applyAll applies the changes to b, the last first.
func applyAll(name string, b []byte, changes [][]byte) (string, []byte, error) {
	for i := len(changes) - 1; i >= 0; i-- {
		var err error
		if b, err = apply(b, changes[i]); err != nil {
			return "", nil, err
		}
	}
	return name, b, nil
}

// A packed is an object as it stands in a pack: itself, or a difference to
// another at an offset or of an id.
type packed struct {
	kind byte
	base int64
	of   id
	data []byte
}

func (p *pack) entry(at int64) (e packed, err error) {
	if at < 0 {
		return e, errDamaged
	}
	f, err := os.Open(p.name + ".pack")
	if err != nil {
		return e, err
	}
	defer f.Close()
	if _, err := f.Seek(at, io.SeekStart); err != nil {
		return e, err
	}
	r := bufio.NewReader(f)
	c, err := r.ReadByte()
	if err != nil {
		return e, errDamaged
	}
	e.kind = c >> 4 & 7
	size := int64(c & 15)
	for shift := 4; c&0x80 != 0; shift += 7 {
		if c, err = r.ReadByte(); err != nil || shift > 50 {
			return e, errDamaged
		}
		size |= int64(c&0x7f) << shift
	}
	if _, ok := kinds[e.kind]; !ok {
		if e.base, e.of, err = base(r, e.kind, at); err != nil {
			return e, err
		}
	}
	e.data, err = inflate(r, size)
	return e, err
}
