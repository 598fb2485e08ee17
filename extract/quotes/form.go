package quotes

import (
	"sort"
	"unicode"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// The forms that words in marks have: someone's words as such, words in a
// reporter's sentence, and what is no speech at all, as titles and irony.
const (
	asDirect = iota
	asMixed
	asNothing
	forms
)

// What stands next to a quotation.
const (
	atEdge = iota // of the block
	atStop        // of a sentence
	atComma
	atColon
	atDash
	atMark // another quotation
	atSay  // a verb of speech that words in marks follow
	atCall
	atOtherSay
	atThat
	atDet
	atAs
	atPrep
	atConj
	atPossess
	atBe
	atAux
	atPronoun
	atName
	atPeople
	atBracket
	atWord
	atCapWord
)

// beside says what token i, next to a quotation, is.
func (r *reader) beside(i, from, to int) int {
	if i < from || i >= to {
		return atEdge
	}
	if r.quoted[i] {
		return atMark
	}
	c, w := r.class[i], r.word(i)
	if r.Tokens[i].Kind == text.Mark {
		switch w {
		case ".", "!", "?", ";":
			return atStop
		case ",":
			return atComma
		case ":":
			return atColon
		case "-", "–", "—", "―":
			return atDash
		}
		return atBracket
	}
	switch {
	case w == "that" || w == "That":
		return atThat
	case w == "as" || w == "As":
		return atAs
	case c.Has(lexicon.Subject):
		return atPronoun
	case c.Has(lexicon.Say) && c.Has(lexicon.Calling) && !c.Has(lexicon.Cap):
		return atCall
	case c.All(lexicon.Say|lexicon.Direct) && !c.Has(lexicon.Cap):
		return atSay
	case c.Has(lexicon.Say) && !c.Has(lexicon.Cap|lexicon.Aux):
		return atOtherSay
	case c.Has(lexicon.Possess):
		return atPossess
	case c.Has(lexicon.Det):
		return atDet
	case c.Has(lexicon.Aux):
		if passive(w) {
			return atBe
		}
		return atAux
	case c.Has(lexicon.Conj) && !c.Has(lexicon.Prep):
		return atConj
	case c.Has(lexicon.Prep):
		return atPrep
	case c.Has(lexicon.Role | lexicon.People | lexicon.Speaking):
		return atPeople
	}
	if _, ok := r.names.At(r.Tokens[i].Start); ok {
		return atName
	}
	if c.Has(lexicon.Cap) {
		return atCapWord
	}
	return atWord
}

func passive(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am":
		return true
	}
	return false
}

// formFeatures are what tells speech from scare quotes and titles.
func (r *reader) formFeatures(k int, fs []feature) []feature {
	u := &r.units[k]
	from, _ := r.bounds(u.block)
	_, to := r.bounds(u.lastBlock)
	n := bucket(u.words, 2, 3, 4, 5, 6, 8, 11, 16)
	before, after := r.beside(u.first-1, from, to), r.beside(u.after, from, to)
	before2, after2 := r.beside(u.first-2, from, to), r.beside(u.after+1, from, to)
	if u.Unclosed {
		after = atEdge
	}
	c := r.lead(u)
	capital := bit(unicode.IsUpper(c))
	end := r.ending(u)
	inside := r.inside(u)
	near, cue := r.governed(u)
	kind := 0
	switch r.Doc.Blocks[u.block].Kind {
	case corpus.Headline:
		kind = 1
	case corpus.Paragraph:
	default:
		kind = 2
	}
	title := bit(inside.title)
	fs = append(fs, feat(1), feat(2, n), feat(3, before, capital), feat(4, after, end), feat(5, n, before), feat(6, n, after),
		feat(7, n, capital, end), feat(8, before, after), feat(9, before, before2), feat(10, after, after2), feat(11, n, near),
		feat(12, near, cue), feat(13, near, before), feat(14, near, after), feat(15, title, n), feat(16, title, before),
		feat(17, bit(inside.first), n), feat(18, bit(inside.verb), n), feat(19, bit(inside.verb), before), feat(20, kind, n),
		feat(21, bit(u.Single), n, capital), feat(22, bit(u.Unclosed)), feat(23, len(u.Parts)), feat(24, capital, before, end),
		feat(25, bit(inside.verb), capital, end), feat(26, bit(r.alone(u)), n), feat(27, r.others(k), n), feat(28, near, capital, end),
		feat(29, before, before2, capital), feat(30, bit(u.Single), near, bit(r.alone(u))), feat(31, bit(inside.first), near), feat(32, bit(inside.name), n),
	)
	return fs
}

