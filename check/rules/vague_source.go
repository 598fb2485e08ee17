package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// VagueSource finds claims whose only support is "experts".
var VagueSource = &check.Rule{
	Name: "vague-source",
	Doc: `Experts, studies, officials: nobody in particular

"Experts say", "studies show", "critics", "officials" name nobody whom a reader
could ask. As an addition to a named source they do no harm; as the only
support of a claim anywhere in the article they leave it hanging. Info; a
warning where a figure hangs on it.

Left alone: a study or analysts "by", "at", "of" a named body; people who act
and are not said to say anything; "officials" whom the article names elsewhere.
"The paper", which it has spoken of before, is no more than info.

Known misses: vague words for a source that the lists do not hold.`,
	Standard: "SPJ Code of Ethics: identify sources clearly; AP Stylebook, anonymous sources: the most specific possible identification of the source.",
	Good:     `Experts, among them Lena Quist of the county laboratory, say that lead harms children.`,
	Bad:      `Studies show that 40% of old mills burn.`,
	Level:    check.Info,
	Run:      vagueSource,
}

func vagueSource(c *check.Case) []check.Finding {
	elsewhere := elsewhereIn(c)
	var out []check.Finding
	for i := range c.Items {
		if primary(c.Articles[i]) {
			continue
		}
		items := c.Items[i]
		known := sourced(items)
		held := map[int]bool{} // sentences that a figure was already found in
		for _, g := range items.Figures {
			if g.Provenance != extract.VagueSource || known.has(g) {
				continue
			}
			if issued(&g) || aside(&g) {
				continue
			}
			f := aloneIn(i, g.Item, g.Speaker.Mention, quoted(g.Text, 40)+" hangs on "+quoted(g.Speaker.Mention, 40))
			if statistic(g) && !strings.HasPrefix(text.Bare(g.Speaker.Mention), "the ") {
				f.Level = check.Warning
			}
			f.Notes = []check.Line{{Label: "missing", Text: "who they are"}, elsewhere(i, g)}
			held[start(g.Item)] = true
			out = append(out, f)
		}
		for _, n := range items.Notes {
			said := strings.Fields(n.Text)
			if n.Name != "vague-source" || held[start(n.Item)] || !slices.Contains(said, "of") && ofBody(said, len(said)) {
				continue
			}
			f := aloneIn(i, n.Item, n.Text, quoted(n.Text, 40)+": nobody in particular")
			f.Notes = []check.Line{{Label: "missing", Text: "who they are"}}
			held[start(n.Item)] = true
			out = append(out, f)
		}
	}
	return onePerArticle(out)
}

// start is where the sentence of an item begins.
func start(it extract.Item) int { return it.Span.Start - it.InSentence.Start }

// besides returns the words of a figure's source and after it, to the end of
// the sentence, and those before it.
func besides(g *extract.Figure) (before, from []string) {
	at := g.Speaker.Span.Start - start(g.Item)
	if at < 0 || at > len(g.Sentence) {
		return nil, strings.Fields(g.Speaker.Mention)
	}
	return strings.Fields(g.Sentence[:at]), strings.Fields(g.Sentence[at:])
}

// issued reports whether the words for a source say whose it is: "a study by
// the Harbour Board", "analysts at Gale Brothers".
func issued(g *extract.Figure) bool {
	_, from := besides(g)
	return ofBody(from, len(strings.Fields(g.Speaker.Mention)))
}

// ofBody reports whether the first words of from, as many as said, or the next
// say whose a source is.
func ofBody(from []string, said int) bool {
	for i := 1; i < len(from) && i <= said; i++ {
		if words.Issuers.Has(from[i]) {
			for _, w := range from[i+1 : min(max(i+4, said), len(from))] { // "researchers at software firm Gale"
				if unicode.IsUpper(first(w)) {
					return true
				}
			}
		}
	}
	return false
}

// aside reports whether what seems to be a source is none of the figure, "in
// what officials described as", "in terms of figures", "$1 million burned, and
// investigators say that it was arson", or is somebody's whom the article
// names: "his estimates".
func aside(g *extract.Figure) bool {
	before, from := besides(g)
	if len(from) > 0 && slices.Contains([]string{"his", "her", "their", "its"}, text.Bare(from[0])) {
		return true
	}
	n := len(before)
	switch {
	case besideAnother(g, before):
		return true
	case n > 1 && slices.Contains([]string{"and", "but", "while", "though"}, text.Bare(before[n-1])) && strings.HasSuffix(before[n-2], ","):
		return g.Span.Start < g.Speaker.Span.Start
	case n > 0 && text.Bare(before[n-1]) == "what":
		return g.Span.Start < g.Speaker.Span.Start
	case n > 1:
		return text.Bare(before[n-1]) == "of" && text.Bare(before[n-2]) == "terms"
	}
	return false
}

// besideAnother reports whether somebody else is given for the figure right
// after it, "the $184 million reported by Lena Quist", the article itself adds
// it, "others said the bar, which has lost 10 percent, …", or the source is
// only what the figure is compared with: "in line with other reports".
func besideAnother(g *extract.Figure, before []string) bool {
	after := strings.Fields(g.Sentence[min(g.InSentence.End, len(g.Sentence)):])
	if len(after) > 2 && text.Bare(after[1]) == "by" && words.Telling(text.Bare(after[0])) && (unicode.IsUpper(first(after[2])) || len(after) > 3 && unicode.IsUpper(first(after[3]))) {
		return true
	}
	if from := g.Speaker.Span.End - start(g.Item); from > 0 && from < g.InSentence.Start {
		if strings.Contains(g.Sentence[from:g.InSentence.Start], ", which ") {
			return true
		}
	}
	n := len(before)
	return n > 2 && g.Span.Start < g.Speaker.Span.Start && text.Bare(before[n-1]) == "with" && slices.Contains([]string{"line", "keeping", "consistent"}, text.Bare(before[n-2]))
}

// first returns the first letter of w.
func first(w string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, unicode.IsPunct))
	return r
}
