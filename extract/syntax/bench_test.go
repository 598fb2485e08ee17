package syntax_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/newsvet/newsvet/extract/syntax"
)

// sentences are invented, of the make and length of those in the news.
func sentences(n int) []string {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	var out []string
	for range n {
		out = append(out, pick("The mayor of Aldport", "A spokesman for the Brant council", "Jane Roe, 41, a nurse from the north of the town,", "Two former engineers", "Police", "The company's chief executive")+
			pick(" said on Monday that ", " told the Bugle ", " had not known whether ", " announced in a letter published last week that ", " denied reports that ")+
			pick("at least 27 people", "the long-delayed bridge over the river", "none of the 1,250 tickets", "about 40% of the patients", "three members of the committee")+
			pick(" were killed", " would be rebuilt", " had been seen near the harbour", " could not be reached", " must be paid for by the state")+
			pick(" when a ferry carrying tourists capsized off the coast", ", although an inquiry was still under way", " because “nobody wanted to listen to us”", " before the end of the year", "")+
			pick(".", ", the Courier reported.", ", according to figures from the ministry of transport.", " after heavy rain."))
	}
	return out
}

func BenchmarkParse(b *testing.B) {
	bench(b, func(s string) int { return len(syntax.Parse(s).Tokens) })
}

func BenchmarkTag(b *testing.B) { bench(b, func(s string) int { return len(syntax.Tag(s).Tokens) }) }

func BenchmarkTokens(b *testing.B) { bench(b, func(s string) int { return len(syntax.Words(s)) }) }

func BenchmarkReference(b *testing.B) { bench(b, reference) }

// reference is the pass that the others are multiples of: the words of UAX #29.
func reference(s string) int {
	n := 0
	for it := words.FromString(s); it.Next(); {
		if it.Value() != " " {
			n++
		}
	}
	return n
}

// bench reports how many tokens a second f does, and how many passes of the
// reference over the same text would take as long.
func bench(b *testing.B, f func(string) int) {
	all := sentences(2000)
	run := func(f func(string) int) (tokens int) {
		for _, s := range all {
			tokens += f(s)
		}
		return tokens
	}
	f(all[0])
	best := time.Hour
	for range 5 {
		start := time.Now()
		run(reference)
		best = min(best, time.Since(start))
	}
	b.SetBytes(int64(len(strings.Join(all, " "))))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		tokens += run(f)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/best.Seconds(), "passes")
}
