package story

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsvet/newsvet/corpus"
)

const (
	// Same is the least average likeness of two groups of articles that are
	// joined. Like the other constants of linking it was chosen by BCubed F1
	// on four sets of annotated stories, and lies in the middle of where that
	// is level.
	Same = 0.13

	// Floor is the least likeness that is kept: what is below counts as none
	// when averages are taken.
	Floor = 0.03
)

// An Edge joins two articles that may tell one story.
type Edge struct {
	A, B  corpus.ID // A < B
	Score float64   // how alike they are, in [0, 1]
}

func compareEdges(x, y Edge) int {
	return cmp.Or(cmp.Compare(y.Score, x.Score), slices.Compare(x.A[:], y.A[:]), slices.Compare(x.B[:], y.B[:]))
}

// Link returns the edges among the articles of block, the strongest first. Its
// work is the square of the block: see [Divide].
func Link(block []Vec) []Edge {
	var out []Edge
	for i := range block {
		for j := range i {
			a, b := &block[i], &block[j]
			if s := Likeness(a, b); s >= Floor && a.ID != b.ID {
				if slices.Compare(a.ID[:], b.ID[:]) > 0 {
					a, b = b, a
				}
				out = append(out, Edge{a.ID, b.ID, s})
			}
		}
	}
	slices.SortFunc(out, compareEdges)
	return out
}

// Likeness says how alike two articles are, in [0, 1]: the cosine of their
// weighed terms, less what the days between them take off.
func Likeness(a, b *Vec) float64 {
	var sum int64
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x == y:
			sum += int64(a.w[i]) * int64(b.w[j])
			i++
			j++
		case x < y:
			i++
		default:
			j++
		}
	}
	if a.Day != 0 && b.Day != 0 {
		sum = sum * nearness(a.Day-b.Day) / scale
	}
	return min(1, float64(sum)/(unit*unit))
}

// nearness is what is left, in units of 1/scale, of the likeness of articles
// so many days apart: all within three days, two thirds after six, two fifths
// from two weeks on. A follow-up a month later has more in common with the
// first report than another event of the same kind.
func nearness(days int32) int64 {
	if days = max(days, -days); days <= 3 {
		return scale
	}
	lost := (log2(uint64(days)) - log2(3)) / 3
	return max(scale-lost, scale*2/5)
}

// Divide splits a block of articles that share a key, by index into vs, into
// blocks of at most limit, so that a term that many articles have cannot make
// linking slow. Dated articles are compared with their neighbours in time,
// undated ones with those whose next key is the same. The second result
// counts the articles that were not compared with all others.
func Divide(vs []Vec, block []int32, key Key, f *Freq, limit int) (blocks [][]int32, cut int) {
	if len(block) <= limit {
		return [][]int32{block}, 0
	}
	var dated []int32
	undated := map[Key][]int32{}
	for _, i := range block {
		if vs[i].Day != 0 {
			dated = append(dated, i)
			continue
		}
		k := keyAfter(f.Keys(&vs[i]), key)
		undated[k] = append(undated[k], i)
	}
	blocks = windows(vs, dated, limit)
	for _, k := range slices.Sorted(maps.Keys(undated)) {
		blocks = append(blocks, windows(vs, undated[k], limit)...)
	}
	return blocks, len(block)
}

// keyAfter is the key that follows key, round in a ring.
func keyAfter(keys []Key, key Key) Key {
	if len(keys) == 0 {
		return key
	}
	return keys[(slices.Index(keys, key)+1)%len(keys)]
}

// windows slides over the articles in the order of their days by half a window
// at a time.
func windows(vs []Vec, block []int32, limit int) [][]int32 {
	if len(block) < 2 {
		return nil
	}
	slices.SortFunc(block, func(i, j int32) int {
		return cmp.Or(cmp.Compare(vs[i].Day, vs[j].Day), compareIDs(vs[i].ID, vs[j].ID))
	})
	var out [][]int32
	for at := 0; ; at += (limit + 1) / 2 {
		end := min(at+limit, len(block))
		out = append(out, block[at:end:end])
		if end == len(block) {
			return out
		}
	}
}
