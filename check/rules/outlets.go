package rules

import (
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A directory finds the outlets of a story by the names under which they are
// cited, and its articles by their addresses.
type directory struct {
	outlets map[string]string // "" where two outlets go by the name
	pages   map[string]int
}

func newDirectory(c *check.Case) *directory {
	d := &directory{outlets: map[string]string{}, pages: map[string]int{}}
	for i := range c.Articles {
		if c.Primary(i) {
			continue
		}
		if a := address(c.Articles[i].URL); a != "" {
			d.pages[a] = i
		}
		o := outletOf(c, i)
		if o == "" {
			continue
		}
		for _, k := range outletKeys(o) {
			if old, ok := d.outlets[k]; ok && old != o {
				d.outlets[k] = ""
			} else {
				d.outlets[k] = o
			}
		}
	}
	return d
}

func outletOf(c *check.Case, i int) string { return text.Bare(c.Articles[i].Outlet) }

// cited returns the outlet of the story that a cite means; "" if it means none.
func (d *directory) cited(c *check.Case, cite *extract.Cite) string {
	if cite.Act == extract.CiteLink {
		if i, ok := d.pages[address(cite.Target)]; ok {
			return outletOf(c, i)
		}
		return ""
	}
	for _, k := range citedKeys(cite.Name) {
		if o := d.outlets[k]; o != "" {
			return o
		}
	}
	return ""
}

// outletKeys returns what an outlet may be called: its name, its last word
// ("the Bugle" for the Aldport Bugle), the name in its address.
func outletKeys(outlet string) []string {
	name := strings.TrimPrefix(outlet, "the ")
	out := []string{name}
	ws := strings.Fields(name)
	switch {
	case len(ws) == 0:
		return nil
	case len(ws) > 1:
		out = append(out, strings.Join(ws, ""), ws[len(ws)-1])
	}
	if labels := strings.Split(strings.TrimPrefix(name, "www."), "."); len(labels) > 1 && len(ws) == 1 {
		site := labels[len(labels)-2]
		if len(labels) > 2 && len(site) <= 3 {
			site = labels[len(labels)-3] // "bugle.co.uk"
		}
		out = append(out, site)
	}
	return out
}

// citedKeys returns the forms in which the name of a cited outlet may be that
// of one in the story: "aldport bugle", "aldportbugle", "abugle", "ab".
func citedKeys(name string) []string {
	ws := strings.Fields(strings.TrimPrefix(text.Bare(name), "the "))
	if len(ws) == 0 {
		return nil
	}
	out := []string{strings.Join(ws, " ")}
	initials := ""
	for i := range ws {
		if k := initials + strings.Join(ws[i:], ""); len(k) > 2 {
			out = append(out, k)
		}
		initials += words.Initial(ws[i])
	}
	if len(initials) > 2 {
		out = append(out, initials)
	}
	return out
}

// address is that of a page without what does not tell which page it is.
func address(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	rest = strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(rest), "www."), "/")
	if !strings.Contains(rest, "/") {
		return "" // a site is no article
	}
	return rest
}

// A claim is what a sentence says, to be compared with what another says.
type claim struct {
	stems map[string]string // and the word itself
	items map[[3]int]bool   // kind, comparison and side of what stands in it
}

// A sentence is where a claim is made.
type sentence struct {
	article int
	block   int
	print   uint64
}

func sentenceOf(article int, it *extract.Item) sentence { return sentence{article, it.Block, it.Print} }

// said returns which figures and quotes of which side stand in each sentence.
func said(c *check.Case) map[sentence]map[[3]int]bool {
	out := map[sentence]map[[3]int]bool{}
	for kind, on := range [][]check.Comparison{c.OnFigures, c.OnQuotes} {
		for n := range on {
			for _, r := range on[n].Readings {
				at := sentenceOf(r.Article, &r.Item)
				if out[at] == nil {
					out[at] = map[[3]int]bool{}
				}
				out[at][[3]int{kind, n, r.Side}] = true
			}
		}
	}
	return out
}

// newClaim reads the sentence around an item; holds is what said returns.
func newClaim(holds map[sentence]map[[3]int]bool, article int, it *extract.Item) claim {
	k := claim{stems: map[string]string{}, items: holds[sentenceOf(article, it)]}
	for _, w := range words.Plain(it.Sentence) {
		if !words.IsLight(w) && !words.Calendar(w) && !words.Says(w) && len(w) > 2 {
			k.stems[words.Stem(w)] = w
		}
	}
	return k
}

// same reports whether two sentences say one thing: one figure or quote, or
// half of the words that tell what they are about.
func (k claim) same(o claim) bool {
	for i := range k.items {
		if o.items[i] {
			return true
		}
	}
	const few = 3
	n := k.overlap(o)
	return n >= few && 2*n >= min(len(k.stems), len(o.stems))
}

// overlap counts the words that two sentences share.
func (k claim) overlap(o claim) int {
	n := 0
	for w := range k.stems {
		if o.stems[w] != "" {
			n++
		}
	}
	return n
}
