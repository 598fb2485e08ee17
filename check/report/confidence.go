package report

import (
	_ "embed" // what readers made of findings
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/newsvet/newsvet/check"
)

//go:embed data/confidence.txt
var readings string

// Confidence names the confidence of a finding as people read it: low from 0,
// medium from .7, high from .9; see [Calibrated].
func Confidence(f *check.Finding) string {
	switch {
	case f.Confidence >= .9:
		return "high"
	case f.Confidence >= .7:
		return "medium"
	}
	return "low"
}

// A step is a confidence that a rule gives.
type step struct {
	rule       string
	confidence float64
}

// Calibrated reports whether of the matches of a rule that were given this
// confidence readers accepted as many as it says.
func Calibrated(f *check.Finding) bool { return held()[step{f.Rule, f.Confidence}] }

// held is the steps that readings bear out: at least ten were read, and those
// accepted fall short by no more than one standard error of that many.
var held = sync.OnceValue(func() map[step]bool {
	const enough = 10
	out := map[step]bool{}
	for l := range strings.Lines(readings) {
		fields := strings.Split(strings.TrimSpace(l), "\t")
		if len(fields) != 4 || strings.HasPrefix(l, "#") {
			continue
		}
		c, _ := strconv.ParseFloat(fields[1], 64)
		read, _ := strconv.ParseFloat(fields[2], 64)
		accepted, _ := strconv.ParseFloat(fields[3], 64)
		if read < enough || accepted/read < c-math.Sqrt(c*(1-c)/read) {
			continue
		}
		for rule := range strings.FieldsSeq(fields[0]) {
			out[step{rule, c}] = true
		}
	}
	return out
})
