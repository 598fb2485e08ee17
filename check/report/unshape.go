package report

import (
	"fmt"
	"time"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// result is the story as it was before it was written.
func (s *jsonStory) result() (*check.Result, error) {
	res := &check.Result{Name: s.Name, Why: s.Why}
	if err := res.Story.UnmarshalText([]byte(s.ID)); err != nil {
		return nil, fmt.Errorf("story id %q: %w", s.ID, err)
	}
	at := map[string]int{}
	for i, a := range s.Articles {
		at[a.ID] = i
		res.Articles = append(res.Articles, a.ref())
	}
	for i, a := range s.Articles {
		of := i
		if k, ok := at[a.CopyOf]; ok && a.CopyOf != "" {
			of = k
		}
		res.Copies = append(res.Copies, of)
	}
	for _, c := range s.Comparisons {
		cmp := check.Comparison{Kind: c.Kind, Subject: c.Subject, Verdict: c.Verdict, Outlets: c.Outlets, Why: c.Why}
		for _, r := range c.Readings {
			i, ok := at[r.Article]
			if !ok {
				return nil, fmt.Errorf("story %s has no article %q", s.ID, r.Article)
			}
			it := r.item(r.jsonContext)
			it.Provenance = r.Provenance
			cmp.Readings = append(cmp.Readings, check.Reading{Evidence: check.Evidence{Article: i, Item: it}, Value: r.Value, Side: r.Side})
		}
		res.Comparisons = append(res.Comparisons, cmp)
	}
	for i := range s.Findings {
		f, err := s.Findings[i].finding(at)
		if err != nil {
			return nil, fmt.Errorf("story %s: %w", s.ID, err)
		}
		to := &res.Findings
		if s.Findings[i].Unsure {
			to = &res.Unsure
		}
		if n := len(*to); n > 0 && s.Findings[i].again(&(*to)[n-1], &f) {
			continue
		}
		*to = append(*to, f)
	}
	for i := range s.Silenced {
		q := &s.Silenced[i]
		f, err := q.finding(at)
		if err != nil {
			return nil, fmt.Errorf("story %s: %w", s.ID, err)
		}
		if n := len(res.Silenced); n > 0 && q.again(&res.Silenced[n-1].Finding, &f) {
			continue
		}
		res.Silenced = append(res.Silenced, check.Silenced{Finding: f, How: q.How, Reason: q.Reason, By: q.By})
	}
	for _, n := range s.Notices {
		notice := check.Notice{Name: n.Name, Message: n.Message}
		if n.Place != nil {
			notice.Place = &check.Evidence{Article: at[n.Place.Article], Item: n.Place.item(n.Place.jsonContext)}
		}
		res.Notices = append(res.Notices, notice)
	}
	return res, nil
}

// again gives the finding before f the places of f, if f is only those.
func (f *jsonFinding) again(before, places *check.Finding) bool {
	if !f.Again || before.Fingerprint != f.Fingerprint {
		return false
	}
	before.Also = append(before.Also, places.Evidence)
	return true
}

// finding is f as it was; at has the articles of the story by their ids.
func (f *jsonFinding) finding(at map[string]int) (check.Finding, error) {
	out := check.Finding{
		Rule: f.Rule, Level: f.Level, Verdict: f.Verdict, Confidence: f.Confidence, Fingerprint: f.Fingerprint,
		Subject: f.Subject, Message: f.Message, Notes: f.Notes, Why: f.Why,
	}
	for _, e := range f.Evidence {
		i, ok := at[e.Article]
		if !ok {
			return out, fmt.Errorf("no article %q", e.Article)
		}
		out.Evidence = append(out.Evidence, check.Evidence{Article: i, Item: e.item(e.jsonContext)})
	}
	return out, nil
}

func (a *jsonArticle) ref() corpus.Ref {
	ref := corpus.Ref{
		Name: a.ID, URI: a.Path, Line: a.RecordLine, Outlet: a.Outlet, Title: a.Title, URL: a.URL, Lang: a.Lang, Kind: corpus.Kind(a.Kind),
		Draft: a.Draft, Words: a.Words,
	}
	if t, err := time.Parse(time.DateOnly, a.Published); err == nil {
		ref.Published, ref.Dated = t, corpus.Day
	} else if t, err := time.Parse(time.RFC3339, a.Published); err == nil {
		ref.Published, ref.Dated = t, corpus.Instant
	}
	return ref
}

// item is the item at p. Its span counts as the place does: all that reports
// ask of it is which items are the same, and how long they are.
func (p *jsonPlace) item(c jsonContext) extract.Item {
	it := extract.Item{
		Span: text.Span{Start: p.Start, End: p.Start + len(p.Text)},
		At: text.Place{
			Basis: p.Basis,
			From:  text.Position{Offset: p.Start, Line: p.Line, Column: p.Column},
			To:    text.Position{Offset: p.End, Line: p.EndLine, Column: p.EndColumn},
		},
		Text: p.Text, Part: p.Part, Sentence: c.Sentence,
		Speaker: extract.Speaker{Name: c.Speaker, Mention: c.Mention},
	}
	if c.In != nil {
		it.InSentence = text.Span{Start: c.In[0], End: c.In[1]}
	}
	return it
}
