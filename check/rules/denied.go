package rules

import (
	"slices"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// deniedIn has for each article what it lets people deny.
var deniedIn = check.NewShared(func(c *check.Case) []*denied {
	out := make([]*denied, len(c.Items))
	for i := range c.Items {
		out[i] = newDenied(c.Items[i].Quotes)
	}
	return out
})

// A denied is what the quotes of an article deny.
type denied struct {
	speakers []extract.Speaker  // who deny something by the verb; of very many the first
	stems    map[string][]int32 // quotes that deny something by their stems; of very many with one the first
}

// mostDeniers bounds the people that are looked at: no article has so many of
// them deny something.
const mostDeniers = 64

func newDenied(qs []extract.Quote) *denied {
	x := &denied{stems: map[string][]int32{}}
	type known struct {
		kind                extract.SpeakerKind
		name, mention, role string
	}
	met := map[known]bool{}
	for i := range qs {
		q := &qs[i]
		by := denies(q)
		if k := (known{q.Speaker.Kind, q.Speaker.Name, q.Speaker.Mention, q.Speaker.Role}); by && !met[k] && len(met) < mostDeniers {
			met[k] = true
			x.speakers = append(x.speakers, q.Speaker)
		}
		ws := words.Split(q.Text)
		if !by && !slices.ContainsFunc(ws, func(w words.Word) bool { return words.Negation(w.Norm) }) {
			continue
		}
		for s := range stems(ws) {
			if len(x.stems[s]) < mostStems {
				x.stems[s] = append(x.stems[s], int32(i))
			}
		}
	}
	return x
}

// has reports whether the article lets the speaker of a denial deny something,
// or anybody deny most of this.
func (x *denied) has(d *denial) bool {
	for _, s := range x.speakers {
		if who, _ := align.Speakers(s, d.quote.Speaker); who == align.Same {
			return true
		}
	}
	shared := map[int32]int{}
	for s := range d.stems {
		for _, n := range x.stems[s] {
			if shared[n]++; 2*shared[n] >= len(d.stems) {
				return true
			}
		}
	}
	return false
}
