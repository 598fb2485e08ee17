package model

// An Arc is the head of a token, -1 for the root, its label, and by how much
// the choice led over the next.
type Arc struct {
	Head, Label int
	Margin      int32
}

// Parse writes the head of each word to arcs, which is as long.
func (m *Model) Parse(words []Word, tags []uint8, arcs []Arc) {
	p := parse{m: m}
	p.Reset(words, tags, &m.Tagset)
	p.tops = make([]partial, 0, len(words)+1)
	margin := int32(0)
	for !p.Done() {
		var scores [NumGroups]int32
		if !p.Forced() {
			p.score(&scores)
		}
		g, lead := p.BestGroup(&scores)
		if lead < Sure { // what had no alternative is as sure as what led to it
			margin = lead
		}
		if g == 0 {
			p.shift()
			continue
		}
		labels, left := m.Group(g)
		if len(labels) > 1 {
			p.scoreLabels(&scores, g)
		}
		arcs[p.stack[len(p.stack)-1]].Margin = 2 * margin / int32(m.Fine)
		p.attach(p.BestLabel(g, &scores), left)
	}
	for i := range arcs {
		arcs[i].Head, arcs[i].Label = p.Arc(i)
		if arcs[i].Head == len(words) {
			arcs[i].Head = -1
		}
	}
}

// A parse is a state that remembers what it has added up. A transition changes
// one side of it, or uncovers what was on top before: of three sums of weights
// one or two are known already.
type parse struct {
	State
	m     *Model
	tops  []partial // of the features of the stack alone, when it ended here
	ahead partial   // of the features of the buffer alone

	seen   [128]uint64 // by the features, of this state
	gather gather
}

// A partial is a sum, once it is known.
type partial struct {
	Sum
	known bool
}

// score sets scores to those of the groups of transitions. The rows of all
// that is not known are loaded at once.
func (p *parse) score(scores *[NumGroups]int32) {
	p.atoms(&p.seen)
	top, rows := &p.tops[len(p.tops)-1], p.m.Parser
	stack := 0
	if !top.known {
		stack = p.features(onStack, 0)
	}
	buffer := stack
	if !p.ahead.known {
		buffer = p.features(onBuffer, stack)
	}
	both := p.features(onBoth, buffer)
	rows.load(&p.gather, both)
	if !top.known {
		*top = partial{rows.add(&p.gather, 0, stack), true}
	}
	if !p.ahead.known {
		p.ahead = partial{rows.add(&p.gather, stack, buffer), true}
	}
	top.Plus(p.ahead.Sum).Plus(rows.add(&p.gather, buffer, both)).Scores(scores)
}

// features puts the features of a side behind the first n that are gathered,
// and returns how many there are then.
func (p *parse) features(side, n int) int {
	part := bySide[side]
	f := p.gather.features[n : n+len(part)]
	for i := range part {
		f[i] = part[i].feature(&p.seen)
	}
	return n + len(part)
}

// scoreLabels sets scores to those of the labels of a group.
func (p *parse) scoreLabels(scores *[NumGroups]int32, group int) {
	p.LabelFeatures((*[NumLabelFeatures]uint64)(p.gather.features[:]), group)
	p.m.Labeler.load(&p.gather, NumLabelFeatures)
	p.m.Labeler.add(&p.gather, 0, NumLabelFeatures).Scores(scores)
}

func (p *parse) shift() {
	p.Shift()
	p.tops = append(p.tops, partial{})
	p.ahead.known = false
}

func (p *parse) attach(label int, left bool) {
	p.Attach(label, left)
	p.tops = p.tops[:len(p.tops)-1]
	if left {
		p.ahead.known = false // the first of the buffer has one more dependent
	} else {
		p.tops[len(p.tops)-1].known = false
	}
}
