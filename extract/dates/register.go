package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// The two registers that a sentence may be in.
const (
	unread int8 = iota
	reports
	arranges
)

// arranges reports whether the sentence of e makes an arrangement, with
// somebody who is spoken to or by somebody who speaks of himself: "Join us
// from May to July", "I was away two months ago". Such words name days of a
// diary, so that a stretch is one entry and lengths of time are counted to
// the day; a report says "from May" and "to July", and "two months ago" is a
// month.
func (r *reader) arranges(e *expr) bool {
	i := r.a.SentenceAt(r.tokens[e.from].Start)
	if i < 0 {
		return false
	}
	if r.registers == nil {
		r.registers = make([]int8, len(r.a.Sentences))
	}
	if r.registers[i] == unread {
		r.registers[i] = reports
		if lo, hi := r.sentence(e); r.personal(lo, hi) {
			r.registers[i] = arranges
		}
	}
	return r.registers[i] == arranges
}

// personal reports whether the tokens lo to hi hold a first or second person,
// ask something, or begin by asking for it.
func (r *reader) personal(lo, hi int) bool {
	first, query := true, false
	for i := lo; i < min(hi, len(r.tokens)); i++ {
		if r.tokens[i].Kind == text.Mark && r.is(i, "?") {
			return true
		}
		if r.tokens[i].Kind != text.Word {
			query = query && !r.is(i, ",") // "When the war began in 1914, …"
			continue
		}
		kind := r.personOf(i)
		if kind&isPerson != 0 || first && kind&asks != 0 {
			return true
		}
		query = query || first && kind&queries != 0
		first = false
	}
	return query
}

// personOf is what the list of guards says of token i as a word for a person:
// not of the US, nor of World War I.
func (r *reader) personOf(i int) guard {
	s := r.of(i)
	kind := r.entry(i).guard
	if r.info[i] != 0 {
		// known as it is
	} else if n := strings.IndexAny(s, "'’"); n > 0 && n <= len("nosotros") {
		kind = r.g.table[r.g.words[strings.ToLower(s[:n])]].guard // we'll
	}
	if kind&(isPerson|asks|queries) != 0 {
		if len(s) > 1 && s == strings.ToUpper(s) || s == "I" && i > 0 && r.tokens[i-1].Kind == text.Word && r.capital(i-1) && r.near(i) {
			return 0
		}
		return kind
	}
	if kind&isNoun == 0 && len(r.g.persons) > 0 {
		s = strings.ToLower(s)
		for _, end := range r.g.persons {
			if len(s) > len(end)+2 && len(s) <= longVerb && strings.HasSuffix(s, end) {
				return isPerson // Spanish says it in the verb
			}
		}
	}
	return kind
}

// longVerb is how many bytes a verb in the first person may have.
const longVerb = 12
