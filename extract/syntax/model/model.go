package model

// A Model tags and parses. It is not changed once made, and safe for many
// goroutines.
type Model struct {
	Tagset
	Lexicon Lexicon
	Tagger  *Table
	Parser  *Table
}

// MaxTags is how many tags there can be at most.
const MaxTags = NumActions

// Tag writes the tag of each word to tags, which is as long.
func (m *Model) Tag(words []Word, tags []uint8) {
	var f [NumTagFeatures]uint64
	t1, t2 := TagHash(-1), TagHash(-1)
	for i := range words {
		best := int(words[i].Only) - 1
		if best < 0 {
			TagFeatures(&f, words, i, t1, t2)
			best = m.bestTag(&f)
		}
		tags[i] = uint8(best)
		t1, t2 = m.info[best].tag, t1
	}
}

func (m *Model) bestTag(f *[NumTagFeatures]uint64) int {
	var scores [NumActions]int32
	m.Tagger.Add(f[:], &scores)
	best := 0
	for i := range m.Tags {
		if scores[i&(NumActions-1)] > scores[best&(NumActions-1)] {
			best = i
		}
	}
	return best
}

// An Arc is the head of a token, -1 for the root, its label, and by how much
// the choice led over the next.
type Arc struct {
	Head, Label int
	Margin      int32
}

// Parse writes the head of each word to arcs, which is as long.
func (m *Model) Parse(words []Word, tags []uint8, arcs []Arc) {
	var s State
	var f [NumParseFeatures]uint64
	s.Reset(words, tags, &m.Tagset)
	for !s.Done() {
		var scores [NumActions]int32
		if len(s.stack) > 0 || s.next > 0 {
			s.Features(&f)
			m.Parser.Add(f[:], &scores)
		}
		a, margin := s.Best(&scores)
		if a != Shift {
			arcs[s.stack[len(s.stack)-1]].Margin = margin
		}
		s.Apply(a)
	}
	for i := range arcs {
		arcs[i].Head, arcs[i].Label = s.Arc(i)
		if arcs[i].Head == len(words) {
			arcs[i].Head = -1
		}
	}
}
