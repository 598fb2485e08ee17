package report_test

import (
	"testing"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
)

func TestConfidenceSaysWhatWasNotMeasured(t *testing.T) {
	for _, tt := range []struct {
		rule       string
		confidence float64
		want       string
		calibrated bool
	}{
		{"quote-wording", .9, "high", true},
		{"figure-conflict", .7, "medium", true},
		{"quote-cut", .5, "low", true},
		{"date-conflict", .9, "high", false}, // read, and fewer accepted
		{"name-conflict", .9, "high", false}, // too few read
		{"vague-source", .7, "medium", false},
		{"quote-wording", .8, "medium", false}, // no step of the rule
	} {
		f := &check.Finding{Rule: tt.rule, Confidence: tt.confidence}
		if got := report.Calibrated(f); got != tt.calibrated {
			t.Errorf("Calibrated of %s at %g = %v", tt.rule, tt.confidence, got)
		}
		if got := report.Confidence(f); got != tt.want {
			t.Errorf("Confidence of %s at %g = %q, want %q", tt.rule, tt.confidence, got, tt.want)
		}
	}
}
