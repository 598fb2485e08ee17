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
	}{
		{"quote-wording", .9, "high"},
		{"figure-conflict", .7, "medium"},
		{"quote-cut", .5, "low"},
		{"date-conflict", .9, "high (uncalibrated)"}, // read, and fewer accepted
		{"name-conflict", .9, "high (uncalibrated)"}, // too few read
		{"vague-source", .7, "medium (uncalibrated)"},
		{"quote-wording", .8, "medium (uncalibrated)"}, // no step of the rule
	} {
		f := &check.Finding{Rule: tt.rule, Confidence: tt.confidence}
		if got := report.Confidence(f); got != tt.want {
			t.Errorf("Confidence of %s at %g = %q, want %q", tt.rule, tt.confidence, got, tt.want)
		}
	}
}
