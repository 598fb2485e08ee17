package formats

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// scalar adds the value of a YAML scalar to the block, from its place in the
// file. Where its notation is beyond us, the value stands for all of it.
func (c *composer) scalar(f front, v *yaml.Node) {
	start, end := f.scalarAt(c.raw, v)
	before := c.block
	switch v.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle:
		c.quoted(start, end, '"')
	case yaml.SingleQuotedStyle:
		c.quoted(start, end, '\'')
	case yaml.LiteralStyle, yaml.FoldedStyle:
		_, next := cutLine(c.raw, start)
		c.copy(next, end)
	default:
		if strings.HasPrefix(c.raw[start:end], v.Value) {
			end = start + len(v.Value)
		}
		c.copy(start, end)
	}
	if joined(c.block.words()[before.len:]) != joined(v.Value) {
		c.block = before
		c.put(v.Value, start, end)
	}
}

// joined returns s with every stretch of white space as one blank.
func joined(s string) string { return strings.Join(strings.Fields(s), " ") }

// scalarAt returns where v begins, and the end of its last line: the next
// that is not indented begins another key.
func (f front) scalarAt(raw string, v *yaml.Node) (start, end int) {
	at := 0
	for range f.line + v.Line - 1 {
		_, at = cutLine(raw, at)
	}
	line, next := cutLine(raw, at)
	start, end = at, at+len(line)
	for i := 1; i < v.Column && start < end; i++ {
		_, n := utf8.DecodeRuneInString(raw[start:])
		start += n
	}
	for next < f.body {
		line, after := cutLine(raw, next)
		if line != "" && line[0] != ' ' && line[0] != '\t' {
			break
		}
		end, next = next+len(line), after
	}
	return start, end
}

// quoted adds the scalar that begins with mark at start, unescaped.
func (c *composer) quoted(start, end int, mark byte) {
	if start >= end || c.raw[start] != mark {
		return
	}
	done := start + 1
	for i := done; i < end; i++ {
		switch ch := c.raw[i]; {
		case ch == '\'' && mark == '\'' && i+1 < end && c.raw[i+1] == '\'':
			c.copy(done, i)
			c.put("'", i, i+2)
			i++
			done = i + 1
		case ch == mark:
			c.copy(done, i)
			return
		case ch == '\\' && mark == '"':
			s, n := unescape(c.raw[i:end])
			if n == 0 {
				return
			}
			c.copy(done, i)
			c.put(s, i, i+n)
			i += n - 1
			done = i + 1
		}
	}
}

// unescape returns what the escape that s begins with stands for in YAML, and
// its length; 0 if it is none of ours.
func unescape(s string) (string, int) {
	if len(s) < 2 {
		return "", 0
	}
	switch digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]; {
	case digits > 0 && len(s) >= 2+digits:
		n, err := strconv.ParseUint(s[2:2+digits], 16, 32)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return "", 0
		}
		return string(rune(n)), 2 + digits
	case strings.IndexByte(`"\/`, s[1]) >= 0:
		return s[1:2], 2
	case strings.IndexByte(" tnr", s[1]) >= 0:
		return " ", 2
	case s[1] == '_':
		return "\u00a0", 2
	}
	return "", 0
}
