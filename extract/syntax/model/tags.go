package model

// A Tagset names tags and labels, in the order of their indices.
type Tagset struct {
	Tags   []Tag
	Labels []string

	info []tagInfo
	root int      // the label of the root
	mark [2]uint8 // the labels of markers: case and mark
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
