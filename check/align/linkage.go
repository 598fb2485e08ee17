package align

import "slices"

// A bond is how many pairs of items of two groups were found to match, and how
// many of crowded items were compared at all.
type bond struct{ linked, compared int }

// A linkage knows how the groups of a forest are bound to each other, so that
// groups are joined for what most of their members have in common and not over
// a chain. It follows the forest as groups are joined.
type linkage struct {
	f       *forest
	crowded []int               // of the root of a group: how many of its members are
	bonds   []map[int]bond      // of the root of a group, by the root of another
	apart   []map[int]bool      // roots of groups that may not be joined, now or later
	of      []map[int][]int     // of the root of a group: of its members in each article, one of each class
	class   func(i int) string  // what may asks of an item
	may     func(i, j int) bool // whether two items of one article may be in one group
}

// newLinkage returns the linkage of the items of f, of which none are joined
// yet: in is the article of each, may says which two of one article may be in
// one group, of which it looks at their classes alone, and x which items were
// compared.
func newLinkage(f *forest, links []link, x *index, in func(int) int, class func(int) string, may func(i, j int) bool) *linkage {
	n := len(f.parent)
	l := &linkage{f: f, crowded: make([]int, n), bonds: make([]map[int]bond, n), apart: make([]map[int]bool, n), of: make([]map[int][]int, n), class: class, may: may}
	for i := range n {
		l.of[i] = map[int][]int{in(i): {i}}
		if x.crowded[i] {
			l.crowded[i] = 1
		}
	}
	for _, k := range links {
		l.bind(k.a, k.b, bond{linked: 1})
	}
	for _, p := range x.compared {
		l.bind(p[0], p[1], bond{compared: 1})
	}
	return l
}

// bind adds x to what binds a and b.
func (l *linkage) bind(a, b int, x bond) {
	for _, p := range [][2]int{{a, b}, {b, a}} {
		if l.bonds[p[0]] == nil {
			l.bonds[p[0]] = map[int]bond{}
		}
		y := l.bonds[p[0]][p[1]]
		l.bonds[p[0]][p[1]] = bond{x.linked + y.linked, x.compared + y.compared}
	}
}

// most reports whether of the pairs between the groups of a and b a share of
// at least 1/part is linked. Two crowded items that were not compared are no
// pair.
func (l *linkage) most(a, b, part int) bool {
	a, b = l.f.root(a), l.f.root(b)
	x := l.bonds[a][b]
	all := len(l.f.members[a])*len(l.f.members[b]) - l.crowded[a]*l.crowded[b] + x.compared
	return x.linked*part >= all
}

// free reports whether no article has items in the groups of a and b that may
// not be in one group.
func (l *linkage) free(a, b int) bool {
	a, b = l.f.root(a), l.f.root(b)
	if a == b {
		return true
	}
	if l.apart[a][b] {
		return false
	}
	if len(l.of[a]) > len(l.of[b]) {
		a, b = b, a
	}
	for art, is := range l.of[a] {
		for _, i := range is {
			for _, j := range l.of[b][art] {
				if !l.may(i, j) {
					l.part(a, b)
					return false
				}
			}
		}
	}
	return true
}

func (l *linkage) part(a, b int) {
	for _, p := range [][2]int{{a, b}, {b, a}} {
		if l.apart[p[0]] == nil {
			l.apart[p[0]] = map[int]bool{}
		}
		l.apart[p[0]][p[1]] = true
	}
}

// join joins the groups at the ends of k.
func (l *linkage) join(k link) {
	a, b := l.f.root(k.a), l.f.root(k.b)
	if a == b {
		return
	}
	l.f.join(k)
	if l.f.root(a) == b {
		a, b = b, a
	}
	l.crowded[a] += l.crowded[b]
	if len(l.of[a]) < len(l.of[b]) {
		l.of[a], l.of[b] = l.of[b], l.of[a]
	}
	for art, is := range l.of[b] {
		l.of[a][art] = l.merged(l.of[a][art], is)
	}
	l.rebind(a, b)
}

// merged returns the items of both lists, of those of a class the first.
func (l *linkage) merged(is, more []int) []int {
	for _, j := range more {
		if !slices.ContainsFunc(is, func(i int) bool { return l.class(i) == l.class(j) }) {
			is = append(is, j)
		}
	}
	return is
}

// rebind gives a what b was bound to and kept apart from.
func (l *linkage) rebind(a, b int) {
	delete(l.bonds[a], b)
	delete(l.bonds[b], a)
	for r, x := range l.bonds[b] {
		l.bind(a, r, x)
		delete(l.bonds[r], b)
	}
	for r := range l.apart[b] {
		l.part(a, r)
		delete(l.apart[r], b)
	}
	l.bonds[b], l.apart[b], l.of[b] = nil, nil, nil
}
