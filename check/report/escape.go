package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Terminal makes words of an article safe and visible on one line of a
// terminal: white space is folded, control characters are drawn (␛), bidi
// controls are spelled out ([U+202E]), what has no width is left out.
func Terminal(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u2028' || r == '\u2029' {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		n := b.Len()
		writeVisible(&b, r)
		blank = blank && b.Len() == n
	}
	return uncommand(b.String())
}

// uncommand keeps a line of a log from being taken for a workflow command of
// the CI system that reads it: "::error::", "##[error]".
func uncommand(s string) string {
	if !strings.Contains(s, "::") && !strings.Contains(s, "##[") {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); i++ {
		n := len(out)
		begins := s[i] == ':' && n > 0 && out[n-1] == ':' && (n == 1 || out[n-2] == ' ')
		if begins || s[i] == '#' && n > 0 && out[n-1] == '#' && strings.HasPrefix(s[i:], "#[") {
			out = append(out, ' ')
		}
		out = append(out, s[i])
	}
	return string(out)
}

// Path makes a file name safe and visible on one line of a terminal. Unlike
// [Terminal] it keeps every blank, and draws line breaks and tabs.
func Path(s string) string {
	if strings.HasPrefix(strings.TrimSpace(s), "::") {
		s = "./" + s // the same file, and no workflow command
	}
	s = strings.ReplaceAll(s, "##[", "#[U+0023][")
	if plain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		writeVisible(&b, r)
	}
	return b.String()
}

// plain reports whether s is ASCII without controls and without two blanks in
// a row, and so the same in every escaper for terminals.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x7f || i > 0 && s[i-1] == s[i] && (s[i] == ' ' || s[i] == ':' || s[i] == '#') {
			return false
		}
	}
	return true
}

func writeVisible(b *strings.Builder, r rune) {
	switch {
	case r < 0x20:
		b.WriteRune('\u2400' + r) // control pictures
	case r == 0x7f:
		b.WriteRune('\u2421')
	case bidi(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
		fmt.Fprintf(b, "[U+%04X]", r)
	case !hidden(r):
		b.WriteRune(r)
	}
}

// bidi reports whether r changes the direction of the text around it.
func bidi(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// hidden reports whether r steers a terminal or takes no room on it: controls,
// bidi controls, zero-width characters, tags, variation selectors, fillers.
// Combining marks are not among them: they are parts of letters.
func hidden(r rune) bool {
	if r < 0x300 {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xad
	}
	if r >= '\u2010' && r <= '\u2027' {
		return false // dashes and quotation marks, which are everywhere
	}
	return r == '\u2028' || r == '\u2029' ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// HTML makes words of an article safe between tags and in quoted attributes.
// Controls and direction are treated as on a terminal.
func HTML(s string) string { return html.EscapeString(Terminal(s)) }

// XML makes words of an article safe in text and in quoted attributes of XML,
// which has no place for some runes at all.
func XML(s string) string {
	var b strings.Builder
	// A strings.Builder cannot fail, and what XML does not admit is replaced.
	_ = xml.EscapeText(&b, []byte(Terminal(s)))
	return b.String()
}

// Cell makes words of an article inert in a cell of a spreadsheet: what it
// would take for a formula begins with an apostrophe.
func Cell(s string) string {
	s = Terminal(s)
	if s = strings.TrimSpace(s); s != "" && strings.ContainsRune("=+-@|%", rune(s[0])) {
		return "'" + s
	}
	return s
}

// MarkdownText makes words of an article inert in a line of Markdown, and in
// a cell of a table: no markup, no link, no mention, no reference, no HTML.
func MarkdownText(s string) string {
	s = strings.TrimSpace(Terminal(s))
	var b strings.Builder
	for i, r := range s {
		rest := s[i+len(string(r)):]
		switch {
		case r == '@' || r == '#' && (i == 0 || startsWord(rest)):
			// A mention and a reference survive a backslash on some hosts.
			fmt.Fprintf(&b, "&#%d;&#8203;", r)
		case r == '<' || r == '>' || r == '&':
			b.WriteString(html.EscapeString(string(r)))
		case strings.ContainsRune("\\`*_[]|~$", r),
			r == ':' && rest != "" && rest[0] != ' ',
			strings.ContainsRune("-+=", r) && strings.Trim(s[:i], "-+=") == "",
			strings.ContainsRune(".)", r) && (strings.Trim(s[:i], "0123456789") == "" || strings.HasSuffix(strings.ToLower(s[:i]), "www")):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// startsWord reports whether s begins with a letter or a digit.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// anyHidden reports whether encoded JSON has a rune that [escapeJSON] spells out.
func anyHidden(doc []byte) bool {
	for i := 0; i < len(doc); {
		if doc[i] < 0x7f {
			i++
			continue
		}
		r, n := utf8.DecodeRune(doc[i:])
		if hidden(r) {
			return true
		}
		i += n
	}
	return false
}

// escapeJSON spells out, in encoded JSON, what must not reach a terminal raw,
// and what commands a log wherever in a line it stands. Such characters stand
// in strings only, so that the value stays the same.
func escapeJSON(doc []byte) []byte {
	if bytes.Contains(doc, []byte("##[")) {
		doc = bytes.ReplaceAll(doc, []byte("##["), []byte(`##\u005b`))
	}
	if !anyHidden(doc) {
		return doc
	}
	out := make([]byte, 0, len(doc)+len(doc)/16)
	for i := 0; i < len(doc); {
		r, n := utf8.DecodeRune(doc[i:])
		switch {
		case r < 0x7f || !hidden(r):
			out = append(out, doc[i:i+n]...)
		case r > 0xffff:
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += n
	}
	return out
}
