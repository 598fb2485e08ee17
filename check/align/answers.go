package align

import (
	"sort"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// leastAnswer is how many words a quote has that may be an answer: below it,
// it is a phrase.
const leastAnswer = 4

// joinAnswers puts together the quotes that each article gives as the answer
// of one speaker on one occasion, where they have no sentence in common. It
// returns the roots of such groups. An article that has more from the speaker
// has not chosen: nothing is joined.
func joinAnswers(qs []spoken, f *forest) map[int]bool {
	joined := map[int]bool{}
	for _, who := range speakersOf(qs) {
		var only []int // the one quote of the speaker in each article
		count := map[int]int{}
		for _, i := range who {
			count[qs[i].article]++
		}
		for _, i := range who {
			if count[qs[i].article] == 1 && qs[i].quote.Form == extract.Direct && GivenAsAnswer(*qs[i].quote) {
				only = append(only, i)
			}
		}
		only = fewOfEach(only, f)
		for x := range only {
			for y := x + 1; y < len(only); y++ {
				a, b := qs[only[x]], qs[only[y]]
				if a.article == b.article || f.root(only[x]) == f.root(only[y]) || apart(a.quote.Occasion, b.quote.Occasion) {
					continue
				}
				shared, ok := sameOccasion(a, b)
				if !ok {
					continue
				}
				why := []string{"same speaker", "each given as the answer"}
				if shared != "" {
					why = append(why, "shared word: "+shared)
				}
				f.join(link{a: only[x], b: only[y], score: 0.7, why: why})
				joined[f.root(only[x])] = true
			}
		}
	}
	return roots(joined, f)
}

// fewOfEach leaves of quotes that are the same words those that stand for them.
func fewOfEach(qs []int, f *forest) []int {
	count := map[int]int{}
	var out []int
	for _, i := range qs {
		if r := f.root(i); count[r] < leaders {
			count[r]++
			out = append(out, i)
		}
	}
	return out
}

// roots follows the roots of groups that were joined again since.
func roots(set map[int]bool, f *forest) map[int]bool {
	out := map[int]bool{}
	for r := range set {
		out[f.root(r)] = true
	}
	return out
}

// speakersOf divides the quotes of named persons by who speaks; phrases in
// marks are left out.
func speakersOf(qs []spoken) [][]int {
	by := map[string][]int{}
	var keys []string
	for i, q := range qs {
		s := q.quote.Speaker
		if s.Kind != extract.Named || s.Name == "" || len(q.words) < leastAnswer {
			continue
		}
		k := Surname(s.Name)
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], i)
	}
	sort.Strings(keys)
	var out [][]int
	for _, k := range keys {
		out = append(out, by[k])
	}
	return out
}

// GivenAsAnswer reports whether the sentence of q says that it is an answer,
// a response, a statement: the words before the marks, not those in them.
func GivenAsAnswer(q extract.Quote) bool {
	before := q.Sentence[:min(max(q.InSentence.Start, 0), len(q.Sentence))] + " " + q.CueText
	for _, t := range text.Tokens(before) {
		if t.Kind == text.Word && words.Answers(text.Bare(t.Of(before))) {
			return true
		}
	}
	return false
}

// sameOccasion reports whether two quotes of one speaker may well be of one
// occasion, and the rarest word that both have.
func sameOccasion(a, b spoken) (string, bool) {
	shared := ""
	have := map[string]bool{}
	for _, w := range a.words {
		if !w.Light && len(w.Norm) > 3 {
			have[w.Norm] = true
		}
	}
	for _, w := range b.words {
		if have[w.Norm] && (len(w.Norm) > len(shared) || len(w.Norm) == len(shared) && w.Norm < shared) {
			shared = w.Norm
		}
	}
	if shared != "" {
		return shared, true
	}
	x, y := a.quote.Occasion, b.quote.Occasion
	if x.Venue != "" && strings.EqualFold(x.Venue, y.Venue) {
		return "", true
	}
	return "", commonWords(x.Words, y.Words) >= 2
}

// commonWords counts the words that two sorted lists share.
func commonWords(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
