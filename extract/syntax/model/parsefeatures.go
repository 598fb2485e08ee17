package model

// An atom is one thing a feature looks at. Names are those of Zhang and Nivre
// (2011): s0 is the top of the stack, s1 and s2 below it, b0 the first of the
// buffer; l, r its outermost dependents, m its case or mark.
// W is the form, T the tag, P the universal tag, L the label, C D E the
// classes from coarse to fine.
type atom uint8

const (
	nothing atom = iota
	s0W
	s0T
	s0P
	s0C
	s0D
	s0E
	s1W
	s1T
	s1P
	s1C
	s1D
	s1E
	s2W
	s2T
	s2P
	b0W
	b0T
	b0P
	b0C
	b0D
	b0E
	b1W
	b1T
	b1P
	b1D
	b2W
	b2T
	b3T
	s0lW
	s0lT
	s0lL
	s0rW
	s0rT
	s0rL
	s0l2T
	s0l2L
	s0r2T
	s0r2L
	s0mW
	s1lW
	s1lT
	s1lL
	s1rW
	s1rT
	s1rL
	s1l2L
	s1r2T
	s1r2L
	s1mW
	b0lW
	b0lT
	b0lL
	b0l2T
	b0l2L
	b0mW
	s0vl // valency: how many dependents
	s0vr
	s1vl
	s1vr
	b0vl
	s0b0 // distance
	s1s0
	s1b0
	gap10 // what stands between them
	gap0b
	b0p // the tag of the token just before b0
	s0n // the tag of the token just after s0
	s0p
	s1n
	numAtoms
)

// templates are the features of a transition, those of the first look first, each
// part in the order of what was lost last when one after the other was left out,
// with the rest weighted anew (Optimal Brain Damage; LeCun, Denker and Solla 1990).
var templates = [...][4]atom{
	{s0P}, {b1T}, {s0lL}, {b0lW}, {b0lL}, {s0T, s0rL, s0r2L}, {s0T, s0lT, s0l2T}, {b0T, b0lT, b0l2T}, {s1T, s1rL, s1r2L}, {gap0b},
	{s1P, s0P, gap10, s1s0}, {b0E}, {s0mW, s0D}, {b0T, b0vl}, {b0T, b1T}, {s0rT}, {s0W, s0vr}, {s1P, s0P, b0P}, {b0lT}, {b0W, b0vl}, {s0lW},
	{s0mW, s1D}, {s0P, b0P, gap0b, s0b0}, {s0mW, s1mW}, {gap10}, {b1W},
	// the second look
	{s2T}, {s0lT}, {s0P, b0P, b1P}, {s0W, s1s0}, {s1W, s1rL}, {s1rW}, {s0T, s0vl}, {s1T, s0T, s0p}, {b0mW, s0T}, {s0mW, s0T, s1T}, {s0E}, {b0T}, {b2T},
	{s1lL}, {s0mW, b0T}, {s0T, b1T}, {s0mW, s0W, s1T}, {s0rW}, {s0T, s0vr}, {s0T, s0lT, b0T}, {b0W, b1T}, {s0T, b0T, b0lL}, {s1E, s0T}, {s0W, s0vl},
	{b0T, b1T, b2T}, {s1mW, s0T}, {s0T, s0b0}, {s0T, s0lL, s0l2L}, {s1T, s1vr}, {s0T, s0rT, b0T}, {s0rL}, {s1W, b0T}, {b0T, b0lL, b0l2L}, {s0mW, s1T},
	{b3T}, {s0D, b1D}, {s1T, s1vl}, {s0mW, s0D, s1D}, {b0D, b1D}, {s2P, s1P, s0P}, {b0W, b0T}, {s0D, b0D}, {s0E, b0T}, {b0T, s0b0}, {s1T, s0T, gap10},
	{s1T, s0T, s0rT}, {s0W, s0b0}, {s1W, s1T, s0T}, {s1T, s0T, s1n}, {s1W, s1T}, {s0T, s0rT, s0r2T}, {s0T, s0n, b0T}, {s1D, b0D}, {s1T, s1rT, s0T},
	{s0T, b0E}, {s0T, b0p, b0T}, {s1T, s1lT, s0T}, {s1T, b0T}, {s0W, s0T}, {s0C, b0C, b1T}, {s2T, s1T, s0T}, {s1W, b0W}, {b0T, b1W}, {s1T, s0E}, {b0W},
	{s0W, b0W}, {b2W, b2T}, {s0T, s0rL, b0T}, {s1E}, {s1C, s0C, b0C}, {s1W, s0T}, {s0W, s0rL}, {b0W, b0lL}, {b0W, s0b0}, {s1T, b0W}, {s0W, b1T},
	{s1T, s0T, b0T, b1T}, {s1W}, {s1T, s0T, s1s0}, {s1W, s1rL, s0T}, {s0T, b0T}, {s1T, s1lL, s1rL, s0T}, {s1W, s1vr}, {s0T, b0T, b1W}, {s1D, s0D},
	{s1T, b0T, s1b0}, {s1W, s1lL}, {s1T, s1rL, s0T}, {s1W, s0W},
	// what was lost first, worth 0.4 points of LAS together
	{s0W}, {s0T}, {s1T}, {s2W, s2T}, {b1W, b1T}, {s0W, s0T, b0T}, {s0T, b0W, b0T}, {s0W, b0T}, {s0T, b0W}, {s0P, b0P}, {s1T, s0W, s0T}, {s1T, s0W}, {s1T, s0T}, {s1P, s0P}, {s0T, b0T, b1T}, {s1T, s0T, b0T}, {s2T, s1T, s0T, b0T}, {s0T, b0T, b0lT}, {s1T, s0T, s0lT}, {s1rL}, {s1T, s1lL, s1l2L}, {s0W, s0lL}, {s0T, s0lL, s0rL}, {s0T, s0lL, b0T}, {s0mW, s1W}, {s0mW, b0W}, {s0mW, s1T, b0T}, {b0mW, b0T, s0T}, {s0T, b0T, s0b0}, {s1W, s1s0}, {s1T, s1s0}, {s0T, b0T, gap0b}, {s0T, b0T, s0n, b0p},
}

