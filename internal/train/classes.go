package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/extract/syntax"
	"github.com/newsvet/newsvet/extract/syntax/model"
)

// A corpus is running text as folded forms: only counts of neighbours are
// kept of it.
type corpus struct {
	seen map[string]bool // lines: articles are copied
	ids  map[uint32]int32
	keys []uint32
	text []int32 // -1 between lines
}

// addText reads articles: plain text, or the "text" of JSON Lines in English.
func (c *corpus) addText(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if filepath.Ext(path) != ".jsonl" {
		c.addLines(string(b))
		return nil
	}
	scan := bufio.NewScanner(strings.NewReader(string(b)))
	scan.Buffer(nil, 1<<26)
	for scan.Scan() {
		var article struct{ Text, Lang string }
		if err := json.Unmarshal(scan.Bytes(), &article); err == nil && (article.Lang == "" || article.Lang == "en") {
			c.addLines(article.Text)
		}
	}
	return scan.Err()
}

func (c *corpus) addLines(s string) {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || c.seen[line] {
			continue
		}
		c.seen[line] = true
		for _, sp := range syntax.Words(line) {
			c.add(sp.Of(line))
		}
		c.text = append(c.text, -1)
	}
}

func (c *corpus) add(form string) {
	k := model.FormKey(form)
	id, ok := c.ids[k]
	if !ok {
		id = int32(len(c.keys))
		c.ids[k] = id
		c.keys = append(c.keys, k)
	}
	c.text = append(c.text, id)
}

// classes divides the forms of c seen at least min times by the company they
// keep, so that the classes of neighbours tell as much of each other as they
// can (exchange algorithm; Martin, Liermann and Ney 1998). Rarer forms make up
// class 0, and so do the ends of lines.
func (c *corpus) classes(n, least, rounds int) map[uint32]uint16 {
	x := newExchange(c, n, least)
	for round := range rounds {
		moved := 0
		for w := range x.class {
			moved += x.move(w)
		}
		fmt.Fprintf(os.Stderr, "classes: %d, round %d, %d of %d moved\n", n, round, moved, len(x.class))
	}
	out := map[uint32]uint16{}
	for w, k := range x.class {
		out[c.keys[x.forms[w]]] = uint16(k)
	}
	return out
}

type pair struct{ word, n int32 }

// An exchange is a division into classes being improved. Word -1 is all that
// is rare, in class 0, and does not move.
type exchange struct {
	forms       []int32 // of the corpus, by word, the frequent first
	class       []int32
	count       []int64
	before      [][]pair // neighbours
	after       [][]pair
	self        []int64
	n           int
	pairs       []int64 // [left*n+right]
	pairsT      []int64 // [right*n+left]
	total       []int64
	left, right []int64 // of the word being moved, by class
	nlogn       []int64
}

