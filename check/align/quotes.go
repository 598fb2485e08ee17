package align

import (
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// Words returns the words in the marks of q, as they are compared.
func Words(q extract.Quote) []words.Word {
	spans, _ := inMarks(&q)
	parts := make([]text.Span, len(spans))
	for i, sp := range spans {
		parts[i] = sp.Shift(-q.Span.Start)
	}
	return words.Split(q.Text, parts...)
}

// A spoken is a quote, or a sentence of one, with its words.
type spoken struct {
	article int
	of      int // which quote of its article it is of
	nth     int // which sentence of that
	quote   *extract.Quote
	who     extract.Speaker // of the quote, as the story knows him
	given   int32           // the number of the speaker in met
	met     *relations
	words   []words.Word
	bag     words.Bag
	content int
	key     string // its words: what orders quotes whatever article they stand in
}

// Quotes groups the sentences of quotes that are the same words, whoever is
// given as their speaker, and the quotes that each article gives as one
// speaker's answer on one occasion. A member is as much of a quote as is
// compared together: a sentence that differs somewhere stands alone, sentences
// that all have word for word stay together, and so do those nobody else has.
// Indirect speech is not compared.
func Quotes(articles []extract.Items) []Group[extract.Quote] {
	wholes := spokenIn(articles)
	cast, met := castOf(articles), newRelations()
	for i := range wholes {
		wholes[i].who = cast.known(wholes[i].quote.Speaker)
		met.number(&wholes[i])
	}
	var qs []spoken
	for i := range wholes {
		qs = append(qs, sentencesOf(&wholes[i])...)
	}
	f := newForest(len(qs))
	near := map[int][]Near{}
	for _, l := range quoteLinks(qs, near) {
		f.join(l)
	}
	answers, taken := answerGroups(wholes, qs, f)
	var out []Group[extract.Quote]
	for _, run := range runsOf(qs, f, taken) {
		r := f.root(run[0][0])
		g := Group[extract.Quote]{Why: f.why[r], Score: f.score[r]}
		for k, i := range run[0] {
			g.Members = append(g.Members, Member[extract.Quote]{qs[i].article, joinedQuote(qs, &wholes[qs[i].of], run, k)})
			for _, n := range near[i] {
				if n.Member = k; len(g.Near) < maxNear {
					g.Near = append(g.Near, n)
				}
			}
		}
		g.Subject, g.Key = quoteSubject(qs, run[0])
		out = append(out, g)
	}
	return append(out, answers...)
}

// spokenIn returns the quotes that are compared.
func spokenIn(articles []extract.Items) []spoken {
	var qs []spoken
	for a := range articles {
		for i := range articles[a].Quotes {
			q := &articles[a].Quotes[i]
			if q.Form == extract.Indirect {
				continue
			}
			if s := newSpoken(a, len(qs), inTheirMarks(q)); len(s.words) > 0 {
				qs = append(qs, s)
			}
		}
	}
	return qs
}

func newSpoken(article, of int, q *extract.Quote) spoken {
	ws := Words(*q)
	s := spoken{article: article, of: of, quote: q, words: ws, bag: words.BagOf(ws), key: strings.Join(words.Norms(ws), " ")}
	for _, w := range ws {
		if !w.Light {
			s.content++
		}
	}
	return s
}

// quoteLinks compares the quotes that share two words in a row, or a word of
// one speaker.
func quoteLinks(qs []spoken, near map[int][]Near) []link {
	n := 0
	for i := range qs {
		n += len(qs[i].words)
	}
	x := newIndex(len(qs), n)
	for i, q := range qs {
		who := ""
		if q.who.Name != "" {
			who = Surname(q.who.Name)
		}
		for k, w := range q.words {
			if who != "" && !w.Light && len(q.words) <= 80 {
				x.add(words.Key("said", who, w.Norm), i)
			}
			if k > 0 && !(w.Light && q.words[k-1].Light) {
				x.add(words.Key("row", q.words[k-1].Norm, w.Norm), i)
			}
		}
		x.add(words.Key("all", q.key), i)
	}
	var links []link
	rank := ranked(len(qs), func(i int) string { return qs[i].key })
	x.pairs(rank, func(i int) string { return qs[i].key }, func(a, b int) {
		if qs[a].of == qs[b].of {
			return
		}
		l, why := quoteLink(&qs[a], &qs[b])
		if l.score == 0 {
			if why != "" && qs[a].article != qs[b].article && len(near[a]) < maxNear {
				near[a] = append(near[a], Near{Article: qs[b].article, Item: qs[b].quote.Item, Why: why})
			}
			return
		}
		l.a, l.b = a, b
		links = append(links, l)
	})
	links = append(links, anchored(qs, links)...)
	sortLinks(links, rank)
	return links
}

// leastEqual and leastContent are how many words, and words with content, two
// quotes must have in common, by whether they are on one speaker's word.
var (
	leastEqual   = [...]int{Unknown: 4, Same: 2, Other: 6}
	leastContent = [...]int{Unknown: 2, Same: 1, Other: 1}
)

// quoteLink says whether two quotes are the same words. What it asks for
// grows as less is known of who speaks.
func quoteLink(a, b *spoken) (link, string) {
	equal, content := a.bag.Common(b.bag)
	if equal < leastEqual[Same] || content < leastContent[Same] {
		return link{}, "" // the least that is asked of any two
	}
	who, why := relation(a, b)
	if equal < leastEqual[who] || content < leastContent[who] {
		return link{}, ""
	}
	m := words.Compare(a.words, b.words)
	shorter := min(len(a.words), len(b.words))
	whole := m.A1-m.A0 == len(a.words) || m.B1-m.B0 == len(b.words)
	most := float64(min(m.A1-m.A0, m.B1-m.B0)) >= 0.5*float64(shorter) || m.Equal >= 12
	exact := len(m.Changes) == 0
	if a.article == b.article && !exact || !most {
		return link{}, ""
	}
	l := link{same: exact}
	switch {
	case who == Same && exact && whole && m.Content >= 1 && m.Equal >= 2:
		l.score = 0.85
	case who == Same && m.Equal >= 3 && m.Content >= 1 && m.Likeness() >= 0.7 && most && reach(m, a, b) >= 0.75:
		l.score = 0.75
	case who == Same && m.Equal >= 5 && m.Content >= 2 && m.Likeness() >= 0.58:
		l.score = 0.75
	case who == Unknown && (exact && m.Equal >= 4 && m.Content >= 2 && whole || m.Equal >= 6 && m.Content >= 3 && m.Likeness() >= 0.65 || m.Equal >= 7 && m.Content >= 2 && m.Likeness() >= 0.85 && reach(m, a, b) == 1):
		l.score = 0.7
	case who == Other && exact && len(a.words) == len(b.words) && m.Equal == len(a.words) && m.Equal >= 7 && m.Content >= 1:
		l.score = 0.7
	case who == Other && m.Content >= 3 && (exact && m.Equal >= 6 || m.Equal >= 8 && m.Likeness() >= 0.8):
		l.score = 0.7
	default:
		return link{}, ""
	}
	if m.Equal >= 10 && m.Likeness() >= 0.75 {
		l.score += 0.2
	} else if m.Equal >= 6 && m.Likeness() >= 0.7 {
		l.score += 0.1
	}
	if !exact && apart(a.quote.Occasion, b.quote.Occasion) && m.Run < 12 {
		return link{}, "another occasion"
	}
	if who == Same {
		l.why = append(l.why, "same speaker ("+why+")")
	}
	l.why = append(l.why, "the same words")
	return l, ""
}

// reach returns what share of the shorter quote the common stretch covers.
func reach(m words.Match, a, b *spoken) float64 {
	if len(a.words) <= len(b.words) {
		return float64(m.A1-m.A0) / float64(len(a.words))
	}
	return float64(m.B1-m.B0) / float64(len(b.words))
}

// apart reports whether two occasions are on days that do not meet.
func apart(a, b extract.Occasion) bool {
	if a.From.IsZero() || b.From.IsZero() || a.To.IsZero() || b.To.IsZero() {
		return false
	}
	return !a.From.Before(b.To) || !b.From.Before(a.To)
}

// quoteSubject names a group by whom most give as the speaker, in the fullest
// form; its key by what does not change when an article is added.
func quoteSubject(qs []spoken, ms []int) (subject, key string) {
	count, forms := map[string]int{}, map[string]map[string]int{}
	for _, i := range ms {
		s := qs[i].quote.Speaker
		name, k := s.Name, Surname(s.Name)
		if name == "" {
			name, k = s.Mention, "\x7f"+text.Bare(s.Mention) // named ones first
		}
		if name == "" {
			continue
		}
		count[k]++
		if forms[k] == nil {
			forms[k] = map[string]int{}
		}
		forms[k][name]++
	}
	for _, k := range sortedCounts(count) {
		better := key == "" || k[0] != '\x7f' && (key[0] == '\x7f' || count[k] > count[key])
		if k != "" && better {
			key = k
		}
	}
	if key == "" {
		return "somebody who is not named", ""
	}
	return fullest(forms[key]), strings.TrimPrefix(key, "\x7f")
}

// fullest returns the longest form of the name that most give, of names with
// one surname: Jane Roe and John Roe are two.
func fullest(forms map[string]int) string {
	most, best := 0, ""
	names := sortedCounts(forms)
	names = names[:min(len(names), 32)]
	for _, name := range names {
		n := 0
		for _, other := range names {
			if rel, _ := persons(name, other); rel == Same || name == other {
				n += forms[other]
			}
		}
		if n > most || n == most && len(name) > len(best) {
			most, best = n, name
		}
	}
	return best
}
