package syntax

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed abbreviations.txt
var abbreviationList string

// abbreviations says of each whether it is doubtful.
var abbreviations = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(abbreviationList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			w, doubtful := strings.CutSuffix(line, " ?")
			m[w] = doubtful
		}
	}
	return m
})

// isAbbreviation reports whether w keeps a full stop, and keeps it at the end
// of a sentence.
func isAbbreviation(w string, last bool) bool {
	if len(w) > 6 {
		return false
	}
	doubtful, ok := abbreviations()[strings.ToLower(w)]
	return ok && !(doubtful && (last || !isUpper(w[0])))
}

// word adds the word s[i:n], divided where it is a contraction, a number with
// its unit, or a possessive.
func (t *tokenizer) word(i, n int) {
	w := t.s[i:n]
	cut := t.contraction(w)
	if cut == 0 {
		cut = unit(w, i > 0 && len(t.out) > 0 && t.out[len(t.out)-1].End == i)
	}
	if cut > 0 && cut < len(w) {
		t.add(i, i+cut)
		t.add(i+cut, n)
		return
	}
	t.add(i, n)
}

// contraction is where the second word of w begins, 0 if it is one.
func (t *tokenizer) contraction(w string) int {
	if len(w) > 40 {
		return 0
	}
	if len(w) <= 6 {
		switch strings.ToLower(w) {
		case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme":
			return 3
		case "dunno":
			return 2
		}
	}
	for k := len(w) - 1; k > 0 && k >= len(w)-6; k-- {
		size := 0
		switch {
		case w[k] == '\'':
			size = 1
		case w[k] == 0xE2 && strings.HasPrefix(w[k:], "’"):
			size = len("’")
		default:
			continue
		}
		switch tail := w[k+size:]; {
		case isDigit(w[k-1]) && w[k-1] == '0' && k <= 4: // the 1990's
			return 0
		case equalFold(tail, "s"), equalFold(tail, "m"), equalFold(tail, "d"), equalFold(tail, "re"), equalFold(tail, "ve"), equalFold(tail, "ll"):
			return k
		case equalFold(tail, "t") && k > 1 && w[k-1]|0x20 == 'n':
			return k - 1
		}
		return 0
	}
	return 0
}

func equalFold(a, b string) bool { return len(a) == len(b) && strings.EqualFold(a, b) }

// unit is where the unit begins in a number written together with it: 35mm,
// 7pm, 5km, and if glued to a sign before it, as in $5b, also a scale; 0 if w
// is nothing of the kind.
func unit(w string, glued bool) int {
	if w == "" || !isDigit(w[0]) {
		return 0
	}
	k := 0
	for k < len(w) && (isDigit(w[k]) || k > 0 && (w[k] == '.' || w[k] == ',' || w[k] == ':')) {
		k++
	}
	if k == len(w) || w[k] >= utf8.RuneSelf || len(w)-k > 4 {
		return 0
	}
	switch strings.ToLower(w[k:]) {
	case "b", "t":
		if glued {
			return k
		}
	case "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "km", "kg", "cm", "mm", "mg", "ml", "kw", "mw", "gw", "mb", "gb", "tb",
		"mph", "kph", "hz", "khz", "mhz", "ghz", "lb", "lbs", "ft", "hrs", "min", "sec", "ha", "m", "mn", "bn", "tn", "k", "million", "billion":
		return k
	}
	return 0
}