func newExchange(c *corpus, n, least int) *exchange {
	counts := make([]int64, len(c.keys))
	for _, id := range c.text {
		if id >= 0 {
			counts[id]++
		}
	}
	x := &exchange{n: n}
	for id, k := range counts {
		if k >= int64(least) {
			x.forms = append(x.forms, int32(id))
		}
	}
	slices.SortFunc(x.forms, func(a, b int32) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	words := make([]int32, len(c.keys))
	for i := range words {
		words[i] = -1
	}
	for w, id := range x.forms {
		words[id] = int32(w)
		x.class = append(x.class, int32(1+w%(n-1)))
		x.count = append(x.count, counts[id])
	}
	x.neighbours(c, words)
	x.sums(c, words)
	return x
}

func (x *exchange) neighbours(c *corpus, words []int32) {
	seen := map[[2]int32]int32{}
	last := int32(-1)
	x.self = make([]int64, len(x.forms))
	for _, id := range c.text {
		w := int32(-1)
		if id >= 0 {
			w = words[id]
		}
		seen[[2]int32{last, w}]++
		last = w
	}
	x.before, x.after = make([][]pair, len(x.forms)), make([][]pair, len(x.forms))
	keys := slices.SortedFunc(maps.Keys(seen), func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, k := range keys {
		switch {
		case k[0] == k[1] && k[0] >= 0:
			x.self[k[0]] = int64(seen[k])
		default:
			if k[0] >= 0 {
				x.after[k[0]] = append(x.after[k[0]], pair{k[1], seen[k]})
			}
			if k[1] >= 0 {
				x.before[k[1]] = append(x.before[k[1]], pair{k[0], seen[k]})
			}
		}
	}
}

func (x *exchange) sums(c *corpus, words []int32) {
	n := x.n
	x.pairs, x.pairsT, x.total = make([]int64, n*n), make([]int64, n*n), make([]int64, n)
	x.left, x.right = make([]int64, n), make([]int64, n)
	last := 0
	for _, id := range c.text {
		k := 0
		if id >= 0 && words[id] >= 0 {
			k = int(x.class[words[id]])
		}
		x.pairs[last*n+k]++
		x.pairsT[k*n+last]++
		x.total[k]++
		last = k
	}
	x.nlogn = make([]int64, 1<<16)
	for i := range x.nlogn {
		x.nlogn[i] = nlogn(int64(i))
	}
}

// nlogn is a whole number, so that sums are the same in any order.
func nlogn(k int64) int64 {
	if k < 2 {
		return 0
	}
	return int64(math.Round(float64(k) * math.Log(float64(k)) * 1024))
}

func (x *exchange) f(k int64) int64 {
	if k < int64(len(x.nlogn)) {
		return x.nlogn[k]
	}
	return nlogn(k)
}

func (x *exchange) classOf(w int32) int32 {
	if w < 0 {
		return 0
	}
	return x.class[w]
}

// move puts word w where it fits best, and returns 1 if that is elsewhere.
func (x *exchange) move(w int) int {
	n := x.n
	var lefts, rights []int32
	for _, p := range x.before[w] {
		k := x.classOf(p.word)
		if x.left[k] == 0 {
			lefts = append(lefts, k)
		}
		x.left[k] += int64(p.n)
	}
	for _, p := range x.after[w] {
		k := x.classOf(p.word)
		if x.right[k] == 0 {
			rights = append(rights, k)
		}
		x.right[k] += int64(p.n)
	}
	old := int(x.class[w])
	x.put(w, old, lefts, rights, -1)
	best, most := old, int64(math.MinInt64)
	for k := 1; k < n; k++ {
		gain := 2*x.f(x.total[k]) - 2*x.f(x.total[k]+x.count[w])
		row, column := x.pairs[k*n:(k+1)*n], x.pairsT[k*n:(k+1)*n]
		for _, l := range lefts {
			if int(l) != k {
				gain += x.f(column[l]+x.left[l]) - x.f(column[l])
			}
		}
		for _, r := range rights {
			if int(r) != k {
				gain += x.f(row[r]+x.right[r]) - x.f(row[r])
			}
		}
		gain += x.f(row[k]+x.left[k]+x.right[k]+x.self[w]) - x.f(row[k])
		if gain > most {
			best, most = k, gain
		}
	}
	x.put(w, best, lefts, rights, 1)
	x.class[w] = int32(best)
	for _, l := range lefts {
		x.left[l] = 0
	}
	for _, r := range rights {
		x.right[r] = 0
	}
	return one(best != old)
}

// put adds w to class k, or takes it out.
func (x *exchange) put(w, k int, lefts, rights []int32, sign int64) {
	n := x.n
	add := func(l, r int, by int64) {
		x.pairs[l*n+r] += sign * by
		x.pairsT[r*n+l] += sign * by
	}
	for _, l := range lefts {
		add(int(l), k, x.left[l])
	}
	for _, r := range rights {
		add(k, int(r), x.right[r])
	}
	add(k, k, x.self[w])
	x.total[k] += sign * x.count[w]
}

// sizes are how many classes there are, from coarse to fine.
var sizes = [model.NumClasses]int{24, 128, 512}

// rounds of exchange are enough for all but a few words to stay.
const rounds = 12

// classes makes the classes of all granularities from the files asked for and
// from the treebanks.
func (p *plan) classes(all []*sentence) (map[uint32][model.NumClasses]uint16, error) {
	out := map[uint32][model.NumClasses]uint16{}
	if p.text == "" {
		return out, nil
	}
	c := &corpus{seen: map[string]bool{}, ids: map[uint32]int32{}}
	for pattern := range strings.SplitSeq(p.text, ",") {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			if err := c.addText(path); err != nil {
				return nil, err
			}
		}
	}
	for _, s := range all {
		for _, t := range s.tokens {
			c.add(t.form)
		}
		c.text = append(c.text, -1)
	}
	fmt.Fprintf(os.Stderr, "classes: %d words of text\n", len(c.text))
	for i, n := range sizes {
		for k, class := range c.classes(n, p.wordLeast, rounds) {
			e := out[k]
			e[i] = class
			out[k] = e
		}
	}
	return out, nil
}
