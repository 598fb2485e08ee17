package words

import (
	"slices"
	"strings"
)

// weigh says how much the words that one side has in place of the other's
// matter.
func weigh(o Op, a, b []Word) Change {
	c := Change{A0: o.A0, A1: o.A1, B0: o.B0, B1: o.B1}
	if cosmetic(o, a, b) {
		return c
	}
	as, bs := without(a[o.A0:o.A1], b[o.B0:o.B1]), without(b[o.B0:o.B1], a[o.A0:o.A1])
	c.Weight, c.Why = heaviest(as, bs)
	if c.Weight < Grave && obligation(o, a, b) {
		c.Weight, c.Why = Grave, "a modal"
	}
	return c
}

// without returns the words of a that b has not, each counted once.
func without(a, b []Word) []Word {
	have := map[string]int{}
	for _, w := range b {
		have[w.Norm]++
	}
	var out []Word
	for _, w := range a {
		if have[w.Norm] > 0 {
			have[w.Norm]--
			continue
		}
		if !w.Added {
			out = append(out, w)
		}
	}
	return out
}

func heaviest(as, bs []Word) (Weight, string) {
	switch {
	case count(as, isNumber) > 0 && count(bs, isNumber) > 0:
		return Grave, "a number"
	case count(as, isNegation)%2 != count(bs, isNegation)%2:
		return Grave, "a negation"
	case modals(as) != "" && modals(bs) != "" && modals(as) != modals(bs):
		return Grave, "a modal"
	case opposite(as, bs):
		return Grave, "an opposite"
	case exchanged(as, bs):
		return Grave, "a name"
	}
	if variants(as, bs) {
		return Light, ""
	}
	if count(as, isContent) > 0 || count(bs, isContent) > 0 {
		return Serious, ""
	}
	return Light, ""
}

func count(ws []Word, is func(Word) bool) int {
	n := 0
	for _, w := range ws {
		if is(w) {
			n++
		}
	}
	return n
}

// isNumber leaves out "one", which is a pronoun as often.
func isNumber(w Word) bool   { return w.Number && w.Norm != "1" }
func isNegation(w Word) bool { return data().negations[w.Norm] }
func isContent(w Word) bool  { return !w.Light && w.Norm != "1" }

func modals(ws []Word) string {
	for _, w := range ws {
		if g, ok := data().modals[w.Norm]; ok {
			return g
		}
	}
	return ""
}

func opposite(as, bs []Word) bool {
	const few = 8 // of long rewritings one pair or another is always opposite
	if len(as) > few || len(bs) > few {
		return false
	}
	for _, x := range as {
		for _, y := range bs {
			if data().antonyms[[2]string{x.Norm, y.Norm}] {
				return true
			}
		}
	}
	return false
}

// exchanged reports whether a name stands in place of another that is not the
// same name, spelled or cut otherwise.
func exchanged(as, bs []Word) bool {
	const few = 3
	if len(as) == 0 || len(bs) == 0 || len(as) > few || len(bs) > few {
		return false
	}
	x, y := as[len(as)-1], bs[len(bs)-1]
	return x.Name && y.Name && !x.Number && !y.Number && !variant(x.Norm, y.Norm) && !transliterated(x.Norm, y.Norm)
}

// obligation reports whether "to" is lost or won after "have": "had to put it
// back" is another thing than "had put it back".
func obligation(o Op, a, b []Word) bool {
	if o.A1-o.A0+o.B1-o.B0 != 1 || o.A0 == 0 || o.B0 == 0 {
		return false
	}
	w := append(append([]Word{}, a[o.A0:o.A1]...), b[o.B0:o.B1]...)[0]
	before := a[o.A0-1].Norm
	return w.Norm == "to" && (before == "had" || before == "have" || before == "has")
}

// variants reports whether both are the same words, each inflected or spelled
// otherwise.
func variants(as, bs []Word) bool {
	as, bs = withoutParticles(as, len(bs)), withoutParticles(bs, len(as))
	if len(as) != len(bs) || len(as) == 0 {
		return false
	}
	for i := range as {
		if !variant(as[i].Norm, bs[i].Norm) && !(as[i].Name && bs[i].Name && transliterated(as[i].Norm, bs[i].Norm)) {
			return false
		}
	}
	return true
}

// withoutParticles returns ws, if they are more than n, without what a name may
// have before it or not: "al-Marlow", "Marlow".
func withoutParticles(ws []Word, n int) []Word {
	if len(ws) <= n {
		return ws
	}
	return slices.DeleteFunc(slices.Clone(ws), func(w Word) bool { return Particle(w.Norm) })
}

// variant reports whether two words differ by an ending or a slip of the pen.
func variant(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 3 {
		return false
	}
	if strings.HasPrefix(y, x) {
		switch y[len(x):] {
		case "s", "es", "d", "ed", "g", "ing", "'s", "n", "ly":
			return true
		}
	}
	if stem, ok := strings.CutSuffix(y, "ies"); ok && x == stem+"y" {
		return true
	}
	return len(x) >= 5 && OneEdit(x, y)
}

// OneEdit reports whether y is x with one byte changed or put in, or with two
// neighbours changed over.
func OneEdit(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i == len(x) || x[i+1:] == y[i+1:] ||
			i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
	}
	return x[i:] == y[i+1:]
}

// transliterated reports whether two names may be one, written in our letters
// by two people: as long to a letter, and two letters or fewer apart.
func transliterated(x, y string) bool {
	const least, most = 6, 2
	if len(x) < least || len(x) != len(y) {
		return false
	}
	n := 0
	for i := range len(x) {
		if x[i] != y[i] {
			n++
		}
	}
	return n <= most
}
