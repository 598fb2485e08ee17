package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// inMarks returns the stretches of q that stand in marks, and their places.
func inMarks(q *extract.Quote) ([]text.Span, []text.Place) {
	if q.Form == extract.Mixed {
		return q.Quoted, q.QuotedAt
	}
	return q.Parts, q.PartsAt
}

// inTheirMarks returns q without what the reporter says around and between the
// marks of a mixed quote, and without what follows a mark that closes where
// no rule of type would put it: `“We pass, "said the mayor.`
func inTheirMarks(q *extract.Quote) *extract.Quote {
	spans, places := inMarks(q)
	if len(spans) == 0 || len(places) != len(spans) {
		return q
	}
	if q.Form == extract.Mixed {
		spans, places = phrases(q)
	}
	cut := false
	var ss []text.Span
	var ps []text.Place
	for i, sp := range spans {
		s, at := sp, places[i]
		if end := closedAt(sp.Shift(-q.Span.Start).Of(q.Text)); end > 0 {
			if p, ok := placed(at, sp, text.Span{Start: sp.Start, End: sp.Start + end}, q); ok {
				s.End, at, cut = sp.Start+end, p, true
			}
		}
		ss, ps = append(ss, s), append(ps, at)
	}
	if q.Form != extract.Mixed && !cut {
		return q
	}
	return restricted(q, ss, ps)
}

// phrases returns the stretches in marks of a mixed quote that are more than a
// word; if there are none the first word, which stands for them all.
func phrases(q *extract.Quote) ([]text.Span, []text.Place) {
	var ss []text.Span
	var ps []text.Place
	for i, sp := range q.Quoted {
		if len(words.Split(q.Text, sp.Shift(-q.Span.Start))) > 1 {
			ss, ps = append(ss, sp), append(ps, q.QuotedAt[i])
		}
	}
	if len(ss) == 0 {
		return q.Quoted[:1], q.QuotedAt[:1]
	}
	return ss, ps
}

// closedAt returns where the words of a part end that goes on past a mark like
// the one it began with; 0 if it does not. A mark that a capital follows after
// the end of a sentence begins a paragraph of the quotation: “One. “Two.”
func closedAt(s string) int {
	open, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("\"“", open) {
		return 0
	}
	for i := n; i < len(s); {
		k := strings.IndexRune(s[i:], open)
		if k < 0 {
			return 0
		}
		i += k
		before := strings.TrimRight(s[n:i], " ")
		if i+n < len(s) && before != "" && strings.ContainsRune(",.?!", rune(before[len(before)-1])) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if before[len(before)-1] == ',' || len(before) == i-n || !unicode.IsUpper(next) {
				return i + n
			}
		}
		i += n
	}
	return 0
}

// restricted returns q cut to stretches of it.
func restricted(q *extract.Quote, spans []text.Span, places []text.Place) *extract.Quote {
	out := *q
	first, last := 0, len(spans)-1
	whole := text.Span{Start: spans[first].Start, End: spans[last].End}
	base := q.Span.Start
	out.Text = whole.Shift(-base).Of(q.Text)
	out.Span, out.At = whole, text.Place{Basis: places[first].Basis, From: places[first].From, To: places[last].To}
	if out.Form == extract.Mixed {
		out.Quoted, out.QuotedAt = spans, places
	}
	out.Parts, out.PartsAt = spans, places
	in := text.Span{Start: whole.Start - base + q.InSentence.Start, End: whole.End - base + q.InSentence.Start}
	if in.Start >= 0 && in.Start < len(q.Sentence) {
		out.InSentence = text.Span{Start: in.Start, End: min(in.End, len(q.Sentence))}
	} else {
		out.Sentence, out.InSentence = out.Text, text.Span{Start: 0, End: len(out.Text)}
	}
	return &out
}

