package config

import (
	"fmt"
	"slices"
	"strings"
)

// A Comment silences the findings of a rule with a place in some lines of a
// draft: <!-- newsvet-ignore RULE: reason -->
type Comment struct {
	Line   int // where it stands
	First  int // the lines that it is about
	Last   int
	Rule   string
	Reason string
	Wrong  string // what is wrong with it; then it silences nothing

	Used bool
}

const (
	commentOpen  = "<!--"
	commentClose = "-->"
	commentWord  = "newsvet-ignore"
)

// Comments finds the comments in the text of a draft. One on a line of its own
// is about what follows, to the end of the paragraph; one behind other words is
// about their paragraph.
func Comments(draft string, rules []string) []Comment {
	var out []Comment
	for n, line := range lines(draft) {
		for rest := line; ; {
			_, after, ok := strings.Cut(rest, commentOpen)
			if !ok {
				break
			}
			body, left, closed := strings.Cut(after, commentClose)
			rest = left
			if words, ok := strings.CutPrefix(strings.TrimSpace(body), commentWord); ok && closed {
				out = append(out, comment(n+1, words, rules))
			}
		}
	}
	if len(out) > 0 {
		extend(out, lines(draft))
	}
	return out
}

func lines(s string) []string { return strings.Split(s, "\n") }

func comment(line int, words string, rules []string) Comment {
	rule, reason, _ := strings.Cut(words, ":")
	c := Comment{Line: line, Rule: strings.TrimSpace(rule), Reason: strings.TrimSpace(reason)}
	switch {
	case c.Rule == "":
		c.Wrong = "it names no rule"
	case !slices.Contains(rules, c.Rule):
		c.Wrong = fmt.Sprintf("there is no rule %q", c.Rule)
	case c.Reason == "":
		c.Wrong = "it gives no reason"
	}
	return c
}

// extend sets the lines that the comments are about.
func extend(comments []Comment, text []string) {
	first, last := make([]int, len(text)), make([]int, len(text)) // per line: of its paragraph
	next := make([]int, len(text)+1)                              // per line: the next with words, or -1
	next[len(text)] = -1
	for i := range text {
		if first[i] = i; i > 0 && paragraph(text[i]) && paragraph(text[i-1]) {
			first[i] = first[i-1]
		}
	}
	for i := len(text) - 1; i >= 0; i-- {
		if last[i] = i; i+1 < len(text) && paragraph(text[i]) && paragraph(text[i+1]) {
			last[i] = last[i+1]
		}
		if next[i] = next[i+1]; !blank(text[i]) {
			next[i] = i
		}
	}
	for i := range comments {
		c := &comments[i]
		at := c.Line - 1
		switch to := next[at]; {
		case to == at:
			c.First, c.Last = first[at]+1, last[at]+1
		case to > at:
			c.First, c.Last = c.Line, last[to]+1
		default:
			c.First, c.Last = c.Line, c.Line
		}
	}
}

func paragraph(line string) bool { return strings.TrimSpace(line) != "" }

// blank reports whether a line has no words but in comments.
func blank(line string) bool {
	for {
		before, after, ok := strings.Cut(line, commentOpen)
		if strings.TrimSpace(before) != "" {
			return false
		}
		if !ok {
			return true
		}
		_, line, _ = strings.Cut(after, commentClose)
	}
}
