package model

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"
)

// magic begins every file of weights; the last two bytes are the version of
// the features, which the weights are worthless without, and of the layout.
const magic = "nvsyn\x00" + version

const version = "03"

// Rows are the rows of a table before it is made, in ascending order of keys.
type Rows struct {
	Keys   []uint32
	Counts []uint8
	Cells  []uint16 // class<<8 | weight
}

// Encode writes what Decode reads.
func Encode(ts *Tagset, lex Lexicon, tagger, groups, labels *Rows) []byte {
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

// appendDense writes the classes of a row as a set of bits, and after the rows
// where they go.
func appendDense(raw []byte, r *Rows) []byte {
	raw = binary.AppendUvarint(raw, uint64(len(r.Keys)))
	raw = appendKeys(raw, r.Keys)
	sets := make([]uint16, len(r.Keys))
	cells := r.Cells
	for i, n := range r.Counts {
		for _, c := range cells[:n] {
			sets[i] |= 1 << (c >> 8)
		}
		cells = cells[n:]
	}
	for _, s := range sets {
		raw = append(raw, byte(s))
	}
	for _, s := range sets {
		raw = append(raw, byte(s>>8))
	}
	for _, c := range r.Cells {
		raw = append(raw, byte(c))
	}
	turns, size := arrange(r.Keys)
	return binary.AppendUvarint(append(raw, turns...), uint64(size))
}
