package quotes

import (
	"hash/fnv"

	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/syntax"
)

// wordFeat returns a feature whose value is a word.
func wordFeat(template int, w string) feature {
	h := fnv.New32a()
	h.Write([]byte(w))
	return feature(template)<<18 | feature(h.Sum32()&0x3ffff)
}

func (s *saying) features(k int, rep *report, kind int) []feature {
	sp := rep.parts[0]
	a, z := s.TokenAt(sp.Start), s.TokenAt(sp.End-1)
	n := bucket(z-a+1, 2, 3, 5, 8, 12, 20, 30)
	side := bit(sp.Start > rep.cue.Start)
	src := s.sort(rep.source)
	form := s.formOf(k)
	opens := s.beside(a, s.from, s.to)
	prior := s.beside(a-1, s.from, s.to)
	next := s.beside(z+1, s.from, s.to)
	gap := bucket(a-k, 0, 1, 2, 3, 5, 8)
	marks := 0
	if u := s.unitIn(a, z); u >= 0 {
		marks = 1 + bit(s.units[u].form == asDirect)
	}
	whole := 2*bit(s.sentence.End-sp.End <= 2) + bit(sp.Start == s.sentence.Start)
	sure := 0
	if s.tree != nil {
		sure = bucket(int(s.tree.Tokens[max(s.tree.At(s.Tokens[k].Start-s.sentence.Start), 0)].Margin), 1000, 4000, 16000)
	}
	claimed := 0
	if rep.claim != nil {
		claimed = 1 + int(rep.claim.Side)
	}
	said := bit(rep.said)
	other := 0
	for _, c := range s.said {
		if c.Cue.Start >= sp.Start && c.Cue.End <= sp.End && c.Cue != rep.cue && !c.Source.Span.Empty() {
			other = max(other, 1+int(c.Side))
		}
	}
	return []feature{feat(244, other, kind), feat(245, other, n), feat(200, kind), feat(201, kind, n), feat(202, kind, src), feat(203, kind, form), feat(204, kind, opens, said), feat(205, kind, next),
		feat(206, kind, gap), feat(207, kind, marks), feat(208, kind, whole), feat(209, side, claimed, src), feat(210, prior, opens), feat(211, marks, n, said),
		feat(212, kind, sure), wordFeat(213, rep.lemma), wordFeat(214+kind, rep.lemma), wordFeat(232+min(n, 7), rep.lemma), feat(240, kind, claimed, marks),
		feat(241, side, whole, n), feat(242, kind, prior, said), feat(243, bit(len(rep.parts) > 1), kind), wordFeat(250+form, rep.lemma), feat(260, kind, whole, next)}
}

func (s *saying) nothing(k, v int, base *report) []feature {
	c, tag, rel := s.class[k], 0, ""
	if v >= 0 {
		tag = tagOf(s.tree.Tokens[v].UPOS)
		rel = string(s.tree.Tokens[v].Rel)
	}
	src := s.sort(base.source)
	return []feature{feat(270), feat(271, tag), wordFeat(272, base.lemma), wordFeat(273, rel), feat(274, src, tag), feat(275, s.formOf(k), tag), feat(276, s.beside(k-1, s.from, s.to), tag),
		feat(277, s.beside(k+1, s.from, s.to), tag), feat(278, bit(base.claim != nil), src), feat(279, cueSort(c), tag), feat(280, bit(c.Has(lexicon.Attitude))), feat(281, bit(base.source.Span.Empty()), tag),
		feat(282, bit(s.headline(max(s.BlockAt(s.sentence.Start), 0))), tag), wordFeat(283, base.lemma+rel)}
}

func tagOf(u syntax.UPOS) int {
	switch u {
	case syntax.VERB:
		return 1
	case syntax.NOUN:
		return 2
	case syntax.AUX:
		return 3
	case syntax.ADJ:
		return 4
	case syntax.PROPN:
		return 5
	}
	return 6
}

func (s *saying) formOf(k int) int {
	c := s.class[k]
	switch {
	case c.Has(lexicon.Ing):
		return 1
	case c.Has(lexicon.Past):
		return 2
	case c.Has(lexicon.Present):
		return 3
	case c.Has(lexicon.Base):
		return 4
	}
	return 0
}
