package rules

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// PrimaryMismatch finds what an article has otherwise than the document it
// cites.
var PrimaryMismatch = &check.Rule{
	Name: "primary-mismatch",
	Doc: `Not what the document says that it cites

A transcript, a report, a letter is part of the corpus ("kind: primary" with
its "issuer"), an article gives its issuer or the document as the source, and
the words or the number are not those of the document. Quotations are compared
word by word with the text of the document: a word with content, a number or a
negation is an error, articles and fillers are a warning. Figures are compared
where both are found to be of one measure. It is an error where the article
speaks of the document, and a warning where it names no more than the issuer,
who may have said something else elsewhere.

A primary document is no outlet: it confirms nothing, but a reader can look.
What is traced to it is no figure-untraceable.

Left alone: rounding and hedges, an end that comes earlier, a cut that an
ellipsis marks, words of another speaker, counts that have grown since.

Known misses: documents of an issuer whom the article calls otherwise; quotes
of less than four words; words that the document does not have at all, unless
the article speaks of the document: then info, for it may be another one.`,
	Standard: "Reuters Handbook of Journalism, style guide, quotations: nothing in quotation marks is altered; SPJ Code of Ethics: verify information before releasing it, use original sources whenever possible.",
	Good:     `Report: The ferry should be replaced within two years. Bugle: “The ferry should be replaced,” the Harbour Board said in its report.`,
	Bad:      `Report: The ferry should be replaced within two years. Bugle: “The ferry must be replaced within two years,” the Harbour Board said in its report.`,
	Level:    check.Error,
	Run:      primaryMismatch,
}

