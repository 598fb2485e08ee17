package words

import (
	"slices"
	"strings"
)

// A Weight says how much a difference between two quotations matters.
type Weight int

// The weights, rising.
const (
	Same    Weight = iota // cosmetic: no difference
	Light                 // articles, fillers, function words, inflection
	Serious               // a word with content
	Grave                 // a number, a negation, a modal, a name, an antonym
)

// A Change is a place where two quotations differ. A and B are half-open
// ranges of words; one of them may be empty.
type Change struct {
	A0, A1, B0, B1 int
	Weight         Weight
	Why            string // "a number", "a negation", …; empty if there is no more to say
}

// Left returns how many words one side has there and the other has not: the
// size of a cut. It is 0 where words were exchanged.
func (c Change) Left() int {
	if c.A1 > c.A0 && c.B1 > c.B0 {
		return 0
	}
	return c.A1 - c.A0 + c.B1 - c.B0
}

// A Match is how two quotations lie on each other: the stretch they have in
// common, and how they differ within it. What stands before and after it in
// one of them is no difference.
type Match struct {
	A0, A1, B0, B1 int      // the common stretch
	Equal          int      // words in it that are the same
	Content        int      // of them, words with content
	Run            int      // most words in a row that are the same
	Changes        []Change // in order, cosmetic ones left out
	Ended          int      // words of a clause that one side leaves out at its end and that turns, explains or restricts; 0 if none
	EndedIn        int      // 0 if a goes on, 1 if b does
	Turned         int      // Ended, if the clause turns the sense ("but"), else 0
}

// Ratio is the share of the words of the common stretch that are the same.
func (m Match) Ratio() float64 {
	n := 0
	for _, c := range m.Changes {
		n += max(c.A1-c.A0, c.B1-c.B0)
	}
	if m.Equal+n == 0 {
		return 0
	}
	return float64(m.Equal) / float64(m.Equal+n)
}

// Likeness is as [Match.Ratio], but a cut, however long, counts as two words:
// of a sentence that lacks a clause the rest is still that sentence.
func (m Match) Likeness() float64 {
	n := 0
	for _, c := range m.Changes {
		if k := c.Left(); k > 0 {
			n += min(k, 2)
		} else {
			n += max(c.A1-c.A0, c.B1-c.B0)
		}
	}
	if m.Equal+n == 0 {
		return 0
	}
	return float64(m.Equal) / float64(m.Equal+n)
}

// Weight is that of the gravest change.
func (m Match) Weight() Weight {
	w := Same
	for _, c := range m.Changes {
		w = max(w, c.Weight)
	}
	return w
}

// Compare lays a and b on each other. Compare(b, a) is the same with the
// sides changed over.
func Compare(a, b []Word) Match {
	if slices.EqualFunc(a, b, func(x, y Word) bool { return x.Norm == y.Norm }) && len(a) <= Limit {
		m := Match{A1: len(a), B1: len(b), Equal: len(a), Run: len(a)}
		for _, w := range a {
			if !w.Light {
				m.Content++
			}
		}
		return m
	}
	ops := broken(Diff(Norms(a), Norms(b)), a, b)
	first, last := core(ops, a, b)
	if first < 0 {
		return Match{}
	}
	first, last = edges(ops, first, last, a, b)
	m := Match{A0: ops[first].A0, A1: ops[last].A1, B0: ops[first].B0, B1: ops[last].B1}
	for _, o := range ops[first : last+1] {
		if !o.Equal {
			if c := weigh(o, a, b); c.Weight > Same {
				m.Changes = append(m.Changes, c)
			}
			continue
		}
		m.Equal += o.A1 - o.A0
		m.Run = max(m.Run, o.A1-o.A0)
		for _, w := range a[o.A0:o.A1] {
			if !w.Light {
				m.Content++
			}
		}
	}
	m.end(a, b)
	return m
}

// core finds the first and last of the operations between which a and b say
// the same: the stretch with the most to gain, equal words counted for it and
// others against it. Words that happen to be equal far from it are no part.
func core(ops []Op, a, b []Word) (int, int) {
	first, last, from := -1, -1, 0
	best, sum := 0.0, 0.0
	for i, o := range ops {
		gain := gain(o, a, b)
		if sum <= 0 && o.Equal {
			sum, from = 0, i
		}
		sum += gain
		if o.Equal && sum > best {
			best, first, last = sum, from, i
		}
	}
	return first, last
}

func gain(o Op, a, b []Word) float64 {
	if o.Equal {
		g := 0.0
		for _, w := range a[o.A0:o.A1] {
			if w.Light {
				g += 0.6
			} else {
				g += 1.2
			}
		}
		return g
	}
	if cosmetic(o, a, b) {
		return 0
	}
	na, nb := o.A1-o.A0, o.B1-o.B0
	if na == 0 || nb == 0 {
		n := float64(na + nb)
		return -min(0.5*n, 1+0.08*n) // a cut, however long, is one cut
	}
	return -0.5*float64(max(na, nb)) - 0.3*float64(min(na, nb))
}

