package quotes

import (
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// vague notes the sources that nobody can ask and that say or show something:
// "experts say", "studies show". People who act are none.
func (r *reader) vague(out *extract.Items) {
	for i := range r.Sentences {
		from, to := r.tokensOf(i)
		if !r.mentionsVague(from, to) {
			continue
		}
		_, claims := r.around(max(r.BlockAt(r.Sentences[i].Start), 0), from)
		for _, c := range claims {
			if c.Cue.Start >= r.Sentences[i].End {
				break
			}
			if c.Source.Kind != attrib.Unspecified || !c.Class.Has(lexicon.Direct|lexicon.Finding) && !c.Class.All(lexicon.Say) || c.Class.Has(lexicon.Ing) || c.Class.Has(lexicon.Attitude) {
				continue
			}
			if !c.Class.Has(lexicon.Direct|lexicon.Finding) && c.Cue.Len() < 8 {
				continue // "critics hope": nothing is said on their word
			}
			n := extract.Note{Name: "vague-source"}
			n.Span = c.Source.Span
			if gap := c.Cue.Start - c.Source.Span.End; c.Side == attrib.Before && gap < 30 {
				n.Span = n.Span.Union(c.Cue)
			}
			n.Speaker = extract.Speaker{Span: c.Source.Span, Mention: c.Source.Span.Of(r.text), Kind: extract.Unspecified}
			n.Provenance = extract.VagueSource
			out.Notes = append(out.Notes, n)
		}
	}
}

func (r *reader) mentionsVague(from, to int) bool {
	for k := from; k < to; k++ {
		if r.class[k].Has(lexicon.Vague) && !r.quoted[k] {
			return true
		}
	}
	return false
}
