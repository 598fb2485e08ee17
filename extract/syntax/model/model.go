package model

// A Model tags and parses. It is not changed once made, and safe for many
// goroutines.
type Model struct {
	Tagset
	Lexicon Lexicon
	Tagger  [NumLooks]*Table
	Parser  [NumLooks]*Dense // groups of transitions
	Labeler [NumLooks]*Dense // labels of a group
}

// MaxTags is how many tags there can be at most, a power of two.
const MaxTags = 128

// MaxLabels is how many labels there can be at most.
const MaxLabels = 64

// Tag writes the tag of each word to tags, which is as long.
func (m *Model) Tag(words []Word, tags []uint8) {
	last, former := TagHash(-1), TagHash(-1)
	for i := range words {
		best := int(words[i].Only) - 1
		if best < 0 {
			best = m.bestTag(words, i, last, former)
		}
		tags[i] = uint8(best)
		last, former = m.info[best].tag, last
	}
}

func (m *Model) bestTag(words []Word, i int, last, former uint64) (best int) {
	var a [32]uint64
	tagAtoms(&a, words, i, last, former)
	var scores [MaxTags]int32
	var f [NumTagFeatures]uint64
	from, to := 0, FirstTag
	for _, table := range m.Tagger {
		for i := from; i < to; i++ {
			f[i] = tagFeature(&a, i)
		}
		table.Add(f[from:to], &scores)
		var lead int32
		if best, lead = leader(scores[:min(len(m.Tags), MaxTags)]); lead > tagLead {
			break
		}
		from, to = to, NumTagFeatures
	}
	return best
}
