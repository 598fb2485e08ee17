package quotes

import (
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A candidate is somebody whose words a quotation may be.
type candidate struct {
	source attrib.Source
	claim  *attrib.Claim // by which they say something; nil if they are only named
	copied bool          // they spoke the quotation before
	fs     []feature
}

// A field gathers the candidates of one quotation.
type field struct {
	*reader
	u     *unit
	k     int
	cands []candidate
	where map[int]int // start of the source → index in cands
	prior int         // what stands before the quotation, and after it
	next  int
}

// candidates returns who may have said unit k; the last is nobody.
func (r *reader) candidates(k int) []candidate {
	f := &field{reader: r, u: &r.units[k], k: k, where: map[int]int{}}
	from, _ := r.bounds(f.u.block)
	_, to := r.bounds(f.u.lastBlock)
	f.prior, f.next = r.beside(f.u.first-1, from, to), r.beside(f.u.after, from, to)
	f.claimed()
	f.named()
	f.before()
	f.copy()
	f.nobody()
	return f.cands
}

func (f *field) add(s attrib.Source, c *attrib.Claim, fs ...feature) *candidate {
	i, ok := f.where[s.Span.Start]
	if !ok {
		i = len(f.cands)
		f.where[s.Span.Start] = i
		f.cands = append(f.cands, candidate{source: s})
		f.cands[i].fs = append(f.cands[i].fs, feat(40, f.sort(s)), feat(41, f.sort(s), bit(s.Span.Start > f.u.Parts[0].Start)))
	}
	x := &f.cands[i]
	if c != nil && x.claim == nil {
		x.claim, x.source = c, s
	}
	x.fs = append(x.fs, fs...)
	return x
}

// sort numbers the ways to give a source.
func (r *reader) sort(s attrib.Source) int {
	switch {
	case s.Pronoun.Has(lexicon.FirstPerson):
		return 1
	case s.Pronoun.Has(lexicon.Plural):
		return 2
	case s.Pronoun.Has(lexicon.Neuter):
		return 3
	case s.Pronoun.Has(lexicon.Subject):
		return 4
	case s.Pronoun != 0:
		return 5
	}
	switch s.Kind {
	case attrib.Named:
		if s.Entity >= 0 && r.names.Entities[s.Entity].Kind == names.Unknown {
			return 13
		}
		return 6
	case attrib.Body:
		if s.Entity >= 0 && r.names.Entities[s.Entity].Kind == names.Place {
			return 12
		}
		return 7
	case attrib.Described:
		if !r.classAt(r.TokenAt(s.Head.Start)).Has(lexicon.Role | lexicon.People | lexicon.Speaking | lexicon.Anonymous) {
			return 11
		}
		return 8
	case attrib.Anonymous:
		return 9
	case attrib.Unspecified:
		return 10
	}
	return 0
}

// claimed adds those who say something in the paragraph.
func (f *field) claimed() {
	u := f.u
	end, whole := f.ending(u), bit(f.alone(u))
	before, _ := f.around(u.block, u.first)
	for n, i := 0, len(before)-1; i >= 0 && n < 5; n, i = n+1, i-1 {
		c := &before[i]
		if c.Source.Span.Empty() {
			continue
		}
		at := f.TokenAt(max(c.Cue.End, c.Source.Span.End)-1) + 1
		parted := bit(f.parted(at-1, u.first))
		gap := bucket(u.first-at, 1, 2, 3, 5, 8, 15, 30, 60)
		between := f.between(at, u.first)
		f.add(c.Source, c, feat(50, gap, parted), feat(51, n, parted, between), feat(52, cueSort(c.Class), parted, bit(gap == 0)),
			feat(53, int(c.Side), parted, between), feat(54, f.prior, parted, n), feat(55, between, gap), feat(56, f.sort(c.Source), parted, n),
			feat(57, between, parted, bit(f.told(c))), feat(58, whole, parted), feat(59, n, gap, between))
	}
	_, after := f.around(u.lastBlock, u.after)
	for n := 0; n < min(len(after), 4); n++ {
		c := &after[n]
		if c.Source.Span.Empty() || f.hearsay(after[:n], before, c) {
			continue
		}
		at := f.TokenAt(min(c.Cue.Start, c.Source.Span.Start))
		parted := bit(f.parted(u.after-1, at))
		gap := bucket(at-u.after, 1, 2, 3, 5, 8, 15, 30, 60)
		between := f.between(u.after, at)
		f.add(c.Source, c, feat(60, gap, parted), feat(61, n, parted, between), feat(62, cueSort(c.Class), parted, bit(gap == 0)),
			feat(63, int(c.Side), parted, between), feat(64, f.next, parted, n), feat(65, between, gap, end), feat(66, f.sort(c.Source), parted, n),
			feat(67, end, parted, bit(gap <= 1)), feat(68, whole, parted), feat(69, n, gap, between), feat(70, f.next, end, int(c.Side)))
	}
}

// hearsay reports whether c only says who carried the words of somebody else
// in its sentence: "Q," Roe said, according to the Bugle.
func (f *field) hearsay(between, before []attrib.Claim, c *attrib.Claim) bool {
	if c.Class.Has(lexicon.Direct) || c.Side != attrib.After {
		return false
	}
	to := f.TokenAt(c.Cue.Start)
	says := func(x *attrib.Claim) bool {
		return x.Class.Has(lexicon.Direct) && !x.Source.Span.Empty() && (x.Source.Entity >= 0 || x.Source.Pronoun != 0) && !f.parted(f.TokenAt(x.Cue.Start), to)
	}
	for i := range between {
		if says(&between[i]) {
			return true
		}
	}
	return len(before) > 0 && says(&before[len(before)-1])
}

// told reports whether a cue is one that takes whom it is said to.
func (f *field) told(c *attrib.Claim) bool { return c.Class.Has(lexicon.Telling) }

// between counts the quotations that begin between two tokens, two at most.
func (f *field) between(i, j int) int {
	n := 0
	for k := f.k - 1; k >= 0 && k >= f.k-3 && f.units[k].first >= i; k-- {
		if f.units[k].first < j {
			n++
		}
	}
	for k := f.k + 1; k < len(f.units) && k <= f.k+3 && f.units[k].first < j; k++ {
		if f.units[k].first >= i {
			n++
		}
	}
	return min(n, 3)
}

// named adds those whom the paragraph names outside of marks.
func (f *field) named() {
	u := f.u
	from, _ := f.bounds(u.block)
	n := 0
	for i := u.first - 1; i >= from && i > u.first-60 && n < 4; i-- {
		if s, ok := f.mention(i); ok {
			parted := bit(f.parted(i, u.first))
			first := bit(i == from || f.ends(i-1) || f.TokenAt(s.Span.Start) == from)
			f.add(s, nil, feat(80, n, parted), feat(81, bucket(u.first-i, 2, 3, 5, 8, 15, 30), parted), feat(82, f.sort(s), parted, first), feat(83, f.prior, n, parted),
				feat(84, f.between(i, u.first), parted), feat(85, bit(f.word(i+1) == ":"), f.sort(s)))
			n++
			i = f.TokenAt(s.Span.Start)
		}
	}
	_, to := f.bounds(u.lastBlock)
	n = 0
	for i := u.after; i < to && i < u.after+50 && n < 4; i++ {
		if s, ok := f.mention(i); ok {
			parted := bit(f.parted(u.after-1, i))
			f.add(s, nil, feat(90, n, parted), feat(91, bucket(i-u.after, 1, 2, 3, 5, 8, 15, 30), parted), feat(92, f.sort(s), parted, n),
				feat(93, f.next, n, parted), feat(94, f.between(u.after, i), parted))
			n++
			i = f.TokenAt(s.Span.End - 1)
		}
	}
}

// mention returns the name or the pronoun at token i outside of marks.
func (f *field) mention(i int) (attrib.Source, bool) {
	if f.quoted[i] || f.Tokens[i].Kind == text.Mark {
		return attrib.Source{}, false
	}
	if m, ok := f.names.At(f.Tokens[i].Start); ok {
		s := attrib.Source{Span: text.Span{Start: m.Whole.Start, End: m.Span.End}, Head: m.Span, Entity: m.Entity, Kind: attrib.Named}
		if k := f.names.Entities[m.Entity].Kind; k == names.Body || k == names.Place {
			s.Kind = attrib.Body
		}
		return s, true
	}
	c := f.class[i]
	if c.Has(lexicon.Subject|lexicon.Possess|lexicon.Object) && !c.Has(lexicon.Question) {
		return attrib.Source{Span: f.Tokens[i].Span, Head: f.Tokens[i].Span, Entity: -1, Kind: attrib.Described, Pronoun: c, Plural: c.Has(lexicon.Plural)}, true
	}
	if c.Has(lexicon.Role|lexicon.People) && !c.Has(lexicon.Say) {
		sp := f.Tokens[i].Span
		for k := i - 1; k >= 0 && k > i-5 && !f.quoted[k]; k-- {
			if f.class[k].Has(lexicon.Det | lexicon.Possess) {
				sp.Start = f.Tokens[k].Start
				break
			}
			if f.Tokens[k].Kind == text.Mark || f.class[k].Has(lexicon.Prep|lexicon.Conj|lexicon.Aux|lexicon.Say) {
				break
			}
		}
		return attrib.Source{Span: sp, Head: f.Tokens[i].Span, Entity: -1, Kind: attrib.Described, Plural: c.Has(lexicon.People)}, true
	}
	return attrib.Source{}, false
}

// before adds whom the paragraph before speaks of last: who says something
// there, and who begins its last sentences.
func (f *field) before() {
	u := f.u
	for d, b := 1, f.blockBefore(u.block); d <= 2 && b >= 0; d, b = d+1, f.blockBefore(b) {
		from, to := f.bounds(b)
		cs := f.claimsOf(b)
		for n, i := 0, len(cs)-1; i >= 0 && n < 2; n, i = n+1, i-1 {
			c := &cs[i]
			if c.Source.Span.Empty() {
				continue
			}
			ends := f.word(to - 1)
			f.add(c.Source, c, feat(100, d, n, bit(f.alone(u))), feat(101, f.sort(c.Source), d, n), feat(102, bit(ends == ":"), n, d), feat(103, bit(f.unitAt[to-1] >= 0 || f.unitAt[max(to-2, 0)] >= 0), n, d))
		}
		n := 0
		for i := to - 1; i >= from && i > to-50 && n < 3; i-- {
			if s, ok := f.mention(i); ok {
				at := f.TokenAt(s.Span.Start)
				first := bit(at == from || f.ends(at-1))
				f.add(s, nil, feat(110, d, n, first), feat(111, f.sort(s), d, first), feat(112, bit(f.alone(u)), d, first), feat(113, bit(f.word(to-1) == ":"), n, d))
				n++
				i = at
			}
		}
	}
}

// copy adds whoever spoke the quotation before.
func (f *field) copy() {
	if f.k == 0 {
		return
	}
	p := &f.units[f.k-1]
	d := f.apart(p.lastBlock, f.u.block)
	if p.speaker < 0 || d > 2 {
		return
	}
	s := f.sources[p.speaker]
	claims := f.between2(p.after, f.u.first)
	gap := bucket(f.u.first-p.after, 1, 3, 6, 10, 20, 40)
	x := f.add(s, nil, feat(120, d, bit(f.alone(f.u)), bit(f.alone(p))), feat(121, d, claims, gap), feat(122, d, claims, f.prior),
		feat(123, d, claims, f.next), feat(124, d, p.form, claims), feat(125, d, f.sort(s), claims), feat(126, d, bit(f.parted(p.after-1, f.u.first)), gap))
	x.copied = true
}

// between2 counts the claims with a source whose cues lie between two tokens.
func (f *field) between2(i, j int) int {
	n := 0
	for b := f.BlockAt(f.startOf(i)); b >= 0 && b <= f.u.block; b++ {
		_, after := f.around(b, i)
		for _, c := range after[:min(3, len(after))] {
			if c.Cue.Start >= f.startOf(j) {
				break
			}
			if !c.Source.Span.Empty() {
				n++
			}
		}
	}
	return min(n, 3)
}

// nobody adds the chance that the article does not say who.
func (f *field) nobody() {
	near, cue := f.governed(f.u)
	f.cands = append(f.cands, candidate{source: attrib.Source{Entity: -1}, fs: []feature{
		feat(130), feat(131, near, cue), feat(132, bit(f.alone(f.u))), feat(133, bucket(f.u.words, 3, 5, 8, 12)), feat(134, f.u.form),
		feat(135, bit(f.headline(f.u.block))), feat(136, min(len(f.cands), 9)),
	}})
}
