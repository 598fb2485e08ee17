package dates

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// tenseNames are the tenses in Date.Tense.
var tenseNames = map[tense]string{past: "past", future: "future", presentTense: "present"}

// reach is how many tokens from a date its verb is looked for without syntax.
const reach = 14

// tenseAt is where the words around e point: the nearest verb before it in its
// sentence, else the nearest after it.
func (r *reader) tenseAt(e *expr) tense {
	if t := r.tenseByWords(e); t == future || e.year != none || e.today != none || e.unit != noUnit {
		return t
	}
	if s := r.scene(r.spanOf(e)); s != nil && s.Parsed() {
		if r.after(e, "for") && s.isFixed(r.spanOf(e)) {
			return future
		}
		if t := s.tense(r.spanOf(e)); t != noTense {
			return t
		}
	}
	return r.tenseByWords(e)
}

func (r *reader) spanOf(e *expr) text.Span {
	return text.Span{Start: r.tokens[e.from].Start, End: r.end(e.to - 1)}
}

func (r *reader) tenseByWords(e *expr) tense {
	lo, hi := r.sentence(e)
	if e.from > lo && r.is(e.from-1, "until") && r.hadAfter(e, hi) {
		return past
	}
	if e.from > lo && (r.is(e.from-1, "until") || r.is(e.from-1, "till") || r.is(e.from-1, "through") && r.pointsAhead(e, lo)) {
		return future
	}
	if e.from > lo+1 && r.is(e.from-1, "as") && (r.is(e.from-2, "soon") || r.is(e.from-2, "early")) {
		return future
	}
	if e.from > lo && r.is(e.from-1, "effective") {
		return future // "resigns, effective May 3"
	}
	for i := e.from - 1; i >= max(lo, e.from-reach); i-- {
		if t := r.cue(i); t != noTense {
			return t
		}
		if i < e.from-1 && r.info[i] != 0 && strings.HasSuffix(r.entry(i).tense, "object-future") && !r.is(i-1, "had") {
			return future // "has scheduled a hearing Thursday"
		}
	}
	for i := e.to; i < min(hi, e.to+reach); i++ {
		if t := r.cue(i); t != noTense {
			return t
		}
	}
	return noTense
}

// hadAfter reports whether the clause after e is in the past perfect: "Until
// Thursday, they had not called".
func (r *reader) hadAfter(e *expr, hi int) bool {
	for i := e.to; i < min(hi, e.to+5); i++ {
		if r.is(i, "had") {
			return true
		}
	}
	return false
}

func (r *reader) pointsAhead(e *expr, lo int) bool {
	for i := e.from - 2; i >= max(lo, e.from-reach); i-- {
		if t := r.cue(i); t != noTense {
			return t == future
		}
	}
	return false
}

// cue is where the word at token i points, by itself.
func (r *reader) cue(i int) tense {
	t := r.tokens[i]
	if t.Kind != text.Word {
		return noTense
	}
	if r.info[i] != 0 && !r.entry(i).bare {
		v := r.entry(i).tense
		if v == "" {
			return noTense
		}
		t, to, found := strings.Cut(v, " ")
		if strings.Contains(v, "for-future") && (r.is(i+1, "for") || r.is(i+1, "by") || t == "to-future" && (r.is(i+1, "on") || r.is(i+1, "in") || r.is(i+1, "at"))) && !r.is(i-1, "had") && !r.is(i-2, "had") {
			return future // "is scheduled for Wednesday"
		}
		to, _, _ = strings.Cut(to, " ")
		if (found && to == "to-future" || t == "to-future") && r.is(i+1, "to") || to == "to-future" && r.is(i+2, "to") && r.is(i+1, "not") {
			if i > 1 && r.is(i-2, "had") || r.is(i-1, "had") {
				return past // "had been due to expire on Friday"
			}
			return future
		}
		switch t {
		case "past":
			return past
		case "future":
			return future
		case "modal":
			return presentTense
		case "present":
			if r.is(i+1, "to") {
				return future
			}
			return presentTense
		}
		return noTense
	}
	// Most verbs have no entry of their own: look at how they end.
	s := r.of(i)
	if len(s) <= 4 || s[0] < 'a' || s[0] > 'z' || strings.HasSuffix(s, "eed") {
		return noTense
	}
	for _, e := range r.g.endings {
		if strings.HasSuffix(s, e.end) {
			if e.tense == "future" {
				return future
			}
			return past
		}
	}
	return noTense
}

// sentence is the tokens of the sentence around e.
func (r *reader) sentence(e *expr) (lo, hi int) {
	i := r.a.SentenceAt(r.tokens[e.from].Start)
	if i < 0 {
		return 0, len(r.tokens)
	}
	s := r.a.Sentences[i]
	return r.a.TokenAt(s.Start), r.a.TokenAt(s.End)
}