// ending says how the words of u end: 0 nothing, 1 comma, 2 full stop,
// 3 question or shout, 4 other marks.
func (r *reader) ending(u *unit) int {
	switch r.tail(u) {
	case ',':
		return 1
	case '.':
		return 2
	case '?', '!':
		return 3
	case '…', '-', '—', '–', ']', ')', ';', ':':
		return 4
	}
	return 0
}

// inner is what the words of a quotation tell of it.
type inner struct{ title, first, verb, name bool }

func (r *reader) inside(u *unit) inner {
	var in inner
	caps, all := 0, 0
	for i := u.first; i < min(u.after, u.first+60, len(r.Tokens)); i++ {
		if r.Tokens[i].Kind == text.Mark {
			continue
		}
		c := r.class[i]
		in.first = in.first || c.Has(lexicon.FirstPerson)
		in.verb = in.verb || c.Has(lexicon.Aux) || c.Has(lexicon.Say) && c.Has(lexicon.Past)
		if !c.Has(lexicon.Function|lexicon.Subject|lexicon.Object|lexicon.Possess) || c.Has(lexicon.Adverb) {
			all++
			if c.Has(lexicon.Cap) || r.Tokens[i].Kind == text.Number {
				caps++
			}
		}
	}
	in.title = (all > 1 || all == 1 && u.words == 1) && caps == all && !(r.nouns && all < 3)
	_, in.name = r.names.At(r.Tokens[u.first].End)
	return in
}

// governed says where the nearest claim in the sentence of u stands, and
// what sort its cue is: 0 none, 1 just before, 2 before, 3 just after, 4 after.
func (r *reader) governed(u *unit) (near, cue int) {
	best := 1000
	before, _ := r.around(u.block, u.first)
	for n, i := 0, len(before)-1; i >= 0 && n < 4; n, i = n+1, i-1 {
		at := r.TokenAt(before[i].Cue.Start)
		if d := u.first - at; d < best && !r.parted(at, u.first) {
			best, near, cue = d, 2, cueSort(before[i].Class)
			if d <= 2 {
				near = 1
			}
		}
	}
	_, after := r.around(u.lastBlock, u.after)
	for _, c := range after[:min(1, len(after))] {
		at := r.TokenAt(c.Cue.Start)
		start := at
		if !c.Source.Span.Empty() && c.Source.Span.Start < c.Cue.Start {
			start = r.TokenAt(c.Source.Span.Start)
		}
		if d := start - u.after; d >= 0 && d < best && !r.parted(u.after-1, at) {
			near, cue = 4, cueSort(c.Class)
			if d <= 1 {
				near = 3
			}
		}
	}
	return near, cue
}

// around divides the claims of block b by whether their cue stands before
// token i.
func (r *reader) around(b, i int) (before, after []attrib.Claim) {
	c := r.claimsOf(b)
	k := sort.Search(len(c), func(k int) bool { return r.Tokens[r.TokenAt(c[k].Cue.Start)].Start >= r.startOf(i) })
	return c[:k], c[k:]
}

func (r *reader) startOf(i int) int {
	if i >= len(r.Tokens) {
		return len(r.text)
	}
	return r.Tokens[i].Start
}

func cueSort(c lexicon.Class) int {
	switch {
	case c.Has(lexicon.Calling):
		return 1
	case c.Has(lexicon.Judging):
		return 2
	case c.Has(lexicon.Direct) && c.Has(lexicon.Ing):
		return 3
	case c.Has(lexicon.Direct):
		return 4
	case c.Has(lexicon.Writing):
		return 5
	}
	return 6
}

// far bounds, in tokens, how far from a quotation its attribution is looked
// for; quotations between count as one.
const far = 100

// parted reports whether a sentence ends between tokens i and j.
func (r *reader) parted(i, j int) bool {
	for k, steps := i+1, 0; k < j; k, steps = k+1, steps+1 {
		if steps > far || r.ends(k) {
			return true
		}
		u := r.unitAt[k]
		if u < 0 {
			continue
		}
		if k = r.units[u].after - 1; k+1 < j && r.closed(&r.units[u]) && r.classAt(k+1).Has(lexicon.Cap) && !r.quoted[k+1] {
			return true
		}
	}
	return false
}

// alone reports whether nothing but u stands in its blocks.
func (r *reader) alone(u *unit) bool {
	from, _ := r.bounds(u.block)
	_, to := r.bounds(u.lastBlock)
	return u.first-from <= 1 && to-u.after <= 1
}

// others counts the other quotations of the block, three at most.
func (r *reader) others(k int) int {
	n := 0
	for _, j := range []int{k - 2, k - 1, k + 1, k + 2} {
		if j >= 0 && j < len(r.units) && r.units[j].block == r.units[k].block {
			n++
		}
	}
	return min(n, 3)
}
