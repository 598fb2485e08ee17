package text

// What a byte is to the division of words.
const (
	sign   = iota // joins nothing: a mark, white space, a control character
	letter        //
	digit         //
	inner         // may stand inside a word or a number: "don't", "1,000"
	beyond        // takes the rules: an underscore, all that is not ASCII
)

var sorts = func() (t [256]uint8) {
	for c := range t {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		case c == '\'' || c == '.' || c == ',' || c == ':' || c == ';':
			t[c] = inner
		case c == '_' || c >= 0x80:
			t[c] = beyond
		}
	}
	return t
}()

// plain returns the token at i if its end is seen from its bytes and those
// after it, as of nearly all in English: of ASCII, and the marks of [printed].
// The rules take several times as long for the same.
func plain(s string, i int) (t Token, ok bool) {
	switch sorts[s[i]] {
	case letter, digit:
		t = Token{Span{i, i + 1}, Word}
		if sorts[s[i]] == digit {
			t.Kind = Number
		}
		for t.End < len(s) && (sorts[s[t.End]] == letter || sorts[s[t.End]] == digit) {
			t.End++
		}
		return t, wordEnds(s, t.End)
	case beyond:
		n := printed(s, i)
		t = Token{Span{i, i + n}, Mark}
		return t, n > 0 && apart(s, t.End)
	}
	t = Token{Span{i, i + 1}, Mark}
	return t, apart(s, t.End)
}

// blank reports whether there is white space or a control character at i, and
// nothing after it that may join it.
func blank(s string, i int) bool { return (s[i] <= ' ' || s[i] == 0x7f) && apart(s, i+1) }

// apart reports whether what begins at i joins no mark before it.
func apart(s string, i int) bool { return i == len(s) || s[i] < 0x80 || printed(s, i) > 0 }

// wordEnds reports whether a word or number of ASCII that reaches to i ends
// there for certain.
func wordEnds(s string, i int) bool {
	if i == len(s) || sorts[s[i]] == sign {
		return true
	}
	n := 1
	if sorts[s[i]] == beyond {
		if n = printed(s, i); n == 0 {
			return false
		}
		if c := s[i+2]; c != 0x98 && c != 0x99 {
			return true
		}
	}
	i += n // past what may stand inside of a word
	return i == len(s) || sorts[s[i]] == sign || sorts[s[i]] == inner || printed(s, i) > 0
}

// printed returns the length of a printer's mark at i: – — ‘ ’ “ ” …, else 0.
func printed(s string, i int) int {
	if len(s) < i+3 || s[i] != 0xe2 || s[i+1] != 0x80 {
		return 0
	}
	switch s[i+2] {
	case 0x93, 0x94, 0x98, 0x99, 0x9c, 0x9d, 0xa6:
		return 3
	}
	return 0
}
