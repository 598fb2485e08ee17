package check_test

import (
	"slices"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

// An outlet's own two reports are compared, a step lower than those of two
// outlets, and that they agree confirms nothing.
func TestReportsOfOneOutletAreCompared(t *testing.T) {
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	run := func(outlet, cost string) *check.Result {
		return check.Run([]*check.Record{
			record("a", "Bugle", "The harbour bridge in Brant will cost $48 million.", day),
			record("b", outlet, "The harbour bridge in Brant will cost "+cost+".", day.AddDate(0, 0, 1)),
		}, rules.FigureConflict)
	}
	note := check.Line{Label: "note", Text: "both are reports of one outlet"}
	two, one := run("Courier", "$84 million").Findings, run("Bugle", "$84 million").Findings
	if len(two) != 1 || len(one) != 1 {
		t.Fatalf("%d findings between two outlets, %d within one; want 1 of each", len(two), len(one))
	}
	if two[0].Level.Rank() != one[0].Level.Rank()+1 {
		t.Errorf("levels %s between two outlets, %s within one", two[0].Level, one[0].Level)
	}
	if slices.Contains(two[0].Notes, note) || !slices.Contains(one[0].Notes, note) {
		t.Errorf("notes %v between two outlets, %v within one", two[0].Notes, one[0].Notes)
	}
	for _, x := range run("Bugle", "$48 million").Comparisons {
		if x.Verdict != check.Alone || x.Outlets != 1 {
			t.Errorf("%s: %s, %d outlets; want alone, 1", x.Subject, x.Verdict, x.Outlets)
		}
	}
}
