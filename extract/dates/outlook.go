package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/syntax"
)

// aheadOf reports whether e is what something comes before: "rallies ahead of
// Tuesday's vote".
func (r *reader) aheadOf(e *expr) bool {
	i := e.from - 1
	return i > 0 && r.near(e.from) && r.near(i) && r.is(i, "of") && r.is(i-1, "ahead")
}

// wonders reports whether the verb before e says what can be done in a time:
// "nobody can read it in eight days" is no day to come.
func (r *reader) wonders(e *expr, lo int) bool {
	for i := e.from - 1; i >= max(lo, e.from-reach); i-- {
		switch strings.ToLower(r.of(i)) {
		case "can", "can't", "can’t", "cannot", "could", "couldn't", "couldn’t":
			return true
		}
	}
	return false
}

// isFixed reports whether the date at span belongs to what is done to something,
// so that after "for" it lies ahead: "a hearing was put down for October".
func (s *scene) isFixed(span text.Span) bool {
	i := s.dateHead(span)
	if i < 0 || s.Tokens[i].Head < 0 {
		return false
	}
	h := s.Tokens[i].Head
	return s.Tokens[h].XPOS == "VBN" && s.Child(h, syntax.AuxPass) >= 0
}
