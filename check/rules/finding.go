package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
)

// places returns the readings as evidence.
func places(x *check.Comparison, readings []int) []check.Evidence {
	var out []check.Evidence
	for _, r := range readings {
		out = append(out, x.Readings[r].Evidence)
	}
	return out
}

// The confidence of what was not read: the steps of [check.Grade], as the rule
// judges it.
const (
	low    = 0.5
	medium = 0.7
	high   = 0.9
)

// lookLevel is the level of a finding whose match is no more than possible:
// nobody is asked to look at what may as well be two things.
func lookLevel(level check.Level, confidence float64) check.Level {
	if confidence <= check.Even {
		return check.Info
	}
	return level
}

// quoted puts an article's words into marks for a message, cut to n runes.
func quoted(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Trim(s, "“”\"'‘’„«»` ,")
	r := []rune(s)
	if len(r) > n {
		s = strings.TrimSpace(string(r[:n])) + "…"
	}
	return "“" + s + "”"
}

// list joins values: "27, 28 and 31".
func list(vs []string) string {
	if len(vs) < 2 {
		return strings.Join(vs, "")
	}
	return strings.Join(vs[:len(vs)-1], ", ") + " and " + vs[len(vs)-1]
}

// one makes a finding about a single place.
func one(article int, it extract.Item, subject, message string) check.Finding {
	return check.Finding{
		Subject: subject, Message: message, Verdict: check.Conflict, Confidence: high,
		Evidence: []check.Evidence{{Article: article, Item: it}}, Sides: []string{it.Text},
	}
}

// primary reports whether an article is what others report on.
func primary(ref corpus.Ref) bool { return ref.Kind == corpus.Primary }

// stub is how many words an article has that is cut off after its first lines.
const stub = 120

// askOnce leaves of findings with one question for an editor the one that asks
// most as it is, of those the one with most words; the others are info. Which
// it is depends on what the articles say and not on their names.
func askOnce(fs []check.Finding, question func(i int) string, words func(i int) int) {
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &fs[i], &fs[j]
		return cmp.Or(weight(b)-weight(a), cmp.Compare(b.Confidence, a.Confidence), words(j)-words(i),
			cmp.Compare(a.Subject, b.Subject), slices.Compare(a.Sides, b.Sides), cmp.Compare(a.Message, b.Message))
	})
	asked := map[string]bool{}
	for _, i := range order {
		q := question(i)
		if asked[q] {
			fs[i].Level = check.Info
		}
		asked[q] = asked[q] || fs[i].Level != check.Info
	}
}

// weight is the rank of a finding's level; without one it has its rule's, which
// is no info.
func weight(f *check.Finding) int {
	if f.Level == "" {
		return check.Warning.Rank()
	}
	return f.Level.Rank()
}
