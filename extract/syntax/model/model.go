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
