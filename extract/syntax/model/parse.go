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
	var lf [NumLabelFeatures]uint64
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
			p.LabelFeatures(&lf, g)
			m.Labeler.Sum(lf[:]).Scores(&scores)
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

	features [NumParseFeatures]uint64 // of a part
}

// A partial is a sum, once it is known.
type partial struct {
	Sum
	known bool
}

// score sets scores to those of the groups of transitions.
func (p *parse) score(scores *[NumGroups]int32) {
	var a [128]uint64
	p.atoms(&a)
	top := &p.tops[len(p.tops)-1]
	if !top.known {
		*top = partial{p.sum(onStack, &a), true}
	}
	if !p.ahead.known {
		p.ahead = partial{p.sum(onBuffer, &a), true}
	}
	top.Plus(p.ahead.Sum).Plus(p.sum(onBoth, &a)).Scores(scores)
}

func (p *parse) sum(side int, a *[128]uint64) Sum {
	part := bySide[side]
	f := p.features[:len(part)]
	for i := range part {
		f[i] = part[i].feature(a)
	}
	return p.m.Parser.Sum(f)
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
