package report

import (
	"fmt"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// draft is j as it was before it was written; at has the articles of its story
// by their ids, and found its findings by their fingerprints.
func (j *jsonDraft) draft(at, found map[string]int) (check.Draft, error) {
	d := check.Draft{Article: at[j.Article], Outlets: j.Outlets}
	var err error
	if d.Against, err = indices(j.Against, at); err != nil {
		return d, err
	}
	if d.Same, err = indices(j.Same, at); err != nil {
		return d, err
	}
	for i := range j.Items {
		it, err := j.Items[i].item(at, found)
		if err != nil {
			return d, err
		}
		d.Items = append(d.Items, it)
	}
	for _, m := range j.Missing {
		places, err := others(m.Places, at)
		if err != nil {
			return d, err
		}
		d.Missing = append(d.Missing, check.Missing{Kind: m.Kind, What: m.What, Outlets: m.Outlets, Places: places})
	}
	for _, lines := range j.Furniture {
		d.Furniture = append(d.Furniture, text.Place{From: text.Position{Line: lines[0]}, To: text.Position{Line: lines[1]}})
	}
	d.Loose = known(j.Loose, found)
	return d, nil
}

func (j *jsonDraftItem) item(at, found map[string]int) (check.DraftItem, error) {
	it := check.DraftItem{
		Kind: j.Kind, Item: j.jsonPlace.item(j.jsonContext), What: j.What, Standing: j.Standing, Compared: j.Compared,
		Outlets: j.Outlets, Why: j.Why, Notes: j.Notes, Minor: j.Minor, Findings: known(j.Findings, found),
	}
	if it.Compared == "" {
		it.Compared = it.Standing
	}
	// The source that was written is the best that the draft gives anywhere.
	it.Item.Provenance, it.Item.Speaker = j.Provenance, extract.Speaker{Name: j.Speaker, Mention: j.Mention}
	if j.Mention != "" {
		it.Item.Speaker.Name = ""
	}
	for i := range j.Again {
		it.Again = append(it.Again, j.Again[i].item(jsonContext{}))
	}
	var err error
	if it.With, err = others(j.With, at); err != nil {
		return it, err
	}
	if it.Against, err = others(j.Counter, at); err != nil {
		return it, err
	}
	if it.Earlier, err = others(j.Earlier, at); err != nil {
		return it, err
	}
	it.Near, err = others(j.Near, at)
	return it, err
}

func others(js []jsonOther, at map[string]int) ([]check.Other, error) {
	var out []check.Other
	for i := range js {
		j := &js[i]
		k, ok := at[j.Article]
		if !ok {
			return nil, fmt.Errorf("no article %q", j.Article)
		}
		out = append(out, check.Other{
			Evidence: check.Evidence{Article: k, Item: j.jsonPlace.item(j.jsonContext)}, Verdict: j.Verdict, Why: j.Why, Sum: j.Sum,
		})
	}
	return out, nil
}

func indices(ids []string, at map[string]int) ([]int, error) {
	var out []int
	for _, id := range ids {
		k, ok := at[id]
		if !ok {
			return nil, fmt.Errorf("no article %q", id)
		}
		out = append(out, k)
	}
	return out, nil
}

// known returns the findings with these fingerprints.
func known(fingerprints []string, found map[string]int) []int {
	var out []int
	for _, f := range fingerprints {
		if n, ok := found[f]; ok {
			out = append(out, n)
		}
	}
	return out
}

// undraft gives a story its drafts.
func undraft(res *check.Result, drafts []jsonDraft) error {
	at, found := map[string]int{}, map[string]int{}
	for i := range res.Articles {
		at[res.Articles[i].Name] = i
	}
	for n := range res.Findings {
		if _, ok := found[res.Findings[n].Fingerprint]; !ok {
			found[res.Findings[n].Fingerprint] = n
		}
	}
	for i := range drafts {
		if k, ok := at[drafts[i].Article]; !ok || !res.Articles[k].Draft {
			continue
		}
		d, err := drafts[i].draft(at, found)
		if err != nil {
			return fmt.Errorf("draft %s: %w", drafts[i].Article, err)
		}
		res.Drafts = append(res.Drafts, d)
	}
	return nil
}
