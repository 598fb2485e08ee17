package run

import (
	"github.com/newsvet/newsvet/check"
)

// A store keeps records until their story is checked.
type store struct {
	records []*check.Record
}

func newStore(*Options) *store { return &store{} }

func (s *store) put(r *check.Record) int {
	s.records = append(s.records, r)
	return len(s.records) - 1
}

func (s *store) get(at int) (*check.Record, error) { return s.records[at], nil }

func (s *store) close() {}

// runRules checks a story.
func runRules(records []*check.Record, rules ...*check.Rule) *check.Result {
	return check.Run(records, rules...)
}
