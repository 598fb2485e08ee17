package persons

import (
	"slices"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A state is how words between a person and a verb turn it.
type state struct {
	be, comma, denied, past bool
}

// status reads where a person stands in law: "Roe was charged with theft",
// "Roe, 41, who has not been charged", "police arrested Jane Roe".
func (r *reader) status(n *extract.Name, m *names.Mention, from, to int) {
	before := r.a.TokenAt(m.Whole.Start) - 1
	if before >= from {
		r.object(n, before, m.Last+1, from, to)
	}
	if r.is(before, "b") {
		return // "was Jane Roe charged?"
	}
	i := r.pastAge(m.Last+1, to)
	if r.low(i) == "," {
		i = max(i, r.beside(i, to))
	}
	n.Facts = append(n.Facts, r.subject(i, from, to, state{be: r.headline(m.Span.Start)})...)
}

// pronouns reads "She has been charged", where it is clear who she is.
func (r *reader) pronouns() {
	const clear = 0.6
	for i, c := range r.c {
		if !c.Has(lexicon.Subject) || !c.Has(lexicon.Masculine|lexicon.Feminine) || c.Has(lexicon.FirstPerson) {
			continue
		}
		from, to := r.sentence(i)
		fs := r.subject(i+1, from, to, state{})
		if len(fs) == 0 {
			continue
		}
		if e, sure := r.x.Resolve(r.t[i].Start, c, r.a.Sentences); e >= 0 && sure >= clear && r.of[e] >= 0 {
			n := &r.out[r.of[e]]
			n.Facts = append(n.Facts, fs...)
		}
	}
}

// subject reads what the words from token i on say of their subject:
// "arrested and charged with theft" is two steps.
func (r *reader) subject(i, from, to int, st state) (out []extract.Fact) {
	const most = 8
	for steps := 0; i < to && steps < most; i, steps = i+1, steps+1 {
		if stage, last, ok := r.stage(i, to, st); ok {
			if f, ok := r.stand(stage, i, last, from, to, st); ok {
				out = append(out, f)
			}
			i = r.and(last, to) // "arrested on Monday and charged"
			continue
		}
		switch w := r.low(i); {
		case w == "," && !st.be:
			st.comma = true
		case r.is(i, "m"):
			return out // "may be charged"
		case r.is(i, "n"):
			st.denied = true
		case r.is(i, "b"):
			st.be = true
		case r.is(i, "p"):
			st.past = true
		case r.is(i, "h"), r.c[i].Has(lexicon.Time), r.c[i].Has(lexicon.Adverb) && !r.c[i].Has(lexicon.Prep):
		default:
			return out
		}
	}
	return out
}

// and returns the next "and" close behind token i; i if there is none.
func (r *reader) and(i, to int) int {
	for k := i + 1; k < to && k < i+8; k++ {
		switch r.low(k) {
		case "and":
			return k
		case ",", ";":
			return i
		}
	}
	return i
}

// beside is the comma that ends an apposition which begins with that at token
// i; 0 if none does: ", the mayor of Aldport,".
func (r *reader) beside(i, to int) int {
	if !r.says(i+1, "the", "a", "an") {
		return 0
	}
	for k := i + 2; k < to && k < i+10; k++ {
		if r.low(k) == "," {
			return k
		}
	}
	return 0
}

// stage returns what status the words from token i on give, and the last of
// them.
func (r *reader) stage(i, to int, st state) (stage string, last int, ok bool) {
	words, use := "", ""
	for n := 0; n < 3 && i+n < to; n++ {
		if n > 0 {
			words += " "
		}
		words += r.low(i + n)
		if v, found := r.statuses[words]; found {
			stage, use, last, ok = v[:len(v)-2], v[len(v)-1:], i+n, true
		}
	}
	switch use {
	case "v":
		ok = st.be || st.comma
	case "w":
		ok = (st.be || st.comma) && (st.denied || r.is(last+1, "o"))
	case "s":
		ok = st.be
	}
	return stage, last, ok
}

// object reads "police arrested Jane Roe": the verb stands at token i, what
// follows the name at token after.
func (r *reader) object(n *extract.Name, i, after, from, to int) {
	v, ok := r.statuses[r.low(i)]
	if !ok || v[len(v)-1] != 'v' && (v[len(v)-1] != 'w' || !r.is(after, "o")) || r.t[i].Kind != text.Word {
		return
	}
	st := state{}
	for k := i - 1; k >= max(from, i-6); k-- {
		switch {
		case r.is(k, "b"), r.is(k, "m"), k == i-1 && r.low(k) == ",":
			return // "the man who was arrested Roe said"
		case r.is(k, "n"):
			st.denied = true
		case r.is(k, "p"):
			st.past = true
		}
	}
	if i == from || r.c[i-1].Has(lexicon.Det|lexicon.Possess|lexicon.Adjective|lexicon.Prep) {
		return // "the convicted Jane Roe": told of another time
	}
	if f, ok := r.stand(v[:len(v)-2], i, i, from, to, st); ok {
		f.Words = r.offence(after, to)
		n.Facts = append(n.Facts, f)
	}
}

// stand makes a fact of the status that the tokens first to last give.
func (r *reader) stand(stage string, first, last, from, to int, st state) (extract.Fact, bool) {
	f := r.fact(extract.StatusFact, first, last)
	f.Value, f.Denied, f.Past = stage, st.denied, st.past
	for i := from; i < to; i++ {
		f.Past = f.Past || r.is(i, "p") && i < first || r.is(i, "p") && i > last && i-last < 12 || r.yearAt(i)
		f.Told = f.Told || r.is(i, "t") || r.c[i].Has(lexicon.Time)
		if r.is(i, "m") && i < first && first-i < 8 {
			return f, false // "if Roe is convicted"
		}
	}
	f.Words = r.offence(last+1, to)
	return f, true
}

// yearAt reports whether token i is a year other than that of publication.
func (r *reader) yearAt(i int) bool {
	w := r.low(i)
	if r.t[i].Kind != text.Number || len(w) != 4 || w < "1900" || w > "2099" {
		return false
	}
	p := r.a.Doc.Ref.Published
	return p.IsZero() || w != p.Format("2006")
}

// offence returns what a case is about: the words after "with", "of", "for".
func (r *reader) offence(i, to int) []string {
	if !r.is(i, "o") {
		return nil
	}
	var out []string
	for k := i + 1; k < to && k < i+10 && (r.t[k].Kind == text.Word || r.low(k) == "-"); k++ {
		w := r.low(k)
		if _, step := r.statuses[w]; step {
			break // "on Monday and charged"
		}
		if len(w) > 2 && !r.c[k].Has(lexicon.Function|lexicon.Time) && !r.is(k, "eo") {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
