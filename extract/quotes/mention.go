package quotes

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// mentioned reports whether u is a word that is spoken of, not spoken, “if”,
// or a name inside a name: Ray “Red” Hale.
func (r *reader) mentioned(u *unit) bool {
	if u.words <= 3 && r.classAt(u.first-1).Has(lexicon.Cap) && r.classAt(u.after).Has(lexicon.Cap) && r.startOf(u.after)-u.Span().End < 3 &&
		!r.closed(u) && r.inside(u).title && !r.ends(u.first-1) {
		return true
	}
	if r.work(u) {
		return true
	}
	if u.words != 1 {
		return false
	}
	for k := u.first; k < u.after; k++ {
		if r.Tokens[k].Kind == text.Word && r.class[k].Has(lexicon.Function) && !r.class[k].Has(lexicon.Negation|lexicon.Common) {
			near, _ := r.governed(u)
			return near != 1 && near != 3
		}
	}
	return false
}

// work reports whether u is the title of a work or the name of a show: words
// with capitals that nobody next to them says. Told “Today” is a show, too.
func (r *reader) work(u *unit) bool {
	if r.nouns || u.words > 7 || r.headline(u.block) || r.word(u.first-1) == ":" || r.tail(u) == '!' || r.tail(u) == '?' {
		return false
	}
	caps := 0
	for k := u.first; k < u.after; k++ {
		if r.Tokens[k].Kind == text.Mark {
			continue
		}
		c := r.class[k]
		switch {
		case c.Has(lexicon.Cap) || r.Tokens[k].Kind == text.Number:
			caps++
		case k == u.first+1 || !c.Has(lexicon.Prep|lexicon.Conj|lexicon.Det):
			return false
		}
	}
	if caps < 2 && u.words > 1 || caps == 0 {
		return false
	}
	w := r.word(u.first - 1)
	if c := r.classAt(u.first - 1); c.Has(lexicon.Telling) || c.Has(lexicon.Cap) && lexicon.Bare(w) != w {
		return true
	}
	near, cue := r.governed(u)
	return near != 1 && near != 3 && (near != 2 || cue != 1) && r.ofWorks(u)
}

// ofWorks reports whether the words around u are those around titles: "the
// show", "her new single,", ", a ballad".
func (r *reader) ofWorks(u *unit) bool {
	works := r.Lexicon().List("works")
	for k := u.first - 1; k >= 0 && k >= u.first-4 && !r.ends(k); k-- {
		if works.Has(text.Fold(r.word(k))) {
			return true
		}
	}
	for k := u.after; k < len(r.Tokens) && k < u.after+5 && r.Tokens[k].Kind == text.Word; k++ {
		if works.Has(text.Fold(r.word(k))) {
			return true
		}
		if k == u.after && (!r.class[k].Has(lexicon.Det) || r.tail(u) != ',') {
			break
		}
	}
	return false
}
