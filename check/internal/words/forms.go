package words

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
)

// A form is what a word is compared by.
type form struct {
	norm          string
	number, light bool
}

func (t *tables) form(norm string) form {
	return form{norm, t.numbers[norm] || isDigits(norm), t.light[norm]}
}

// appendForms appends the compared form of a word to dst: two forms of a
// contraction, else one, or none.
func appendForms(dst []form, w string) []form {
	d := data()
	if w == "US" {
		return append(dst, d.form("united"), d.form("states")) // and not "us"
	}
	n := trimmed(text.Bare(w))
	if n == "" {
		return dst
	}
	if fs, ok := d.known[n]; ok {
		return append(dst, fs...)
	}
	if n[0] >= '0' && n[0] <= '9' {
		for _, half := range [...]string{"am", "pm"} { // 6am, 6.30am
			if hour, ok := strings.CutSuffix(n, half); ok && hour[len(hour)-1] <= '9' {
				return append(dst, d.form(hour), d.form(half))
			}
		}
		return append(dst, d.form(strings.ReplaceAll(n, ",", "")))
	}
	if strings.IndexByte(n, '-') >= 0 {
		if parts := strings.Split(n, "-"); len(parts) <= 4 {
			for _, p := range parts {
				dst = appendForms(dst, p)
			}
			return dst // work-force, work force, workforce
		}
	}
	if m := american(strings.ReplaceAll(n, ".", "")); m != n { // I.R.S.
		return append(dst, d.form(m))
	}
	return append(dst, form{norm: n}) // else it would be known
}

// trimmed returns a word without the marks at its ends.
func trimmed(w string) string {
	for w != "" && edge(w[0]) {
		w = w[1:]
	}
	for w != "" && edge(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	return w
}

func edge(c byte) bool { return c == '\'' || c == '_' || c == '.' }

// knownForms returns the forms of the words of all lists, so that a word is
// looked up once: contractions go before spellings, and those before numbers.
func (t *tables) knownForms() map[string][]form {
	known := map[string][]form{}
	add := func(w string, norms ...string) {
		if _, ok := known[w]; ok {
			return
		}
		for _, n := range norms {
			known[w] = append(known[w], t.form(n))
		}
	}
	for w, long := range t.contractions {
		add(w, strings.Fields(long)...)
	}
	for w, us := range t.spelling {
		add(w, us)
	}
	for w, v := range t.values {
		add(w, v)
	}
	for _, list := range []map[string]bool{t.light, t.numbers} {
		for w := range list {
			if american(w) == w && !strings.ContainsAny(w, "-.") {
				add(w, w)
			}
		}
	}
	return known
}