// placed returns the place of a stretch of a span whose place is known: only
// where both are on one line and byte for byte the same.
func placed(at text.Place, of, sp text.Span, q *extract.Quote) (text.Place, bool) {
	if sp == of {
		return at, true
	}
	if at.From.Line != at.To.Line || at.To.Offset-at.From.Offset != of.Len() {
		return at, false
	}
	s := of.Shift(-q.Span.Start).Of(q.Text)
	move := func(p text.Position, n int) text.Position {
		return text.Position{Offset: p.Offset + n, Line: p.Line, Column: p.Column + utf8.RuneCountInString(s[:n])}
	}
	return text.Place{Basis: at.Basis, From: move(at.From, sp.Start-of.Start), To: move(at.From, sp.End-of.Start)}, true
}

// leastPiece is how many words a sentence has that is compared by itself.
const leastPiece = 3

// sentencesOf divides a quote into its sentences.
func sentencesOf(s *spoken) []spoken {
	q := s.quote
	spans, _ := inMarks(q)
	starts := []int{0} // the words that begin one
	for i := 1; i < len(s.words); i++ {
		long := i-starts[len(starts)-1] >= leastPiece && len(s.words)-i >= leastPiece
		if (long || q.Form == extract.Mixed) && begins(q, spans, s.words[i-1], s.words[i]) {
			starts = append(starts, i)
		}
	}
	var out []spoken
	for n, from := range starts {
		to := len(s.words)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		piece, ok := cutQuote(q, s.words, from, to)
		if !ok {
			whole := *s
			return []spoken{whole}
		}
		p := newSpoken(s.article, s.of, piece)
		p.nth, p.who, p.given, p.met = n, s.who, s.given, s.met
		out = append(out, p)
	}
	return out
}

// begins reports whether a sentence begins with word w of a quote; of a mixed
// one also a phrase in marks of its own.
func begins(q *extract.Quote, spans []text.Span, before, w words.Word) bool {
	if w.Start <= before.Start {
		return false // of one word made two, or a date changed over
	}
	base := q.Span.Start
	if q.Form == extract.Mixed {
		for _, sp := range spans {
			if sp := sp.Shift(-base); before.Start < sp.Start && sp.Start <= w.Start {
				return true
			}
		}
	}
	first, _ := utf8.DecodeRuneInString(q.Text[w.Start:])
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || w.Start < before.End {
		return false
	}
	between := strings.TrimRight(q.Text[before.End:w.Start], " \t\n\"“‘'«„")
	if between == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(between, "\"”’'»“) "))
	own := q.Text[before.Start:before.End]
	if last == '.' && (len(own) == 1 || strings.Contains(own, ".") || words.Honorific(text.Bare(own))) {
		return false // Mr. Roe, J. Roe, the U.S. Attorney
	}
	return strings.ContainsRune(".!?…", last)
}

// cutQuote returns the words [from, to) of q as a quote of their own; false if
// it cannot be said where in the file they stand.
func cutQuote(q *extract.Quote, ws []words.Word, from, to int) (*extract.Quote, bool) {
	if from == 0 && to == len(ws) {
		return q, true
	}
	spans, places := inMarks(q)
	if len(places) != len(spans) {
		return q, false
	}
	base := q.Span.Start
	start, end := ws[from].Start+base, q.Span.End
	if to < len(ws) {
		end = ws[to].Start + base
	}
	var ss []text.Span
	var ps []text.Place
	for i, sp := range spans {
		cut := text.Span{Start: max(sp.Start, start), End: min(sp.End, end)}
		if sp.Start < start && bare(q.Text[sp.Start-base:max(start, sp.Start)-base]) {
			cut.Start = sp.Start // the opening mark
		}
		if cut.Empty() || to < len(ws) && end < sp.End && bare(q.Text[cut.Start-base:cut.End-base]) {
			continue // no more than the opening mark of what follows
		}
		for cut.End > cut.Start && (q.Text[cut.End-1-base] == ' ' || q.Text[cut.End-1-base] == '\n') {
			cut.End--
		}
		at, ok := placed(places[i], sp, cut, q)
		if cut.Empty() || !ok {
			return q, false
		}
		ss, ps = append(ss, cut), append(ps, at)
	}
	if len(ss) == 0 {
		return q, false
	}
	return restricted(q, ss, ps), true
}

// bare reports whether s is marks and blanks alone.
func bare(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
