package model_test

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsvet/newsvet/extract/syntax/model"
	"pgregory.net/rapid"
)

// numTags is more than a row of the tagger has room for.
const numTags = 12

func tagset() *model.Tagset {
	ts := &model.Tagset{Labels: []string{"nsubj", "obj", "obl", "case", "root"}, Fine: 2}
	for range numTags {
		ts.Tags = append(ts.Tags, model.Tag{UPOS: "VERB", XPOS: "VBD"})
	}
	return ts
}

// draw draws rows with weights of the classes below n.
func draw(t *rapid.T, n int, label string) (*model.Rows, map[uint32][]int) {
	weights := map[uint32][]int{}
	for range rapid.IntRange(0, 40).Draw(t, label) {
		row := make([]int, n)
		for c := range row {
			row[c] = rapid.IntRange(-60, 60).Draw(t, "weight") * rapid.IntRange(0, 1).Draw(t, "given")
		}
		weights[rapid.Uint32().Draw(t, "key")*0x9E3779B1&^1] = row // keys are hashes
	}
	rows := &model.Rows{}
	for _, key := range slices.Sorted(maps.Keys(weights)) {
		count := 0
		for c, w := range weights[key] {
			if w != 0 {
				rows.Cells = append(rows.Cells, uint16(c)<<8|uint16(uint8(int8(w))))
				count++
			}
		}
		rows.Keys, rows.Counts = append(rows.Keys, key), append(rows.Counts, uint8(count))
	}
	return rows, weights
}

// first are rows of the first look.
func first(rows *model.Rows) [model.NumLooks]*model.Rows { return [...]*model.Rows{rows, {}} }

func none() [model.NumLooks]*model.Rows { return first(&model.Rows{}) }

func TestScoresAreSumsOfWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, weights := draw(t, 15, "rows")
		flat, flatWeights := draw(t, numTags, "tagger")
		m, err := model.Decode(encode(t, nil, first(flat), first(rows), none()))
		if err != nil {
			t.Fatal(err)
		}
		features := []uint64{0x123456789ABCDEF0}
		var want, flatWant [128]int32
		for _, key := range slices.Sorted(maps.Keys(weights)) {
			features = append(features, uint64(key)<<32|7)
			for c := 1; c < 15; c++ {
				want[c] += int32(weights[key][c] - weights[key][0])
			}
		}
		var got [model.NumGroups]int32
		m.Parser[0].Sum(features).Scores(&got)
		if d := cmp.Diff(want[:15], got[:15]); d != "" {
			t.Fatalf("parser: (-want +got)\n%s", d)
		}
		features = features[:0]
		for _, key := range slices.Sorted(maps.Keys(flatWeights)) {
			features = append(features, uint64(key)<<32)
			for c, w := range flatWeights[key] {
				flatWant[c] += int32(w)
			}
		}
		var flatGot [model.MaxTags]int32
		m.Tagger[0].Add(features, &flatGot)
		if flatGot != flatWant {
			t.Fatalf("tagger: %v, want %v", flatGot[:numTags], flatWant[:numTags])
		}
	})
}

func encode(t interface{ Fatal(...any) }, lex model.Lexicon, tagger, groups, labels [model.NumLooks]*model.Rows) []byte {
	b, err := model.Encode(tagset(), lex, tagger, groups, labels)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestNoKeyTwice(t *testing.T) {
	for _, keys := range [][]uint32{{7, 7}, {9, 7}} {
		bad := &model.Rows{Keys: keys, Counts: []uint8{1, 1}, Cells: []uint16{0x0105, 0x0105}}
		for _, tables := range [][3][model.NumLooks]*model.Rows{{first(bad), none(), none()}, {none(), first(bad), none()}, {none(), none(), first(bad)}} {
			if _, err := model.Encode(tagset(), nil, tables[0], tables[1], tables[2]); err == nil {
				t.Errorf("Encode takes keys %v", keys)
			}
		}
	}
}

func TestLexiconSurvives(t *testing.T) {
	want := model.Lexicon{
		model.FormKey("ferry"): {Amb: 3, Only: 1, Class: [model.NumClasses]uint16{4, 90, 500}},
		model.FormKey("Brant"): {Class: [model.NumClasses]uint16{1, 2, 3}},
	}
	m, err := model.Decode(encode(t, want, none(), none(), none()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, m.Lexicon); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if model.NewWord("FERRY", false, m.Lexicon).Only != 1 {
		t.Error("case matters")
	}
}

// FuzzDecode gives Decode what a checksum does not protect from.
func FuzzDecode(f *testing.F) {
	rows := &model.Rows{Keys: []uint32{9, 1 << 30}, Counts: []uint8{1, 2}, Cells: []uint16{0x0105, 0x0003, 0x0204}}
	good := encode(f, model.Lexicon{7: {}}, none(), first(rows), first(rows))
	raw := new(bytes.Buffer)
	raw.ReadFrom(flate.NewReader(bytes.NewReader(good[16:])))
	f.Add(raw.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		file := bytes.NewBuffer(slices.Clone(good[:8]))
		file.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(raw)))
		file.Write(binary.BigEndian.AppendUint32(nil, uint32(len(raw))))
		z, _ := flate.NewWriter(file, 1)
		z.Write(raw)
		z.Close()
		m, err := model.Decode(file.Bytes())
		if err != nil {
			return
		}
		var words []model.Word
		for _, w := range strings.Fields("The ferry sank near Brant .") {
			words = append(words, model.NewWord(w, false, m.Lexicon))
		}
		tags, arcs := make([]uint8, len(words)), make([]model.Arc, len(words))
		m.Tag(words, tags)
		m.Parse(words, tags, arcs)
	})
}
