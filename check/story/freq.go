package story

import (
	"embed"
	"io/fs"
	"math/bits"
	"strconv"
	"strings"
	"sync"
)

const (
	// scale is the unit of fixed-point logarithms and weights. All arithmetic
	// of linking is on integers: the same bits on every machine.
	scale = 1 << 10

	// backgroundArticles is how many articles the background table counts
	// for, against those of the corpus at hand.
	backgroundArticles = 1000

	// unseen is the share, in ten thousandths, of articles that are taken to
	// have a term which the background table does not know.
	unseen = 2
)

//go:embed background/*.txt
var backgroundFiles embed.FS

// A table holds, for common words, the share of articles that have them, in
// ten thousandths: each at the low bits of its hash or in the next free place,
// no more than half of them taken. A map takes several times as long to say
// that it does not know a word.
type table struct {
	terms  []uint32
	shares []int32 // 0 where nothing is
}

func newTable(shares map[uint32]int32) table {
	n := 1 << bits.Len(uint(2*len(shares)))
	t := table{make([]uint32, n), make([]int32, n)}
	for term, share := range shares {
		at := t.place(term)
		t.terms[at], t.shares[at] = term, share
	}
	return t
}

// place is where a term is, or would be.
func (t table) place(term uint32) int {
	last := uint32(len(t.terms) - 1)
	at := term & last
	for t.terms[at] != term && t.shares[at] != 0 {
		at = (at + 1) & last
	}
	return int(at)
}

// share is that of the articles that have a term, 0 if the table does not know it.
func (t table) share(term uint32) int32 { return t.shares[t.place(term)] }

// background is one table for all languages: a word counts with its share in
// the language where it is commonest.
var background = sync.OnceValue(func() table {
	t := map[uint32]int32{}
	names, _ := fs.Glob(backgroundFiles, "background/*.txt")
	for _, name := range names {
		b, _ := fs.ReadFile(backgroundFiles, name)
		for line := range strings.Lines(string(b)) {
			w, share, _ := strings.Cut(strings.TrimSpace(line), " ")
			if n, err := strconv.Atoi(share); err == nil && w != "#" {
				t[hash32(w)] = max(t[hash32(w)], int32(n))
			}
		}
	}
	return newTable(t)
})

// rarity is how rare a term is by the background table alone.
func (t table) rarity(term uint32) int64 {
	share := t.share(term)
	if share == 0 {
		return rarest // most words of most articles
	}
	return log2(10000) - log2(uint64(share+unseen))
}

// rarest is the rarity of what the table does not know.
var rarest = log2(10000) - log2(unseen)

// A Freq counts in how many articles a term stands. It begins with a
// background table, so that two articles alone already know what is rare. Its
// zero value is ready to use.
type Freq struct {
	n  int64
	df map[uint32]int32
}

// Articles is the number of articles counted.
func (f *Freq) Articles() int { return int(f.n) }

// Count counts the terms of v. Like [Freq.Merge] it is commutative: any order,
// any shards, the same counts.
func (f *Freq) Count(v *Vec) {
	if f.df == nil {
		f.df = map[uint32]int32{}
	}
	f.n++
	for _, t := range v.terms {
		f.df[t]++
	}
}

// Merge adds the counts of g to f.
func (f *Freq) Merge(g *Freq) {
	if f.df == nil {
		f.df = map[uint32]int32{}
	}
	f.n += g.n
	for t, n := range g.df {
		f.df[t] += n
	}
}

// rarity is the binary logarithm of how many articles there are for one that
// has the term, in units of 1/scale.
func (f *Freq) rarity(term uint32) int64 {
	all := uint64(f.n+backgroundArticles) * 10000
	have := uint64(f.df[term])*10000 + uint64(background().share(term)+unseen)*backgroundArticles
	return max(0, log2(all)-log2(have))
}

// weight is how much a term with count mentions says about an article.
func weight(count int32, rarity int64) int64 {
	// 1 + ln(count), in units of 1/scale
	tf := int64(scale)
	if count > 1 {
		tf += log2(uint64(count)) * 710 / 1024
	}
	return tf * rarity / scale
}

// log2 is the binary logarithm of x in units of 1/scale, rounded down.
func log2(x uint64) int64 {
	if x == 0 {
		return 0
	}
	whole := bits.Len64(x) - 1
	// m is x scaled into [1, 2) with 31 bits after the point; squaring it
	// gives one more bit of the logarithm each time.
	m := x << (63 - whole) >> 32
	out := int64(whole)
	for bit := scale; bit > 1; bit >>= 1 {
		m = m * m >> 31
		out <<= 1
		if m >= 1<<32 {
			m >>= 1
			out |= 1
		}
	}
	return out
}
