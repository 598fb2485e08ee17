// Package cites finds from whom an article has what it says, and what it
// takes back.
package cites

import (
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
	"github.com/newsvet/newsvet/extract/internal/names"
)

// Extractor finds the outlets that an article cites, its links, and its
// corrections.
var Extractor = &extract.Extractor{
	Name: "cites",
	Doc:  "From whom the article has it, and what it takes back",
	Run:  run,
}

func run(a *extract.Article) extract.Items {
	r := &reader{
		Article: a, classes: a.Classes(), quoted: a.Quoted(), names: a.Names(),
		before: a.Lexicon().List("citing"), words: a.Lexicon().List("citewords"), papers: a.Lexicon().List("papers"), media: a.Lexicon().List("media"),
	}
	out := extract.Items{Corrections: corrections(a)}
	for k := range r.names.Mentions {
		m := &r.names.Mentions[k]
		if m.First < len(r.quoted) && r.quoted[m.First] {
			continue
		}
		if act := r.act(m); act != "" {
			c := extract.Cite{Name: r.names.Entities[m.Entity].Name, Act: act}
			c.Span = m.Span
			out.Cites = append(out.Cites, c)
		}
	}
	out.Cites = append(out.Cites, r.unnamed()...)
	out.Cites = append(out.Cites, links(a)...)
	return out
}

type reader struct {
	*extract.Article
	classes []lexicon.Class
	quoted  []bool
	names   *names.Index
	before  lexicon.List
	words   lexicon.List // see citewords.txt
	papers  lexicon.List
	media   lexicon.List
}

// word returns token i in small letters; "" outside of the article.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return text.Fold(r.Word(r.Tokens[i].Span))
}

// is reports whether the lexicon gives token i that use.
func (r *reader) is(i int, use string) bool { return strings.Contains(r.words[r.word(i)], use) }

// act says how a name is cited; "" if it is not.
func (r *reader) act(m *names.Mention) extract.CiteAct {
	i := m.First - 1
	det := false
	for i >= 0 && (r.classes[i].Has(lexicon.Det) || r.papers.Has(r.word(i)) || r.is(i, "n")) {
		det = true
		i--
	}
	if r.names.Entities[m.Entity].Kind == names.Person && !det {
		return "" // whoever tells it to a person is no outlet's source
	}
	if !m.Full && r.media.Has(r.word(m.First)) {
		return "" // "Press reports", at the beginning of a sentence
	}
	if act, ok := r.phrase(i, m); ok {
		return act
	}
	return r.reports(m)
}

// phrase reads the words that end with token i: "as reported by".
func (r *reader) phrase(i int, m *names.Mention) (extract.CiteAct, bool) {
	s := ""
	for n := 0; n < 2 && i-n >= 0 && r.Tokens[i-n].End > m.Whole.Start-maxPhrase; n++ {
		if s = strings.TrimSpace(r.word(i-n) + " " + s); r.before.Has(s) {
			return extract.CiteAct(r.before[s]), true
		}
	}
	return "", false
}

// maxPhrase is how many bytes before a name its phrase begins at most.
const maxPhrase = 40

// reports reads what follows a name: "the Bugle reported", "the Bugle’s
// report". That a paper "said" something makes it one that reports only if it
// is called what papers are called.
func (r *reader) reports(m *names.Mention) extract.CiteAct {
	i := m.Last + 1
	for n := 0; n < 2 && i < len(r.classes) && r.classes[i].Has(lexicon.Adverb|lexicon.Aux); n++ {
		i++ // "has also reported"
	}
	switch {
	case r.is(i, "v") || r.is(i, "f") && r.is(i+1, "v"):
		return extract.CiteSays
	case r.is(i, "r") && strings.HasSuffix(r.word(m.Last), "s"):
		return extract.CiteSays // "the Bugle’s report"
	case i < len(r.classes) && r.classes[i].Has(lexicon.Direct) && r.classes[i].Has(lexicon.Past|lexicon.Present) && r.paper(m):
		return extract.CiteSays
	}
	return ""
}

// paper reports whether a name has a word that papers are called by.
func (r *reader) paper(m *names.Mention) bool {
	for i := m.First; i <= m.Last; i++ {
		if r.papers.Has(strings.TrimSuffix(r.word(i), "'s")) {
			return true
		}
	}
	return false
}

// unnamed finds media that nobody names: "local media", "press reports".
func (r *reader) unnamed() []extract.Cite {
	var out []extract.Cite
	for i := range r.Tokens {
		if n := r.Tokens[i].Span.Len(); n < len("news") || n > len("broadcasters") || r.quoted[i] {
			continue
		}
		how, ok := r.media[r.word(i)]
		if !ok {
			continue
		}
		if m, ok := r.names.At(r.Tokens[i].Start); ok && m.Full {
			continue // "Aldport News"
		}
		said := i+1 < len(r.classes) && r.classes[i+1].Has(lexicon.Say) && r.classes[i+1].Has(lexicon.Past|lexicon.Present)
		sourced := r.is(i-1, "o") || r.is(i-2, "o")
		if r.is(i+1, "p") || how == "alone" && (said || sourced) || how == "reports" && said {
			c := extract.Cite{Act: extract.CiteUnnamed}
			c.Span = r.Tokens[i].Span
			out = append(out, c)
		}
	}
	return out
}

// links returns the hyperlinks of an article's text to other pages.
func links(a *extract.Article) []extract.Cite {
	var out []extract.Cite
	for _, l := range a.Doc.Links {
		if !strings.HasPrefix(l.Target, "http://") && !strings.HasPrefix(l.Target, "https://") || l.Empty() {
			continue
		}
		if b := a.BlockAt(l.Start); b < 0 || a.Doc.Blocks[b].Kind == corpus.Headline {
			continue
		}
		c := extract.Cite{Act: extract.CiteLink, Target: l.Target}
		c.Span = l.Span
		out = append(out, c)
	}
	return out
}
