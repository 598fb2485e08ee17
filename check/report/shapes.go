package report

import (
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// The shapes of "newsvet/1". Fields are only ever added.

type jsonStory struct {
	ID          string           `json:"id"`
	Name        string           `json:"name,omitempty"`
	Why         []string         `json:"why,omitempty"`
	Articles    []jsonArticle    `json:"articles"`
	Comparisons []jsonComparison `json:"comparisons"`
	Findings    []jsonFinding    `json:"findings"`
	Silenced    []jsonSilenced   `json:"silenced,omitempty"`
	Notices     []jsonNotice     `json:"notices,omitempty"`
}

type jsonArticle struct {
	ID         string `json:"id"`
	Path       string `json:"path"`
	RecordLine int    `json:"record_line,omitempty"` // where a file holds many
	Outlet     string `json:"outlet"`
	Title      string `json:"title"`
	Published  string `json:"published"` // "" if the article does not say
	URL        string `json:"url"`
	Lang       string `json:"lang,omitempty"`
	Kind       string `json:"kind,omitempty"`
	Draft      bool   `json:"draft,omitempty"` // is vetted against the others
	CopyOf     string `json:"copy_of,omitempty"`
	Words      int    `json:"words,omitempty"`
}

type jsonComparison struct {
	Kind     string        `json:"kind"`
	Subject  string        `json:"subject"`
	Verdict  check.Verdict `json:"verdict"`
	Outlets  int           `json:"outlets"`
	Readings []jsonReading `json:"readings"`
	Why      []string      `json:"why,omitempty"`
}

type jsonReading struct {
	Article string `json:"article"`
	Side    int    `json:"side"`
	Value   string `json:"value"`
	jsonPlace
	jsonContext
	Provenance extract.Provenance `json:"provenance,omitempty"`
}

// A jsonContext is what stands around a place.
type jsonContext struct {
	Sentence string  `json:"sentence,omitempty"`
	In       *[2]int `json:"in,omitempty"` // where in the sentence, in bytes
	Speaker  string  `json:"speaker,omitempty"`
	Mention  string  `json:"mention,omitempty"` // of a speaker without a name
}

type jsonPlace struct {
	Part      extract.Part `json:"part"`
	Basis     text.Basis   `json:"basis"` // what start and end count in
	Start     int          `json:"start"`
	End       int          `json:"end"`
	Text      string       `json:"text"`
	Line      int          `json:"line"`
	Column    int          `json:"column"`
	EndLine   int          `json:"end_line"`
	EndColumn int          `json:"end_column"`
}

type jsonFinding struct {
	Rule        string         `json:"rule"`
	Level       check.Level    `json:"level"`
	Verdict     check.Verdict  `json:"verdict"`
	Confidence  float64        `json:"confidence"`
	Calibrated  bool           `json:"calibrated"`
	Fingerprint string         `json:"fingerprint"`
	Subject     string         `json:"subject,omitempty"`
	Message     string         `json:"message"`
	Notes       []check.Line   `json:"notes,omitempty"`
	Why         []string       `json:"why"`
	Evidence    []jsonEvidence `json:"evidence"`
	Again       bool           `json:"again,omitempty"`  // the finding before it, at other places
	Unsure      bool           `json:"unsure,omitempty"` // matched less surely than asked for: neither listed nor counted
}

// A jsonSilenced is a finding that is known or silenced, and why.
type jsonSilenced struct {
	jsonFinding
	How    check.How `json:"how"`
	Reason string    `json:"reason,omitempty"`
	By     string    `json:"by,omitempty"`
}

type jsonEvidence struct {
	Article    string `json:"article"`
	Path       string `json:"path"`
	RecordLine int    `json:"record_line,omitempty"`
	jsonPlace
	jsonContext
}

type jsonNotice struct {
	Name    string        `json:"name"`
	Message string        `json:"message"`
	Place   *jsonEvidence `json:"place,omitempty"`
}

type jsonSummary struct {
	Drafts     []jsonDraft        `json:"drafts,omitempty"` // with --against
	Stats      jsonStats          `json:"stats"`
	Unreadable []check.Unreadable `json:"unreadable"`
	Notices    []string           `json:"notices,omitempty"`
}

type jsonStats struct {
	Articles int                   `json:"articles"`
	Stories  int                   `json:"stories"`
	Outlets  int                   `json:"outlets"`
	Unnamed  int                   `json:"unnamed_outlets"`
	Copies   int                   `json:"copies"`
	Levels   map[check.Level]int   `json:"levels"`
	Verdicts map[check.Verdict]int `json:"verdicts"`
	Rules    map[string]int        `json:"rules"`
	Silenced int                   `json:"silenced,omitempty"`
	Unsure   int                   `json:"unsure,omitempty"`
	Least    float64               `json:"min_confidence,omitempty"`
	Baseline *check.Against        `json:"baseline,omitempty"`
}

func newJSONStory(res *check.Result, o Options) jsonStory {
	s := jsonStory{
		ID: res.Story.String(), Name: res.Name, Why: res.Why,
		Articles: []jsonArticle{}, Comparisons: []jsonComparison{}, Findings: []jsonFinding{},
	}
	for i := range res.Articles {
		s.Articles = append(s.Articles, newJSONArticle(res, i))
	}
	for i := range res.Comparisons {
		s.Comparisons = append(s.Comparisons, newJSONComparison(res, &res.Comparisons[i]))
	}
	for i := range res.Findings {
		if o.lists(res.Findings[i].Level, check.Info) {
			s.Findings = append(s.Findings, newJSONFinding(res, &res.Findings[i]))
		}
		if o.lists(check.Info, check.Info) {
			s.Findings = append(s.Findings, again(res, &res.Findings[i])...)
		}
	}
	for i := range res.Unsure {
		for _, f := range append([]jsonFinding{newJSONFinding(res, &res.Unsure[i])}, again(res, &res.Unsure[i])...) {
			if f.Unsure = true; o.lists(f.Level, check.Info) {
				s.Findings = append(s.Findings, f)
			}
		}
	}
	for i := range res.Silenced {
		q := &res.Silenced[i]
		for _, f := range append([]jsonFinding{newJSONFinding(res, &q.Finding)}, again(res, &q.Finding)...) {
			s.Silenced = append(s.Silenced, jsonSilenced{f, q.How, q.Reason, q.By})
		}
	}
	for _, n := range res.Notices {
		jn := jsonNotice{Name: n.Name, Message: n.Message}
		if n.Place != nil {
			e := newJSONEvidence(res, n.Place)
			jn.Place = &e
		}
		s.Notices = append(s.Notices, jn)
	}
	return s
}

func newJSONArticle(res *check.Result, i int) jsonArticle {
	ref := &res.Articles[i]
	a := jsonArticle{
		ID: ref.Name, Path: ref.URI, RecordLine: ref.Line, Outlet: ref.Outlet, Title: ref.Title,
		Published: published(ref), URL: ref.URL, Lang: ref.Lang, Kind: string(ref.Kind), Draft: ref.Draft, Words: ref.Words,
	}
	if i < len(res.Copies) && res.Copies[i] != i {
		a.CopyOf = article(res, res.Copies[i]).Name
	}
	return a
}

func newJSONComparison(res *check.Result, c *check.Comparison) jsonComparison {
	jc := jsonComparison{
		Kind: c.Kind, Subject: c.Subject, Verdict: c.Verdict, Outlets: c.Outlets, Why: c.Why,
		Readings: make([]jsonReading, 0, len(c.Readings)),
	}
	for _, r := range c.Readings {
		jc.Readings = append(jc.Readings, jsonReading{
			Article: article(res, r.Article).Name, Side: r.Side, Value: r.Value,
			jsonPlace: newJSONPlace(&r.Item), jsonContext: newJSONContext(&r.Item), Provenance: r.Item.Provenance,
		})
	}
	return jc
}

func newJSONFinding(res *check.Result, f *check.Finding) jsonFinding {
	jf := jsonFinding{
		Rule: f.Rule, Level: f.Level, Verdict: f.Verdict, Confidence: f.Confidence, Calibrated: Calibrated(f),
		Fingerprint: f.Fingerprint, Subject: f.Subject, Message: f.Message, Notes: f.Notes,
		Why: f.Why, Evidence: make([]jsonEvidence, 0, len(f.Evidence)),
	}
	if jf.Why == nil {
		jf.Why = []string{}
	}
	for i := range f.Evidence {
		jf.Evidence = append(jf.Evidence, newJSONEvidence(res, &f.Evidence[i]))
	}
	return jf
}

// again is a finding once more for each of its other places:
// context, told as info and counted nowhere.
func again(res *check.Result, f *check.Finding) []jsonFinding {
	var out []jsonFinding
	for _, places := range f.Also {
		once := *f
		once.Level, once.Notes, once.Evidence = check.Info, nil, places
		jf := newJSONFinding(res, &once)
		jf.Again = true
		out = append(out, jf)
	}
	return out
}

func newJSONEvidence(res *check.Result, e *check.Evidence) jsonEvidence {
	ref := article(res, e.Article)
	return jsonEvidence{
		Article: ref.Name, Path: ref.URI, RecordLine: ref.Line, jsonPlace: newJSONPlace(&e.Item),
		jsonContext: newJSONContext(&e.Item),
	}
}

func newJSONContext(it *extract.Item) jsonContext {
	c := jsonContext{Sentence: it.Sentence, Speaker: it.Speaker.Name}
	if c.Sentence != "" {
		c.In = &[2]int{it.InSentence.Start, it.InSentence.End}
	}
	if c.Speaker == "" {
		c.Mention = it.Speaker.Mention
	}
	return c
}

func newJSONPlace(it *extract.Item) jsonPlace {
	return jsonPlace{
		Part: it.Part, Basis: it.At.Basis, Start: it.At.From.Offset, End: it.At.To.Offset, Text: it.Text,
		Line: it.At.From.Line, Column: it.At.From.Column, EndLine: it.At.To.Line, EndColumn: it.At.To.Column,
	}
}

func newJSONSummary(s check.Summary, drafts []jsonDraft) jsonSummary {
	js := jsonSummary{
		Drafts: drafts,
		Stats: jsonStats{
			Articles: s.Articles, Stories: s.Stories, Outlets: s.Outlets, Unnamed: s.Unnamed, Copies: s.Copies,
			Levels:   map[check.Level]int{check.Error: 0, check.Warning: 0, check.Info: 0},
			Verdicts: map[check.Verdict]int{check.Agree: 0, check.Diverge: 0, check.Conflict: 0, check.Update: 0, check.Alone: 0},
			Rules:    map[string]int{},
			Silenced: s.Silenced, Unsure: s.Unsure, Least: s.Least, Baseline: s.Baseline,
		},
		Unreadable: s.Unreadable, Notices: s.Notices,
	}
	for l, n := range s.Levels {
		js.Stats.Levels[l] = n
	}
	for v, n := range s.Verdicts {
		js.Stats.Verdicts[v] = n
	}
	for r, n := range s.Rules {
		js.Stats.Rules[r] = n
	}
	if js.Unreadable == nil {
		js.Unreadable = []check.Unreadable{}
	}
	return js
}

// article returns article i of the story; an empty one if there is none, so
// that a hand-made result cannot stop a report.
func article(res *check.Result, i int) *corpus.Ref {
	if i < 0 || i >= len(res.Articles) {
		return &corpus.Ref{}
	}
	return &res.Articles[i]
}

// published returns when an article came out, as exact as it says; "" if it
// does not.
func published(ref *corpus.Ref) string {
	switch {
	case ref.Published.IsZero():
		return ""
	case ref.Dated == corpus.Instant:
		return ref.Published.Format(time.RFC3339)
	}
	return ref.Published.Format(time.DateOnly)
}
