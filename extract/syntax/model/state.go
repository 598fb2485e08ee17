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

// Can says which transitions are possible. Only one token may have the root as
// its head, and it is the last to get a head.
func (s *State) Can() (shift, left, right bool) {
	shift = s.next < s.n
	left = len(s.stack) > 0 && (shift || len(s.stack) == 1)
	right = len(s.stack) > 1
	return shift, left, right
}

// Forced reports whether only one transition is possible.
func (s *State) Forced() bool { return len(s.stack) == 0 || len(s.stack) == 1 && s.next == s.n }

// Shift moves the first of the buffer to the stack.
func (s *State) Shift() {
	s.stack = append(s.stack, int32(s.next))
	s.next++
}

// Attach gives the top of the stack its head, the first of the buffer (left)
// or the one below it on the stack, and takes it off.
func (s *State) Attach(label int, left bool) {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	d := &s.nodes[top]
	d.label, d.rel = uint8(label), labelHash[label&63]
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

// never is less than any score.
const never = -1 << 28

// bar takes the groups that are not possible out of the running.
func (s *State) bar(scores *[NumGroups]int32) {
	shift, left, right := s.Can()
	barred := &s.ts.barred[one(shift)|one(left)<<1|one(right)<<2]
	for g := range scores {
		scores[g] += barred[g]
	}
}

// BestGroup is the possible group of transitions with the highest score, and
// by how much it leads over the best of another kind of transition.
func (s *State) BestGroup(scores *[NumGroups]int32) (group int, margin int32) {
	shift, left, _ := s.Can()
	if left && !shift {
		return int(s.ts.places[0][s.ts.root].group), Sure
	}
	all := *scores
	s.bar(&all)
	firstRight := int(s.ts.first[1]) & (NumGroups - 1)
	best := [3]int{0, 1, firstRight}
	for g := 2; g < firstRight; g++ {
		if all[g] > all[best[1]] {
			best[1] = g
		}
	}
	for g := firstRight + 1; g < NumGroups; g++ {
		if all[g] > all[best[2]] {
			best[2] = g
		}
	}
	top := [3]int32{all[best[0]], all[best[1]], all[best[2]]}
	k := 0
	for i := range top {
		if top[i] > top[k] {
			k = i
		}
	}
	second := max(top[(k+1)%3], top[(k+2)%3])
	if second < never/2 {
		return best[k], Sure
	}
	return best[k], top[k] - second
}

// leader is where the highest of scores stands, the first of equals, and by how
// much it leads over the next one.
func leader(scores []int32) (at int, lead int32) {
	first, second := int32(-1<<30), int32(-1<<30)
	for i, x := range scores {
		if x > first {
			at, first, second = i, x, first
		} else {
			second = max(second, x)
		}
	}
	return at, first - second
}

// Sure is the margin of what had no alternative.
const Sure = 1 << 20

// BestLabel is the label of a group with the highest score. Only the root's
// dependent has the label of the root.
func (s *State) BestLabel(group int, scores *[NumGroups]int32) int {
	labels, left := s.ts.Group(group)
	if left && s.next == s.n {
		return s.ts.root
	}
	best := -1
	for i, l := range labels {
		if int(l) != s.ts.root && (best < 0 || scores[(i+1)&(NumGroups-1)] > scores[best+1]) {
			best = i
		}
	}
	return int(labels[best])
}

var labelHash = [64]uint64(numbers(kindLabel, 64))
