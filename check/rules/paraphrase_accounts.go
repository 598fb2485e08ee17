package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// An account is what an article says in its own words: an indirect quote, or
// the sentence of a figure or a date that nobody is given for. A sentence that
// holds none of these is not known.
type account struct {
	article int
	item    extract.Item
	quote   *extract.Quote // the indirect quote; nil of a sentence on nobody's word
	words   []words.Word
}

// accountsOf returns the accounts of article i, indirect quotes first: nothing
// that stands in marks, or that marks gone astray may have held.
func accountsOf(c *check.Case, i int) []account {
	items := c.Items[i]
	var marks []text.Span
	for k := range items.Quotes {
		if q := &items.Quotes[k]; q.Form != extract.Indirect {
			marks = append(marks, q.Span)
		}
	}
	slices.SortFunc(marks, func(a, b text.Span) int { return a.End - b.End })
	seen := map[string]bool{} // sentences
	var out []account
	put := func(it *extract.Item, at text.Span, s string, q *extract.Quote) {
		seen[it.Sentence] = true
		if it.Part != extract.Text || at.Empty() || marked(s) || inFirstPerson(s) {
			return
		}
		k, _ := slices.BinarySearchFunc(marks, at.Start+1, func(m text.Span, at int) int { return m.End - at })
		if k < len(marks) && marks[k].Overlaps(at) {
			return
		}
		out = append(out, account{i, *it, q, words.Split(s)})
	}
	for k := range items.Quotes {
		if q := &items.Quotes[k]; q.Form == extract.Indirect {
			put(&q.Item, q.Span, q.Text, q)
		}
	}
	own := func(it *extract.Item) {
		if !seen[it.Sentence] && it.Speaker.IsZero() {
			start := it.Span.Start - it.InSentence.Start
			put(it, text.Span{Start: start, End: start + len(it.Sentence)}, it.Sentence, nil)
		}
	}
	for k := range items.Figures {
		own(&items.Figures[k].Item)
	}
	for k := range items.Dates {
		own(&items.Dates[k].Item)
	}
	return out
}

// marked reports whether a text has a quotation mark, a lone one too: what it
// belongs to cannot be told.
func marked(s string) bool {
	if strings.ContainsAny(s, "\"“”„«»‘") {
		return true
	}
	before := ' '
	for _, r := range s + " " {
		if r == '\'' && before == ' ' || before == '\'' && r == ' ' {
			return true
		}
		before = r
	}
	return false
}

// inFirstPerson reports whether a text says "I" or "we": a speaker's words that
// have lost their marks.
func inFirstPerson(s string) bool {
	for _, t := range text.Tokens(s) {
		w, _, _ := strings.Cut(strings.ReplaceAll(text.Bare(t.Of(s)), "’", "'"), "'")
		if words.FirstPerson.Has(w) {
			return true
		}
	}
	return false
}

// grams is how many words in a row bring a quotation and an account together,
// mostAlike how many accounts with one such row are looked at.
const grams, mostAlike = 3, 24

// accounts are those of each article of a story; nil of a copy.
var accounts = check.NewShared(func(c *check.Case) [][]account {
	out := make([][]account, len(c.Items))
	for i := range c.Items {
		if c.Copies[i] == i {
			out[i] = accountsOf(c, i)
		}
	}
	return out
})

// An accountIndex finds accounts by a few words in a row.
type accountIndex struct {
	all []account
	at  map[[grams]string][]int32
}

func indexAccounts(c *check.Case) *accountIndex {
	x := &accountIndex{all: slices.Concat(accounts.Of(c)...), at: map[[grams]string][]int32{}}
	for n := range x.all {
		ws := x.all[n].words
		for k := 0; k+grams <= len(ws); k++ {
			g := gram(ws, k)
			if at := x.at[g]; len(at) < mostAlike && (len(at) == 0 || at[len(at)-1] != int32(n)) {
				x.at[g] = append(at, int32(n))
			}
		}
	}
	return x
}

func gram(ws []words.Word, k int) [grams]string {
	return [grams]string{ws[k].Norm, ws[k+1].Norm, ws[k+2].Norm}
}

