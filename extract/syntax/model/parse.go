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

	seen   [128]uint64 // by the features of a transition, of this state
	named  [64]uint64  // by those of a label
	gather gather
}

// A partial is what some features add up to at each look, as far as was looked.
type partial struct {
	sums  [NumLooks]Sum
	looks int
}

// score sets scores to those of the groups of transitions. The rows of all
// that is not known of one look are loaded at once.
func (p *parse) score(scores *[NumGroups]int32) {
	p.atoms(&p.seen)
	top := &p.tops[len(p.tops)-1]
	var sum Sum
	for look, rows := range p.m.Parser {
		stack := 0
		if top.looks == look {
			stack = p.features(looks[look][onStack], 0)
		}
		buffer := stack
		if p.ahead.looks == look {
			buffer = p.features(looks[look][onBuffer], stack)
		}
		both := p.features(looks[look][onBoth], buffer)
		rows.load(&p.gather, both)
		if top.looks == look {
			top.sums[look], top.looks = rows.add(&p.gather, 0, stack), look+1
		}
		if p.ahead.looks == look {
			p.ahead.sums[look], p.ahead.looks = rows.add(&p.gather, stack, buffer), look+1
		}
		sum = sum.Plus(rows.add(&p.gather, buffer, both)).Plus(top.sums[look]).Plus(p.ahead.sums[look])
		sum.Scores(scores)
		p.bar(scores)
		if _, lead := leader(scores[:]); lead > groupLead {
			return
		}
	}
}

// features puts the features of some templates behind the first n that are
// gathered, and returns how many there are then.
func (p *parse) features(part []template, n int) int {
	f := p.gather.features[n : n+len(part)]
	for i := range part {
		f[i] = part[i].feature(&p.seen)
	}
	return n + len(part)
}

// scoreLabels sets scores to those of the labels of a group.
func (p *parse) scoreLabels(scores *[NumGroups]int32, group int) {
	p.labelAtoms(&p.named, group)
	labels, _ := p.m.Group(group)
	f := p.gather.features[:NumLabelFeatures]
	from, to := 0, FirstLabel
	var sum Sum
	for _, rows := range p.m.Labeler {
		for i := from; i < to; i++ {
			f[i-from] = labelFeature(&p.named, group, i)
		}
		rows.load(&p.gather, to-from)
		sum = sum.Plus(rows.add(&p.gather, 0, to-from))
		sum.Scores(scores)
		if _, lead := leader(scores[1 : 1+len(labels)]); lead > labelLead {
			return
		}
		from, to = to, NumLabelFeatures
	}
}

func (p *parse) shift() {
	p.Shift()
	p.tops = append(p.tops, partial{})
	p.ahead.looks = 0
}

func (p *parse) attach(label int, left bool) {
	p.Attach(label, left)
	p.tops = p.tops[:len(p.tops)-1]
	if left {
		p.ahead.looks = 0 // the first of the buffer has one more dependent
	} else {
		p.tops[len(p.tops)-1].looks = 0
	}
}
