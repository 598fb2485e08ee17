package dates

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A state is where an expression may stand after some words. It is
// deterministic: a class leads to one state at most. State 0 is before the
// first word.
type state struct {
	next   []edge // in the order of their classes
	action action // of the patterns that end here
}

// to is the state to which a class leads, 0 if the patterns do not go on with
// it.
func (s *state) to(c class) int32 {
	for _, e := range s.next {
		if e.class >= c {
			if e.class == c {
				return e.to
			}
			break
		}
	}
	return 0
}

// determinise makes states of the sets of nodes that the same words lead to,
// beginning with the edges first. The patterns of English make some nine
// hundred of five thousand nodes.
func determinise(nodes []node, first []edge) []state {
	d := &subsets{nodes: nodes, known: map[string]int32{}}
	d.states = []state{{}}
	d.sets = [][]int32{nil}
	d.states[0].next = d.arcs(first)
	for i := 1; i < len(d.sets); i++ {
		var edges []edge
		for _, n := range d.sets[i] {
			edges = append(edges, nodes[n].edges...)
		}
		d.states[i].next = d.arcs(edges)
	}
	return d.states
}

// subsets are the sets of nodes found so far, one per state.
type subsets struct {
	nodes  []node
	sets   [][]int32
	states []state
	known  map[string]int32
}

// arcs joins edges of one class into one.
func (d *subsets) arcs(edges []edge) []edge {
	edges = slices.Clone(edges)
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.to, b.to))
	})
	edges = slices.Compact(edges)
	var out []edge
	for i := 0; i < len(edges); {
		var set []int32
		k := i
		for ; k < len(edges) && edges[k].class == edges[i].class; k++ {
			set = append(set, edges[k].to)
		}
		out = append(out, edge{edges[i].class, d.state(set)})
		i = k
	}
	return out
}

// state is the state of a set of nodes in their order.
func (d *subsets) state(set []int32) int32 {
	key := make([]byte, 0, 4*len(set))
	for _, n := range set {
		key = binary.LittleEndian.AppendUint32(key, uint32(n))
	}
	if i, ok := d.known[string(key)]; ok {
		return i
	}
	i := int32(len(d.states))
	d.known[string(key)] = i
	s := state{}
	for _, n := range set {
		s.action = max(s.action, d.nodes[n].action)
	}
	d.states, d.sets = append(d.states, s), append(d.sets, set)
	return i
}
