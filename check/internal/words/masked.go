package words

import "strings"

// mask stands in a compared form for the letters that a newspaper does not
// print: "d***", "d--n", "d—".
const mask = "*"

// masked makes one word of what stands around letters that are not printed.
func masked(s string, ws []Word) []Word {
	if !strings.ContainsAny(s, "*-—–") {
		return ws
	}
	out := ws[:0]
	for i, w := range ws {
		if n := len(out) - 1; n >= 0 && strings.HasSuffix(out[n].Norm, mask) && out[n].End == w.Start {
			out[n].norm(out[n].Norm + w.Norm)
			out[n].Span.End = w.End
		} else {
			out = append(out, w)
		}
		next := len(s)
		if i+1 < len(ws) {
			next = ws[i+1].Start
		}
		if w.End > next || w.Number || w.Norm == "" {
			continue
		}
		if n := hidden(s[w.End:next], len(w.Norm)); n > 0 {
			last := &out[len(out)-1]
			last.norm(last.Norm + mask)
			last.Span.End += n
		}
	}
	return out
}

// hidden returns the length of the signs for letters that are not printed, at
// the beginning of what follows a word of so many letters; 0 if there are none.
// A dash also breaks a sentence off, but seldom after two letters.
func hidden(s string, letters int) int {
	const least, few = 2, 2 // signs; letters
	if n := len(s) - len(strings.TrimLeft(s, "*")); n >= least || n == 1 && n == len(s) {
		return n
	}
	if n := len(s) - len(strings.TrimLeft(s, "-")); n >= least && letters <= few && n == len(s) {
		return n // "d--n"
	}
	for _, dash := range [...]string{"—", "–"} {
		if rest, ok := strings.CutPrefix(s, dash); ok && letters == 1 && (rest == "" || rest[0] == ' ') {
			return len(dash)
		}
	}
	return 0
}

// unmasks reports whether y may be the word that x prints in part.
func unmasks(x, y string) bool {
	first, last := strings.Index(x, mask), strings.LastIndex(x, mask)
	if first < 1 {
		return false
	}
	if k := strings.Index(y, mask); k >= 0 {
		return k >= 1 && x[0] == y[0] // masked, too, by another hand
	}
	before, after := x[:first], x[last+len(mask):]
	return len(y) > len(before)+len(after) && strings.HasPrefix(y, before) && strings.HasSuffix(y, after)
}
