package model

// A Model tags and parses. It is not changed once made, and safe for many
// goroutines.
type Model struct {
	Tagset
	Lexicon Lexicon
	Tagger  *Table
	Parser  *Dense // groups of transitions
	Labeler *Dense // labels of a group
}

// MaxTags is how many tags there can be at most, a power of two.
const MaxTags = 128

// MaxLabels is how many labels there can be at most.
const MaxLabels = 64

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
	var scores [MaxTags]int32
	m.Tagger.Add(f[:], &scores)
	best := 0
	for i := range m.Tags {
		if scores[i&(MaxTags-1)] > scores[best&(MaxTags-1)] {
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
	var lf [NumLabelFeatures]uint64
	s.Reset(words, tags, &m.Tagset)
	margin := int32(0)
	for !s.Done() {
		var scores [NumGroups]int32
		if !s.Forced() {
			s.Features(&f)
			m.Parser.Score(f[:], &scores)
		}
		g, lead := s.BestGroup(&scores)
		if lead < Sure { // what had no alternative is as sure as what led to it
			margin = lead
		}
		if g == 0 {
			s.Shift()
			continue
		}
		labels, left := m.Group(g)
		if len(labels) > 1 {
			s.LabelFeatures(&lf, g)
			m.Labeler.Score(lf[:], &scores)
		}
		arcs[s.stack[len(s.stack)-1]].Margin = 2 * margin / int32(m.Fine)
		s.Attach(s.BestLabel(g, &scores), left)
	}
	for i := range arcs {
		arcs[i].Head, arcs[i].Label = s.Arc(i)
		if arcs[i].Head == len(words) {
			arcs[i].Head = -1
		}
	}
}
