package report

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// The shapes of drafts in "newsvet/1".

type jsonDraft struct {
	Article   string          `json:"article"`
	Path      string          `json:"path"`
	Matched   bool            `json:"matched"` // some story of the corpus is about what the draft is about
	Outlets   int             `json:"outlets"` // independent ones that it is vetted against
	Against   []string        `json:"against"` // their articles
	Items     []jsonDraftItem `json:"items"`
	Missing   []jsonMissing   `json:"missing,omitempty"`
	Furniture [][2]int        `json:"furniture_lines,omitempty"` // first and last
	Same      []string        `json:"same,omitempty"`            // articles that print one text with the draft
	Loose     []string        `json:"fingerprints,omitempty"`    // of the findings with a place in the draft at none of its items
}

type jsonDraftItem struct {
	Kind string `json:"kind"`
	jsonPlace
	jsonContext
	Standing   check.Standing     `json:"standing"`
	Outlets    int                `json:"outlets"`                // independent ones that say the same
	Opposed    int                `json:"opposed"`                // that say something else
	Provenance extract.Provenance `json:"provenance"`             // the best that the draft gives anywhere
	Speaker    string             `json:"speaker,omitempty"`      // on whose word
	What       string             `json:"what,omitempty"`         // is counted, or happened
	Why        string             `json:"why,omitempty"`          // it was not compared
	Again      []jsonPlace        `json:"again,omitempty"`        // where the draft says it once more
	With       []jsonOther        `json:"with,omitempty"`         // one reading of each outlet
	Counter    []jsonOther        `json:"against,omitempty"`      // of each that says something else
	Earlier    []jsonOther        `json:"earlier,omitempty"`      // of each that had a lower count of what grows, and not a later one
	Near       []jsonOther        `json:"near,omitempty"`         // what was not compared with it, or too loosely matched
	Notes      []check.Line       `json:"notes,omitempty"`        // sums
	Findings   []string           `json:"fingerprints,omitempty"` // of the findings with a place here
	Compared   check.Standing     `json:"compared"`               // what it is before findings count
	Minor      bool               `json:"minor,omitempty"`        // a count of a few things that anybody can see
}

type jsonOther struct {
	Article string        `json:"article"`
	Outlet  string        `json:"outlet"`
	Verdict check.Verdict `json:"verdict,omitempty"`
	Why     string        `json:"why,omitempty"`
	Sum     string        `json:"sum,omitempty"`
	jsonPlace
	jsonContext
}

type jsonMissing struct {
	Kind    string      `json:"kind"`
	What    string      `json:"what"`
	Outlets int         `json:"outlets"`
	Places  []jsonOther `json:"places"`
}

func newJSONDrafts(res *check.Result, o Options) []jsonDraft {
	var out []jsonDraft
	for i := range res.Drafts {
		out = append(out, newJSONDraft(res, &res.Drafts[i], o))
	}
	return out
}

func newJSONDraft(res *check.Result, d *check.Draft, o Options) jsonDraft {
	ref := article(res, d.Article)
	j := jsonDraft{
		Article: ref.Name, Path: ref.URI, Matched: len(d.Against)+len(d.Same) > 0, Outlets: d.Outlets,
		Against: []string{}, Items: []jsonDraftItem{}, Furniture: lineRanges(d.Furniture),
	}
	for _, i := range d.Against {
		j.Against = append(j.Against, article(res, i).Name)
	}
	for _, i := range d.Same {
		j.Same = append(j.Same, article(res, i).Name)
	}
	for _, n := range d.Loose {
		j.Loose = append(j.Loose, res.Findings[n].Fingerprint)
	}
	for i := range d.Items {
		j.Items = append(j.Items, newJSONDraftItem(res, &d.Items[i]))
	}
	if o.Missing {
		for _, m := range d.Missing {
			j.Missing = append(j.Missing, jsonMissing{m.Kind, m.What, m.Outlets, newJSONOthers(res, m.Places)})
		}
	}
	return j
}

func newJSONDraftItem(res *check.Result, it *check.DraftItem) jsonDraftItem {
	best := backer(it)
	j := jsonDraftItem{
		Kind: it.Kind, jsonPlace: newJSONPlace(&it.Item), jsonContext: newJSONContext(&it.Item),
		Standing: it.Standing, Compared: it.Compared, Minor: it.Minor, Outlets: it.Outlets, Opposed: len(it.Against),
		Provenance: best.Provenance, Speaker: best.Speaker.Name, What: it.What, Why: it.Why, Notes: it.Notes,
		With: newJSONOthers(res, it.With), Counter: newJSONOthers(res, it.Against), Earlier: newJSONOthers(res, it.Earlier), Near: newJSONOthers(res, it.Near),
	}
	if j.Provenance == "" {
		j.Provenance = extract.NoSource
	}
	j.Mention = ""
	if j.Speaker == "" {
		j.Speaker, j.Mention = best.Speaker.Mention, best.Speaker.Mention
	}
	for i := range it.Again {
		j.Again = append(j.Again, newJSONPlace(&it.Again[i]))
	}
	for _, n := range it.Findings {
		j.Findings = append(j.Findings, res.Findings[n].Fingerprint)
	}
	return j
}

func newJSONOthers(res *check.Result, os []check.Other) []jsonOther {
	var out []jsonOther
	for i := range os {
		ref := article(res, os[i].Article)
		out = append(out, jsonOther{ref.Name, ref.Outlet, os[i].Verdict, os[i].Why, os[i].Sum, newJSONPlace(&os[i].Item), newJSONContext(&os[i].Item)})
	}
	return out
}

// lineRanges joins lines that follow each other.
func lineRanges(places []text.Place) [][2]int {
	var out [][2]int
	for _, p := range places {
		from, to := p.From.Line, p.To.Line
		if n := len(out); n > 0 && from <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], to)
			continue
		}
		out = append(out, [2]int{from, to})
	}
	return out
}
