package align

import "github.com/newsvet/newsvet/extract"

// runsOf returns the groups of f, each with those that follow it sentence for
// sentence in all its quotes: sentences that all have word for word, and those
// that one article alone has. Sentences of quotes that are taken are left out.
func runsOf(qs []spoken, f *forest, taken map[int]bool) [][][]int {
	groups := f.groups()
	of := make([]int, len(qs)) // which group a sentence is in
	for n, ms := range groups {
		for _, i := range ms {
			of[i] = n
		}
	}
	next := make([]int, len(groups))
	follows := make([]bool, len(groups))
	for n, ms := range groups {
		next[n] = follower(qs, groups, of, ms)
		if k := next[n]; k >= 0 {
			follows[k] = true
		}
	}
	var out [][][]int
	for n, ms := range groups {
		if follows[n] || taken[qs[ms[0]].of] {
			continue
		}
		var run [][]int
		for k := n; k >= 0; k = next[k] {
			run = append(run, groups[k])
		}
		out = append(out, run)
	}
	return out
}

// follower returns the group of the sentences that come next in every quote of
// a group, if both are agreed on to the word; else -1. Phrases of a mixed
// quote stand alone.
func follower(qs []spoken, groups [][]int, of []int, ms []int) int {
	k := -1
	for _, i := range ms {
		j := i + 1
		if j == len(qs) || qs[j].of != qs[i].of || qs[i].quote.Form == extract.Mixed || qs[i].key != qs[ms[0]].key {
			return -1
		}
		if k < 0 {
			k = of[j]
		}
		if of[j] != k || qs[j].key != qs[ms[0]+1].key {
			return -1
		}
	}
	if k < 0 || len(groups[k]) != len(ms) {
		return -1
	}
	return k
}

// joinedQuote returns what member k of a run has in all of it.
func joinedQuote(qs []spoken, whole *spoken, run [][]int, k int) extract.Quote {
	i := run[0][k]
	if len(run) == 1 {
		return *qs[i].quote
	}
	before, n := 0, 0
	for j := i - qs[i].nth; j < i; j++ {
		before += len(qs[j].words)
	}
	for j := i; j < i+len(run); j++ {
		n += len(qs[j].words)
	}
	if q, ok := cutQuote(whole.quote, whole.words, before, min(before+n, len(whole.words))); ok {
		return *q
	}
	return *whole.quote
}

// answerGroups groups the quotes that are given as one speaker's answers, with
// those that have a sentence of theirs, and says which quotes that are.
func answerGroups(wholes, qs []spoken, f *forest) ([]Group[extract.Quote], map[int]bool) {
	byQuote := newForest(len(wholes))
	for _, ms := range f.groups() {
		r := f.root(ms[0])
		for _, i := range ms[1:] {
			byQuote.join(link{a: qs[ms[0]].of, b: qs[i].of, score: f.score[r], why: f.why[r]})
		}
	}
	joined := joinAnswers(wholes, byQuote)
	taken := map[int]bool{}
	var out []Group[extract.Quote]
	for _, ms := range byQuote.groups() {
		r := byQuote.root(ms[0])
		if !joined[r] || len(ms) < 2 {
			continue
		}
		g := Group[extract.Quote]{Why: byQuote.why[r], Score: byQuote.score[r], Answers: true}
		for _, i := range ms {
			taken[i] = true
			g.Members = append(g.Members, Member[extract.Quote]{wholes[i].article, *wholes[i].quote})
		}
		g.Subject, g.Key = quoteSubject(wholes, ms)
		out = append(out, g)
	}
	return out, taken
}
