package align

import "github.com/newsvet/newsvet/check/internal/words"

// steps are how far two sentences may stand from two that are the same and
// still be taken for one beside it.
var steps = [...][2]int{{1, 1}, {-1, -1}, {1, 2}, {2, 1}, {-1, -2}, {-2, -1}}

// anchored returns links between the sentences that stand beside those that two
// articles have word for word: what stands there is one utterance, whoever is
// given as its speaker, and "For me, it is time now. I just know." is "For me,
// that time is now. I just know."
func anchored(qs []spoken, links []link) []link {
	known := map[[2]int]bool{}
	for _, l := range links {
		known[[2]int{l.a, l.b}] = true
	}
	var out []link
	for _, l := range links {
		a, b := l.a, l.b
		if !l.same || min(len(qs[a].words), len(qs[b].words)) < leastAnchor || min(qs[a].content, qs[b].content) < 2 || qs[a].article == qs[b].article {
			continue
		}
		for _, s := range steps {
			i, j := a+s[0], b+s[1]
			if k := [2]int{min(i, j), max(i, j)}; besides(qs, a, i) && besides(qs, b, j) && !known[k] {
				known[k] = true
				if l, ok := anchoredLink(&qs[k[0]], &qs[k[1]]); ok {
					l.a, l.b = k[0], k[1]
					out = append(out, l)
				}
			}
		}
	}
	return out
}

// leastAnchor is how many words a sentence has that two articles do not have
// by chance.
const leastAnchor = 4

// besides reports whether sentence j stands beside sentence i, in its quote or
// in the next.
func besides(qs []spoken, i, j int) bool {
	if j < 0 || j >= len(qs) || qs[j].article != qs[i].article {
		return false
	}
	a, b := qs[min(i, j)].quote, qs[max(i, j)].quote
	return b.Block-a.Block <= 1
}

func anchoredLink(a, b *spoken) (link, bool) {
	if who, _ := relation(a, b); who == Other {
		return link{}, false
	}
	m := words.Compare(a.words, b.words)
	most := float64(min(m.A1-m.A0, m.B1-m.B0)) >= 0.5*float64(min(len(a.words), len(b.words)))
	opens := m.A0 == 0 && m.B0 == 0
	if m.Equal < 3 || m.Content < 1 || m.Likeness() < 0.55 || !opens && m.Likeness() < 0.7 || !most {
		return link{}, false
	}
	return link{score: 0.75, same: len(m.Changes) == 0, why: []string{"the same words", "beside the same sentence"}}, true
}
