package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A cast is who holds which post in a story, whichever article says so: "the
// police chief" of one is the "Police Chief Dana Reed" of another.
type cast struct {
	holders map[string][]holder // by the head of the post, without its ending
}

// A holder is a named person with a post.
type holder struct {
	name string
	post []string // the stems of the words before its head
}

// mostHolders bounds the people who are kept for one head of a post: what so
// many are names nobody.
const mostHolders = 32

// castOf returns who holds which post, as the articles say of persons and of
// those they quote.
func castOf(articles []extract.Items) *cast {
	c := &cast{holders: map[string][]holder{}}
	for i := range articles {
		for k := range articles[i].Quotes {
			s := &articles[i].Quotes[k].Speaker
			if s.Kind != extract.Named || s.Name == "" {
				continue
			}
			c.add(s.Name, s.Role)
			if at := strings.LastIndexByte(s.Mention, ' '); at > 0 && CalledByName(*s) {
				c.add(s.Name, title(s.Mention, s.Name)) // "President-elect Roe said"
			}
		}
		for k := range articles[i].Names {
			n := &articles[i].Names[k]
			for _, f := range n.Facts {
				if f.Kind == extract.RoleFact {
					c.add(n.Name, f.Value)
				}
			}
		}
	}
	return c
}

// title returns what stands before a name where a speaker is mentioned.
func title(mention, who string) string {
	own := name(who)
	var out []string
	for _, w := range strings.Fields(mention) {
		if b := text.Bare(w); within([]string{b}, own) {
			break
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func (c *cast) add(name, role string) {
	head, post := postOf(role)
	hs := c.holders[head]
	again := func(h holder) bool { return h.name == name && slices.Equal(h.post, post) }
	if head != "" && len(hs) < mostHolders && !slices.ContainsFunc(hs, again) {
		c.holders[head] = append(hs, holder{name, post})
	}
}

// postOf returns the head of a post and the words before it, without their
// endings; what follows ("of Aldport") is left out.
func postOf(role string) (head string, before []string) {
	for _, t := range text.Tokens(role) {
		w := text.Bare(t.Of(role))
		if t.Kind != text.Word || words.PostEnds.Has(w) {
			if t.Kind == text.Word || t.Of(role) == "," {
				break
			}
			continue
		}
		if words.IsLight(w) {
			continue
		}
		if head != "" {
			before = append(before, head)
		}
		head = words.Stem(w)
	}
	return head, before
}

// lowered reports whether a post is that of a deputy.
func lowered(post []string) bool { return slices.ContainsFunc(post, words.Deputies.HasStem) }

// known returns a speaker whom an article gives by a post alone, "the mayor",
// as the one person of the story who holds it; any other as he is.
func (c *cast) known(s extract.Speaker) extract.Speaker {
	first, rest, _ := strings.Cut(s.Mention, " ")
	if s.Kind != extract.Described || s.Name != "" || text.Bare(first) != "the" {
		return s
	}
	head, post := postOf(rest)
	hs := c.holders[head]
	if len(hs) == 0 || len(hs) == mostHolders {
		return s
	}
	if who := holderOf(hs, post); who != "" {
		s.Kind, s.Name = extract.Named, who
	}
	return s
}

// holderOf returns the fullest name of the one person who holds a post, "" if
// nobody does or it may be either of two.
func holderOf(hs []holder, post []string) string {
	var names []string
	for _, h := range hs {
		if (within(post, h.post) || within(h.post, post)) && lowered(h.post) == lowered(post) {
			names = append(names, h.name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	full := slices.MinFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	for _, name := range names {
		if rel, _ := persons(full, name); rel != Same && name != full {
			return ""
		}
	}
	return full
}
