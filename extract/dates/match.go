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
	m := &r.search
	m.r, m.from, m.to, m.action, m.length, m.budget, m.end = r, i, i, actNone, 0, maxSteps, end
	m.begin(i)
	h := hit{from: m.from, to: m.to, action: m.action}
	if m.to > i {
		h.path = append([]atom(nil), m.best[:m.length]...)
	}
	return h
}

const (
	maxPath  = 16
	maxSteps = 2000
)

// A search is used again for each token, so that it allocates nothing.
type search struct {
	r      *reader
	path   [maxPath]atom
	best   [maxPath]atom // the path of the longest expression so far
	length int           // of best
	from   int
	to     int
	action action
	budget int
	end    int
}

func (m *search) begin(i int) {
	var buf [12]atom
	for _, a := range m.r.atoms(i, buf[:0]) {
		if to := m.r.g.first[a.class]; to > 0 {
			m.take(a, to, i, 0)
		}
	}
}

// take adds an atom to the path, which leads to a state.
func (m *search) take(a atom, to int32, i, depth int) {
	a.at = int32(i)
	m.path[depth] = a
	end := i + int(a.n)
	s := &m.r.g.states[to]
	if s.action != actNone && end <= m.end && (end > m.to || end == m.to && s.action > m.action) {
		m.to, m.action, m.length = end, s.action, depth+1
		copy(m.best[:], m.path[:depth+1])
	}
	if len(s.next) == 0 || (a.class == cWeekday || a.class == cYear) && m.r.newline(end) {
		return // a headline ends here: "closed until Friday", "June 6, 2005"
	}
	m.step(s, end, depth+1)
}

func (m *search) step(s *state, i, depth int) {
	if i >= len(m.r.tokens) || depth >= maxPath || m.budget <= 0 || !m.r.near(i) {
		return
	}
	m.budget--
	var buf [12]atom
	for _, a := range m.r.atoms(i, buf[:0]) {
		if to := s.to(a.class); to > 0 {
			m.take(a, to, i, depth)
		}
	}
}
