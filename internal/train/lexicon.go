package main

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsvet/newsvet/extract/syntax/model"
)

// An example is a sentence as training sees it.
type example struct {
	doc     int
	lowered bool // its capitals are overlooked
	forms   []string
	words   []model.Word
	tags    []uint8 // gold
	auto    []uint8 // as a tagger that has not seen the sentence would have it
	heads   []int
	labels  []int

	projected []int // heads without crossing arcs
}

// inventory lists the tags and labels of the sentences, the frequent first.
// Rare labels lose their subtype, rare tags become the frequent one of their
// universal tag.
func inventory(all []*sentence) (*model.Tagset, map[model.Tag]int, map[string]int) {
	tags, labels := map[model.Tag]int{}, map[string]int{}
	for _, s := range all {
		for _, t := range s.tokens {
			tags[model.Tag{UPOS: t.upos, XPOS: t.xpos}]++
			labels[t.rel]++
		}
	}
	ts := &model.Tagset{}
	tagIndex, labelIndex := map[model.Tag]int{}, map[string]int{}
	for _, t := range byCount(tags, func(a, b model.Tag) int { return cmp.Or(cmp.Compare(a.UPOS, b.UPOS), cmp.Compare(a.XPOS, b.XPOS)) }) {
		same := slices.IndexFunc(ts.Tags, func(u model.Tag) bool { return u.UPOS == t.UPOS })
		if same >= 0 && tags[t] < minTag || len(ts.Tags) == model.MaxTags {
			tagIndex[t] = max(same, 0)
			continue
		}
		tagIndex[t] = len(ts.Tags)
		ts.Tags = append(ts.Tags, t)
	}
	for _, l := range byCount(labels, cmp.Compare[string]) {
		base := slices.Index(ts.Labels, baseRel(l))
		if base >= 0 && labels[l] < minLabel || len(ts.Labels) == model.MaxLabels {
			labelIndex[l] = max(base, 0)
			continue
		}
		labelIndex[l] = len(ts.Labels)
		ts.Labels = append(ts.Labels, l)
	}
	ts.Prepare()
	return ts, tagIndex, labelIndex
}

const (
	minTag   = 6
	minLabel = 60
)

func byCount[K comparable](m map[K]int, less func(a, b K) int) []K {
	keys := slices.Collect(maps.Keys(m))
	slices.SortFunc(keys, func(a, b K) int { return cmp.Or(m[b]-m[a], less(a, b)) })
	return keys
}

func baseRel(l string) string {
	for i := range len(l) {
		if l[i] == ':' {
			return l[:i]
		}
	}
	return l
}

// loweredPer is after how many examples one is learned again without capitals,
// as headlines are seen.
const loweredPer = 16

// examples turns sentences into examples, without the words' lexicon entries.
func examples(all []*sentence, tags map[model.Tag]int, labels map[string]int) []*example {
	var out []*example
	doc, last := 0, ""
	for _, s := range all {
		if s.doc != last {
			doc, last = doc+1, s.doc
		}
		e := &example{doc: doc}
		for _, t := range s.tokens {
			e.forms = append(e.forms, t.form)
			e.tags = append(e.tags, uint8(tags[model.Tag{UPOS: t.upos, XPOS: t.xpos}]))
			e.heads = append(e.heads, t.head)
			e.labels = append(e.labels, labels[t.rel])
		}
		out = append(out, e)
		if len(out)%loweredPer == 0 {
			c := *e
			c.lowered = true
			out = append(out, &c)
		}
	}
	return out
}

// lookUp gives the words of all examples their entries.
func lookUp(all []*example, lex model.Lexicon) {
	for _, e := range all {
		e.words = nil
		for i, f := range e.forms {
			e.words = append(e.words, model.NewWord(f, e.lowered && i > 0, lex))
		}
	}
}

// How often a word must be seen for its set of tags to count, and to be
// trusted to have one tag only; and the share of a tag below which it is noise.
const (
	minAmb   = 4
	minOnly  = 40
	onePart  = 500 // of one in
	noisePer = 50  // of one in
)

// makeLexicon counts the tags of each form.
func makeLexicon(all []*example, classes map[uint32][model.NumClasses]uint16) model.Lexicon {
	counts := map[uint32]*[model.MaxTags]int{}
	for _, e := range all {
		for i, f := range e.forms {
			k := model.FormKey(f)
			if counts[k] == nil {
				counts[k] = new([model.MaxTags]int)
			}
			counts[k][e.tags[i]]++
		}
	}
	lex := model.Lexicon{}
	for k, c := range classes {
		lex[k] = model.Entry{Class: c}
	}
	sets := map[[2]uint64]uint16{}
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		c := counts[k]
		total, most := 0, 0
		for t, n := range c {
			total += n
			if n > c[most] {
				most = t
			}
		}
		if total < minAmb {
			continue
		}
		e := lex[k]
		var set [2]uint64
		for t, n := range c {
			if n > 0 && n*noisePer >= total {
				set[t/64] |= 1 << (t % 64)
			}
		}
		if sets[set] == 0 {
			sets[set] = uint16(len(sets) + 1)
		}
		e.Amb = sets[set]
		if total >= minOnly && (total-c[most])*onePart <= total {
			e.Only = uint8(most + 1)
		}
		lex[k] = e
	}
	return lex
}
