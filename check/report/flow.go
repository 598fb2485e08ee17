package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A run is words in one style, already escaped.
type run struct {
	text  string
	style style
}

// columns is the room that s takes on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

// pad fills s with blanks to n columns.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(n-columns(s), 0))
}

// cut shortens s to n columns, the last one an ellipsis, at a blank if one is
// near.
func cut(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	used, end, blank := 0, 0, 0
	for i, r := range s {
		if used += runeColumns(r); used > n-2 {
			break
		}
		end = i + len(string(r))
		if r == ' ' {
			blank = i
		}
	}
	if blank > end*2/3 {
		end = blank
	}
	return strings.TrimRight(s[:end], " ") + " …"
}

// cutFront shortens s to n columns, the first one an ellipsis.
func cutFront(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	words := strings.Fields(s)
	used, from := 2, len(words)
	for from > 0 && used+columns(words[from-1])+1 <= n {
		from--
		used += columns(words[from]) + 1
	}
	end := s[len(strings.TrimRight(s, " ")):] // what follows may be another run
	return strings.Join(append([]string{"…"}, words[from:]...), " ") + end
}

// cutMiddle shortens s to n columns by leaving out words in the middle.
func cutMiddle(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	front := strings.TrimSuffix(cut(s, n/2), " …")
	back := cutFront(s, n-columns(front)-1)
	return front + " " + back
}

// flow breaks runs into lines of at most n columns and paints them. Words
// longer than a line stand alone on one.
func (p painter) flow(n int, runs ...run) []string {
	var lines []string
	var b strings.Builder
	used := 0
	for i, w := range atoms(runs) {
		size := 0
		for _, r := range w {
			size += columns(r.text)
		}
		if i > 0 {
			if used+1+size > n {
				lines = append(lines, b.String())
				b.Reset()
				used = 0
			} else {
				b.WriteByte(' ')
				used++
			}
		}
		for _, r := range w {
			b.WriteString(p.paint(r.style, r.text))
		}
		used += size
	}
	if b.Len() > 0 {
		lines = append(lines, b.String())
	}
	return lines
}

// atoms divides runs at blanks; one word may take its parts from several.
func atoms(runs []run) [][]run {
	var out [][]run
	var word []run
	for _, r := range runs {
		for i, part := range strings.Split(r.text, " ") {
			if i > 0 && len(word) > 0 {
				out = append(out, word)
				word = nil
			}
			if part != "" {
				word = append(word, run{part, r.style})
			}
		}
	}
	if len(word) > 0 {
		out = append(out, word)
	}
	return out
}
