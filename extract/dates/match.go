package dates

// A hit is the longest expression that begins at a token.
type hit struct {
	from, to int // tokens
	action   action
	path     []atom
}

// longest returns the longest expression at token i; to is i if there is none.
// An expression is at most maxPath atoms long, so that it takes constant time.
func (r *reader) longest(i int) hit { return r.longestTo(i, len(r.tokens)) }

// longestTo returns the longest expression at token i that ends by token end.
func (r *reader) longestTo(i, end int) hit {
	m := &search{r: r, best: hit{from: i, to: i}, budget: maxSteps, end: end}
	m.begin(i)
	return m.best
}

const (
	maxPath  = 16
	maxSteps = 2000
)

type search struct {
	r      *reader
	path   [maxPath]atom
	best   hit
	budget int
	end    int
	sets   [maxPath][]int32 // nodes that the path so far leads to, per depth
}

func (m *search) begin(i int) {
	var buf [12]atom
	for _, a := range m.r.atoms(i, buf[:0]) {
		if set := m.r.g.first[a.class]; len(set) > 0 {
			m.take(a, set, i, 0)
		}
	}
}

// take adds an atom to the path, which leads to the nodes of set.
func (m *search) take(a atom, set []int32, i, depth int) {
	a.at = int32(i)
	m.path[depth] = a
	end := i + int(a.n)
	act := actNone
	for _, n := range set {
		act = max(act, m.r.g.nodes[n].action)
	}
	if act != actNone && end <= m.end && (end > m.best.to || end == m.best.to && act > m.best.action) {
		m.best.to, m.best.action = end, act
		m.best.path = append(m.best.path[:0], m.path[:depth+1]...)
	}
	if (a.class == cWeekday || a.class == cYear) && m.r.newline(end) {
		return // a headline ends here: "closed until Friday", "June 6, 2005"
	}
	m.step(set, end, depth+1)
}

func (m *search) step(set []int32, i, depth int) {
	if i >= len(m.r.tokens) || depth >= maxPath || m.budget <= 0 || !m.r.near(i) {
		return
	}
	m.budget--
	var buf [12]atom
	for _, a := range m.r.atoms(i, buf[:0]) {
		next := m.sets[depth][:0]
		for _, n := range set {
			for _, e := range m.r.g.nodes[n].edges {
				if e.class == a.class {
					next = append(next, e.to)
				}
			}
		}
		m.sets[depth] = next
		if len(next) > 0 {
			m.take(a, next, i, depth)
		}
	}
}
