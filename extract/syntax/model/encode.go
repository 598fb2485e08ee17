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

const version = "05"

// Rows are the rows of a table before it is made, in ascending order of keys.
type Rows struct {
	Keys   []uint32
	Counts []uint8
	Cells  []uint16 // class<<8 | weight
}

// Encode writes what Decode reads. Keys that do not ascend, or stand there
// twice, are an error: no two rows of a table can have one place.
func Encode(ts *Tagset, lex Lexicon, tagger, groups, labels [NumLooks]*Rows) ([]byte, error) {
	for _, r := range slices.Concat(tagger[:], groups[:], labels[:]) {
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
	for look := range NumLooks {
		raw = appendDense(appendDense(appendTable(raw, tagger[look]), groups[look]), labels[look])
	}
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

// A placed row is the row of a key where it is looked for.
type placed struct {
	mark  uint16
	cells []uint16 // none where no row is
}

// layOut puts the rows where they are looked for, and writes their number and
// the turns.
func layOut(raw []byte, r *Rows) ([]byte, []placed) {
	turns, size := arrange(r.Keys)
	rows := make([]placed, size)
	cells := r.Cells
	for i, key := range r.Keys {
		n := r.Counts[i]
		rows[locate(uint64(key), turns, uint64(size))] = placed{uint16(key), cells[:n]}
		cells = cells[n:]
	}
	raw = binary.AppendUvarint(raw, uint64(size))
	return append(binary.AppendUvarint(raw, uint64(len(turns))), turns...), rows
}

// appendTable writes the rows in the order of their places, so that they are
// read one after the other and need no keys. Counts, marks, classes and weights
// are kept apart: each packs better among its own.
func appendTable(raw []byte, r *Rows) []byte {
	raw, rows := layOut(raw, r)
	for _, x := range rows {
		raw = append(raw, byte(len(x.cells)))
	}
	raw = appendMarks(raw, rows)
	for _, x := range rows {
		last := uint16(0)
		for _, c := range x.cells {
			raw = append(raw, byte(c>>8-last))
			last = c >> 8
		}
	}
	return appendWeights(raw, rows)
}

func appendMarks(raw []byte, rows []placed) []byte {
	for shift := 0; shift < 16; shift += 8 {
		for _, x := range rows {
			if len(x.cells) > 0 {
				raw = append(raw, byte(x.mark>>shift))
			}
		}
	}
	return raw
}

func appendWeights(raw []byte, rows []placed) []byte {
	for _, x := range rows {
		for _, c := range x.cells {
			raw = append(raw, byte(c))
		}
	}
	return raw
}

// appendDense does the same with rows whose classes are a set of bits, empty
// where no row is.
func appendDense(raw []byte, r *Rows) []byte {
	raw, rows := layOut(raw, r)
	for shift := 0; shift < 16; shift += 8 {
		for _, x := range rows {
			set := uint16(0)
			for _, c := range x.cells {
				set |= 1 << (c >> 8)
			}
			raw = append(raw, byte(set>>shift))
		}
	}
	return appendWeights(appendMarks(raw, rows), rows)
}