// NumParseFeatures is how many features a transition has.
const NumParseFeatures = len(templates)

// A template makes a feature of what its atoms see.
type template struct {
	atoms [4]atom
	seed  uint64
	at    int // among the features
}

func (t *template) feature(a *[128]uint64) uint64 {
	return join(a[t.atoms[0]&127], a[t.atoms[1]&127], a[t.atoms[2]&127], a[t.atoms[3]&127], t.seed)
}

// What templates look at. What looks at one side alone stays as it is for as
// long as that side does.
const (
	onStack = iota
	onBuffer
	onBoth
	numSides
)

// looks are the templates by when they are summed, and by what they look at.
var looks = func() (looks [NumLooks][numSides][]template) {
	for i, atoms := range templates {
		look := 0
		if i >= FirstParse {
			look = 1
		}
		part := &looks[look][sideOf(atoms)]
		*part = append(*part, template{atoms, Number(kindTemplate, 1000+i), i})
	}
	return looks
}()

func sideOf(atoms [4]atom) int {
	stack, buffer := false, false
	for _, a := range atoms {
		s, b := a.sides()
		stack, buffer = stack || s, buffer || b
	}
	switch {
	case !buffer:
		return onStack
	case !stack:
		return onBuffer
	}
	return onBoth
}

// sides reports what a looks at.
func (a atom) sides() (stack, buffer bool) {
	switch a {
	case nothing:
		return false, false
	case s0b0, s1b0, gap0b:
		return true, true
	case b0W, b0T, b0P, b0C, b0D, b0E, b1W, b1T, b1P, b1D, b2W, b2T, b3T, b0lW, b0lT, b0lL, b0l2T, b0l2L, b0mW, b0vl, b0p:
		return false, true
	}
	return true, false
}

// Features writes the features of the next transition.
func (s *State) Features(f *[NumParseFeatures]uint64) {
	var a [128]uint64
	s.atoms(&a)
	for look := range looks {
		for _, part := range &looks[look] {
			for i := range part {
				f[part[i].at] = part[i].feature(&a)
			}
		}
	}
}

