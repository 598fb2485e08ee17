package quotes

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// inner finds whose words the speaker of unit u repeats: “He said, ‘How can
// we help?’”. It is nil if there are no such words, or nobody is given.
func (r *reader) inner(u *unit) *extract.Speaker {
	for _, w := range u.Words {
		if w.Len() > 4000 {
			continue
		}
		for _, q := range attrib.Marks(r.text, []text.Span{w}, r.Lexicon()) {
			sp := q.Span()
			first, after := r.TokenAt(sp.Start), r.TokenAt(sp.End-1)+1
			if after-first < 4 {
				continue
			}
			if s := r.innerSpeaker(u, first, after); s != nil {
				return s
			}
		}
	}
	return nil
}

// innerSpeaker is the source of the claim next to tokens [first, after).
func (r *reader) innerSpeaker(u *unit, first, after int) *extract.Speaker {
	if r.open == nil {
		r.open = make([]bool, len(r.Tokens))
	}
	in := r.in
	in.Quoted = r.open
	for _, c := range attrib.Find(in, max(u.first+1, first-20), first) {
		at := r.TokenAt(c.Cue.End - 1)
		if c.Side == attrib.Before && c.Class.Has(lexicon.Direct) && first-at <= 4 {
			s := r.speakerOf(c.Source)
			return &s
		}
	}
	for _, c := range attrib.Find(in, after, min(u.after-1, after+12)) {
		if c.Class.Has(lexicon.Direct) && !c.Source.Span.Empty() && r.TokenAt(min(c.Cue.Start, c.Source.Span.Start))-after <= 1 {
			s := r.speakerOf(c.Source)
			return &s
		}
	}
	return nil
}
