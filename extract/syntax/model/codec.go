package model

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
)

// magic begins every file of weights; the last two bytes are the version of
// the features, which the weights are worthless without.
const magic = "nvsyn\x00" + version

const version = "01"

// Limits that no good file exceeds, so that a damaged one costs little.
const (
	maxRaw  = 32 << 20
	maxRows = 4 << 20
)

// Rows are the rows of a table before it is made, in ascending order of keys.
type Rows struct {
	Keys   []uint32
	Counts []uint8
	Cells  []uint16 // class<<8 | weight
}

// Encode writes what Decode reads.
func Encode(ts *Tagset, lex Lexicon, tagger, parser *Rows) []byte {
	var raw []byte
	raw = binary.AppendUvarint(raw, uint64(len(ts.Tags)))
	for _, t := range ts.Tags {
		raw = appendString(appendString(raw, t.UPOS), t.XPOS)
	}
	raw = binary.AppendUvarint(raw, uint64(len(ts.Labels)))
	for _, l := range ts.Labels {
		raw = appendString(raw, l)
	}
	raw = appendLexicon(raw, lex)
	raw = appendRows(appendRows(raw, tagger), parser)
	var out bytes.Buffer
	out.WriteString(magic)
	head := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(raw))
	out.Write(binary.BigEndian.AppendUint32(head, uint32(len(raw))))
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	z.Write(raw) // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendLexicon(raw []byte, lex Lexicon) []byte {
	keys := slices.Sorted(maps.Keys(lex))
	raw = binary.AppendUvarint(raw, uint64(len(keys)))
	raw = appendKeys(raw, keys)
	for _, k := range keys {
		raw = append(raw, lex[k].Only)
	}
	for _, k := range keys {
		raw = binary.AppendUvarint(raw, uint64(lex[k].Amb))
	}
	for i := range NumClasses {
		for _, k := range keys {
			raw = binary.AppendUvarint(raw, uint64(lex[k].Class[i]))
		}
	}
	return raw
}

func appendKeys(raw []byte, keys []uint32) []byte {
	last := uint32(0)
	for _, k := range keys {
		raw = binary.AppendUvarint(raw, uint64(k-last))
		last = k
	}
	return raw
}

// appendRows keeps keys, counts, classes and weights apart: each packs better
// among its own.
func appendRows(raw []byte, r *Rows) []byte {
	raw = binary.AppendUvarint(raw, uint64(len(r.Keys)))
	raw = appendKeys(raw, r.Keys)
	raw = append(raw, r.Counts...)
	cells := r.Cells
	for _, n := range r.Counts {
		last := uint16(0)
		for _, c := range cells[:n] {
			raw = append(raw, byte(c>>8-last))
			last = c >> 8
		}
		cells = cells[n:]
	}
	for _, c := range r.Cells {
		raw = append(raw, byte(c))
	}
	return raw
}

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
	for range r.count((NumActions - 2) / 2) {
		m.Labels = append(m.Labels, r.string())
	}
	r.lexicon(m.Lexicon, len(m.Tags))
	m.Tagger = r.table(len(m.Tags))
	m.Parser = r.table(1 + 2*len(m.Labels))
	if len(m.Tags) == 0 || !slices.Contains(m.Labels, "root") || len(m.Labels) < 2 {
		r.bad = true
	}
	m.Prepare()
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

func (r *reader) table(classes int) *Table {
	keys := r.keys(r.count(maxRows))
	counts := r.bytes(len(keys))
	total := 0
	for _, n := range counts {
		total += int(n)
	}
	names := r.bytes(total)
	weights := r.bytes(total)
	cells := make([]uint16, 0, total)
	for _, n := range counts {
		last := byte(0)
		for range n {
			last += names[len(cells)]
			r.bad = r.bad || int(last) >= classes
			cells = append(cells, uint16(last)<<8|uint16(weights[len(cells)]))
		}
	}
	if !slices.IsSorted(keys) || r.bad {
		r.bad = true
		return nil
	}
	return NewTable(keys, counts, cells)
}
