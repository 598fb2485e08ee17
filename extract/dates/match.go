package dates

// A hit is the longest expression that begins at a token.
type hit struct {
	from, to int // tokens
	action   action
	path     []atom
}

// longest returns the longest expression at token i; to is i if there is none.
// An expression is at most maxPath atoms long, so that it takes constant time.
func (r *reader) longest(i int) hit {
	m := &search{r: r, best: hit{from: i, to: i}, budget: 4000}
	m.step(0, i, 0)
	return m.best
}

const maxPath = 16

type search struct {
	r      *reader
	path   [maxPath]atom
	best   hit
	budget int
}

func (m *search) step(node int32, i, depth int) {
	if i >= len(m.r.tokens) || depth >= maxPath || m.budget <= 0 || depth > 0 && !m.r.near(i) {
		return
	}
	m.budget--
	var buf [12]atom
	for _, a := range m.r.atoms(i, buf[:0]) {
		next := m.r.g.edge(node, a.class)
		if next == 0 {
			continue
		}
		a.at = int32(i)
		m.path[depth] = a
		end := i + int(a.n)
		if act := m.r.g.actions[next]; act != actNone && (end > m.best.to || end == m.best.to && act > m.best.action) {
			m.best.to, m.best.action = end, act
			m.best.path = append(m.best.path[:0], m.path[:depth+1]...)
		}
		if (a.class == cWeekday || a.class == cYear) && m.r.newline(end) {
			continue // a headline ends here: "closed until Friday", "June 6, 2005"
		}
		m.step(next, end, depth+1)
	}
}
