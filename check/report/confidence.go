package report

import (
	"fmt"
	"strings"

	"github.com/newsvet/newsvet/check"
)

// Confidence names the confidence of a finding as people read it; see
// [check.Grade].
func Confidence(f *check.Finding) string { return check.Grade(f.Confidence) }

// Calibrated reports whether the confidence of a finding stands on matches
// that were read. That of other rules is a judgement.
func Calibrated(f *check.Finding) bool { return check.FamilyOf(f.Rule) != nil }

// meaning says what confidence is, and on how many matches it stands.
func meaning() string {
	read := 0
	for _, f := range check.Families() {
		read += f.Read
	}
	return fmt.Sprintf("Confidence is the probability that an editor accepts the match, by %d matches that were read", read)
}

// inFull is the same with what was read of each family of rules.
func inFull() string {
	var each []string
	for _, f := range check.Families() {
		each = append(each, fmt.Sprintf("%s %d of %d", f.Name, f.Accepted, f.Read))
	}
	return meaning() + ", of which a reader accepted: " + strings.Join(each, ", ")
}