func (s *State) atoms(a *[128]uint64) {
	no := int32(s.n + 1)
	at := [3]int32{no, no, no}
	for i := 0; i < 3 && i < len(s.stack); i++ {
		at[i] = s.stack[len(s.stack)-1-i]
	}
	ahead := func(i int) *node { return &s.nodes[min(s.next+i, s.n+1)] }
	x, y, z := &s.nodes[at[0]], &s.nodes[at[1]], &s.nodes[at[2]]
	b, c, d := ahead(0), ahead(1), ahead(2)
	a[s0W], a[s0T], a[s0P], a[s0C], a[s0D], a[s0E] = x.form, x.tag, x.upos, x.class[0], x.class[1], x.class[2]
	a[s1W], a[s1T], a[s1P], a[s1C], a[s1D], a[s1E] = y.form, y.tag, y.upos, y.class[0], y.class[1], y.class[2]
	a[s2W], a[s2T], a[s2P] = z.form, z.tag, z.upos
	a[b0W], a[b0T], a[b0P], a[b0C], a[b0D], a[b0E] = b.form, b.tag, b.upos, b.class[0], b.class[1], b.class[2]
	a[b1W], a[b1T], a[b1P], a[b1D] = c.form, c.tag, c.upos, c.class[1]
	a[b2W], a[b2T], a[b3T] = d.form, d.tag, ahead(3).tag
	s.dependents(a, x, y, b)
	a[s0vl], a[s0vr] = valency[x.lefts&7], valency[x.rights&7]
	a[s1vl], a[s1vr] = valency[y.lefts&7], valency[y.rights&7]
	a[b0vl] = valency[b.lefts&7]
	s.between(a, at, x, y, b)
}

func (s *State) dependents(a *[128]uint64, x, y, b *node) {
	e := &s.nodes[x.left]
	a[s0lW], a[s0lT], a[s0lL] = e.form, e.tag, e.rel
	e = &s.nodes[x.right]
	a[s0rW], a[s0rT], a[s0rL] = e.form, e.tag, e.rel
	e = &s.nodes[x.left2]
	a[s0l2T], a[s0l2L] = e.tag, e.rel
	e = &s.nodes[x.right2]
	a[s0r2T], a[s0r2L] = e.tag, e.rel
	e = &s.nodes[y.left]
	a[s1lW], a[s1lT], a[s1lL] = e.form, e.tag, e.rel
	e = &s.nodes[y.right]
	a[s1rW], a[s1rT], a[s1rL] = e.form, e.tag, e.rel
	a[s1l2L] = s.nodes[y.left2].rel
	e = &s.nodes[y.right2]
	a[s1r2T], a[s1r2L] = e.tag, e.rel
	e = &s.nodes[b.left]
	a[b0lW], a[b0lT], a[b0lL] = e.form, e.tag, e.rel
	e = &s.nodes[b.left2]
	a[b0l2T], a[b0l2L] = e.tag, e.rel
	a[s0mW], a[s1mW], a[b0mW] = s.nodes[x.marker].form, s.nodes[y.marker].form, s.nodes[b.marker].form
}

// between sets the atoms of distance and of what stands between two words.
func (s *State) between(a *[128]uint64, at [3]int32, x, y, b *node) {
	no, next := int32(s.n+1), int32(min(s.next, s.n+1))
	a[s0b0], a[s1s0], a[s1b0], a[gap0b], a[gap10] = none, none, none, none, none
	a[b0p], a[s0n], a[s0p], a[s1n] = none, none, none, none
	if next > 0 {
		a[b0p] = s.nodes[next-1].tag
	}
	if at[0] == no {
		return
	}
	a[s0b0], a[gap0b] = distance(at[0], next), gap(x, b)
	a[s0n] = s.nodes[at[0]+1].tag
	if at[0] > 0 {
		a[s0p] = s.nodes[at[0]-1].tag
	}
	if at[1] == no {
		return
	}
	a[s1s0], a[s1b0], a[gap10] = distance(at[1], at[0]), distance(at[1], next), gap(y, x)
	a[s1n] = s.nodes[at[1]+1].tag
}

// gap is the hash of the marks, verbs and conjunctions from x up to y.
func gap(x, y *node) uint64 {
	g := 0
	for i := range x.seen {
		g = g<<2 | min(int(y.seen[i]-x.seen[i]), 2)
	}
	return gaps[g&255]
}

func distance(i, j int32) uint64 {
	d := int(j - i)
	switch {
	case d > 20:
		d = 8
	case d > 10:
		d = 7
	case d > 5:
		d = 6
	}
	return distances[d&15]
}

var (
	valency   = [8]uint64(numbers(kindValency, 8))
	distances = [16]uint64(numbers(kindDistance, 16))
	gaps      = [256]uint64(numbers(kindBetween, 256))
)

func numbers(kind, n int) []uint64 {
	h := make([]uint64, n)
	for i := range h {
		h[i] = Number(kind, i)
	}
	return h
}
