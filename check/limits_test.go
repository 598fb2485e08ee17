package check_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

func TestWhatIsNotAllComparedIsSaid(t *testing.T) {
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	tell := func(outlet, words string, n int) *check.Record {
		var body strings.Builder
		for i := range n {
			fmt.Fprintf(&body, "“We will open gate %d of the old harbour at noon%s for all the boats,” said Jane Roe.\n\n", i, words)
		}
		return record(outlet, outlet, body.String(), day)
	}
	for n, want := range map[int]bool{20: false, 150: true} {
		res := check.Run([]*check.Record{tell("a", "", n), tell("b", ", I believe,", n)}, rules.QuoteCut)
		got := false
		for _, x := range res.Notices {
			got = got || x.Name == "cut-by-limit" && strings.Contains(x.Message, "different readings of one quote (Jane Roe)")
		}
		if got != want {
			t.Errorf("with %d quotes an outlet a notice is there: %t, want %t: %v", n, got, want, res.Notices)
		}
	}
}
