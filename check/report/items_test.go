package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/report"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

const water = `“The pipes are old,” Lena Quist said on 18 September 2024. “They leak.” Over 70% of homes, between 10 and 20 streets and up to 5,000 people had no water at 9 a.m.`

// finder stands in for the extractors: it finds what the test says.
var finder = &extract.Extractor{Name: "finder", Doc: "a finder", Run: func(a *extract.Article) extract.Items {
	span := func(words string) text.Span {
		at := strings.Index(a.Doc.Text, words)
		return text.Span{Start: at, End: at + len(words)}
	}
	parts := []text.Span{span("“The pipes are old,”"), span("“They leak.”")}
	day := time.Date(2024, 9, 18, 0, 0, 0, 0, time.UTC)
	return extract.Items{
		Quotes: []extract.Quote{{
			Item: extract.Item{Span: parts[0].Union(parts[1]), Speaker: extract.Speaker{Name: "Lena Quist", Span: span("Lena Quist")}, Provenance: extract.NamedSource},
			Form: extract.Direct, Parts: parts, Cue: span("said"), Confidence: .9,
		}},
		Dates: []extract.Date{
			{Item: extract.Item{Span: span("18 September 2024")}, Type: extract.DayDate, Value: "2024-09-18", Grain: "day", From: day, To: day.AddDate(0, 0, 1)},
			{Item: extract.Item{Span: span("9 a.m.")}, Type: extract.TimeDate, Value: "T09:00", Grain: "minute", From: day.Add(9 * time.Hour), To: day.Add(9*time.Hour + time.Minute)},
		},
		Names: []extract.Name{{
			Item: extract.Item{Span: span("Lena Quist")}, Name: "Lena Quist",
			Facts: []extract.Fact{{Item: extract.Item{Span: span("Lena Quist")}, Kind: extract.StatusFact, Value: "charged", Words: []string{"theft"}, Denied: true}},
		}},
		Figures: []extract.Figure{
			figure(span("Over 70%"), extract.More, extract.NewNumber(70), extract.NewNumber(70), "percent", "homes"),
			figure(span("between 10 and 20 streets"), extract.Between, extract.NewNumber(10), extract.NewNumber(20), "street", "streets"),
			figure(span("up to 5,000 people"), extract.AtMost, extract.NewNumber(5000), extract.NewNumber(5000), "people", "people"),
		},
	}
}}

func figure(sp text.Span, m extract.Modifier, low, high extract.Number, unit, of string) extract.Figure {
	return extract.Figure{Item: extract.Item{Span: sp, Provenance: extract.NoSource}, Kind: extract.Count, Low: low, High: high, Modifier: m, Unit: unit, Of: of}
}

func TestItems(t *testing.T) {
	doc := corpus.Plain(corpus.Ref{Name: "water-1", URI: "in/water.jsonl", Line: 1, Outlet: "Bugle", Title: "Aldport runs dry", Lang: "en"}, water)
	items := extract.Run(doc, finder)
	for _, f := range report.AllItems {
		var b bytes.Buffer
		r := f.New(&b, report.Options{})
		if err := r.Article(doc, items); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(check.Summary{Articles: 1}); err != nil {
			t.Fatal(err)
		}
		golden(t, "items-"+f.Name+".golden", b.String())
		if f == report.ItemLines {
			ofSchema(t, report.ItemsSchema, b.Bytes())
		}
	}
}

// ofSchema fails if b is not as a schema says.
func ofSchema(t *testing.T, of func() ([]byte, error), b []byte) {
	t.Helper()
	s, err := of()
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(s, &schema); err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults(schema, v, "") {
		t.Error(fault)
	}
}

func TestStories(t *testing.T) {
	res := mill()
	s := &report.Story{ID: res.Story, Name: res.Name, Why: res.Why, Articles: res.Articles, Copies: res.Copies, Reasons: [][]string{{"a"}, {"b"}, nil}}
	for _, f := range report.AllStories {
		var b bytes.Buffer
		if err := f.New(&b, report.Options{})(s); err != nil {
			t.Fatal(err)
		}
		golden(t, "stories-"+f.Name+".golden", b.String())
	}
}

func TestCompare(t *testing.T) {
	for name, o := range map[string]report.Options{"compare": {}, "compare-narrow": {Width: 50}, "compare-color": {Color: true}} {
		var b bytes.Buffer
		if err := report.Compare(&b, mill(), "in/bugle.txt", o); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".golden", b.String())
	}
}
