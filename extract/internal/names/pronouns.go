package names

import (
	"sort"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// Resolve returns the entity that a pronoun of these classes at byte i means,
// and how likely it is; -1 if nobody fits. Of the persons before it whose sex
// fits the nearest is taken; who is the subject of a sentence goes before
// others, and they before who is named in passing: "Marlow's plan", "with
// Marlow", or in somebody's words.
func (x *Index) Resolve(i int, pronoun lexicon.Class, sentences []text.Span) (int, float64) {
	sex := pronoun & (lexicon.Masculine | lexicon.Feminine)
	if sex == 0 || pronoun.Has(lexicon.FirstPerson) {
		return -1, 0
	}
	from := sort.Search(len(x.Mentions), func(k int) bool { return x.Mentions[k].Span.Start >= i })
	here := sort.Search(len(sentences), func(k int) bool { return sentences[k].Start > i }) - 1
	best, score, second, s := -1, 0.0, 0.0, here
	for k := from - 1; k >= 0 && k > from-40; k-- {
		m := x.Mentions[k]
		e := x.Entities[m.Entity]
		for s > 0 && sentences[s].Start > m.Span.Start {
			s--
		}
		if here-s > 12 {
			break
		}
		if e.Kind != Person || e.Sex != 0 && e.Sex != sex {
			continue
		}
		v := worth[m.Place] / (1 + decay*float64(here-s))
		if e.Sex == 0 {
			v *= unknownSex
		}
		switch {
		case m.Entity == best:
			score += v / 4
		case v > score:
			best, score, second = m.Entity, v, score
		case v > second:
			second = v
		}
	}
	if best < 0 {
		return -1, 0
	}
	return best, score / (score + second + 0.2)
}

// worth is what a mention counts by where it stands, unknownSex what it counts
// of whom no title and no first name tells the sex, decay how fast it fades
// with each sentence. Chosen by the pronouns of the training articles.
var worth = [...]float64{Free: 1, Subject: 1.4, Possessive: 0.5, Oblique: 0.6, Apart: 0.4}

const unknownSex, decay = 0.85, 1.6

// standing says where the name of a run stands, which is in sentence here.
func (f *finder) standing(r run, sp text.Span, here int) Standing {
	const lead = 15 // bytes: "On Monday, Roe"
	switch {
	case f.Apart != nil && f.Apart[r.first]:
		return Apart
	case f.Tokens[r.last].End > sp.End, f.touches(r.last) && (f.word(r.last+1) == "’" || f.word(r.last+1) == "'"):
		return Possessive
	case here < len(f.Sentences) && f.Tokens[r.whole].Start-f.Sentences[here].Start < lead, f.word(r.last+1) == "," && (f.word(r.last+2) == "who" || f.word(r.last+2) == "whose"):
		return Subject
	}
	k := r.whole - 1
	for n := 0; n < 4 && k > 0 && f.class(k).Has(lexicon.Det|lexicon.Adjective) && !f.class(k).Has(lexicon.Prep); n++ {
		k--
	}
	if f.class(k).Has(lexicon.Prep) {
		return Oblique
	}
	return Free
}
