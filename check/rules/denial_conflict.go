package rules

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// DenialConflict finds what one outlet states and somebody denies in another.
var DenialConflict = &check.Rule{
	Name: "denial-conflict",
	Doc: `A statement in one outlet that somebody denies by name in another

One outlet states something as a fact, on nobody's word; another has a named
person or body say that it is not so, or deny it; and the first does not have
that denial. A reader of the first does not learn that the matter is disputed.
Where the first has it on somebody's word, two sources disagree: info.

Most of the words that are denied must be in the statement, and the word that a
"not" turns as something that is so, not as what is to come. Statements that are
hedged ("allegedly", "if", "may") or negative themselves are left alone, and so
are denials without a name and articles that have a denial by the same speaker.

Known misses: statements that hold no figure, no date and no indirect speech;
a denial in other words than the statement ("this is no swap").`,
	Standard: "Editors’ Code of Practice, clause 1: comment, conjecture and fact are told apart; SPJ Code of Ethics: those who are accused are sought out to respond.",
	Good:     `Bugle: The council sold the mill to the county in May, according to the county; Mayor Roe denied it. Courier: Roe denied that the council had sold the mill to the county.`,
	Bad:      `Bugle: The council sold the old mill to the county on 3 May. Courier: Mayor Jane Roe denied that the council had sold the old mill to the county.`,
	Level:    check.Warning,
	Run:      denialConflict,
}

// A denial is what somebody says is not so.
type denial struct {
	article int
	quote   extract.Quote
	stems   map[string]bool // of its words with content
	turned  string          // stem of the word that its "not" turns; "" if its verb denies all of it
}

// leastDenied is how many words with content a denial has that can be found
// again, leastPlain how many of them are no names, mostStated the share of them
// that a statement must have, and within how many words.
const leastDenied, leastPlain, mostStated, within = 3, 2, 0.75, 25

func denialConflict(c *check.Case) []check.Finding {
	var denials []denial
	for i := range c.Items {
		if c.Copies[i] != i {
			continue
		}
		for k := range c.Items[i].Quotes {
			if d, ok := denialOf(i, &c.Items[i].Quotes[k]); ok {
				denials = append(denials, d)
			}
		}
	}
	if len(denials) == 0 {
		return nil
	}
	x := statements(c)
	var out []check.Finding
	for i := range denials {
		for _, a := range x.stating(c, &denials[i]) {
			out = append(out, denials[i].finding(c, a))
		}
	}
	return out
}

// denialOf returns what a quote denies, if a named speaker denies enough to be
// found again: by the verb ("denied that"), or by a "not" in a direct quote.
func denialOf(article int, q *extract.Quote) (denial, bool) {
	if q.Part != extract.Text || q.Speaker.Name == "" || q.Speaker.Kind != extract.Named && q.Speaker.Kind != extract.Body || strings.Contains(q.Text, "?") {
		return denial{}, false
	}
	ws := words.Split(q.Text)
	not := 0
	for _, w := range ws {
		if words.Negation(w.Norm) {
			not++
		}
		if words.Unsure(w) {
			return denial{}, false
		}
	}
	if verb := denies(q); verb == (not%2 == 1) || !verb && !plain(ws) {
		return denial{}, false // "denied that it was not"
	}
	d := denial{article, *q, stems(ws), negated(ws)}
	return d, len(d.stems) >= leastDenied
}

// negated returns the stem of the word that the last "not" of ws turns.
func negated(ws []words.Word) string {
	for i := len(ws) - 1; i >= 0; i-- {
		if !words.Negation(ws[i].Norm) {
			continue
		}
		for _, w := range ws[i+1:] {
			if !words.AfterNot.Has(w.Norm) && !words.Unsure(w) {
				return words.Stem(w.Norm)
			}
		}
	}
	return ""
}

// plain reports whether a "not" among ws turns all of them: one short clause,
// and not of what is to come.
func plain(ws []words.Word) bool {
	const longest = 16
	return len(ws) <= longest && !slices.ContainsFunc(ws, func(w words.Word) bool {
		return words.ClauseBreaks.Has(w.Norm)
	})
}

