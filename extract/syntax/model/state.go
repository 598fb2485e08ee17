package model

// A State is a partly parsed sentence: a stack, a buffer that ends with the
// root, and the arcs made so far (arc-hybrid; Kuhlmann, Gómez-Rodríguez and
// Satta 2011). A transition gives the top of the stack its head, in the buffer
// or below it on the stack, or shifts.
//
// Token i of n is node i, the root is node n, and node n+1 stands for "none".
type State struct {
	n     int
	next  int // the first of the buffer
	stack []int32
	nodes []node
	ts    *Tagset
}

// A node is a token's atoms, and what has been decided about it.
type node struct {
	form, tag, upos, rel uint64
	class                [NumClasses]uint64
	seen                 [4]uint16 // commas, verbs, conjunctions, quotation marks before it
	left, left2          int32     // outermost dependent on the left, and the next to it
	right, right2        int32
	marker               int32 // its case or mark
	head                 int32
	lefts, rights, label uint8
}

// Reset makes s the beginning of a parse of words with these tags. It may be
// used again after.
func (s *State) Reset(words []Word, tags []uint8, ts *Tagset) {
	n := len(words)
	s.n, s.next, s.ts = n, 0, ts
	if cap(s.nodes) < n+2 {
		s.nodes = make([]node, n+2)
		s.stack = make([]int32, 0, n+2)
	}
	s.nodes, s.stack = s.nodes[:n+2], s.stack[:0]
	no := int32(n + 1)
	var seen [4]uint16
	for i := range s.nodes {
		d := node{form: none, tag: none, upos: none, rel: none, left: no, left2: no, right: no, right2: no, marker: no, head: -1, seen: seen}
		d.class = [NumClasses]uint64{none, none, none}
		if i < n {
			t := &ts.info[tags[i]]
			d.form, d.tag, d.upos, d.class = words[i].Form, t.tag, t.upos, words[i].Class
			seen[0] += t.comma
			seen[1] += t.verb
			seen[2] += t.conj
			seen[3] += t.quoted
		}
		s.nodes[i] = d
	}
	s.nodes[n].form, s.nodes[n].tag, s.nodes[n].upos = none+2, none+2, none+2
}

// Done reports whether all tokens have heads.
func (s *State) Done() bool { return s.next == s.n && len(s.stack) == 0 }

// Arc is the head of token i, len(words) for the root, and the index of the
// label.
func (s *State) Arc(i int) (head, label int) { return int(s.nodes[i].head), int(s.nodes[i].label) }

// Stack is what is on the stack, the top last. It must not be changed.
func (s *State) Stack() []int32 { return s.stack }

// Next is the first of the buffer.
func (s *State) Next() int { return s.next }

// An Action is a transition: Shift, or an arc with a label.
type Action uint8

// Shift moves the first of the buffer to the stack.
const Shift Action = 0

// NumActions is above every action: there are at most 63 labels.
const NumActions = 128

// Left is the action that makes the first of the buffer the head of the top of
// the stack.
func Left(label int) Action { return Action(1 + 2*label) }

// Right is the action that makes the one below the top of the stack its head.
func Right(label int) Action { return Action(2 + 2*label) }

// Label is the label of an arc, and whether its head is in the buffer.
func (a Action) Label() (label int, left bool) { return int(a-1) / 2, a&1 == 1 }

// Can says which transitions are possible. Only one token may have the root as
// its head, and it is the last to get a head.
func (s *State) Can() (shift, left, right bool) {
	shift = s.next < s.n
	left = len(s.stack) > 0 && (shift || len(s.stack) == 1)
	right = len(s.stack) > 1
	return shift, left, right
}

// Apply makes transition a, which must be possible.
func (s *State) Apply(a Action) {
	if a == Shift {
		s.stack = append(s.stack, int32(s.next))
		s.next++
		return
	}
	label, left := a.Label()
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	d := &s.nodes[top]
	d.label, d.rel = uint8(label), labelHash[label]
	if left {
		h := &s.nodes[s.next]
		d.head = int32(s.next)
		h.left2, h.left = h.left, top
		h.lefts = min(h.lefts+1, 7)
		s.setMarker(h, top, label)
		return
	}
	d.head = s.stack[len(s.stack)-1]
	h := &s.nodes[d.head]
	h.right2, h.right = h.right, top
	h.rights = min(h.rights+1, 7)
	s.setMarker(h, top, label)
}

func (s *State) setMarker(h *node, dep int32, label int) {
	if l := uint8(label); l == s.ts.mark[0] || l == s.ts.mark[1] {
		h.marker = dep
	}
}

// Best is the possible action with the highest score, and by how much it leads
// over the best action of another kind or direction.
func (s *State) Best(scores *[NumActions]int32) (best Action, margin int32) {
	const low = -1 << 30
	shift, left, right := s.Can()
	top := [3]int32{low, low, low}
	var act [3]Action
	if shift {
		top[0] = scores[Shift]
	}
	if left && !shift {
		act[1] = Left(s.ts.root)
		top[1] = scores[act[1]]
	}
	left = left && shift
	for l := range s.ts.Labels {
		if l == s.ts.root {
			continue
		}
		if a := Left(l); left && scores[a&(NumActions-1)] > top[1] {
			top[1], act[1] = scores[a&(NumActions-1)], a
		}
		if a := Right(l); right && scores[a&(NumActions-1)] > top[2] {
			top[2], act[2] = scores[a&(NumActions-1)], a
		}
	}
	b := 0
	for i := 1; i < 3; i++ {
		if top[i] > top[b] {
			b = i
		}
	}
	second := int32(low)
	for i := range top {
		if i != b {
			second = max(second, top[i])
		}
	}
	if second == low {
		return act[b], Sure
	}
	return act[b], top[b] - second
}

// Sure is the margin of what had no alternative.
const Sure = 1 << 20

var labelHash = func() (h [NumActions]uint64) {
	for i := range h {
		h[i] = Number(kindLabel, i)
	}
	return h
}()
