package check_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

// bigStory makes n articles on one event: what all tell, in a few versions,
// and something of their own.
func bigStory(n int) []*check.Record {
	towns := []string{"Brant", "Corley", "Dunmere", "Eastholm", "Fairwick", "Gatley", "Hollin"}
	tolls := []string{"31 people", "31 workers", "at least 31 people", "46 people", "about 30 people"}
	words := []string{"open", "reach", "clear", "open", "open"}
	var out []*check.Record
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "A fire at the old mill in Aldport killed %s on Friday night, the fire service said.\n\n", tolls[i%5])
		fmt.Fprintf(&b, "“We could not %s the second stair of the mill in time,” fire chief Roland Pike told the Outlet %d.\n\n", words[i%5], i)
		fmt.Fprintf(&b, "The council voted to inspect every mill on %d June 2024. Repairs will cost $%d million, the mayor said.\n\n", 10+i%3, 40+i%7)
		fmt.Fprintf(&b, "“%s has %d mills of its own and none has a sprinkler,” said Jane Roe of %s on Saturday.\n\n", towns[i%7], 2+i%11, towns[i%7])
		fmt.Fprintf(&b, "In %s, %d residents asked for a meeting at number %d, Harbour Street.\n", towns[i%7], 100+i, i)
		day := time.Date(2024, 6, 12+i%3, 0, 0, 0, 0, time.UTC)
		out = append(out, record(fmt.Sprintf("a%05d", i), fmt.Sprint("Outlet ", i), b.String(), day))
	}
	return out
}

// Four times the articles of one story take about four times the work, not
// sixteen times: counted in allocations, which are the same on a busy machine,
// and roughly in time, for loops that allocate nothing.
func TestTheWorkOnAStoryGrowsWithItsArticles(t *testing.T) {
	sizes := []int{250, 1000}
	if !testing.Short() {
		sizes = append(sizes, 4000)
	}
	const mostWork, mostTime = 6, 12
	var lastWork uint64
	var lastTime time.Duration
	for _, n := range sizes {
		rs := bigStory(n)
		work, took := workOf(func() { check.Run(rs, rules.All...) })
		for try := 0; try < 2 && lastWork > 0 && took > mostTime*lastTime; try++ { // the machine may be busy
			_, again := workOf(func() { check.Run(rs, rules.All...) })
			took = min(took, again)
		}
		t.Logf("%d articles: %d allocations, %v", n, work, took)
		if lastWork > 0 && (work > mostWork*lastWork || took > mostTime*lastTime) {
			t.Errorf("%d articles take %d allocations and %v, a quarter of them %d and %v", n, work, took, lastWork, lastTime)
		}
		lastWork, lastTime = work, took
	}
}

func workOf(f func()) (allocations uint64, took time.Duration) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := time.Now()
	f()
	took = time.Since(begin)
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, took
}

// However many outlets tell of one thing, all are compared.
func TestNoOutletIsLeftOut(t *testing.T) {
	const n = 340
	most := 0
	for _, on := range check.Run(bigStory(n)).Comparisons {
		if on.Kind == "figure" && strings.HasPrefix(on.Readings[0].Value, "31 ") {
			most = max(most, len(on.Readings))
		}
	}
	if most != n {
		t.Errorf("%d articles of %d are compared", most, n)
	}
}