// edges widens the stretch over a short exchange of words at its ends, to
// where a sentence begins or ends in both: "You can't", "We can't".
func edges(ops []Op, first, last int, a, b []Word) (int, int) {
	begins := func(o Op) bool {
		return o.A0 == 0 && o.B0 == 0 || a[o.A0].Begins && b[o.B0].Begins
	}
	ends := func(o Op) bool {
		return (o.A1 == len(a) || a[o.A1].Begins) && (o.B1 == len(b) || b[o.B1].Begins)
	}
	if first > 1 && small(ops[first-1]) && ops[first-2].Equal && begins(ops[first-2]) {
		first -= 2
	} else if first > 0 && exchange(ops[first-1]) && begins(ops[first-1]) && !within(a, b, ops[first-1].A1, ops[first-1].B1) {
		first--
	}
	if last+2 < len(ops) && small(ops[last+1]) && ops[last+2].Equal && ends(ops[last+2]) {
		last += 2
	} else if last+1 < len(ops) && exchange(ops[last+1]) && (ends(ops[last+1]) || stops(ops[last+1], a, b)) && !within(a, b, ops[last+1].A0, ops[last+1].B0) {
		last++
	}
	return first, last
}

// broken divides the exchange at the end of a text that the other goes on
// after: “our conclusion” in the one, “our conclusions that we” in the other.
// Of what goes on only as many words are exchanged as the text ends with. The
// same holds for the beginning.
func broken(ops []Op, a, b []Word) []Op {
	const few, firm = 1, 2 // a word is exchanged, after some that are the same
	if n := len(ops) - 1; n > 0 {
		o := ops[n]
		na, nb := o.A1-o.A0, o.B1-o.B0
		k := min(na, nb)
		if !o.Equal && !cosmetic(o, a, b) && k > 0 && k <= few && max(na, nb) > k && ops[n-1].A1-ops[n-1].A0 > firm && !within(a, b, o.A0, o.B0) {
			ops = append(ops[:n:n], Op{A0: o.A0, A1: o.A0 + k, B0: o.B0, B1: o.B0 + k}, Op{A0: o.A0 + k, A1: o.A1, B0: o.B0 + k, B1: o.B1})
		}
	}
	return ops
}

// stops reports whether a text stops with a word that is exchanged.
func stops(o Op, a, b []Word) bool {
	return (o.A1 == len(a) || o.B1 == len(b)) && o.A1-o.A0 == o.B1-o.B0
}

const short = 3 // words that may be exchanged at an end and still be one sentence

func small(o Op) bool { return o.A1-o.A0 <= short && o.B1-o.B0 <= short }

func exchange(o Op) bool { return small(o) && o.A1 > o.A0 && o.B1 > o.B0 }

// within reports whether a sentence begins or words are missing at i or j.
func within(a, b []Word, i, j int) bool {
	return i < len(a) && (a[i].Begins || a[i].Gap) || j < len(b) && (b[j].Begins || b[j].Gap)
}

// cosmetic reports whether an operation is no difference: words written apart
// or together or not printed whole, a cut that is marked, words that the
// reporter put in brackets.
func cosmetic(o Op, a, b []Word) bool {
	as, bs := a[o.A0:o.A1], b[o.B0:o.B1]
	if joined(as) == joined(bs) {
		return true
	}
	if len(as) == 1 && len(bs) == 1 && (unmasks(as[0].Norm, bs[0].Norm) || unmasks(bs[0].Norm, as[0].Norm)) {
		return true
	}
	if added(as) && added(bs) {
		return true
	}
	if len(as) > 0 && gap(b, o.B0, o.B1, len(bs) == 0) || len(bs) > 0 && gap(a, o.A0, o.A1, len(as) == 0) {
		return true // what stood there is said to be left out
	}
	// [he] for "I": what stands in brackets is said to be changed
	return len(as) > 0 && added(as) && len(bs) <= 6 || len(bs) > 0 && added(bs) && len(as) <= 6
}

// gap reports whether words are marked as left out at [from, to). Where
// nothing stands there the mark may stand a word or two off: which of two equal
// words was left out, nobody can tell.
func gap(ws []Word, from, to int, empty bool) bool {
	if empty {
		from, to = from-2, to+2
	}
	for i := max(from, 1); i <= to && i < len(ws); i++ {
		if ws[i].Gap {
			return true
		}
	}
	return false
}

func joined(ws []Word) string {
	var s strings.Builder
	for _, w := range ws {
		s.WriteString(w.Norm)
	}
	return s.String()
}

// added reports whether all of ws are the reporter's.
func added(ws []Word) bool {
	for _, w := range ws {
		if !w.Added {
			return false
		}
	}
	return true
}

// end looks at what one side leaves out at its end.
func (m *Match) end(a, b []Word) {
	turns := false
	if m.A1 == len(a) && m.B1 < len(b) {
		m.EndedIn = 1
		m.Ended, turns = clause(b[m.B1:])
	} else if m.B1 == len(b) && m.A1 < len(a) {
		m.Ended, turns = clause(a[m.A1:])
	}
	if turns {
		m.Turned = m.Ended
	}
}

// clause returns how many words of the same sentence follow, if they are a
// clause that turns, explains or restricts what stands before it, and whether
// it turns it.
func clause(rest []Word) (n int, turns bool) {
	if rest[0].Begins || rest[0].Gap {
		return 0, false
	}
	const least = 3 // "but", and he was interrupted
	for n = 1; n < len(rest) && !rest[n].Begins; n++ {
	}
	if n < least {
		return 0, false
	}
	head := rest
	if data().leads[head[0].Norm] {
		head = head[1:] // "even if", "and only because"
	}
	switch {
	case data().turns[rest[0].Norm], data().turns[head[0].Norm]:
		return n, true
	case opens(data().restricts, rest), opens(data().restricts, head):
		return n, false
	}
	return 0, false
}
