package quotes

import (
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/syntax"
)

// worthAt is how likely it must be, in log odds, that a cue reports something
// for its sentence to be parsed: a fifth less is parsed, and no F1 is lost (all
// types on dev, partial: .661 before and after; precision rises by as much as recall falls).
const worthAt = -0.5

// worthParsing reports whether words and parts of speech make it likely enough
// that a cue of the sentence reports something. Parsing is most of what
// reading an article costs, and two of five sentences with a cue report nothing.
func (s *saying) worthParsing(i int) bool {
	tags := s.Tags(i)
	m, known := s.models["parse"]
	if tags == nil || !known {
		return true
	}
	for k := s.from; k < s.to; k++ {
		if c, ok := s.cueAt(k); ok && (s.opensClause(tags, k) || m.score(s.hints(tags, k, c)) > worthAt) {
			return true
		}
	}
	return false
}

// opensClause reports whether a verb of speech has a clause after it:
// "announced on Tuesday that". Annotators do not take all of them for reports;
// readers do.
func (s *saying) opensClause(tags *syntax.Tree, k int) bool {
	v := tags.At(s.Tokens[k].Start - s.sentence.Start)
	if v < 0 || !s.class[k].Has(lexicon.Say) || tags.Tokens[v].UPOS != syntax.VERB {
		return false
	}
	for _, t := range tags.Tokens[v+1 : min(v+7, len(tags.Tokens))] {
		switch t.UPOS {
		case syntax.SCONJ:
			return true
		case syntax.VERB, syntax.AUX, syntax.PUNCT:
			return false
		}
	}
	return false
}

// cueAt reports whether token k may be a cue, and whose words it gives if that
// is known.
func (s *saying) cueAt(k int) (*attrib.Claim, bool) {
	c := s.claims[s.Tokens[k].Start]
	return c, !s.quoted[k] && (c != nil || s.class[k].Has(lexicon.Say|lexicon.Attitude) && !s.inName(k))
}

// hints are what can be known of the cue at token k before its sentence is
// parsed.
func (s *saying) hints(tags *syntax.Tree, k int, c *attrib.Claim) []feature {
	v := tags.At(s.Tokens[k].Start - s.sentence.Start)
	at := func(i int) int {
		if v < 0 || i < 0 || i >= len(tags.Tokens) {
			return 0
		}
		switch u := tags.Tokens[i].UPOS; u {
		case syntax.DET:
			return 7
		case syntax.ADP:
			return 8
		case syntax.PART:
			return 9
		case syntax.PRON:
			return 10
		case syntax.PUNCT:
			return 11
		case syntax.SCONJ:
			return 12
		case syntax.CCONJ:
			return 13
		case syntax.ADV:
			return 14
		default:
			return tagOf(u)
		}
	}
	tag, before, after := at(v), at(v-1), at(v+1)
	lemma, src, side := s.lemmaOf(k), 0, 0
	if c != nil {
		src, side = s.sort(c.Source), 1+int(c.Side)
	}
	class, form := s.class[k], s.formOf(k)
	prior, next := s.beside(k-1, s.from, s.to), s.beside(k+1, s.from, s.to)
	length := bucket(s.to-s.from, 6, 10, 15, 20, 30, 40)
	return []feature{feat(300), feat(301, tag, form), wordFeat(302, lemma), wordFeat(320+min(tag, 15), lemma), wordFeat(340+after, lemma), wordFeat(360+before, lemma),
		wordFeat(380+form, lemma), feat(303, side, src), feat(304, prior, tag), feat(305, next, tag), feat(306, before, tag, form), feat(307, after, tag, form),
		feat(308, at(v+2), after, tag), feat(309, cueSort(class), tag), feat(310, bit(class.Has(lexicon.Attitude)), after), feat(311, length, side),
		feat(312, at(v-2), before, tag), feat(313, bit(s.headline(max(s.BlockAt(s.sentence.Start), 0))), tag), wordFeat(390+min(side, 5), lemma), feat(314, prior, next)}
}
