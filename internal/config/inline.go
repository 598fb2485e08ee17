package config

import (
	"fmt"
	"strings"
)

// A Comment silences the findings of a rule with a place in some lines of a
// draft: <!-- newsvet-ignore RULE: reason -->
type Comment struct {
	Line   int // where it stands
	Last   int // the last line that it is about
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

// Comments finds the comments in the text of a draft. One that shares its
// paragraph with other words is about that paragraph, one by itself about the
// next.
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
	case !contains(rules, c.Rule):
		c.Wrong = fmt.Sprintf("there is no rule %q", c.Rule)
	case c.Reason == "":
		c.Wrong = "it gives no reason"
	}
	return c
}

// extend sets the last lines of the comments, which are in order.
func extend(comments []Comment, text []string) {
	ends := make([]int, len(text)+1) // per line: the last of its paragraph, from 1; 0 for a blank one
	next := make([]int, len(text)+1) // per line: the last of the next paragraph with words
	words := map[int]bool{}          // paragraphs with words, by their last lines
	for i := len(text) - 1; i >= 0; i-- {
		if next[i] = next[i+1]; words[ends[i+1]] {
			next[i] = ends[i+1]
		}
		switch {
		case strings.TrimSpace(text[i]) == "":
			continue
		case ends[i+1] > 0:
			ends[i], next[i] = ends[i+1], next[i+1]
		default:
			ends[i] = i + 1
		}
		words[ends[i]] = words[ends[i]] || !blank(text[i])
	}
	for i := range comments {
		c := &comments[i]
		at := c.Line - 1
		if c.Last = ends[at]; !words[c.Last] {
			c.Last = max(c.Last, next[at])
		}
	}
}

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
