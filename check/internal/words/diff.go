package words

import (
	"math/bits"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// An Op is a run of words that both texts have, or that one has and the other
// has not. A and B are the half-open ranges of words it covers.
type Op struct {
	Equal  bool
	A0, A1 int
	B0, B1 int
}

// Diff returns how a becomes b: runs that are equal and runs that are not, in
// turn, which together cover both. Diff(b, a) is the same with the sides
// changed over. Beyond [Limit] words a side is not read.
func Diff(a, b []string) []Op {
	a, b = a[:min(len(a), Limit)], b[:min(len(b), Limit)]
	if less(b, a) {
		ops := diff(b, a)
		for i, o := range ops {
			ops[i] = Op{o.Equal, o.B0, o.B1, o.A0, o.A1}
		}
		return ops
	}
	return diff(a, b)
}

// less orders texts, so that of two diffs that are equally short always the
// same one is found, whoever comes first.
func less(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

func diff(a, b []string) []Op {
	in := newInterner(len(a) + len(b))
	ra, rb := in.runes(a), in.runes(b)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a deadline would make the result depend on the machine
	var ops []Op
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		n := utf8.RuneCountInString(d.Text)
		o := Op{A0: i, A1: i, B0: j, B1: j}
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			o.Equal, o.A1, o.B1 = true, i+n, j+n
		case diffmatchpatch.DiffDelete:
			o.A1 = i + n
		case diffmatchpatch.DiffInsert:
			o.B1 = j + n
		}
		i, j = o.A1, o.B1
		if k := len(ops) - 1; k >= 0 && ops[k].Equal == o.Equal {
			ops[k].A1, ops[k].B1 = o.A1, o.B1
			continue
		}
		ops = append(ops, o)
	}
	return ops
}

// An interner gives each distinct word a rune of its own: never a surrogate,
// which all compare equal, and never U+FFFD, which stands for bad bytes.
type interner struct {
	words []string // met so far
	slots []int32  // by hash: 1 + the place of a word, 0 of none
}

// newInterner returns an interner of at most n words.
func newInterner(n int) *interner {
	return &interner{words: make([]string, 0, n), slots: make([]int32, 1<<bits.Len(uint(2*n)))}
}

func (in *interner) runes(ws []string) []rune {
	out := make([]rune, len(ws))
	for i, w := range ws {
		out[i] = nth(in.place(w))
	}
	return out
}

// place returns how many other words were met before w.
func (in *interner) place(w string) int {
	last := uint64(len(in.slots) - 1)
	for at := hash(w) & last; ; at = (at + 1) & last {
		n := int(in.slots[at]) - 1
		if n < 0 {
			in.words = append(in.words, w)
			in.slots[at] = int32(len(in.words))
			return len(in.words) - 1
		}
		if in.words[n] == w {
			return n
		}
	}
}

func nth(n int) rune {
	r := rune(n + 1)
	if r >= 0xD800 {
		r += 0x800
	}
	if r >= 0xFFFD {
		r++
	}
	return r
}
