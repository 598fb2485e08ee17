package quotes

import (
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
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

// byOthers reports whether somebody else says of the subject what unit u
// quotes: "She is described as “a friend” by Roe". It returns who, if the
// article says.
func (r *reader) byOthers(u *unit) (attrib.Source, bool) {
	k := u.first - 1
	for n := 0; n < 4 && k > 0 && !r.ends(k) && (r.classAt(k).Has(lexicon.Det|lexicon.Adverb|lexicon.Adjective) || r.word(k) == "as"); n++ {
		k--
	}
	if !r.classAt(k).All(lexicon.Say | lexicon.Part) {
		return attrib.Source{}, false
	}
	if k--; r.classAt(k).Has(lexicon.Adverb) && !r.classAt(k).Has(lexicon.Aux) {
		k--
	}
	if !r.classAt(k).Has(lexicon.Aux) || !passive(strings.ToLower(r.word(k))) {
		return attrib.Source{}, false
	}
	none := attrib.Source{Entity: -1}
	if r.word(u.after) != "by" {
		return none, true
	}
	for k := u.after + 1; k < u.after+7 && k < len(r.Tokens) && !r.ends(k); k++ {
		if s, ok := (&field{reader: r}).mention(k); ok {
			return s, true
		}
	}
	return none, true
}
