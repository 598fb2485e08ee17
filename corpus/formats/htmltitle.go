package formats

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
)

// pageTitle writes the headline: the <h1> that says what the metadata says,
// else the only long one, else the metadata's own words. It returns the index
// of the first block that may follow: what stands above an <h1> is furniture.
func (c *composer) pageTitle(p *page, chosen []bool, outlet string) int {
	said := p.said.headline
	known := []string{said, p.meta("og:title"), p.meta("twitter:title"), p.titleWords()}
	for i, k := range known {
		known[i] = strings.ToValidUTF8(k[:min(len(k), maxTitle)], "")
	}
	if i := p.heading(known, chosen); i >= 0 {
		c.pageBlock(p.blocks[i])
		if c.end(corpus.Headline) {
			return i + 1
		}
	}
	for _, sp := range []text.Span{p.metaAt("og:title").at, p.metaAt("twitter:title").at, p.title} {
		if sp.Empty() {
			continue
		}
		c.copyDecoded(sp.Start, sp.End)
		c.block.cut(withoutSite(c.block.words(), outlet, said))
		if c.end(corpus.Headline) {
			break
		}
	}
	return 0
}

// maxTitle is how many bytes of a title are compared: each <h1> is held against
// all of them, so that a page of long titles and many headings would take hours.
const maxTitle = 1000

func (p *page) titleWords() string {
	c := &composer{raw: p.raw}
	c.copyDecoded(p.title.Start, p.title.End)
	return c.block.words()
}

// heading returns the index of the <h1> that is the headline, or -1. One far
// down is the name of the site, or of what is read next.
func (p *page) heading(known []string, chosen []bool) int {
	below := 0
	for _, in := range chosen {
		if in {
			below++
		}
	}
	only, n, above := -1, 0, 0
	for i, b := range p.blocks {
		if chosen[i] {
			above++
		}
		if 4*above > below+4 {
			break
		}
		if b.level != 1 {
			continue
		}
		c := &composer{raw: p.raw} // for its words alone
		c.pageBlock(b)
		words := c.block.words()
		if slices.ContainsFunc(known, func(k string) bool { return sameTitle(words, k) }) {
			return i
		}
		if none := joined(strings.Join(known, "")) == ""; none || len(strings.Fields(words)) >= 4 && (b.article || likeTitles(words, known)) {
			only = i
			n++
		}
	}
	if n == 1 {
		return only
	}
	return -1
}

// likeTitles reports whether half of the long words of s are in one of titles.
func likeTitles(s string, titles []string) bool {
	for _, t := range titles {
		t = text.Fold(t)
		long, same := 0, 0
		for w := range strings.FieldsSeq(text.Fold(s)) {
			if len(w) > 3 {
				long++
				if strings.Contains(t, w) {
					same++
				}
			}
		}
		if long > 0 && 2*same >= long {
			return true
		}
	}
	return false
}

// sameTitle reports whether one of two titles is the other or begins it.
func sameTitle(a, b string) bool {
	a, b = joined(text.Fold(a)), joined(text.Fold(b))
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && (a == b || len(strings.Fields(a)) >= 3 && strings.HasPrefix(b, a))
}

// withoutSite returns how much of a title is left without the name of the
// site after its last dash or bar.
func withoutSite(title, outlet, said string) int {
	if said != "" && sameTitle(title, said) && len(said) < len(title) && strings.HasPrefix(title, said) {
		return len(said)
	}
	at := -1
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « ", " • "} {
		at = max(at, strings.LastIndex(title, sep))
	}
	if at < 0 {
		return len(title)
	}
	_, site, _ := strings.Cut(title[at+1:], " ")
	bars := title[at+1] == '|' || title[at+1] == ':'
	switch {
	case outlet != "" && compact(site) == compact(outlet),
		bars && len(strings.Fields(title[:at])) >= 2,
		len(strings.Fields(site)) <= 4 && len(strings.Fields(title[:at])) >= 4:
		return at
	}
	return len(title)
}

// compact returns the letters of a name: "The New Bugle" is also "newbugle.com".
func compact(s string) string {
	s = strings.TrimPrefix(text.Fold(s), "the ")
	s = strings.TrimSuffix(s, ".com")
	return strings.ReplaceAll(s, " ", "")
}

// cut leaves the first n bytes of the words.
func (p *pieces) cut(n int) {
	for i, x := range p.list {
		if x.at+len(x.s) <= n {
			continue
		}
		keep := max(n-x.at, 0)
		p.list = p.list[:i]
		if keep > 0 {
			if x.s = x.s[:keep]; x.copied {
				x.from.End = x.from.Start + keep
			}
			p.list = append(p.list, x)
		}
		break
	}
	p.len = min(p.len, n)
}
