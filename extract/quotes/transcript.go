package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A turn is a paragraph of a transcript: "ROE: We will stay."
type turn struct {
	label text.Span // "ROE"
	words text.Span // after the colon, without marks
	caps  bool      // the label is in capitals, or Q or A
}

// transcript replaces the units in the paragraphs of a transcript: two
// paragraphs at least that begin with a label. A paragraph between two turns
// that has no label goes on with the speaker before it.
func (r *reader) transcript() {
	turns := make([]turn, len(r.Doc.Blocks))
	last, n, again := -1, 0, false
	seen := map[string]bool{}
	for b := range r.Doc.Blocks {
		if t, ok := r.turn(b); ok {
			turns[b] = t
			last = b
			label := t.label.Of(r.text)
			again = again || seen[label]
			seen[label] = true
			n++
		}
	}
	if n < 3 || !again {
		return // "WHEN: Monday", "WHERE: the hall" tell of an event
	}
	for i := range r.units {
		r.cut(&r.units[i], turns)
	}
	var units []unit
	k, lead := 0, -1
	for b := 0; b <= last; b++ {
		for k < len(r.units) && r.units[k].block < b {
			units = r.keep(units, r.units[k])
			k++
		}
		sp := turns[b].words
		switch {
		case !turns[b].label.Empty():
			lead = b
		case lead >= 0 && r.stageDirection(b):
			for k < len(r.units) && r.units[k].block == b {
				k++
			}
			continue
		case lead >= 0 && b-lead < 4 && turns[lead].caps && r.nextTurn(turns, b, last) && !strings.HasSuffix(r.unmarked(r.Doc.Blocks[b].Span).Of(r.text), ":"):
			sp = r.unmarked(r.Doc.Blocks[b].Span)
		default:
			lead = -1
			continue
		}
		if sp.Empty() {
			continue
		}
		for k < len(r.units) && r.units[k].block == b {
			k++ // words in marks that a turn repeats
		}
		units = append(units, r.spoken(b, sp, turns[lead].label))
	}
	for ; k < len(r.units); k++ {
		units = r.keep(units, r.units[k])
	}
	r.units = units
}

// keep appends u unless it runs on from or into a turn.
func (r *reader) keep(units []unit, u unit) []unit {
	if n := len(units); n > 0 && units[n-1].fixed && units[n-1].after > u.first {
		return units
	}
	return append(units, u)
}

func (r *reader) nextTurn(turns []turn, b, last int) bool {
	for k := b + 1; k <= min(b+3, last); k++ {
		if turns[k].caps {
			return true
		}
	}
	return false
}

// cut ends a unit of several paragraphs before the first that is a turn.
func (r *reader) cut(u *unit, turns []turn) {
	for i := 1; i < len(u.Parts); i++ {
		b := r.BlockAt(u.Parts[i].Start)
		if turns[b].label.Empty() {
			continue
		}
		u.Parts, u.Words = u.Parts[:i], u.Words[:i]
		u.after = min(r.TokenAt(u.Parts[i-1].End-1)+1, len(r.Tokens))
		u.lastBlock = r.BlockAt(u.Parts[i-1].Start)
		return
	}
}

// spoken is the unit of a turn.
func (r *reader) spoken(b int, sp text.Span, label text.Span) unit {
	u := unit{block: b, lastBlock: b, fixed: true, form: asDirect, sure: 0.95, chance: 0.95}
	u.Parts, u.Words = []text.Span{sp}, []text.Span{sp}
	u.first, u.after = r.TokenAt(sp.Start), min(r.TokenAt(sp.End-1)+1, len(r.Tokens))
	for i := u.first; i < u.after; i++ {
		if r.Tokens[i].Kind != text.Mark {
			u.words++
		}
	}
	s := attrib.Source{Span: label, Head: label, Entity: -1, Kind: attrib.Described}
	for i := r.TokenAt(label.Start); label.Len() > 2 && i < len(r.Tokens) && r.Tokens[i].Start < label.End; i++ {
		if m, ok := r.names.At(r.Tokens[i].Start); ok && r.Tokens[i].Start >= m.Span.Start {
			s.Entity, s.Kind = m.Entity, attrib.Named
		}
	}
	u.speaker = len(r.sources)
	r.sources = append(r.sources, s)
	return u
}

// turn reads the label of block b: a name in capitals, Q or A, or the name of
// a person that the article knows, and a colon.
func (r *reader) turn(b int) (turn, bool) {
	sp := r.unmarked(r.Doc.Blocks[b].Span)
	s := sp.Of(r.text)
	if r.headline(b) {
		return turn{}, false // "Roe: We will stay" is a headline's way to quote
	}
	colon := strings.IndexByte(s[:min(len(s), 48)], ':')
	if colon <= 0 || colon+1 >= len(s) {
		return turn{}, false
	}
	label := strings.TrimSpace(s[:colon])
	if i := strings.IndexByte(label, '('); i > 0 && strings.HasSuffix(label, ")") {
		label = strings.TrimSpace(label[:i])
	}
	start := sp.Start + strings.Index(s, label)
	t := turn{label: text.Span{Start: start, End: start + len(label)}}
	from := sp.Start + colon + 1
	for from < sp.End && (r.text[from] == ' ' || r.text[from] == '*') {
		from++
	}
	t.words = text.Span{Start: from, End: sp.End}
	is := t.words.Len() > 1 && r.labels(label, t.label)
	t.caps = is && label == strings.ToUpper(label)
	return t, is && (t.caps || b > 0)
}

func (r *reader) labels(label string, sp text.Span) bool {
	if label == "Q" || label == "A" || label == "Q." || label == "A." {
		return true
	}
	capitals, words := 0, len(strings.Fields(label))
	for _, c := range label {
		switch {
		case unicode.IsUpper(c):
			capitals++
		case unicode.IsLower(c):
			capitals = -100
		case unicode.IsDigit(c):
			return false
		}
	}
	if capitals > 2 && words <= 4 {
		// "UPDATE:", "BREAKING:" label no speaker.
		return !r.Lexicon().Class(label).Has(lexicon.Common|lexicon.Function|lexicon.Time) || words > 1
	}
	m, ok := r.names.At(sp.Start)
	return ok && m.Span.End >= sp.End && m.Whole.Start == sp.Start && r.names.Entities[m.Entity].Kind == names.Person
}

// unmarked is sp without quotation marks and space at its ends.
func (r *reader) unmarked(sp text.Span) text.Span {
	const marks = " \t\n\u00a0\"“”„«»*"
	w := sp.Of(r.text)
	sp.Start += len(w) - len(strings.TrimLeft(w, marks))
	sp.End = sp.Start + len(strings.Trim(w, marks))
	return sp
}

// stageDirection reports whether a paragraph of a transcript tells what
// happens: "(APPLAUSE)".
func (r *reader) stageDirection(b int) bool {
	c, _ := utf8.DecodeRuneInString(r.unmarked(r.Doc.Blocks[b].Span).Of(r.text))
	return c == '(' || c == '[' || c == utf8.RuneError
}
