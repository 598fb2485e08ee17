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
	deepest  = 4096 // differences upon differences
)

// object returns the object at an offset.
func (p *pack) object(s *store, at int64, depth int) (string, []byte, error) {
	if depth > deepest || at < 0 {
		return "", nil, errDamaged
	}
	f, err := os.Open(p.name + ".pack")
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	if _, err := f.Seek(at, io.SeekStart); err != nil {
		return "", nil, err
	}
	r := bufio.NewReader(f)
	c, err := r.ReadByte()
	if err != nil {
		return "", nil, errDamaged
	}
	kind, size := c>>4&7, int64(c&15)
	for shift := 4; c&0x80 != 0; shift += 7 {
		if c, err = r.ReadByte(); err != nil || shift > 50 {
			return "", nil, errDamaged
		}
		size |= int64(c&0x7f) << shift
	}
	if name, ok := kinds[kind]; ok {
		b, err := inflate(r, size)
		return name, b, err
	}
	base, of, err := p.base(r, kind, at)
	if err != nil {
		return "", nil, err
	}
	change, err := inflate(r, size)
	if err != nil {
		return "", nil, err
	}
	var name string
	var b []byte
	if kind == byOffset {
		name, b, err = p.object(s, base, depth+1)
	} else if at, ok := p.find(of); ok {
		name, b, err = p.object(s, at, depth+1)
	} else {
		name, b, err = s.objectAt(of, depth+1)
	}
	if err != nil {
		return "", nil, err
	}
	b, err = apply(b, change)
	return name, b, err
}
