package main

import "github.com/newsvet/newsvet/extract/syntax/model"

// An oracle knows which transitions lose no arc of the gold tree that can
// still be made.
type oracle struct {
	e     *example
	heads []int   // projective
	deps  [][]int // by head
	ts    *model.Tagset
}

func newOracle(e *example, ts *model.Tagset) *oracle {
	n := len(e.heads)
	if e.projected == nil {
		e.projected = projective(e.heads)
	}
	o := &oracle{e: e, heads: e.projected, deps: make([][]int, n+1), ts: ts}
	for i, h := range o.heads {
		o.deps[h] = append(o.deps[h], i)
	}
	return o
}

// costs counts the gold arcs that each kind of transition would lose.
func (o *oracle) costs(s *model.State) (shift, left, right int) {
	stack, next := s.Stack(), s.Next()
	n := len(o.e.heads)
	if next < n {
		for _, x := range stack {
			if o.heads[x] == next {
				shift++
			}
		}
		for i, x := range stack {
			if i < len(stack)-1 && o.heads[next] == int(x) {
				shift++
			}
		}
	}
	if len(stack) == 0 {
		return shift, 0, 0
	}
	top := int(stack[len(stack)-1])
	for _, d := range o.deps[top] {
		if d >= next {
			left++
			right++
		}
	}
	h := o.heads[top]
	if h > next || len(stack) > 1 && h == int(stack[len(stack)-2]) {
		left++
	}
	if h >= next {
		right++
	}
	return shift, left, right
}

// label is the right label for the top of the stack: its own, or that of the
// root under the root. There is none for a root that will get another head.
func (o *oracle) label(s *model.State, left bool) (label int, ok bool) {
	if left && s.Next() == len(o.heads) {
		return o.ts.RootLabel(), true
	}
	stack := s.Stack()
	gold := o.e.labels[stack[len(stack)-1]]
	return gold, gold != o.ts.RootLabel()
}

// groups says which groups of transitions lose least and hold the right label.
func (o *oracle) groups(s *model.State) (ok [model.NumGroups]bool) {
	shift, left, right := o.allowed(s)
	ok[0] = shift
	for g := 1; g < model.NumGroups; g++ {
		labels, side := o.ts.Group(g)
		if len(labels) == 0 || side && !left || !side && !right {
			continue
		}
		label, known := o.label(s, side)
		place, _ := o.ts.Place(label, side)
		ok[g] = !known || place == g
	}
	return ok
}

// allowed says which possible transitions cost least.
func (o *oracle) allowed(s *model.State) (shift, left, right bool) {
	shift, left, right = s.Can()
	cs, cl, cr := o.costs(s)
	least := 1 << 30
	for _, c := range []struct {
		ok   bool
		cost int
	}{{shift, cs}, {left, cl}, {right, cr}} {
		if c.ok {
			least = min(least, c.cost)
		}
	}
	return shift && cs == least, left && cl == least, right && cr == least
}

// projective lifts the heads of crossing arcs, the shortest first, until none
// cross (Nivre and Nilsson 2005).
func projective(heads []int) []int {
	n := len(heads)
	h := append([]int(nil), heads...)
	for {
		worst := -1
		for d := range h {
			if h[d] < n && crosses(h, d) && (worst < 0 || span(h, d) < span(h, worst)) {
				worst = d
			}
		}
		if worst < 0 {
			return h
		}
		h[worst] = h[h[worst]]
	}
}

func span(h []int, d int) int { return max(h[d]-d, d-h[d]) }

// crosses reports whether some word between d and its head is not below it.
func crosses(h []int, d int) bool {
	for k := min(d, h[d]) + 1; k < max(d, h[d]); k++ {
		a := k
		for a != h[d] && a < len(h) {
			a = h[a]
		}
		if a != h[d] {
			return true
		}
	}
	return false
}
