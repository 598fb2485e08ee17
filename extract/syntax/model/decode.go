package model

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/bits"
)

// Limits that no good file exceeds, so that a damaged one costs little.
const (
	maxRaw  = 32 << 20
	maxRows = 4 << 20
)

// Decode reads a file of weights.
func Decode(b []byte) (*Model, error) {
	if len(b) < len(magic)+8 || string(b[:len(magic)-len(version)]) != magic[:len(magic)-len(version)] {
		return nil, errors.New("weights: not a file of weights")
	}
	if v := string(b[len(magic)-len(version) : len(magic)]); v != version {
		return nil, fmt.Errorf("weights: version %q, want %q", v, version)
	}
	b = b[len(magic):]
	sum, size := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	if size > maxRaw {
		return nil, errors.New("weights: too large")
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(b[8:])), raw); err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	if crc32.ChecksumIEEE(raw) != sum {
		return nil, errors.New("weights: checksum does not match")
	}
	r := reader{b: raw}
	m := r.model()
	if r.bad || len(r.b) > 0 {
		return nil, errors.New("weights: malformed")
	}
	return m, nil
}

// A reader takes values off the front of b until it is bad.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) model() *Model {
	m := &Model{Lexicon: Lexicon{}}
	for range r.count(MaxTags) {
		m.Tags = append(m.Tags, Tag{r.string(), r.string()})
	}
	for range r.count(MaxLabels) {
		m.Labels = append(m.Labels, r.string())
	}
	m.Fine = r.count(1 << 10)
	r.lexicon(m.Lexicon, len(m.Tags))
	for look := range NumLooks {
		m.Tagger[look], m.Parser[look], m.Labeler[look] = r.table(len(m.Tags)), r.dense(), r.dense()
	}
	m.Prepare()
	r.bad = r.bad || !m.sound()
	return m
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) count(most int) int {
	n := r.uvarint()
	if n > uint64(most) {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if n > len(r.b) {
		r.bad, r.b = true, nil
		return make([]byte, n)
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) string() string { return string(r.bytes(r.count(64))) }

func (r *reader) keys(n int) []uint32 {
	keys := make([]uint32, n)
	last := uint32(0)
	for i := range keys {
		last += uint32(r.uvarint())
		keys[i] = last
	}
	return keys
}

func (r *reader) lexicon(lex Lexicon, tags int) {
	keys := r.keys(r.count(maxRows))
	entries := make([]Entry, len(keys))
	for i, only := range r.bytes(len(keys)) {
		entries[i].Only = only
		r.bad = r.bad || int(only) > tags
	}
	for i := range entries {
		entries[i].Amb = uint16(r.uvarint())
	}
	for c := range NumClasses {
		for i := range entries {
			entries[i].Class[c] = uint16(r.uvarint())
		}
	}
	for i, k := range keys {
		lex[k] = entries[i]
	}
}

// places reads the turns of a table, and how many rows it has room for.
func (r *reader) places() (turns []uint8, size int) {
	size = r.count(2 * maxRows)
	turns = r.bytes(r.count(maxRows))
	if r.bad = r.bad || size == 0 || size > len(r.b) || len(turns) == 0; r.bad {
		return make([]uint8, 1), 1
	}
	return turns, size
}

func (r *reader) table(classes int) *Table {
	t := newTable(r.places())
	counts := r.bytes(len(t.rows))
	n, total := 0, 0
	for _, k := range counts {
		n, total = n+int(one(k > 0)), total+int(k)
	}
	marksLow, marksHigh := r.bytes(n), r.bytes(n)
	names, weights := r.bytes(total), r.bytes(total)
	var cells [256]uint16
	n, total = 0, 0
	for at, k := range counts {
		if k == 0 {
			continue
		}
		last := byte(0)
		for i := range k {
			last += names[total]
			r.bad = r.bad || int(last) >= classes
			cells[i] = uint16(last)<<8 | uint16(weights[total])
			total++
		}
		t.put(uint64(at), uint16(marksHigh[n])<<8|uint16(marksLow[n]), cells[:k])
		n++
	}
	return t
}

func (r *reader) dense() *Dense {
	turns, size := r.places()
	low, high := r.bytes(size), r.bytes(size)
	n, total := 0, 0
	for i := range low {
		if set := bits.OnesCount8(low[i]) + bits.OnesCount8(high[i]&0x7F); set > 0 {
			n, total = n+1, total+set
		}
	}
	marksLow, marksHigh := r.bytes(n), r.bytes(n)
	weights := r.bytes(total)
	t := &Dense{turns, make([][2]uint64, size)}
	if r.bad {
		return t
	}
	n = 0
	for i := range t.rows {
		set := uint(high[i]&0x7F)<<8 | uint(low[i])
		if set == 0 {
			continue
		}
		k := bits.OnesCount(set)
		row := denseRow(set, weights[:k])
		row[0] |= mark(uint32(marksHigh[n])<<8 | uint32(marksLow[n]))
		t.rows[i] = row
		weights = weights[k:]
		n++
	}
	return t
}
