package check_test

import (
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/rules"
)

func TestASurerMatchIsNoLessLikely(t *testing.T) {
	for _, f := range check.Families() {
		last := 0.0
		for score := 0.01; score <= 1; score += 0.01 {
			p := check.Chance(f.Name, score)
			if p < last || p <= 0 || p > 1 {
				t.Errorf("Chance(%q, %.2f) = %g after %g", f.Name, score, p, last)
			}
			last = p
		}
	}
}

func TestWhatWasNotMatchedDirectlyIsEven(t *testing.T) {
	if p := check.Chance("figures", 0, "same"); p != check.Even {
		t.Errorf("Chance without a score = %g", p)
	}
}

func TestFamiliesAreOfRules(t *testing.T) {
	if len(check.Families()) < 4 {
		t.Fatalf("%d families were read", len(check.Families()))
	}
	known := map[string]bool{}
	for _, r := range rules.All {
		known[r.Name] = true
	}
	for _, f := range check.Families() {
		if f.Read == 0 || f.Accepted > f.Read {
			t.Errorf("%s: %d of %d accepted", f.Name, f.Accepted, f.Read)
		}
		for _, r := range f.Rules {
			if !known[r] {
				t.Errorf("%s: no rule %q", f.Name, r)
			}
		}
	}
}

func TestHoldLosesNothing(t *testing.T) {
	r := check.Result{Findings: []check.Finding{{Rule: "a", Confidence: .59}, {Rule: "b", Confidence: .6}, {Rule: "c", Confidence: .9}}}
	r.Hold(check.Likely)
	if len(r.Findings) != 2 || len(r.Unsure) != 1 || r.Unsure[0].Rule != "a" {
		t.Errorf("listed %v, set aside %v", r.Findings, r.Unsure)
	}
}
