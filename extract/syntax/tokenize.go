package syntax

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
)

// Words divides s as the Universal Dependencies of English do: "can't" is
// "ca" and "n't", "long-term" three words, "$5" two, "re-elected" and "U.S."
// one. White space is between words.
func Words(s string) []text.Span {
	t := tokenizer{s: s, out: make([]text.Span, 0, len(s)/4+2)}
	for i := 0; i < len(s); {
		r, size := decode(s, i)
		if isSpace(r) {
			i += size
			continue
		}
		end := i
		for end < len(s) {
			r, size := decode(s, end)
			if isSpace(r) {
				break
			}
			end += size
		}
		t.chunk(i, end)
		i = end
	}
	return t.out
}

func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

func isSpace(r rune) bool {
	return r == ' ' || r < ' ' || r == 0x7F || r > 0x7F && (unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff')
}

func isWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' ||
		r > 0x7F && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

type tokenizer struct {
	s   string
	out []text.Span
	end int // of the chunk, a stretch without white space
}

func (t *tokenizer) add(start, end int) {
	if start < end {
		t.out = append(t.out, text.Span{Start: start, End: end})
	}
}

func (t *tokenizer) chunk(i, end int) {
	t.end = end
	for i < end {
		if n := t.address(i); n > i {
			t.add(i, n)
			i = n
			continue
		}
		r, size := decode(t.s, i)
		n := i + size
		switch {
		case isWord(r) || t.elided(i, size):
			n = t.wordEnd(i)
			t.word(i, n)
		case r == '!' || r == '?':
			for n < end && (t.s[n] == '!' || t.s[n] == '?') {
				n++
			}
			t.add(i, n)
		case r == '’' || r == '‘': // two stand for a double mark
			if strings.HasPrefix(t.s[n:end], t.s[i:n]) {
				n += size
			}
			t.add(i, n)
		case r == '.' || r == '-' || r == '*' || r == '=' || r == '~' || r == '<' || r == '>' || r == '`' || r == '\'':
			n = t.run(i, r)
			t.add(i, n)
		default:
			t.add(i, n)
		}
		i = n
	}
}

// run is the end of a run of one mark. Quotation marks come in pairs.
func (t *tokenizer) run(i int, r rune) int {
	n := i
	for n < t.end && rune(t.s[n]) == r {
		n++
	}
	if r == '`' || r == '\'' {
		n = min(n, i+2)
	}
	return n
}

// elided reports whether the mark of size bytes at i belongs to the word after
// it: 'em, '90s, .500, @name, #name, +44.
func (t *tokenizer) elided(i, size int) bool {
	if i+size+1 >= t.end || len(t.out) > 0 && t.out[len(t.out)-1].End == i {
		return false
	}
	next := t.s[i+size : t.end]
	switch t.s[i : i+size] {
	case ".", "+":
		return isDigit(next[0])
	case "@", "#":
		return isLetter(next[0])
	case "'", "’":
		return isDigit(next[0]) && isDigit(next[1]) && (len(next) == 2 || !isDigit(next[2])) ||
			strings.HasPrefix(next, "em") && t.wordEnd(i+size) == i+size+2
	}
	return false
}

// address is the end of the web or mail address that begins at i, else i.
func (t *tokenizer) address(i int) int {
	if len(t.out) > 0 && t.out[len(t.out)-1].End == i && isWord(rune(t.s[i])) && t.s[i-1] != '(' && t.s[i-1] != '<' && t.s[i-1] != '"' {
		return i
	}
	s := t.s[i:min(t.end, i+2048)]
	if !isLetter(s[0]) && !isDigit(s[0]) || strings.IndexByte(s, '.') < 0 && strings.IndexByte(s, ':') < 0 {
		return i
	}
	head := s[:min(len(s), 96)]
	at := strings.IndexByte(head, '@')
	web := strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "ftp://")
	if !web && (at <= 0 || strings.IndexByte(head[at:], '.') < 0) && !domain(head) {
		return i
	}
	if k := strings.IndexAny(s, "<>\"”“"); k >= 0 {
		s = s[:k]
	}
	if !strings.Contains(s, "(") {
		if k := strings.IndexByte(s, ')'); k >= 0 {
			s = s[:k]
		}
	}
	return i + len(strings.TrimRight(s, ".,;:!?'’*"))
}

// domain reports whether s begins like "aldport.example.com/x".
func domain(s string) bool {
	end := 0
	for end < len(s) && (isLetter(s[end]) && s[end] < utf8.RuneSelf || isDigit(s[end]) || s[end] == '.' || s[end] == '-') {
		end++
	}
	host := strings.TrimRight(strings.ToLower(s[:end]), ".")
	dot := strings.LastIndexByte(host, '.')
	if dot < 2 {
		return false
	}
	if strings.Count(host, ".") > 1 && len(host)-dot <= 4 && len(host) > 8 {
		return isLetter(host[dot+1])
	}
	switch host[dot+1:] {
	case "com", "org", "net", "gov", "edu", "uk", "info", "biz":
		return true
	}
	return false
}

