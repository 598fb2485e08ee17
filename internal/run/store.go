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

// runRules stands in for check.Run.
func runRules(records []*check.Record, rules ...*check.Rule) *check.Result {
	r := &check.Result{}
	for i, x := range records {
		r.Articles = append(r.Articles, x.Ref)
		r.Copies = append(r.Copies, i)
		if i == 0 || x.Ref.ID.String() < r.Story.String() {
			r.Story = x.Ref.ID
		}
	}
	return r
}