func primaryMismatch(c *check.Case) []check.Finding {
	if !slices.ContainsFunc(c.Articles, primary) {
		return nil
	}
	out := figuresOfPrimary(c)
	texts := map[int]*wording{}
	for i := range c.Items {
		if c.Primary(i) || c.Copies[i] != i {
			continue
		}
		for k := range c.Items[i].Quotes {
			q := &c.Items[i].Quotes[k]
			if q.Form == extract.Indirect {
				continue
			}
			at, document := c.Cited(i, &q.Item)
			if f, ok := quoteOfPrimary(c, texts, i, q, at, document); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// figuresOfPrimary compares the figures of one measure.
func figuresOfPrimary(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnFigures {
		x, g := &c.OnFigures[i], &c.Figures[i]
		named := func(k check.Contrast) bool {
			_, document, _ := againstPrimary(c, x, k)
			return document
		}
		j := judge{
			want: func(k check.Contrast) bool { return differs(k) && fromPrimary(c, x, k) },
			sure: func(score float64, k check.Contrast) float64 { return figureChance(c, g, k, score) },
			level: func(k check.Contrast) check.Level {
				if named(k) && !k.Hedged && k.Verdict == check.Conflict {
					return check.Error
				}
				return check.Warning
			},
		}
		for _, ft := range j.faults(x, g.Pairs) {
			f := figureFinding(c, x, g, &ft)
			if named(ft.lead.Contrast) && f.Confidence > check.Even {
				f.Confidence = high
			}
			f.Message = "not what the document says: " + figureMessage(g) + ", " + values(x, ft.shown)
			out = append(out, f)
		}
	}
	return out
}

// againstPrimary returns which reading of a contrast is of an article that
// cites the primary document which has the other, and whether it speaks of the
// document.
func againstPrimary(c *check.Case, x *check.Comparison, k check.Contrast) (reading int, document, ok bool) {
	a, b := k.A, k.B
	if c.Primary(x.Readings[a].Article) {
		a, b = b, a
	}
	if !c.Primary(x.Readings[b].Article) || c.Primary(x.Readings[a].Article) {
		return 0, false, false
	}
	at, document := c.Cited(x.Readings[a].Article, &x.Readings[a].Item)
	return a, document, slices.Contains(at, x.Readings[b].Article)
}

// fromPrimary reports whether a contrast is between an article and the primary
// document it cites: that is for primary-mismatch to say.
func fromPrimary(c *check.Case, x *check.Comparison, k check.Contrast) bool {
	_, _, ok := againstPrimary(c, x, k)
	return ok
}

// A wording is the words of a primary document, and where a run of three of
// them stands.
type wording struct {
	words   []words.Word
	passage []int // per word: the sentence it stands in
	runs    map[string][]int
}

const runLength = 3

func newWording(passages []extract.Item) *wording {
	w := &wording{runs: map[string][]int{}}
	for i := range passages {
		for _, x := range words.Split(passages[i].Text) {
			w.words = append(w.words, x)
			w.passage = append(w.passage, i)
		}
	}
	norms := words.Norms(w.words)
	for i := 0; i+runLength <= len(norms); i++ {
		k := strings.Join(norms[i:i+runLength], " ")
		if at := w.runs[k]; len(at) < 8 {
			w.runs[k] = append(at, i)
		}
	}
	return w
}

// near returns where most runs of a quote point to: the words of the document
// from there on, and a few more on both sides.
func (w *wording) near(quote []words.Word) (from, to int, ok bool) {
	norms := words.Norms(quote)
	votes := map[int]int{}
	best := -1
	const step = 8 // places this near each other vote together
	for i := 0; i+runLength <= len(norms); i++ {
		for _, at := range w.runs[strings.Join(norms[i:i+runLength], " ")] {
			k := (at - i + len(norms)) / step
			if votes[k]++; best < 0 || votes[k] > votes[best] || votes[k] == votes[best] && k < best {
				best = k
			}
		}
	}
	if best < 0 {
		return 0, 0, false
	}
	start := best*step - len(norms)
	return max(start-step, 0), min(start+len(norms)+3*step, len(w.words)), true
}

// leastQuoted is how many words a quote has that is looked for in a document.
const leastQuoted = 4

func quoteOfPrimary(c *check.Case, texts map[int]*wording, article int, q *extract.Quote, at []int, document bool) (check.Finding, bool) {
	ws := align.Words(*q)
	if len(ws) < leastQuoted || len(at) == 0 {
		return check.Finding{}, false
	}
	best, in, stretch := words.Match{}, -1, [2]int{}
	for _, i := range at {
		if texts[i] == nil {
			texts[i] = newWording(c.Passages[i])
		}
		from, to, ok := texts[i].near(ws)
		if !ok {
			continue
		}
		m := words.Compare(ws, texts[i].words[from:to])
		if m.Equal > best.Equal {
			best, in, stretch = m, i, [2]int{from, to}
		}
	}
	if in < 0 || best.Likeness() < 0.6 || 2*best.Equal < len(ws) {
		return unfound(c, article, q, at, document)
	}
	weight := best.Weight()
	if weight == words.Same {
		return check.Finding{}, false
	}
	f := check.Finding{
		Level: check.Error, Verdict: check.Conflict, Confidence: high, Subject: issuer(c, in),
		Why:      []string{"the article gives " + issuer(c, in) + " as the source", "words in common: " + quotedWords(ws[best.A0:best.A1])},
		Evidence: []check.Evidence{{Article: article, Item: q.Item}, {Article: in, Item: c.Passages[in][texts[in].passage[stretch[0]+best.B0]]}},
		Sides:    []string{strings.Join(words.Norms(ws[best.A0:best.A1]), " "), strings.Join(words.Norms(texts[in].words[stretch[0]+best.B0:stretch[0]+best.B1]), " ")},
		Message:  "not the words of the document of " + issuer(c, in) + ": " + quoted(q.Text, 60),
	}
	if weight == words.Light {
		f.Level = check.Warning
	}
	for _, ch := range best.Changes {
		if ch.Weight == weight && ch.Why != "" {
			f.Notes = append(f.Notes, check.Line{Label: "differs", Text: "in " + ch.Why})
			break
		}
	}
	f.Occasion = c.Month
	return f, true
}

// unfound makes a finding of words that are not in the one document that the
// article speaks of.
func unfound(c *check.Case, article int, q *extract.Quote, at []int, document bool) (check.Finding, bool) {
	const long = 6 // words
	if !document || len(at) != 1 || len(q.Words) < long {
		return check.Finding{}, false
	}
	f := one(article, q.Item, issuer(c, at[0]), "the document of "+issuer(c, at[0])+" has no such words: "+quoted(q.Text, 60))
	f.Level, f.Verdict, f.Confidence = check.Info, check.Alone, medium
	f.Notes = []check.Line{{Label: "weak", Text: "the article may speak of another document of " + issuer(c, at[0])}}
	return f, true
}

// issuer names whose primary document article i is.
func issuer(c *check.Case, i int) string {
	if s := c.Articles[i].Issuer; s != "" {
		return s
	}
	return c.Articles[i].Name
}

// quotedWords gives words in their compared form, cut to a line.
func quotedWords(ws []words.Word) string { return quoted(strings.Join(words.Norms(ws), " "), 60) }
