package report_test

import (
	"strings"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

const bugle = `Fire at Aldport mill

There were 27 dead, the mayor of Aldport, Jane Roe, said on Friday. “We had to put the fire out by hand,” Jane Roe said. “Nobody came.”
About 40 people were hurt. The ministry links over 70% of such fires to old wiring.
`

const courier = `Mill burns in Aldport
Jane Roe, the mayor, counted 28 dead.

The mayor said: “We have put the fire out by hand.” Some 41 people were hurt in the fire. The mill was built in 1846.
`

// An account is an article of the fixture.
type account struct {
	body string
	m    text.Map
}

func newAccount(body string) *account {
	b := text.NewBuilder(text.InFile, body)
	b.Copy(0, len(body))
	_, m := b.Done()
	return &account{body, m}
}

// item returns the first place of words in the sentence that stands in the
// account.
func (a *account) item(sentence, words string) extract.Item {
	start := strings.Index(a.body, sentence)
	in := strings.Index(sentence, words)
	sp := text.Span{Start: start + in, End: start + in + len(words)}
	return extract.Item{
		Span: sp, At: a.m.Place(sp), Text: words, Sentence: sentence,
		InSentence: text.Span{Start: in, End: in + len(words)}, Part: extract.Text,
	}
}

// by adds the speaker.
func by(it extract.Item, name string) extract.Item {
	it.Speaker = extract.Speaker{Name: name, Kind: extract.Named}
	it.Provenance = extract.NamedSource
	return it
}

// mill is a story of two accounts and a copy: a wording that differs, a
// conflict of figures, a figure nobody can trace, and what is only counted.
func mill() *check.Result {
	a, b := newAccount(bugle), newAccount(courier)
	handA := by(a.item("“We had to put the fire out by hand,” Jane Roe said.", "“We had to put the fire out by hand,”"), "Jane Roe")
	handB := by(b.item("The mayor said: “We have put the fire out by hand.”", "“We have put the fire out by hand.”"), "Jane Roe")
	deadA := by(a.item("There were 27 dead, the mayor of Aldport, Jane Roe, said on Friday.", "27 dead"), "Jane Roe")
	deadB := by(b.item("Jane Roe, the mayor, counted 28 dead.", "28 dead"), "Jane Roe")
	wiring := a.item("The ministry links over 70% of such fires to old wiring.", "over 70%")
	friday := a.item("There were 27 dead, the mayor of Aldport, Jane Roe, said on Friday.", "on Friday")
	hurtA := a.item("About 40 people were hurt.", "About 40 people")
	hurtB := b.item("Some 41 people were hurt in the fire.", "Some 41 people")
	nobody := by(a.item("“Nobody came.”", "“Nobody came.”"), "Jane Roe")
	day := time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)
	return &check.Result{
		Story: corpus.ID{0: 0xa1},
		Name:  "Jane Roe, Aldport, mill, fire",
		Why:   []string{"shared rare names: Jane Roe, Aldport", "published the same day"},
		Articles: []corpus.Ref{
			{Name: "in/bugle.txt", URI: "in/bugle.txt", Outlet: "Bugle", Title: "Fire at Aldport mill", Published: day, Dated: corpus.Day, Lang: "en"},
			{Name: "in/courier.txt", URI: "in/courier.txt", Title: "Mill burns in Aldport"},
			{Name: "wire-7", URI: "in/wire.jsonl", Line: 7, Outlet: "Wire", Published: day.Add(7 * time.Hour), Dated: corpus.Instant},
		},
		Copies: []int{0, 1, 0},
		Comparisons: []check.Comparison{
			comparison("quote", "Jane Roe on 3 May 2024", check.Conflict, read(0, handA, "we had to put", 0), read(1, handB, "we have put", 1)),
			comparison("figure", "people killed", check.Conflict, read(0, deadA, "27", 0), read(1, deadB, "28", 1)),
			comparison("figure", "people hurt", check.Agree, read(0, hurtA, "~40", 0), read(1, hurtB, "~41", 0)),
			comparison("figure", "fires", check.Alone, read(0, wiring, ">70 percent", 0)),
			comparison("quote", "Jane Roe", check.Alone, read(0, nobody, "nobody came", 0)),
		},
		Findings: []check.Finding{
			finding("quote-wording", check.Error, check.Conflict, .93, "Jane Roe’s words differ: “had to put” in one article, “have put” in another", places(0, handA, 1, handB),
				[]string{"same speaker", "same occasion: 3 May 2024"}),
			again(places(1, deadB, 2, deadA), finding("figure-conflict", check.Error, check.Conflict, .8, "the number of dead differs: 27 in one article, 28 in another", places(0, deadA, 1, deadB),
				[]string{"same measure: killed", "same place: Aldport"}, check.Line{Label: "verdict", Text: "both exact, for the same day, on one speaker’s word"},
				check.Line{Label: "weak", Text: "neither says at what hour"}, check.Line{Label: "look for", Text: "the hour of each count"})),
			finding("figure-untraceable", check.Warning, check.Alone, .7, "“over 70%” stands on the ministry’s name alone", places(0, wiring), nil,
				check.Line{Label: "missing", Text: "document or link · date or period · person"}),
			finding("figure-unsourced", check.Info, check.Alone, .6, "nobody is given for “About 40 people”", places(0, hurtA), nil),
		},
		Silenced: []check.Silenced{{
			Finding: again(places(0, hurtA), finding("vague-source", check.Warning, check.Alone, .6, "nobody in particular says “officials”", places(0, friday), nil)),
			How:     check.Ignored, Reason: "the paper may not name them", By: "desk",
		}},
		Notices: []check.Notice{{Name: "not-resolved", Message: "the article has no publication date", Place: &check.Evidence{Item: friday}}},
	}
}

