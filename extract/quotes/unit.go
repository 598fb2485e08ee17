package quotes

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A unit is a stretch in quotation marks and where it stands.
type unit struct {
	attrib.Quotation
	first, after int // tokens: the opening mark, and the first past the closing one
	block        int // of its first part
	lastBlock    int
	words        int
	form         int // once judged
	sure         float64
	speaker      int // index in reader.sources, once found; -1 for nobody
	cue          *attrib.Claim
	chance       float64
	within       bool // part of a mixed quote
	fixed        bool // a turn of a transcript, judged already
}

// A reader reads one article.
type reader struct {
	*extract.Article
	text     string
	in       attrib.Input
	names    *names.Index
	class    []lexicon.Class
	quoted   []bool
	units    []unit
	unitAt   []int // per token: index of the unit that holds it, or -1
	claims   map[int][]attrib.Claim
	sources  []attrib.Source
	models   map[string]model
	open     []bool      // per token: false
	pronouns map[int]int // start of a pronoun → the entity it means
	posts    map[string][]post
	stems    []string // per token, once asked for
	learning bool     // parse whatever the weights, which are yet to be made
	nouns    bool     // the language writes every noun with a capital
}

func newReader(a *extract.Article) *reader {
	r := &reader{Article: a, text: a.Doc.Text, in: a.Attribution(), class: a.Classes(), names: a.Names(), quoted: a.Quoted(), claims: map[int][]attrib.Claim{}}
	r.models = modelsFor(a.Lexicon().Lang)
	r.nouns = a.Lexicon().List("traits")["capitals"] == "nouns"
	r.unitAt = make([]int, len(a.Tokens))
	for i := range r.unitAt {
		r.unitAt[i] = -1
	}
	for _, q := range a.Marks() {
		u := unit{Quotation: q, speaker: -1}
		sp := q.Span()
		u.first, u.after = a.TokenAt(sp.Start), min(a.TokenAt(sp.End-1)+1, len(a.Tokens))
		u.block, u.lastBlock = a.BlockAt(sp.Start), a.BlockAt(q.Parts[len(q.Parts)-1].Start)
		for i := u.first; i < min(u.after, len(a.Tokens)); i++ {
			if a.Tokens[i].Kind != text.Mark {
				u.words++
			}
		}
		if u.words > 0 {
			r.units = append(r.units, u)
		}
	}
	r.transcript()
	for k, u := range r.units {
		for i := u.first; i < u.after; i++ {
			r.unitAt[i] = k
		}
	}
	return r
}

// bounds are the tokens of block b.
func (r *reader) bounds(b int) (int, int) {
	sp := r.Doc.Blocks[b].Span
	n := len(r.Tokens)
	return min(r.TokenAt(sp.Start), n), min(r.TokenAt(sp.End-1)+1, n)
}

// blockBefore is the block of the running text before block b; -1 if b is the
// first.
func (r *reader) blockBefore(b int) int {
	for b--; b > 0 && r.Aside(b); b-- {
	}
	return b
}

// apart counts the blocks of the running text from block b to block c, three
// at most.
func (r *reader) apart(b, c int) int {
	n := 0
	for c > b && n < 3 {
		c = r.blockBefore(c)
		n++
	}
	return n
}

// claimsOf returns who says what in block b.
func (r *reader) claimsOf(b int) []attrib.Claim {
	c, ok := r.claims[b]
	if !ok {
		from, to := r.bounds(b)
		c = attrib.Find(r.in, from, to)
		for i := range c {
			r.mend(&c[i])
		}
		r.claims[b] = c
	}
	return c
}

// mend gives a claim the subject that syntax finds, where words found none
// that speaks: "Roe joined the debate on Monday and said".
func (r *reader) mend(c *attrib.Claim) {
	k := r.TokenAt(c.Cue.Start)
	if !r.class[k].Has(lexicon.Direct) || c.Side == attrib.After || c.Side == attrib.Before && r.sort(c.Source) != 11 {
		return
	}
	i := r.SentenceAt(c.Cue.Start)
	from, to := r.tokensOf(i)
	if to-from > maxTokens || to-from < 3 {
		return
	}
	s := &saying{reader: r, sentence: r.Sentences[i], from: from, to: to}
	if s.tree = r.Tree(i); s.tree == nil || !s.tree.Parsed() {
		return
	}
	s.extents()
	v := s.tree.At(c.Cue.Start - s.sentence.Start)
	if v < 0 {
		return
	}
	src := s.subjectOf(v, 0)
	if n := r.sort(src); src.Span.Empty() || r.quoted[r.TokenAt(src.Span.Start)] || n == 11 || n == 12 || n == 0 {
		return
	}
	c.Source, c.Side = src, attrib.Before
	if src.Span.Start > c.Cue.Start {
		c.Side = attrib.After
	}
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Of(r.text)
}

func (r *reader) classAt(i int) lexicon.Class {
	if i < 0 || i >= len(r.class) {
		return 0
	}
	return r.class[i]
}

// lead is the first letter of the words of u, tail the last sign before its
// closing mark.
func (r *reader) lead(u *unit) rune {
	for _, c := range u.Words[0].Of(r.text) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
	}
	return 0
}

func (r *reader) tail(u *unit) rune {
	c, _ := utf8.DecodeLastRuneInString(u.Words[len(u.Words)-1].Of(r.text))
	return c
}

// closed reports whether the words of u end a sentence.
func (r *reader) closed(u *unit) bool {
	switch r.tail(u) {
	case '.', '!', '?', '…', ']':
		return true
	}
	return false
}

// ends reports whether token i ends a sentence outside of marks.
func (r *reader) ends(i int) bool {
	if i < 0 || i >= len(r.Tokens) || r.quoted[i] || r.Tokens[i].Kind != text.Mark {
		return false
	}
	switch r.word(i) {
	case "?", "!":
		return true
	case ".":
		if m, ok := r.names.At(r.Tokens[i].Start); ok && m.Span.End > r.Tokens[i].Start {
			return false
		}
		if i > 0 && i+1 < len(r.Tokens) && r.Tokens[i-1].End == r.Tokens[i].Start {
			w := r.word(i - 1)
			if utf8.RuneCountInString(w) == 1 || r.Lexicon().Class(w+".").Has(lexicon.Title|lexicon.NameEnd) {
				return !r.classAt(i + 1).Has(lexicon.Cap)
			}
			if r.Tokens[i+1].Kind == text.Word && !r.classAt(i+1).Has(lexicon.Cap) {
				return false
			}
		}
		return true
	}
	return false
}

func (r *reader) headline(b int) bool {
	k := r.Doc.Blocks[b].Kind
	return k == corpus.Headline || k == corpus.Heading
}
