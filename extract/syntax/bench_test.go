package syntax_test

import (
	"math/rand/v2"
	"slices"
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
// reference over the same text would take as long. Both are of the best of
// many short stretches: other work on the machine then counts for little.
func bench(b *testing.B, f func(string) int) {
	all := stretches(sentences(2000))
	f(all[0].sentences[0])
	own, ref := time.Hour, time.Hour // per token
	for range 5 {
		ref = min(ref, fastest(all, reference))
	}
	size := 0
	for _, s := range all {
		size += len(strings.Join(s.sentences, " "))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		own = min(own, fastest(all, f))
	}
	b.ReportMetric(float64(time.Second*scale)/float64(own), "tokens/s")
	b.ReportMetric(float64(own)/float64(ref), "passes")
}

// A stretch is timed as a whole.
type stretch struct {
	sentences []string
	tokens    int
}

func stretches(all []string) []stretch {
	var out []stretch
	for part := range slices.Chunk(all, 20) {
		s := stretch{sentences: part}
		for _, sentence := range part {
			s.tokens += len(syntax.Words(sentence))
		}
		out = append(out, s)
	}
	return out
}

// scale keeps the fractions of a nanosecond in times per token.
const scale = 1000

// fastest is the least time per token, times scale, of any stretch.
func fastest(all []stretch, f func(string) int) time.Duration {
	best := time.Hour
	for _, s := range all {
		start := time.Now()
		for _, sentence := range s.sentences {
			f(sentence)
		}
		best = min(best, time.Since(start)*scale/time.Duration(s.tokens))
	}
	return best
}
