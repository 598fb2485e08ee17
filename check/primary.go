package check

import (
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// passages returns the sentences of a primary document, by which what is
// quoted from it is checked; of reporting nothing: its text stays behind.
func passages(doc *corpus.Document) []extract.Item {
	if doc.Kind != corpus.Primary {
		return nil
	}
	var out []extract.Item
	for i, b := range doc.Blocks {
		for s := range text.Sentences(b.Of(doc.Text)) {
			sp := s.Shift(b.Start)
			it := extract.Item{Span: sp, At: doc.Map.Place(sp), Text: sp.Of(doc.Text), Part: extract.Text, Block: i}
			if b.Kind == corpus.Headline {
				it.Part = extract.Title
			}
			it.Sentence, it.InSentence = it.Text, text.Span{End: len(it.Text)}
			out = append(out, it)
		}
	}
	return out
}

// Primary reports whether article i is a document that others report on. It is
// no outlet: that it says the same confirms nothing, but a reader can look.
func (c *Case) Primary(i int) bool { return c.Articles[i].Kind == corpus.Primary }

// A register finds primary documents by whoever issued them: by the whole name
// of the issuer, by its last words and by its initials.
type register map[string][]int

func newRegister(refs []corpus.Ref) register {
	r := register{}
	for i := range refs {
		if refs[i].Kind != corpus.Primary {
			continue
		}
		for _, k := range issuerKeys(refs[i].Issuer) {
			if at := r[k]; len(at) == 0 || at[len(at)-1] != i {
				r[k] = append(at, i)
			}
		}
	}
	return r
}

// issuerKeys returns the names by which an issuer may be called, the whole
// first: "Aldport Harbour Board", "Harbour Board", "AHB".
func issuerKeys(issuer string) []string {
	ws := words.Plain(issuer)
	if len(ws) > 0 && ws[0] == "the" {
		ws = ws[1:]
	}
	if len(ws) == 0 {
		return nil
	}
	out := []string{strings.Join(ws, " ")}
	for i := 1; len(ws)-i >= 2; i++ {
		if !words.IsLight(ws[i-1]) && !words.IsLight(ws[i]) { // not "of Brant"
			out = append(out, strings.Join(ws[i:], " "))
		}
	}
	initials := ""
	for _, w := range ws {
		if !words.IsLight(w) {
			initials += words.Initial(w)
		}
	}
	if len(initials) >= 3 {
		out = append(out, initials)
	}
	return out
}

// by returns the documents of the one issuer that goes by a name; none where
// two issuers do.
func (c *Case) by(name string) []int {
	for _, k := range issuerKeys(name) {
		at := c.issued[k]
		for _, i := range at {
			if text.Bare(c.Articles[i].Issuer) != text.Bare(c.Articles[at[0]].Issuer) {
				return nil
			}
		}
		if len(at) > 0 {
			return at
		}
	}
	return nil
}

// Cited returns the primary documents of the story that an item of an article
// may be taken from: those of its speaker, or of the issuer whose document its
// sentence speaks of. document tells whether the sentence names the kind of
// document: "report", "letter".
func (c *Case) Cited(article int, it *extract.Item) (at []int, document bool) {
	if len(c.issued) == 0 || c.Primary(article) {
		return nil, false
	}
	ws := words.Plain(it.Sentence)
	document = slices.ContainsFunc(ws, words.Document)
	if it.Speaker.Name != "" {
		return c.by(it.Speaker.Name), document
	}
	if !document {
		return nil, false
	}
	for from := range ws {
		for to := from + 1; to <= min(from+longestIssuer, len(ws)); to++ {
			name := strings.Join(ws[from:to], " ")
			if len(c.issued[name]) == 0 || to-from == 1 && !c.wholly(name) {
				continue // "the board" may be any
			}
			for _, i := range c.by(name) {
				if !slices.Contains(at, i) {
					at = append(at, i)
				}
			}
		}
	}
	return at, document
}

// longestIssuer is how many words of a sentence are read as the name of an
// issuer.
const longestIssuer = 6

// wholly reports whether an issuer's whole name is name.
func (c *Case) wholly(name string) bool {
	return slices.ContainsFunc(c.issued[name], func(i int) bool { return issuerKeys(c.Articles[i].Issuer)[0] == name })
}

// Traced returns the primary document of the story in which the figure of an
// article at a place is found, whatever number it has there; -1 if there is
// none.
func (c *Case) Traced(article int, it *extract.Item) int {
	at, _ := c.Cited(article, it)
	if len(at) == 0 {
		return -1
	}
	n, ok := c.groupOf[spotOf(article, it)]
	if !ok {
		return -1
	}
	for _, r := range c.OnFigures[n].Readings {
		if slices.Contains(at, r.Article) {
			return r.Article
		}
	}
	return -1
}

// register lays out what [Case.Cited] and [Case.Traced] look up.
func (c *Case) register() {
	if c.issued = newRegister(c.Articles); len(c.issued) == 0 {
		return
	}
	c.groupOf = map[spot]int{}
	for n := range c.OnFigures {
		for _, r := range c.OnFigures[n].Readings {
			c.groupOf[spotOf(r.Article, &r.Item)] = n
		}
	}
}
