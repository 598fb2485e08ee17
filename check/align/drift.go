package align

import (
	"strings"

	"github.com/newsvet/newsvet/check/internal/spelling"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// Drifts finds the pairs among the persons of one article that seem to be one
// person, spelled in two ways.
func Drifts(ns []extract.Name) []Pair {
	full, brief := map[int]*named{}, []int{}
	given, last := map[string][]int{}, map[string][]int{}
	var out []Pair
	for i := range ns {
		p, ok := PersonOf(&ns[i])
		if !ok {
			brief = append(brief, i)
			continue
		}
		x := &named{Person: p, members: []Member[extract.Name]{{0, ns[i]}}}
		x.told = toldBy(x.members)
		full[i] = x
		for _, block := range [][]int{given[p.Given], last[p.Last]} {
			for _, k := range block {
				if score := misspelt(full[k], x); score > 0 && oneOf(&ns[k], &ns[i]) {
					out = append(out, Pair{A: k, B: i, Score: score})
				}
			}
		}
		given[p.Given], last[p.Last] = grow(given[p.Given], i), grow(last[p.Last], i)
	}
	return append(out, briefDrifts(ns, full, brief)...)
}

// grow adds i to a block that is not yet a crowd.
func grow(block []int, i int) []int {
	if len(block) >= crowd {
		return block
	}
	return append(block, i)
}

// oneOf reports whether nothing tells two names of an article apart: they do
// not stand in one sentence, and no role of the one shuts out one of the other.
func oneOf(a, b *extract.Name) bool {
	if a.Print == b.Print && a.Sentence == b.Sentence {
		return false
	}
	roles := 0
	for _, f := range a.Of(extract.RoleFact) {
		for _, g := range b.Of(extract.RoleFact) {
			roles++
			if shareWord(f.Value, g.Value) && !RolesExclude(f.Value, g.Value) {
				return true
			}
		}
	}
	return roles == 0
}

// briefDrifts finds surnames that stand for nobody but somebody who is
// spelled almost so.
func briefDrifts(ns []extract.Name, full map[int]*named, brief []int) []Pair {
	byStart := map[string][]int{}
	for i := range ns {
		if p := full[i]; p != nil && len(p.Last) >= 3 {
			byStart[p.Last[:3]] = grow(byStart[p.Last[:3]], i)
		}
	}
	var out []Pair
	for _, b := range brief {
		w := spelling.Fold(strings.TrimSuffix(text.Bare(ns[b].Name), "'s"))
		if len(w) < 3 || strings.ContainsAny(w, " ") {
			continue
		}
		for _, i := range byStart[w[:3]] {
			p := full[i]
			if spelling.Slip(w, p.Last) && !(p.Romanized || !p.familiar) && oneOf(&ns[i], &ns[b]) {
				out = append(out, Pair{A: i, B: b, Score: likely})
				break
			}
		}
	}
	return out
}
