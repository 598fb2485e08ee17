// Package words finds the differences between two quotations, word by word,
// and says how much each of them weighs.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

// Limit is how many words of a text are compared; what follows is left out.
const Limit = 20_000

// A Word is a word of a quotation as it is compared.
type Word struct {
	text.Span        // in the text it was split from
	Norm      string // without case, marks, contraction and national spelling
	Name      bool   // a capital letter that no beginning of a sentence accounts for
	Number    bool
	Light     bool // see [IsLight]
	Added     bool // in brackets: the reporter's, not the speaker's
	Gap       bool // an ellipsis stands before it
	Begins    bool // first of a sentence
}

// Split returns the words of the given parts of s in order; of all of s if no
// parts are given. A part goes on with the sentence of the one before, as after
// “We will,” she said, unless it begins with a capital.
func Split(s string, parts ...text.Span) []Word {
	if len(parts) == 0 {
		parts = []text.Span{{Start: 0, End: len(s)}}
	}
	n := 0
	for _, p := range parts {
		n += max(p.Len(), 0)
	}
	sp := splitter{out: make([]Word, 0, min(n, len(s))/5+1)}
	for _, p := range parts {
		if p.Start < 0 || p.End > len(s) || p.Empty() || len(sp.out) > Limit {
			continue
		}
		sp.gap, sp.begins, sp.goesOn = false, true, len(sp.out) > 0
		sp.part(p.Of(s), p.Start)
	}
	return swapDates(masked(s, mended(s, sp.out[:min(len(sp.out), Limit)])))
}

// Norms returns the compared form of each word.
func Norms(ws []Word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Norm
	}
	return out
}

type splitter struct {
	out         []Word
	last        text.Span // of the last word, in its part
	before      int       // words before it
	forms       []form    // room for those of a word
	apostrophe  bool      // a lone apostrophe was the last mark
	gap, begins bool
	goesOn      bool // at the beginning of a part that is not the first
	depth       int  // of brackets
}

func (sp *splitter) part(s string, at int) {
	dots := 0
	for _, t := range text.Tokens(s) {
		w := t.Of(s)
		if t.Kind == text.Mark && !single(w) {
			dots = sp.mark(w, dots)
			continue
		}
		dots = 0
		if sp.apostrophe && data().shortForms[text.Bare(w)] && len(sp.out) > sp.before {
			// It ’ s: set apart by a careless hand
			whole := sp.last.Union(t.Span)
			sp.out = sp.out[:sp.before]
			sp.word(sp.last.Of(s)+"'"+w, whole.Shift(at), t.Kind)
			continue
		}
		sp.before, sp.last = len(sp.out), t.Span
		sp.word(w, t.Span.Shift(at), t.Kind)
	}
	sp.depth = 0
}

// mark notes what a sign between words says, and counts dots in a row.
func (sp *splitter) mark(w string, dots int) int {
	sp.apostrophe = w == "’" || w == "'"
	switch w {
	case ".":
		sp.begins = true
		if dots == 1 {
			sp.gap = true
		}
		return dots + 1
	case "…":
		sp.gap, sp.begins = true, true
	case "!", "?", ":":
		sp.begins = true
	case "[", "(":
		sp.depth++
	case "]", ")":
		sp.depth = max(sp.depth-1, 0)
	case "“", "\"", "‘", "—", "–":
		sp.begins = sp.begins || w != "—" && w != "–"
		return dots
	}
	return 0
}

// single reports whether a mark is read as a word.
func single(w string) bool { return w == "&" || w == "%" }

func (sp *splitter) word(w string, at text.Span, kind text.Kind) {
	first, _ := utf8.DecodeRuneInString(w)
	name := unicode.IsUpper(first) && !sp.begins && w != "I" && !strings.HasPrefix(w, "I'") && !strings.HasPrefix(w, "I’")
	sp.forms = appendForms(sp.forms[:0], w)
	for i, f := range sp.forms {
		sp.out = append(sp.out, Word{
			Span: at, Norm: f.norm, Name: name,
			Number: kind == text.Number || f.number,
			Light:  f.light,
			Added:  sp.depth > 0,
			Gap:    sp.gap && i == 0,
			Begins: sp.begins && i == 0 && !(sp.goesOn && unicode.IsLower(first)),
		})
		sp.gap = false
	}
	sp.begins, sp.goesOn, sp.apostrophe = false, false, false
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// mended makes one number of two words that are one: "twenty-six", and what a
// careless hand has torn, "5. 9" and "2, 000 feet".
func mended(s string, ws []Word) []Word {
	out := ws[:0]
	for _, w := range ws {
		if n := len(out) - 1; n >= 0 && out[n].End < w.Start {
			if norm, ok := oneNumber(s[out[n].End:w.Start], out[n], w); ok {
				out[n].norm(norm)
				out[n].Span = out[n].Span.Union(w.Span)
				continue
			}
		}
		if n := len(out) - 1; n > 0 && (w.Norm == "am" || w.Norm == "pm") && out[n].Norm == "00" && out[n-1].Number {
			out = out[:n] // 6:00 p.m. is 6 p.m.
		}
		out = append(out, w)
	}
	return out
}

// oneNumber returns the number that two words are with what stands between
// them.
func oneNumber(between string, a, b Word) (string, bool) {
	if !isDigits(a.Norm) || !a.Number {
		return "", false
	}
	printed := func(w Word) bool { return w.Len() == len(w.Norm) }
	tens := len(a.Norm) == 2 && a.Norm[1] == '0' && a.Norm != "10"
	switch {
	case (between == "-" || between == " ") && tens && !printed(a) && !printed(b) && isDigits(b.Norm) && len(b.Norm) == 1:
		return a.Norm[:1] + b.Norm, true
	case between == ". " && printed(a) && len(a.Norm) <= 3 && printed(b) && isDigits(b.Norm) && len(b.Norm) <= 2:
		return a.Norm + "." + b.Norm, true
	case between == ", " && printed(a) && len(a.Norm) <= 3 && strings.HasPrefix(b.Norm, "000") && !strings.HasPrefix(b.Norm, "0000"):
		return a.Norm + b.Norm, true
	}
	return "", false
}

// swapDates puts a month before its day: "8 November" is "November 8".
func swapDates(ws []Word) []Word {
	months := data().months
	for i := 0; i+1 < len(ws); i++ {
		day, ok := dayOf(ws[i].Norm)
		if !ok || len(day) > 2 {
			continue
		}
		m, ok := months[ws[i+1].Norm]
		if !ok {
			continue
		}
		ws[i].norm(m)
		ws[i+1].norm(day)
		ws[i].Number, ws[i+1].Number = false, true
		ws[i].Name, ws[i+1].Name = ws[i+1].Name, ws[i].Name
		i++
	}
	for i := 1; i < len(ws); i++ {
		if day, ok := dayOf(ws[i].Norm); ok {
			if m, ok := months[ws[i-1].Norm]; ok {
				ws[i-1].norm(m)
				ws[i].norm(day)
			}
		}
	}
	return ws
}

// dayOf returns the digits of a number that may be a day: "8th".
func dayOf(norm string) (string, bool) {
	if norm == "" || norm[0] < '0' || norm[0] > '9' {
		return "", false
	}
	day := strings.TrimRight(norm, "sthndr")
	return day, isDigits(day)
}

// norm gives a word another compared form.
func (w *Word) norm(n string) { w.Norm, w.Light = n, IsLight(n) }
