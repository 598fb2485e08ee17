package story

import (
	"fmt"
	"strings"
)

// maxShown is how many names or words a reason lists.
const maxShown = 5

// Why says, for people, what the articles of a story have in common: rare
// names, words and numbers that at least two thirds of them share, words of
// all headlines, the days between them.
func Why(sketches []*Sketch, f *Freq, skip func(string) bool) []string {
	if len(sketches) < 2 {
		return nil
	}
	var out []string
	if len(sketches) == 2 && Reprints(sketches[0], sketches[1]) {
		out = append(out, "nearly the same text")
	}
	c := inCommon(sketches, f, (2*len(sketches)+2)/3, skip)
	out = reason(out, "shared rare names", append(c.full, c.names...))
	out = reason(out, "shared rare words", c.words)
	out = reason(out, "shared numbers", c.numbers)
	out = reason(out, "same title words", c.titles)
	if t := apart(sketches); t != "" {
		out = append(out, t)
	}
	return out
}

func reason(out []string, label string, words []string) []string {
	if len(words) == 0 {
		return out
	}
	return append(out, label+": "+strings.Join(words[:min(len(words), maxShown)], ", "))
}

// apart says when the articles were published, if all are dated.
func apart(sketches []*Sketch) string {
	first, last := sketches[0].Day, sketches[0].Day
	for _, s := range sketches {
		if s.Day == 0 {
			return ""
		}
		first, last = min(first, s.Day), max(last, s.Day)
	}
	switch days := last - first; {
	case days == 0:
		return "published the same day"
	case len(sketches) > 2:
		return fmt.Sprintf("published within %d days", days+1)
	case days == 1:
		return "published 1 day apart"
	default:
		return fmt.Sprintf("published %d days apart", days)
	}
}
