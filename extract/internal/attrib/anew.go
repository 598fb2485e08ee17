package attrib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// anew reports whether the first of marks does not end what is open but begins
// another paragraph of it, set in one with the paragraph before: “One. “Two.
// “Three.” Such a mark stands between a sentence and a capital, and one that
// can but close comes after it and others like it. Where who speaks is told
// beside it, the mark is an odd one: “One, said Roe. “Two.”, “One. "said Roe.
func (m *marker) anew(opened mark, marks []mark) bool {
	const most = 64 // marks, so that a page of them is read once
	from := opened.End
	for _, k := range marks[:min(len(marks), most)] {
		if k.family != opened.family {
			continue
		}
		if !m.between(k) {
			return from > opened.End && k.ends && !k.opens
		}
		if m.tells(m.s[from:k.Start], false) || m.tells(m.s[k.End:], true) {
			return false
		}
		from = k.End
	}
	return false
}

// between reports whether a double mark stands between the end of a sentence
// and the capital of the next, or before an inner quotation: he asked, "Who?""
func (m *marker) between(k mark) bool {
	next, _ := utf8.DecodeRuneInString(m.s[k.End:])
	if k.family != 'd' || !k.opens || !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return false
	}
	before := strings.TrimRight(m.s[:k.Start], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	return (k.sure || len(before) < k.Start) && (strings.ContainsRune(".?!…", last) || last == ',' && k.strayed)
}

// tells reports whether s ends, or begins, with a few words that say who
// speaks: ", Roe said.", ", said Roe.", "Roe said".
func (m *marker) tells(s string, begins bool) bool {
	const words, reach = 5, 60 // bytes
	if begins {
		s = s[:min(len(s), reach)]
	} else {
		s = strings.TrimRight(s[max(0, len(s)-reach):], " .")
		comma := strings.LastIndexByte(s, ',')
		if comma < 0 {
			return false
		}
		s = s[comma+1:]
	}
	first, n, says := -1, 0, -1 // the last verb of speech is word says
	for _, t := range text.Tokens(s) {
		if t.Kind != text.Word {
			continue
		}
		c := m.lex.Class(t.Of(s))
		switch {
		case begins && first > 0:
			return true
		case c.Has(lexicon.FirstPerson) || n == words:
			return false
		case c.All(lexicon.Say|lexicon.Direct) && (c.Has(lexicon.Past) || c.Has(lexicon.Present) && !begins):
			if says = n; first < 0 {
				first = n
			}
		case begins:
			if r, _ := utf8.DecodeRuneInString(t.Of(s)); !unicode.IsUpper(r) {
				return false
			}
		}
		n++
	}
	if begins {
		return first > 0
	}
	return first == 0 || says >= 0 && says == n-1
}
