package dates_test

import (
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

// prose is news in the mix of words and dates that news has: about one date
// in 45 words.
var prose = strings.Repeat(`ALDPORT (Courier) — The town council of Aldport voted on Tuesday to close the old bridge over the river Brant, which engineers had called unsafe since 2019, the mayor's office said. The decision ends a dispute between the council and the merchants of the market street, who fear that the detour will cost them customers.

"We could not wait any longer," said the mayor, who takes office again next month. The work is to begin on June 3 and will take at least eighteen months, according to the plan, which has been changed five times in the last three years. In the third quarter the county paid 1,945 crowns a day for the guards alone.

Residents who had gathered in front of the hall were divided. Some of them had crossed the bridge every morning of their lives; others had moved away long before the first cracks were found under the northern arch. A baker recalled that his father had helped to repair it after the flood.

`, 400)

func bench(b *testing.B, x *extract.Extractor) {
	doc := corpus.Plain(corpus.Ref{Lang: "en", Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)}, prose)
	a := extract.NewArticle(doc)
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		x.Run(a)
	}
}

// BenchmarkWords is the extractor without syntax: no events, tense from words.
func BenchmarkWords(b *testing.B) { bench(b, dates.Words) }

// BenchmarkTokens is the pass over the words that all extractors share: the
// reference for BenchmarkWords.
func BenchmarkTokens(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		text.Tokens(prose)
	}
}

func TestTimeIsLinear(t *testing.T) {
	cost("the grammar is compiled at first use")
	for _, unit := range []string{"last week ", "May 3 to ", "1939-45, ", "the end of the ", "twenty ", "a few 's ", "12:30-", "'90s' "} {
		small, large := cost(strings.Repeat(unit, 1000)), cost(strings.Repeat(unit, 8000))
		for range 4 { // the machine may be busy: the least counts
			small, large = min(small, cost(strings.Repeat(unit, 1000))), min(large, cost(strings.Repeat(unit, 8000)))
		}
		if large > 32*small+500*time.Millisecond {
			t.Errorf("%q: %v for 8 times the text of %v", unit, large, small)
		}
	}
}

func cost(body string) time.Duration {
	doc := corpus.Plain(corpus.Ref{Lang: "en", Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)}, body)
	a := extract.NewArticle(doc)
	start := time.Now()
	dates.Words.Run(a)
	return time.Since(start)
}