// again is f between two other places, too.
func again(two []check.Evidence, f check.Finding) check.Finding {
	f.Also = append(f.Also, two)
	return f
}

func read(article int, it extract.Item, value string, side int) check.Reading {
	return check.Reading{Evidence: check.Evidence{Article: article, Item: it}, Value: value, Side: side}
}

func comparison(kind, subject string, v check.Verdict, rs ...check.Reading) check.Comparison {
	return check.Comparison{Kind: kind, Subject: subject, Verdict: v, Outlets: len(rs), Readings: rs}
}

func finding(rule string, l check.Level, v check.Verdict, c float64, message string, es []check.Evidence, why []string, notes ...check.Line) check.Finding {
	return check.Finding{
		Rule: rule, Level: l, Verdict: v, Confidence: c, Message: message, Evidence: es, Why: why, Notes: notes,
		Fingerprint: "nv1:00000000000000" + string("0123456789abcdef"[len(rule)%16]) + "f",
	}
}

func places(pairs ...any) []check.Evidence {
	var es []check.Evidence
	for i := 0; i < len(pairs); i += 2 {
		es = append(es, check.Evidence{Article: pairs[i].(int), Item: pairs[i+1].(extract.Item)})
	}
	return es
}

// quiet is a story of one record in a file of many, with one warning in its
// title.
func quiet() *check.Result {
	body := "Council meets, 12 absent"
	b := text.NewBuilder(text.InTitle, body)
	b.Copy(0, len(body))
	_, m := b.Done()
	sp := text.Span{Start: 15, End: 24}
	it := extract.Item{Span: sp, At: m.Place(sp), Text: "12 absent", Sentence: body, InSentence: sp, Part: extract.Title}
	return &check.Result{
		Story: corpus.ID{0: 0xb2}, Name: "Brant, council",
		Articles: []corpus.Ref{{Name: "brant-2", URI: "in/brant.jsonl", Line: 12, Outlet: "Brant Echo", Title: body}},
		Copies:   []int{0},
		Comparisons: []check.Comparison{
			comparison("figure", "absent", check.Alone, read(0, it, "12", 0)),
		},
		Findings: []check.Finding{
			finding("figure-unsourced", check.Warning, check.Alone, .9, "nobody is given for “12 absent”", places(0, it), nil),
		},
	}
}

func summary() check.Summary {
	return check.Summary{
		Articles: 4, Stories: 2, Outlets: 4, Unnamed: 1, Copies: 1,
		Levels:     map[check.Level]int{check.Error: 2, check.Warning: 2, check.Info: 1},
		Rules:      map[string]int{"quote-wording": 1, "figure-conflict": 1, "figure-untraceable": 1, "figure-unsourced": 2},
		Verdicts:   map[check.Verdict]int{check.Conflict: 2, check.Agree: 1, check.Alone: 3},
		Unreadable: []check.Unreadable{{URI: "in/broken.jsonl", Line: 3, Reason: "not a JSON object"}},
		Silenced:   1,
		Baseline:   &check.Against{Known: 12, New: 2, Gone: 3},
		Notices:    []string{"no language was stated for 3 articles"},
	}
}
