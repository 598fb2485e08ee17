package formats

import (
	"html"
	"strings"
)

// maxEntity is the length of the longest name of a character, with some room
// for numbers written with zeros.
const maxEntity = 48

// copyDecoded adds the bytes [start, end) of the input to the block, with
// character references decoded.
func (c *composer) copyDecoded(start, end int) {
	done := start
	for i := start; i < end; {
		k := strings.IndexByte(c.raw[i:end], '&')
		if k < 0 {
			break
		}
		i += k
		s, n := entity(c.raw[i:end])
		if n == 0 {
			i++
			continue
		}
		c.copy(done, i)
		c.put(s, i, i+n)
		i += n
		done = i
	}
	c.copy(done, end)
}

// entity returns what the character reference at the start of s stands for,
// and its length; 0 if it is none.
func entity(s string) (string, int) {
	n := 1
	for n < len(s) && n < maxEntity && (isLetter(s[n]) || isDigit(s[n]) || n == 1 && s[n] == '#') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	d := html.UnescapeString(s[:n])
	if d == s[:n] {
		return "", 0
	}
	// "&ampersand" is "&" and "ersand": what is the same at the end is a copy.
	k := 0
	for k < len(d) && k < n && d[len(d)-1-k] == s[n-1-k] && s[n-1-k] < 0x80 && s[n-1-k] != ';' {
		k++
	}
	return d[:len(d)-k], n - k
}
