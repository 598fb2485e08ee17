package check_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

// What all copies print is told once, of the longest; what only one of them
// prints is told of that one.
func TestCopiesAreCheckedForThemselves(t *testing.T) {
	day := time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC)
	report := strings.Join([]string{
		"The mill in Aldport burned down in the night, and the fire brigade of Brant came too late to save its wheel.",
		"Nobody was in the building, which had stood empty since the last miller gave up his trade and moved to the coast.",
		"The council had meant to turn it into a museum of grain and bread, for which money had been put aside in spring.",
		"It met on Friday, 11 June 2024, to hear what the engineers think of the walls that are left beside the river.",
	}, "\n\n")
	wrong := "A second hearing was set for Monday, 20 June 2024, in the town hall of Brant."
	whole := record("b", "Courier", report+"\n\n"+wrong, day)
	rs := []*check.Record{record("a", "Bugle", report, day), whole, record("c", "Examiner", "Advertisement.\n\n"+report, day)}

	tell := func(rs []*check.Record) []string {
		res := check.Run(rs, rules.WeekdayDateMismatch)
		if diff := cmp.Diff([]int{1, 1, 1}, res.Copies); diff != "" {
			t.Fatalf("copies (-want +got):\n%s", diff)
		}
		var out []string
		for _, f := range res.Findings {
			out = append(out, res.Articles[f.Evidence[0].Article].Name+" "+f.Evidence[0].Item.Text)
		}
		return out
	}
	want := []string{"b Friday, 11 June 2024", "b Monday, 20 June 2024"}
	if diff := cmp.Diff(want, tell(rs)); diff != "" {
		t.Errorf("of the longest (-want +got):\n%s", diff)
	}

	rs[2] = record("c", "Examiner", strings.Replace(report, "Friday", "Sunday", 1), day)
	got := tell(rs)
	slices.Sort(got)
	if diff := cmp.Diff(append(want, "c Sunday, 11 June 2024"), got); diff != "" {
		t.Errorf("with a copy that has another day (-want +got):\n%s", diff)
	}
	rs[0].Ref.Draft = true
	if got := tell(rs); !slices.Contains(got, "a Friday, 11 June 2024") {
		t.Errorf("a draft that copies is not told of: %q", got)
	}
}