// like returns the accounts that share words in a row with ws, in order.
func (x *accountIndex) like(ws []words.Word) []*account {
	var ns []int32
	for k := 0; k+grams <= len(ws); k++ {
		ns = append(ns, x.at[gram(ws, k)]...)
	}
	slices.Sort(ns)
	var out []*account
	for _, n := range slices.Compact(ns) {
		out = append(out, &x.all[n])
	}
	return out
}

// leastTold is how many words with content a sentence and an account of it
// have in common.
const leastTold = 2

// A retelling is a sentence in marks and an account of another outlet that lies
// on it.
type retelling struct {
	quote   extract.Quote
	article int
	words   []words.Word // of the sentence
	account *account
	match   words.Match
}

// lying are the sentences in marks with the accounts of other outlets that lie
// on them.
var lying = check.NewShared(func(c *check.Case) []retelling {
	if !slices.ContainsFunc(c.Origins, func(o string) bool { return o != c.Origins[0] }) {
		return nil
	}
	x := indexAccounts(c)
	var out []retelling
	for i := range c.Quotes {
		for _, m := range c.Quotes[i].Members {
			if m.Item.Part != extract.Text || c.Copies[m.Article] != m.Article {
				continue
			}
			for _, ws := range divided(align.Words(m.Item)) {
				for _, a := range x.like(ws) {
					if c.SameOutlet(a.article, m.Article) || c.Origins[a.article] == c.Origins[m.Article] {
						continue
					}
					if match := words.Compare(ws, a.words); match.Content >= leastTold {
						out = append(out, retelling{m.Item, m.Article, ws, a, match})
					}
				}
			}
		}
	}
	return out
})

// retellings returns, as far as want accepts them, the accounts of sentences in
// marks in outlets that do not quote them: each sentence of an outlet once.
func retellings(c *check.Case, want func(*retelling) bool) []retelling {
	type pair struct {
		article int
		words   string
	}
	told := map[pair]bool{}
	var out []retelling
	for _, r := range lying.Of(c) {
		if !want(&r) {
			continue
		}
		key := pair{r.account.article, strings.Join(words.Norms(r.words), " ")}
		if !told[key] && !carries(c, r.account.article, r.words[r.match.A0:r.match.A1]) {
			told[key] = true
			out = append(out, r)
		}
	}
	return out
}

// divided returns the sentences of a quotation.
func divided(ws []words.Word) [][]words.Word {
	var out [][]words.Word
	from := 0
	for i := range ws {
		if i > from && ws[i].Begins {
			out, from = append(out, ws[from:i]), i
		}
	}
	if from < len(ws) {
		out = append(out, ws[from:])
	}
	return out
}

// covered is the share of the words of the sentence in marks that the account
// lies on.
func (r *retelling) covered() float64 {
	return float64(r.match.A1-r.match.A0) / float64(len(r.words))
}

// finding fills in what findings about a retelling have in common.
func (r *retelling) finding(c *check.Case) check.Finding {
	f := check.Finding{
		Verdict: check.Diverge, Confidence: medium,
		Subject:  align.Surname(cmp.Or(r.quote.Speaker.Name, r.quote.Speaker.Mention)),
		Evidence: []check.Evidence{{Article: r.article, Item: r.quote.Item}, {Article: r.account.article, Item: r.account.item}},
		Sides:    []string{strings.Join(words.Norms(r.words[r.match.A0:r.match.A1]), " "), strings.Join(words.Norms(r.account.words[r.match.B0:r.match.B1]), " ")},
	}
	f.Occasion = c.Month
	return f
}

// wordsAt returns words [from, to) of a text and few around them, as printed.
func wordsAt(s string, ws []words.Word, from, to, few int) string {
	from, to = max(from-few, 0), min(to+few, len(ws))
	return quoted(s[ws[from].Start:ws[to-1].End], 80)
}

// printed is the text that the words of an account were split from.
func (a *account) printed() string {
	if a.quote != nil {
		return a.item.Text
	}
	return a.item.Sentence
}
