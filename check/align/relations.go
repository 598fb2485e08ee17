package align

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// relations are how the speakers of a story stand to each other, each two
// looked at once: a story has far more pairs of quotes than of speakers.
type relations struct {
	numbers map[[2]extract.Speaker]int32 // as an article and as the story gives them, wherever they stand
	known   map[[2]int32]related
}

type related struct {
	who Relation
	why string
}

func newRelations() *relations {
	return &relations{map[[2]extract.Speaker]int32{}, map[[2]int32]related{}}
}

// number gives the speaker of s a number.
func (r *relations) number(s *spoken) {
	key := [2]extract.Speaker{s.quote.Speaker, s.who}
	for i := range key {
		key[i].Span, key[i].At = text.Span{}, text.Place{}
	}
	n, ok := r.numbers[key]
	if !ok {
		n = int32(len(r.numbers))
		r.numbers[key] = n
	}
	s.given, s.met = n, r
}

// relation compares the speakers of two quotes by what their articles say, and
// where that decides nothing by what the story knows of them.
func relation(a, b *spoken) (Relation, string) {
	key := [2]int32{a.given, b.given}
	x, ok := a.met.known[key]
	if !ok {
		x.who, x.why = compareSpeakers(a, b)
		a.met.known[key] = x
	}
	return x.who, x.why
}

func compareSpeakers(a, b *spoken) (Relation, string) {
	who, why := Speakers(a.quote.Speaker, b.quote.Speaker)
	if who == Unknown && (a.who != a.quote.Speaker || b.who != b.quote.Speaker) {
		if known, _ := Speakers(a.who, b.who); known == Same {
			return Same, "holds that post"
		}
	}
	return who, why
}