// denies reports whether the verb of a quote says that its matter is not so.
func denies(q *extract.Quote) bool {
	for _, t := range text.Tokens(q.CueText) {
		if words.Denies(text.Bare(t.Of(q.CueText))) {
			return true
		}
	}
	return false
}

// stems returns the stems of the words with content, negations left out.
func stems(ws []words.Word) map[string]bool {
	out := map[string]bool{}
	for _, w := range ws {
		if !w.Light && !words.Negation(w.Norm) && !words.Unsure(w) {
			out[words.Stem(w.Norm)] = true
		}
	}
	return out
}

// A statementIndex finds statements by the stems of their words.
type statementIndex struct {
	all []*account
	by  map[string][]int
}

// statements returns what the articles of a story state: accounts without a
// hedge or a negation.
func statements(c *check.Case) *statementIndex {
	x := &statementIndex{by: map[string][]int{}}
	for _, as := range accounts.Of(c) {
		for i := range as {
			if !states(&as[i]) {
				continue
			}
			n := len(x.all)
			x.all = append(x.all, &as[i])
			for s := range stems(as[i].words) {
				if len(x.by[s]) < mostStems {
					x.by[s] = append(x.by[s], n)
				}
			}
		}
	}
	return x
}

// mostStems bounds the statements that are looked at for one word: what half
// the story says tells nothing.
const mostStems = 64

func states(a *account) bool {
	if a.quote != nil && denies(a.quote) {
		return false
	}
	return !slices.ContainsFunc(a.words, func(w words.Word) bool { return words.Negation(w.Norm) || words.Unsure(w) }) &&
		!strings.Contains(a.printed(), "?")
}

// stating returns the statements of what is denied: the best of each article
// that does not have the denial.
func (x *statementIndex) stating(c *check.Case, d *denial) []*account {
	shared := map[int]int{}
	for s := range d.stems {
		for _, n := range x.by[s] {
			shared[n]++
		}
	}
	best := map[int]int{} // of an article
	for _, n := range slices.Sorted(maps.Keys(shared)) {
		a := x.all[n]
		if float64(shared[n]) < mostStated*float64(len(d.stems)) || shared[n] < leastDenied || !d.statedIn(a) ||
			c.SameOutlet(a.article, d.article) || c.Origins[a.article] == c.Origins[d.article] {
			continue
		}
		if old, ok := best[a.article]; !ok || shared[n] > shared[old] {
			best[a.article] = n
		}
	}
	var out []*account
	for _, i := range slices.Sorted(maps.Keys(best)) {
		if !deniedIn.Of(c)[i].has(d) {
			out = append(out, x.all[best[i]])
		}
	}
	return out
}

// statedIn reports whether enough of what is denied stands together in a
// statement, not only names, and as something that is so: what the city is
// negotiating "to buy" it has not bought.
func (d *denial) statedIn(a *account) bool {
	first, last, is := -1, -1, d.turned == ""
	plain := map[string]bool{}
	for i, w := range a.words {
		s := words.Stem(w.Norm)
		is = is || s == d.turned && (i == 0 || a.words[i-1].Norm != "to")
		if !d.stems[s] {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if !w.Name {
			plain[s] = true
		}
	}
	return is && len(plain) >= leastPlain && last-first < within
}

func (d *denial) finding(c *check.Case, a *account) check.Finding {
	who := cmp.Or(d.quote.Speaker.Name, d.quote.Speaker.Mention)
	f := check.Finding{
		Verdict: check.Conflict, Confidence: medium, Subject: align.Surname(who),
		Message:  "one article states what " + who + " denies in another: " + quoted(a.printed(), 80),
		Why:      []string{strings.Join(slices.Sorted(maps.Keys(d.stems)), ", ")},
		Evidence: []check.Evidence{{Article: a.article, Item: a.item}, {Article: d.article, Item: d.quote.Item}},
		Sides:    []string{strings.Join(words.Norms(a.words), " "), strings.Join(words.Norms(words.Split(d.quote.Text)), " ")},
		Notes:    lookIn(d.quote),
	}
	if a.quote != nil {
		f.Verdict, f.Level = check.Diverge, check.Info // two sources disagree
	}
	f.Occasion = c.Month
	return f
}