// wordEnd is the end of the word at i, with the marks inside it that divide
// nothing: the points of U.S., the commas of 1,250, the hyphen of co-author.
func (t *tokenizer) wordEnd(i int) int {
	s, n := t.s[:t.end], i
	if r, size := decode(s, n); !isWord(r) {
		n += size // elided
	}
	for n < len(s) {
		r, size := decode(s, n)
		if isWord(r) {
			n += size
			continue
		}
		if n+size >= len(s) || n == i || !t.inside(i, n, r, size) {
			break
		}
		n += size
	}
	return t.stop(i, n)
}

// inside reports whether the mark r at n is part of the word that began at i.
func (t *tokenizer) inside(i, n int, r rune, size int) bool {
	prev, next := t.s[n-1], t.s[n+size]
	digits := isDigit(prev) && isDigit(next)
	letters := isLetter(prev) && isLetter(next)
	switch r {
	case '.':
		return digits || isLetter(next) && t.points(i, n)
	case ',':
		return digits && n+3 < t.end && isDigit(t.s[n+2]) && isDigit(t.s[n+3])
	case ':':
		return digits
	case '/':
		return digits
	case '\'', '’':
		return letters || isDigit(prev) && t.s[n+size]|0x20 == 's'
	case '&':
		return isUpper(prev) && isUpper(next) && n-i <= 3
	case '-', '‑', '‐':
		return t.joined(i, n, size)
	}
	return false
}

// points reports whether the point at n divides single letters: U.S, a.m.
func (t *tokenizer) points(i, n int) bool {
	if n-i == 1 || n-i == 2 && t.s[i] >= utf8.RuneSelf || n >= i+2 && t.s[n-2] == '.' {
		return n+2 >= t.end || !isLetter(t.s[n+2]) || n-i > 2
	}
	return strings.EqualFold(t.s[i:n], "Ph")
}

// joined reports whether the hyphen at n stays inside its word: after a
// prefix that is none by itself, and in telephone numbers.
func (t *tokenizer) joined(i, n, size int) bool {
	s := t.s[i:n]
	if len(s) <= 7 && isLetter(t.s[n+size]) && (i == 0 || t.s[i-1] != '-') && prefix(s) {
		return true
	}
	if len(s) <= 20 && isDigit(s[0]) && isDigit(t.s[n+size]) { // 555-0199, 1-800-555-0199
		k := n + size
		for k < t.end && isDigit(t.s[k]) {
			k++
		}
		hyphens := strings.Count(s, "-")
		return k-n-size == 4 && len(s) >= 3 && (hyphens > 0 || len(s) == 3) ||
			k+1 < t.end && t.s[k] == '-' && isDigit(t.s[k+1])
	}
	return false
}

// prefix reports whether s is a prefix that no hyphen divides from its word.
func prefix(s string) bool {
	if len(s) > 1 && isUpper(s[1]) {
		return false // the UN
	}
	switch strings.ToLower(s) {
	case "anti", "bi", "co", "counter", "de", "e", "ex", "extra", "inter", "intra", "mid", "mini", "mis", "multi",
		"non", "post", "pre", "pro", "re", "semi", "sub", "super", "trans", "un", "ultra", "neo", "cross":
		return true
	}
	return false
}

// stop adds the full stop after the word s[i:n] if it belongs to it.
func (t *tokenizer) stop(i, n int) int {
	if n >= t.end || t.s[n] != '.' || n+1 < t.end && t.s[n+1] == '.' {
		return n
	}
	w := t.s[i:n]
	last := t.last(n + 1)
	single := len(w) == 1 && isLetter(w[0])
	pointed := len(w) >= 3 && w[len(w)-2] == '.' && isLetter(w[len(w)-1])
	switch {
	case pointed, isAbbreviation(w, last):
		return n + 1
	case single && isUpper(w[0]) && (!last || w[0] != 'I'):
		return n + 1
	case last:
		return n
	case strings.EqualFold(w, "no") && isDigit(t.s[t.after(n+1)]):
		return n + 1
	case single && !isUpper(w[0]), isDigit(w[0]) && len(t.out) == 0 && len(w) <= 2 && n+1 == t.end:
		return n + 1
	case n+1 == t.end && lower(t.s[t.after(n+1)]) && isLetter(w[len(w)-1]) && !strings.ContainsAny(w, "aeiouyAEIOUY"):
		return n + 1
	}
	return n
}

func lower(c byte) bool { return 'a' <= c && c <= 'z' }

// last reports whether nothing but marks comes after i.
func (t *tokenizer) last(i int) bool {
	return t.after(i) == len(t.s)-1 && !isWord(rune(t.s[len(t.s)-1]))
}

// after is where the next word begins, past white space and a few marks;
// the last byte if there is none near.
func (t *tokenizer) after(i int) int {
	for k := i; k < len(t.s) && k < i+16; k++ {
		if c := t.s[k]; isDigit(c) || isLetter(c) {
			if r, _ := decode(t.s, k); isWord(r) {
				return k
			}
		}
	}
	return len(t.s) - 1
}
