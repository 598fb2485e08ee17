package rules

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// ListCountMismatch finds "four priorities: housing, roads and schools".
var ListCountMismatch = &check.Rule{
	Name: "list-count-mismatch",
	Doc: `A list that has not as many members as announced

"Four priorities: housing, roads and schools" are three. The list is read from
the colon to the end of its sentence, if an "and" closes it and its members
are short. Members that may be two ("bed and breakfast") are counted either
way. More members than announced are found only where each is a single word
without a capital: elsewhere one of them may describe another.

Known misses: lists over several lines or sentences; members in quotation
marks, with numbers or longer than four words.`,
	Standard: "General editorial practice: a number that the reader can count is counted before it is printed.",
	Good:     `Roe named three priorities: housing, roads and schools.`,
	Bad:      `Roe named four priorities: housing, roads and schools.`,
	Level:    check.Info,
	Run:      listCountMismatch,
}

func listCountMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, f := range c.Items[i].Figures {
			if f.Part == extract.Title || f.Kind != extract.Count || f.Hedged() || f.Low != f.High || f.Low.Exp != 0 || f.Low.Coef < 2 || f.Low.Coef > mostMembers {
				continue
			}
			list, ok := announced(f)
			if !ok {
				continue
			}
			low, high, ok := members(list)
			if n := int(f.Low.Coef); !ok || n >= low && n <= high {
				continue
			}
			g := one(i, f.Item, f.Of, quoted(f.Text, 30)+" are announced, "+strconv.Itoa(high)+" follow: "+quoted(list, 80))
			g.Confidence = medium
			g.Sides = []string{f.Low.String(), strconv.Itoa(high)}
			out = append(out, g)
		}
	}
	return out
}

// Bounds of the lists that are counted: members, and words of a member.
const (
	mostMembers = 12
	mostMember  = 4
)

// announced returns the list that a colon puts behind a figure.
func announced(f extract.Figure) (string, bool) {
	s := f.Sentence
	if f.InSentence.End < 0 || f.InSentence.End > len(s) {
		return "", false
	}
	lead, list, ok := strings.Cut(s[f.InSentence.End:], ":")
	if n := len(strings.Fields(lead)); !ok || n == 0 || n > 3 || strings.ContainsAny(lead, ",;()“”\"—–") {
		return "", false
	}
	list, ok = strings.CutSuffix(strings.TrimSpace(list), ".")
	if !ok || strings.ContainsAny(list, ".:()“”\"‘—–0123456789?!") || strings.Contains(list, " - ") || open(parts{text: list}) {
		return "", false
	}
	return list, true
}

// members returns how many members a list has at least and at most; false if
// that is hard to say.
func members(list string) (low, high int, ok bool) {
	words, ands, plain, closed := 0, 0, true, false
	high = 1
	for _, t := range text.Tokens(list) {
		switch w := strings.ToLower(t.Of(list)); {
		case w == "," || w == ";":
			high, closed = high+1, false
			plain = plain && words == 1
			words = 0
		case w == "and":
			closed = true
			ands++
			if words > 0 {
				high++
				plain = plain && words == 1
			}
			words = 0
		default:
			words++
			plain = plain && !strings.ContainsFunc(w, unicode.IsUpper) && w == t.Of(list)
			if words > mostMember {
				return 0, 0, false
			}
		}
	}
	if !closed || words == 0 {
		return 0, 0, false
	}
	if plain && words == 1 && ands == 1 {
		return high, high, true
	}
	return 0, high, true
}
