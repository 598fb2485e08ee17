package quotes

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/attrib"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// A post is a role that the article gives to a person at one place.
type post struct {
	entity int
	at     int // token of the name
	words  map[string]bool
	lesser bool // a deputy's, or one that was
}

// has reports whether a word is one of the post's, which may be shortened:
// "R-Ariz." is of Arizona.
func (p post) has(word string) bool {
	if p.words[word] {
		return true
	}
	for n := 3; n < min(6, len(word)); n++ {
		if p.words[word[:n]] {
			return true
		}
	}
	return false
}

// parties are the letters that stand for them after a name.
var parties = map[string]string{"r": "republican", "d": "democrat"}

// lesser reports whether a word among tokens [i, j) makes a role another one:
// the vice president is not the president.
func (r *reader) lesser(i, j int) bool {
	for k := i; k < j; k++ {
		if r.Lexicon().List("lesser").Has(strings.ToLower(r.word(k))) {
			return true
		}
	}
	return false
}

// holder is the person that a description with "the" means: "the House
// speaker" is whoever the article has called House Speaker; -1 if that is
// nobody, or not clear.
func (r *reader) holder(s attrib.Source) int {
	if s.Kind != attrib.Described || s.Pronoun != 0 || s.Plural || s.Entity >= 0 || s.Span.Empty() {
		return -1
	}
	first, head := r.TokenAt(s.Span.Start), r.TokenAt(s.Head.Start)
	if head <= first || head-first > 6 || !strings.EqualFold(r.word(first), "the") || !r.class[head].Has(lexicon.Role|lexicon.Adjective) {
		return -1
	}
	key := text.Fold(r.word(head))
	best := -1
	for _, p := range r.postsBy(key) {
		if p.at >= first {
			break
		}
		fits := !p.lesser || r.lesser(first+1, head)
		for k := first + 1; k < head; k++ {
			fits = fits && (r.Tokens[k].Kind == text.Mark || p.has(text.Fold(r.word(k))))
		}
		if fits {
			best = p.entity
		}
	}
	if best < 0 || r.taken(key, best, first) {
		return -1
	}
	return best
}

// taken reports whether somebody else has been given the same role since
// entity e was last named: "a ministry spokesman said".
func (r *reader) taken(key string, e, before int) bool {
	last := -1
	for _, m := range r.names.Entities[e].Mentions {
		if at := r.names.Mentions[m].First; at < before {
			last = at
		}
	}
	for k := before - 1; k > last && k > before-1500; k-- {
		if r.quoted[k] || r.class[k]&lexicon.Role == 0 || text.Fold(r.word(k)) != key {
			continue
		}
		if k == 0 || !strings.EqualFold(r.word(k-1), "the") {
			return true
		}
	}
	return false
}

// postsBy returns the posts of the article that a word belongs to, in order.
func (r *reader) postsBy(key string) []post {
	if r.posts == nil {
		r.posts = map[string][]post{}
		for _, m := range r.names.Mentions {
			r.post(m)
		}
	}
	return r.posts[key]
}

// post gathers the role that stands around a name: "House Speaker Jane Roe",
// "Jane Roe, the speaker of the House,".
func (r *reader) post(m names.Mention) {
	if r.names.Entities[m.Entity].Kind != names.Person || m.First >= len(r.quoted) || r.quoted[m.First] {
		return
	}
	p := post{entity: m.Entity, at: m.First, words: map[string]bool{}}
	var heads []string
	put := func(k int, head bool) {
		w := text.Fold(lexicon.Bare(r.word(k)))
		p.words[w] = true
		if head && r.class[k].Has(lexicon.Role) && !slices.Contains(heads, w) {
			heads = append(heads, w)
		}
	}
	first := m.First
	for first > 0 && r.Tokens[first-1].Start >= m.Whole.Start {
		first--
		put(first, true)
	}
	p.lesser = r.lesser(first, m.First)
	if k := m.Last + 1; r.word(k) == "," {
		head, from, had := true, k+1, len(heads) // before the first preposition
		for k = from; k < min(from+12, len(r.Tokens)) && !r.quoted[k] && (r.Tokens[k].Kind == text.Word || r.word(k) == "-") && !r.class[k].Has(lexicon.Aux|lexicon.Question) && (!r.class[k].Has(lexicon.Say) || r.class[k].Has(lexicon.Role)); k++ {
			head = head && !r.class[k].Has(lexicon.Prep)
			put(k, head)
			if party, ok := parties[text.Fold(r.word(k))]; ok && k == from && r.word(k+1) == "-" {
				p.words[party] = true
				heads = append(heads, party)
			}
		}
		p.lesser = p.lesser || r.lesser(from, k)
		if c := r.classAt(k); c.All(lexicon.Say|lexicon.Direct) && !r.quoted[k] && r.word(from) == "the" {
			heads = heads[:had] // "Speaking to Jane Roe, the mayor said": somebody else
		}
	}
	for _, h := range heads {
		r.posts[h] = append(r.posts[h], p)
	}
}

// described is the source of the last claim before the pronoun s, if that is
// one person whom the article does not name there.
func (r *reader) described(s attrib.Source) (attrib.Source, bool) {
	at, block := r.TokenAt(s.Span.Start), r.BlockAt(s.Span.Start)
	for b, n := block, 0; b >= 0 && n < 2; b, n = r.blockBefore(b), n+1 {
		before := r.claimsOf(b)
		if b == block {
			before, _ = r.around(b, at)
		}
		for n, i := 0, len(before)-1; i >= 0 && n < 3; n, i = n+1, i-1 {
			c := before[i].Source
			if c.Span.Empty() || c.Span.Start >= s.Span.Start || !before[i].Class.Has(lexicon.Direct) {
				continue
			}
			if c.Pronoun != 0 || c.Plural || c.Kind != attrib.Described && c.Kind != attrib.Anonymous {
				return attrib.Source{}, false
			}
			if e := r.holder(c); e < 0 && strings.EqualFold(r.word(r.TokenAt(c.Span.Start)), "the") {
				return attrib.Source{}, false // another name for somebody named
			}
			head := r.classAt(r.TokenAt(c.Head.Start))
			return c, head.Has(lexicon.Role) && !head.Has(lexicon.People|lexicon.Speaking)
		}
	}
	return attrib.Source{}, false
}
