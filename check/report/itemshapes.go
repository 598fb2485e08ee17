package report

import (
	"encoding/json"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// ItemSchema names the shape of what [ItemLines] writes. Within /1 fields are
// only ever added.
const ItemSchema = "newsvet.extract/1"

type itemsShape struct {
	Schema    string        `json:"schema"`
	ID        string        `json:"id"`
	Path      string        `json:"path"`
	Outlet    string        `json:"outlet"`
	Title     string        `json:"title"`
	Published string        `json:"published"`
	Lang      string        `json:"lang"`
	Quotes    []quoteShape  `json:"quotes"`
	Dates     []dateShape   `json:"dates"`
	Figures   []figureShape `json:"figures"`
	Names     []nameShape   `json:"names,omitempty"`
	Cites     []citeShape   `json:"cites,omitempty"`

	Corrections []correctionShape `json:"corrections,omitempty"`
}

type placeShape struct {
	Start  int          `json:"start"`
	End    int          `json:"end"`
	Text   string       `json:"text"`
	Part   extract.Part `json:"part"`
	Basis  text.Basis   `json:"basis"` // what start and end count in
	Line   int          `json:"line"`
	Column int          `json:"column"`
}

func newPlaceShape(at text.Place, part extract.Part, words string) placeShape {
	return placeShape{
		Start: at.From.Offset, End: at.To.Offset, Text: words, Part: part, Basis: at.Basis,
		Line: at.From.Line, Column: at.From.Column,
	}
}

type quoteShape struct {
	placeShape
	Type         extract.Form       `json:"type"`
	Group        int                `json:"group"` // parts of one quotation share it
	Quoted       [][2]int           `json:"quoted,omitempty"`
	Cue          string             `json:"cue,omitempty"`
	CueStart     *int               `json:"cue_start,omitempty"`
	CueEnd       *int               `json:"cue_end,omitempty"`
	Speaker      string             `json:"speaker,omitempty"`
	SpeakerStart *int               `json:"speaker_start,omitempty"`
	SpeakerEnd   *int               `json:"speaker_end,omitempty"`
	SpeakerName  string             `json:"speaker_name,omitempty"`
	SpeakerRole  string             `json:"speaker_role,omitempty"`
	Provenance   extract.Provenance `json:"provenance,omitempty"`
	Written      bool               `json:"written,omitempty"`
	Unclosed     bool               `json:"unclosed,omitempty"`
	Confidence   float64            `json:"confidence,omitempty"`
}

type dateShape struct {
	placeShape
	Type       extract.DateType `json:"type"`
	Value      string           `json:"value"`
	From       string           `json:"from,omitempty"`
	To         string           `json:"to,omitempty"`
	Grain      string           `json:"grain,omitempty"`
	Mod        string           `json:"mod,omitempty"`   // TIMEX3: START, MID, END, APPROX
	Bound      string           `json:"bound,omitempty"` // "since", "until", "by": one end of what is told
	Of         string           `json:"of,omitempty"`
	Hedged     bool             `json:"hedged,omitempty"`
	Relative   bool             `json:"relative,omitempty"`
	Weekday    string           `json:"weekday,omitempty"`
	Impossible string           `json:"impossible,omitempty"`
}

type figureShape struct {
	placeShape
	Kind       extract.FigureKind `json:"kind,omitempty"`
	Value      *json.Number       `json:"value"` // null for a range
	Low        *json.Number       `json:"low"`   // as printed; null if open
	High       *json.Number       `json:"high"`
	Unit       string             `json:"unit"`
	Modifier   extract.Modifier   `json:"modifier"`
	Hedge      string             `json:"hedge,omitempty"`
	Noun       string             `json:"noun,omitempty"`
	Of         string             `json:"of,omitempty"`
	Provenance extract.Provenance `json:"provenance,omitempty"`
	Speaker    string             `json:"speaker,omitempty"`
}

type citeShape struct {
	placeShape
	Act    extract.CiteAct `json:"act"`
	Name   string          `json:"name,omitempty"`
	Target string          `json:"target,omitempty"` // where a link leads
}

type correctionShape struct {
	placeShape
	Outlet string   `json:"outlet,omitempty"` // whose words are taken back, if not the article's own
	Whole  bool     `json:"whole,omitempty"`  // the article is taken back, and not something in it
	Wrong  []string `json:"wrong,omitempty"`  // the words that are taken back
}

func newItemsShape(d *corpus.Document, items extract.Items) itemsShape {
	s := itemsShape{
		Schema: ItemSchema, ID: d.Name, Path: d.URI, Outlet: d.Outlet, Title: d.Title,
		Published: published(&d.Ref), Lang: d.Lang,
		Quotes: []quoteShape{}, Dates: []dateShape{}, Figures: []figureShape{},
	}
	for i := range items.Quotes {
		s.Quotes = append(s.Quotes, newQuoteShapes(d, &items.Quotes[i], i)...)
	}
	for i := range items.Dates {
		s.Dates = append(s.Dates, newDateShape(&items.Dates[i]))
	}
	for i := range items.Figures {
		s.Figures = append(s.Figures, newFigureShape(&items.Figures[i]))
	}
	for i := range items.Names {
		s.Names = append(s.Names, newNameShape(&items.Names[i]))
	}
	for i := range items.Cites {
		c := &items.Cites[i]
		s.Cites = append(s.Cites, citeShape{newPlaceShape(c.At, c.Part, c.Text), c.Act, c.Name, c.Target})
	}
	for i := range items.Corrections {
		c := &items.Corrections[i]
		shape := correctionShape{placeShape: newPlaceShape(c.At, c.Part, c.Text), Outlet: c.Name, Whole: c.Whole}
		for _, w := range c.Wrong {
			shape.Wrong = append(shape.Wrong, w.Of(d.Text))
		}
		s.Corrections = append(s.Corrections, shape)
	}
	return s
}

// newQuoteShapes returns an object for each uninterrupted part of q.
func newQuoteShapes(d *corpus.Document, q *extract.Quote, group int) []quoteShape {
	base := quoteShape{
		Type: q.Form, Group: group, Cue: q.CueText, Speaker: q.Speaker.Mention, SpeakerName: q.Speaker.Name,
		SpeakerRole: q.Speaker.Role, Provenance: q.Provenance, Written: q.Written, Unclosed: q.Unclosed,
		Confidence: q.Confidence,
	}
	if q.CueText != "" && q.CueAt.Basis == q.At.Basis {
		base.CueStart, base.CueEnd = ends(q.CueAt)
	}
	if at := q.Speaker.At; q.Speaker.Mention != "" && !q.Speaker.Span.Empty() && at.Basis == q.At.Basis {
		base.SpeakerStart, base.SpeakerEnd = ends(at)
	}
	parts, places := q.Parts, q.PartsAt
	if len(parts) == 0 || len(places) != len(parts) {
		parts, places = []text.Span{q.Span}, []text.Place{q.At}
	}
	var shapes []quoteShape
	for i, part := range parts {
		if part.Empty() {
			continue
		}
		shape := base
		shape.placeShape = newPlaceShape(places[i], q.Part, part.Of(d.Text))
		for k, quoted := range q.Quoted {
			if part.Covers(quoted) && k < len(q.QuotedAt) {
				at := q.QuotedAt[k]
				shape.Quoted = append(shape.Quoted, [2]int{at.From.Offset, at.To.Offset})
			}
		}
		shapes = append(shapes, shape)
	}
	return shapes
}

func ends(at text.Place) (start, end *int) { return &at.From.Offset, &at.To.Offset }

func newDateShape(d *extract.Date) dateShape {
	s := dateShape{
		placeShape: newPlaceShape(d.At, d.Part, d.Text), Type: d.Type, Value: d.Value, Grain: d.Grain, Mod: d.Mod, Bound: d.Bound, Of: d.Of,
		Hedged: d.Hedged, Relative: d.Relative, Weekday: d.Weekday, Impossible: d.Impossible,
	}
	if d.Resolved() {
		layout := time.DateOnly
		if !midnight(d.From) || !midnight(d.To) {
			layout = time.RFC3339
		}
		s.From, s.To = d.From.Format(layout), d.To.Format(layout)
	}
	return s
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

func newFigureShape(f *extract.Figure) figureShape {
	low, high := json.Number(f.Low.String()), json.Number(f.High.String())
	s := figureShape{
		placeShape: newPlaceShape(f.At, f.Part, f.Text), Kind: f.Kind, Value: &low, Low: &low, High: &high,
		Unit: f.Unit, Modifier: f.Modifier, Hedge: f.Hedge, Noun: f.Noun, Of: f.Of,
		Provenance: f.Provenance, Speaker: f.Speaker.Name,
	}
	switch f.Modifier {
	case extract.Between:
		s.Value = nil
	case extract.More, extract.AtLeast:
		s.High = nil
	case extract.Less, extract.AtMost:
		s.Low, s.Value = nil, &high
	}
	return s
}
