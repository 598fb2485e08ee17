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
		{"quote-wording", .93, "high", true},
		{"figure-conflict", .79, "medium", true},
		{"date-conflict", .59, "low", true},
		{"name-conflict", .8, "high", true},
		{"vague-source", .7, "medium", false},
		{"quote-unclosed", .5, "low", false},
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
