package dates

import (
	"strings"

	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A node is a state of the automaton that the patterns make. It is not
// deterministic: the same word may lead to several.
type node struct {
	edges  []edge
	action action // of the patterns that end here
}

type edge struct {
	class class
	to    int32
}

// A symbol of a pattern: classes and lists of patterns, one of which must
// match unless it is optional.
type symbol struct {
	classes  []class
	lists    []string
	optional bool
}

// A compiler makes the automaton, from the end of each pattern to its
// beginning, so that a node is complete when it is used.
type compiler struct {
	g     *grammar
	nodes []node
	lists map[string][][]symbol
	done  map[listAt][]edge // a list before the same node is made once
	empty map[string]bool   // lists that may match nothing
	depth int
}

type listAt struct {
	list string
	next int32
}

// maxNesting bounds lists within lists: none may use itself.
const maxNesting = 12

// addPatterns compiles lines of symbols and an action. A line that begins
// with = names alternatives that other lines use with @.
func (g *grammar) addPatterns(lines []lexicon.Entry) {
	c := &compiler{g: g, lists: map[string][][]symbol{}, done: map[listAt][]edge{}, empty: map[string]bool{}}
	for _, e := range lines {
		if name, ok := strings.CutPrefix(e.Key, "="); ok {
			c.lists[name] = append(c.lists[name], g.symbols(e.Value))
		}
	}
	ends := map[action]int32{}
	var first []edge
	for _, e := range lines {
		if strings.HasPrefix(e.Key, "=") {
			continue
		}
		act := actionsByName[e.Value]
		end, ok := ends[act]
		if !ok {
			end = c.addNode(node{action: act})
			ends[act] = end
		}
		edges, _ := c.sequence(g.symbols(e.Key), end)
		first = append(first, edges...)
	}
	g.states = determinise(c.nodes, first)
	g.first = make([]int32, int(cLiteral)+len(g.classes))
	for _, a := range g.states[0].next {
		g.first[a.class] = a.to
	}
}

func (c *compiler) addNode(n node) int32 {
	c.nodes = append(c.nodes, n)
	return int32(len(c.nodes) - 1)
}

// sequence returns the edges by which a sequence begins that ends at next,
// and whether it may match nothing.
func (c *compiler) sequence(seq []symbol, next int32) (first []edge, empty bool) {
	if c.depth++; c.depth > maxNesting {
		return nil, true // a list that uses itself
	}
	defer func() { c.depth-- }()
	empty = true
	to := next
	for i := len(seq) - 1; i >= 0; i-- {
		if i < len(seq)-1 {
			n := node{edges: first}
			if empty {
				n.edges = append(n.edges[:len(n.edges):len(n.edges)], c.nodes[next].edges...)
				n.action = c.nodes[next].action
			}
			to = c.addNode(n)
		}
		var edges []edge
		nothing := seq[i].optional
		for _, k := range seq[i].classes {
			edges = append(edges, edge{k, to})
		}
		for _, name := range seq[i].lists {
			edges = append(edges, c.list(name, to)...)
			nothing = nothing || c.empty[name]
		}
		if nothing {
			edges = append(edges, first...)
		}
		first, empty = edges, empty && nothing
	}
	return first, empty
}

func (c *compiler) list(name string, to int32) []edge {
	if edges, ok := c.done[listAt{name, to}]; ok {
		return edges
	}
	var edges []edge
	for _, seq := range c.lists[name] {
		e, empty := c.sequence(seq, to)
		edges = append(edges, e...)
		c.empty[name] = c.empty[name] || empty
	}
	c.done[listAt{name, to}] = edges
	return edges
}

func (g *grammar) symbols(pattern string) []symbol {
	var out []symbol
	for _, f := range strings.Fields(pattern) {
		f, optional := strings.CutSuffix(f, "?")
		s := symbol{optional: optional}
		for _, alt := range strings.Split(f, "|") {
			if name, ok := strings.CutPrefix(alt, "@"); ok {
				s.lists = append(s.lists, name)
			} else {
				s.classes = append(s.classes, g.symbol(alt))
			}
		}
		out = append(out, s)
	}
	return out
}

// sides are what the list datesides says of literal words: on which side of a
// day a length of time lies ("two days after May 3"), or how days are counted.
var sides = map[string]int32{"after": 1, "before": -1, "on": fromOn, "workday": workday}

const (
	workday = 2 // the words by which days are counted without weekends
	fromOn  = 3 // after, and not a bound of a clock time
)

// symbol is the class of a name, or of a literal word, which it enters.
func (g *grammar) symbol(s string) class {
	c, ok := g.classes[s]
	if !ok {
		c = cLiteral + class(len(g.classes)-len(classNames)-len(wordClasses))
		g.classes[s] = c
		g.add(s, atom{class: c, v: sides[g.sides[s]]})
	}
	return c
}
