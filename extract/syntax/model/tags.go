package model

import (
	"slices"
	"strings"
)

// A Tagset names tags and labels, in the order of their indices.
type Tagset struct {
	Tags   []Tag
	Labels []string
	Fine   int // how many whole weights two updates make: what margins are divided by

	info []tagInfo
	root int      // the label of the root
	mark [2]uint8 // the labels of markers: case and mark

	groups [NumGroups][]uint8  // labels
	places [2][]place          // of each label, by side
	first  [2]uint8            // group of each side
	barred [8][NumGroups]int32 // what is not possible, by whether shift, left and right are
}

// A Tag is a part of speech: the universal one, and that of the Penn Treebank.
type Tag struct{ UPOS, XPOS string }

type tagInfo struct {
	tag, upos                 uint64
	comma, verb, conj, quoted uint16 // 0 or 1
}

var universal = [...]string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
	"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// Prepare makes ts ready for use. It must be called after Tags and Labels are
// set, and before anything else.
func (ts *Tagset) Prepare() {
	ts.info = make([]tagInfo, len(ts.Tags))
	for i, t := range ts.Tags {
		in := &ts.info[i]
		in.tag = TagHash(i)
		for j, u := range universal {
			if t.UPOS == u {
				in.upos = Number(kindUPOS, j)
			}
		}
		in.comma = one(t.XPOS == "," || t.XPOS == ":" || t.XPOS == "-LRB-" || t.XPOS == "-RRB-")
		in.verb = one(t.UPOS == "VERB" || t.UPOS == "AUX")
		in.conj = one(t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.XPOS == "WDT" || t.XPOS == "WP")
		in.quoted = one(t.XPOS == "``" || t.XPOS == "''")
	}
	ts.divide()
	ts.root, ts.mark = -1, [2]uint8{255, 255}
	for i, l := range ts.Labels {
		switch l {
		case "root":
			ts.root = i
		case "case":
			ts.mark[0] = uint8(i)
		case "mark":
			ts.mark[1] = uint8(i)
		}
	}
}

func one(b bool) uint16 {
	if b {
		return 1
	}
	return 0
}

// NumGroups is how many kinds of transitions are told apart before labels are,
// and how many labels there may be of one kind.
const NumGroups = 16

// grouping divides the labels of arcs to the left and to the right: what
// competes for the same words in the same places stands together. The last
// group of each side also takes what stands in none.
var grouping = [2][]string{
	{
		"nsubj nsubj:pass nsubj:outer csubj expl",
		"det case mark cc nmod:poss det:predet cc:preconj",
		"amod compound nummod nmod:desc flat nmod nmod:unmarked",
		"aux aux:pass cop",
		"punct",
		"advmod obl obl:unmarked advcl discourse obj ccomp parataxis vocative reparandum root acl dislocated",
	},
	{
		"obj iobj xcomp",
		"obl obl:unmarked obl:agent advmod compound:prt",
		"nmod nmod:unmarked acl acl:relcl appos amod nummod",
		"conj",
		"flat fixed case goeswith compound",
		"punct",
		"ccomp advcl advcl:relcl parataxis csubj",
		"nsubj list dep cop discourse vocative expl orphan nsubj:pass aux aux:pass reparandum dislocated",
	},
}

// A place is a label's group and its index there, from 1.
type place struct{ group, index uint8 }

func (ts *Tagset) divide() {
	group := uint8(1) // 0 is to shift
	ts.groups = [NumGroups][]uint8{}
	for side, names := range grouping {
		ts.places[side] = make([]place, len(ts.Labels))
		ts.first[side] = group
		for _, list := range names {
			for name := range strings.FieldsSeq(list) {
				if l := slices.Index(ts.Labels, name); l >= 0 {
					ts.places[side][l] = place{group, uint8(1 + len(ts.groups[group]))}
					ts.groups[group] = append(ts.groups[group], uint8(l))
				}
			}
			group++
		}
		for l := range ts.Labels {
			if ts.places[side][l].group == 0 {
				ts.places[side][l] = place{group - 1, 1}
			}
		}
	}
	for can := range ts.barred {
		for g, labels := range ts.groups {
			kind := 0
			if g > 0 {
				kind = 1 + side(g < int(ts.first[1]))
			}
			ts.barred[can][g] = 0
			if can>>kind&1 == 0 || g > 0 && len(labels) == 0 {
				ts.barred[can][g] = never
			}
		}
	}
}

// sound reports whether a parse can always go on: there are tags, a root, and
// on both sides a group, and every group has a label that is not the root's.
func (ts *Tagset) sound() bool {
	if len(ts.Tags) == 0 || ts.root < 0 || ts.Fine < 1 {
		return false
	}
	var sides [2]bool
	for g, labels := range ts.groups {
		if len(labels) == 0 {
			continue
		}
		if len(labels) > numDense || len(labels) == 1 && int(labels[0]) == ts.root {
			return false
		}
		sides[side(g < int(ts.first[1]))] = true
	}
	return sides[0] && sides[1]
}

// Place is the group and the index in it, from 1, of a label on the left or the right.
// A label that is never seen there gets the place of another.
func (ts *Tagset) Place(label int, left bool) (group, index int) {
	p := ts.places[side(left)][label]
	return int(p.group), int(p.index)
}

// Group lists the labels of a group, and whether their heads are in the
// buffer. It must not be changed.
func (ts *Tagset) Group(group int) (labels []uint8, left bool) {
	return ts.groups[group], group > 0 && group < int(ts.first[1])
}

// RootLabel is the label of the root.
func (ts *Tagset) RootLabel() int { return ts.root }

func side(left bool) int {
	if left {
		return 0
	}
	return 1
}
