package persons

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// longestRole is how many words a role between commas has at most.
const longestRole = 9

// role reads what a person does: before the name ("deputy mayor Jane Roe") and
// between commas after it ("Jane Roe, the deputy mayor of Aldport,"). Who is
// called by a surname has been given a role before, which may be shortened.
func (r *reader) role(n *extract.Name, m *names.Mention, to int) {
	if !m.Full {
		return
	}
	if first := r.pastOld(r.a.TokenAt(m.Whole.Start), m.First); first < m.First && !r.courtesy(first, m.First-1) {
		n.Facts = append(n.Facts, r.fact(extract.RoleFact, first, m.First-1))
	}
	i := r.pastAge(m.Last+1, to)
	if r.low(i) != "," {
		return
	}
	i++
	if r.says(i, "the", "a", "an") {
		i++
	}
	i = r.pastOld(i, to)
	last, role := i, false
	for k := i; k < to && k < i+longestRole; k++ {
		w := r.low(k)
		if w == "," || w == ";" || w == "." || w == "—" || w == "–" || r.c[k].Has(lexicon.Say|lexicon.Question) && !r.c[k].Has(lexicon.Role) {
			break
		}
		if r.c[k].Has(lexicon.Aux|lexicon.Conj) || r.is(k, "b") {
			return // no apposition
		}
		if m := r.beginsAt(k); m != nil && !role && r.c[k].Has(lexicon.FirstName) {
			return // the next of a list
		}
		role = role || r.c[k].Has(lexicon.Role)
		last = k
	}
	if role && last < to {
		n.Facts = append(n.Facts, r.fact(extract.RoleFact, i, last))
	}
}

// pastOld is the token after "41-year-old" or the rest of it, where that
// begins at token i.
func (r *reader) pastOld(i, to int) int {
	for k := i; k < min(i+5, to); k++ {
		if r.low(k) == "old" && r.low(k-1) == "-" {
			return k + 1
		}
	}
	return i
}

// courtesy reports whether nothing but "Mr" stands there.
func (r *reader) courtesy(first, last int) bool {
	for i := first; i <= last; i++ {
		if r.t[i].Kind == text.Word && (!r.c[i].Has(lexicon.Title) || r.c[i].Has(lexicon.Role)) {
			return false
		}
	}
	return true
}

// pastAge is the token after an age between commas that begins at token i:
// ", 41"; i if there is none.
func (r *reader) pastAge(i, to int) int {
	if r.low(i) == "," && i+1 < to && r.t[i+1].Kind == text.Number && len(r.low(i+1)) <= 3 {
		return i + 2
	}
	return i
}

// home reads where a person is from: "Jane Roe, 41, of Aldport".
func (r *reader) home(n *extract.Name, m *names.Mention, to int) {
	i := r.pastAge(m.Last+1, to)
	if r.low(i) != "," || !r.says(i+1, "of", "from") || i+2 >= to || !m.Full {
		return
	}
	at, ok := r.x.At(r.t[i+2].Start)
	if !ok || at.First != i+2 {
		return
	}
	if k := r.x.Entities[at.Entity].Kind; k == names.Person || k == names.Body || strings.EqualFold(r.low(at.Last), "party") {
		return
	}
	n.Facts = append(n.Facts, r.fact(extract.HomeFact, at.First, at.Last))
}
