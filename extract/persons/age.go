package persons

import (
	"strconv"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// ages gives the persons the ages that stand beside their names. In brackets
// a number may be a shirt or a minute: it is read as an age where the article
// gives another one in words that leave no doubt.
func (r *reader) ages() {
	var doubtful []func()
	clear := false
	for i := range r.a.Found.Figures {
		f := &r.a.Found.Figures[i]
		if f.Kind != extract.Age || f.Modifier != extract.Exactly && f.Modifier != extract.Between {
			continue
		}
		first, last := r.a.TokenAt(f.Span.Start), r.a.TokenAt(f.Span.End-1)
		low, okLow := years(f.Low)
		high, okHigh := years(f.High)
		if last >= len(r.t) || !okLow || !okHigh {
			continue
		}
		m := r.holder(first, last)
		bracket := r.low(first-1) == "("
		clear = clear || !bracket && last > first
		if m == nil || r.of[m.Entity] < 0 || f.Hedge != "" || r.longAgo(first) {
			continue
		}
		give := func() {
			fact := extract.Fact{Kind: extract.AgeFact, Value: strconv.Itoa(low), Low: low, High: high}
			if high != low {
				fact.Value += "–" + strconv.Itoa(high)
			}
			fact.Span = f.Span
			n := &r.out[r.of[m.Entity]]
			n.Facts = append(n.Facts, fact)
		}
		if bracket {
			doubtful = append(doubtful, give)
		} else {
			give()
		}
	}
	if clear {
		for _, give := range doubtful {
			give()
		}
	}
}

// longAgo reports whether the sentence of token i tells of another time, in
// which people were younger.
func (r *reader) longAgo(i int) bool {
	from, to := r.sentence(i)
	for k := from; k < to; k++ {
		if r.yearAt(k) || r.is(k, "p") && !r.is(k, "c") {
			return true
		}
	}
	return false
}

// years is a number of whole years that a person can have.
func years(n extract.Number) (int, bool) {
	const oldest = 122
	return int(n.Coef), n.Exp == 0 && n.Coef >= 0 && n.Coef <= oldest
}

// holder returns whom the age of the tokens first to last is given for; nil if
// nobody is named beside it.
func (r *reader) holder(first, last int) *names.Mention {
	if r.is(last+1, "y") {
		return nil // "was 23 when", "23 at the time"
	}
	k := first - 1
	if r.is(k, "a") {
		k-- // "Jane Roe, aged 41", "Jane Roe, a 41-year-old teacher"
	}
	if w := r.low(k); w == "," || w == "(" {
		if m := r.endsAt(k - 1); m != nil {
			return m
		}
	}
	// "41-year-old Jane Roe", "the 41-year-old mayor, Jane Roe"
	if last == first {
		return nil
	}
	for i, n := last+1, 0; i < len(r.t) && n < 5; i, n = i+1, n+1 {
		if m := r.beginsAt(i); m != nil {
			return m
		}
		if r.t[i].Kind != text.Word || r.c[i].Has(lexicon.Prep|lexicon.Conj|lexicon.Aux|lexicon.Say|lexicon.Possess) {
			return nil
		}
	}
	return nil
}

func (r *reader) says(i int, words ...string) bool {
	w := r.low(i)
	for _, v := range words {
		if w == v {
			return true
		}
	}
	return false
}

// endsAt returns the mention that ends with token i.
func (r *reader) endsAt(i int) *names.Mention {
	if i < 0 || i >= len(r.t) {
		return nil
	}
	if m, ok := r.x.At(r.t[i].Start); ok && m.Span.End == r.t[i].End {
		return &m
	}
	return nil
}

// beginsAt returns the mention whose name or role begins with token i.
func (r *reader) beginsAt(i int) *names.Mention {
	if m, ok := r.x.At(r.t[i].Start); ok && (m.Whole.Start == r.t[i].Start || m.Span.Start == r.t[i].Start) {
		return &m
	}
	return nil
}
