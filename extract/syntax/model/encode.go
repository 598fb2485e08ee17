package model

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
)

// magic begins every file of weights; the last two bytes are the version of
// the features, which the weights are worthless without, and of the layout.
const magic = "nvsyn\x00" + version

const version = "04"

// Rows are the rows of a table before it is made, in ascending order of keys.
type Rows struct {
	Keys   []uint32
	Counts []uint8
	Cells  []uint16 // class<<8 | weight
}

// Encode writes what Decode reads. Keys that do not ascend, or stand there
// twice, are an error: no two rows of a table can have one place.
func Encode(ts *Tagset, lex Lexicon, tagger, groups, labels *Rows) ([]byte, error) {
	for _, r := range []*Rows{tagger, groups, labels} {
		for i := 1; i < len(r.Keys); i++ {
			if r.Keys[i-1] >= r.Keys[i] {
				return nil, fmt.Errorf("rows %d and %d: keys %d and %d do not ascend", i-1, i, r.Keys[i-1], r.Keys[i])
			}
		}
	}
	var raw []byte
	raw = binary.AppendUvarint(raw, uint64(len(ts.Tags)))
	for _, t := range ts.Tags {
		raw = appendString(appendString(raw, t.UPOS), t.XPOS)
	}
	raw = binary.AppendUvarint(raw, uint64(len(ts.Labels)))
	for _, l := range ts.Labels {
		raw = appendString(raw, l)
	}
	raw = binary.AppendUvarint(raw, uint64(ts.Fine))
	raw = appendLexicon(raw, lex)
	raw = appendDense(appendDense(appendRows(raw, tagger), groups), labels)
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
	return out.Bytes(), nil
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

// appendDense writes the rows in the order of their places, so that they are
// read one after the other and need no keys: the marks of those that are
// there, and of all places the classes as a set of bits, empty if no row is.
func appendDense(raw []byte, r *Rows) []byte {
	turns, size := arrange(r.Keys)
	type row struct {
		mark  uint64
		set   uint16
		cells []uint16
	}
	rows := make([]row, size)
	cells := r.Cells
	for i, key := range r.Keys {
		x := &rows[locate(uint64(key), turns, uint64(size))]
		x.mark, x.cells = mark(key), cells[:r.Counts[i]]
		for _, c := range x.cells {
			x.set |= 1 << (c >> 8)
		}
		cells = cells[r.Counts[i]:]
	}
	raw = binary.AppendUvarint(raw, uint64(size))
	raw = append(binary.AppendUvarint(raw, uint64(len(turns))), turns...)
	for shift := 0; shift < 16; shift += 8 {
		for i := range rows {
			raw = append(raw, byte(rows[i].set>>shift))
		}
	}
	for shift := 0; shift < 16; shift += 8 {
		for i := range rows {
			if rows[i].set != 0 {
				raw = append(raw, byte(rows[i].mark>>shift))
			}
		}
	}
	for i := range rows {
		for _, c := range rows[i].cells {
			raw = append(raw, byte(c))
		}
	}
	return raw
}
