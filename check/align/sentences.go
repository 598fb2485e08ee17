package align

import (
	"math"
	"slices"
	"strings"

	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// Sentences are those that the items of a story stand in, read once for
// [Figures] and [Dates].
type Sentences struct {
	articles []extract.Items
	stems    map[uint64][]stem // per sentence, by its print
	unread   map[string][]stem // of sentences without a print that are not counted
	count    int
	texts    []string  // of each stem, in order
	rarity   []float64 // of each stem: the weight of its being rare in the story
}

// A stemID is a stem, in the order of all stems of a story.
type stemID int32

// A stem is a word of a sentence, without its ending.
type stem struct {
	id    stemID
	name  bool
	mark  bool   // a number or a light word: of no weight
	word  string // as it is printed
	start int
}

// ReadSentences reads the sentences of all items.
func ReadSentences(articles []extract.Items) *Sentences {
	in := &Sentences{articles: articles, stems: map[uint64][]stem{}, unread: map[string][]stem{}}
	l := &learner{words: map[string]learned{}, ids: map[string]stemID{}}
	for i := range articles {
		a := &articles[i]
		for k := range a.Quotes {
			in.add(l, &a.Quotes[k].Item)
		}
		for k := range a.Figures {
			in.add(l, &a.Figures[k].Item)
		}
		for k := range a.Dates {
			in.add(l, &a.Dates[k].Item)
		}
	}
	in.order(l)
	return in
}

func (in *Sentences) add(l *learner, it *extract.Item) {
	if _, ok := in.stems[it.Print]; ok {
		if it.Print == 0 && in.unread[it.Sentence] == nil {
			in.unread[it.Sentence] = l.stems(it.Sentence)
		}
		return
	}
	ss := l.stems(it.Sentence)
	in.stems[it.Print] = ss
	if it.Print == 0 {
		in.unread[it.Sentence] = slices.Clone(ss)
	}
	in.count++
	for _, s := range ss {
		if !s.mark && l.last[s.id] != in.count {
			l.last[s.id] = in.count
			l.count[s.id]++
		}
	}
}

// order numbers the stems in their order, and weighs them.
func (in *Sentences) order(l *learner) {
	sorted := make([]stemID, len(l.texts))
	for i := range sorted {
		sorted[i] = stemID(i)
	}
	slices.SortFunc(sorted, func(a, b stemID) int { return strings.Compare(l.texts[a], l.texts[b]) })
	place := make([]stemID, len(sorted))
	in.texts, in.rarity = make([]string, len(sorted)), make([]float64, len(sorted))
	for i, id := range sorted {
		place[id] = stemID(i)
		in.texts[i] = l.texts[id]
		in.rarity[i] = math.Log(1 + float64(in.count+8)/float64(l.count[id]+1))
	}
	for _, ss := range in.stems {
		renumber(ss, place)
	}
	for _, ss := range in.unread {
		renumber(ss, place)
	}
}

func renumber(ss []stem, place []stemID) {
	for i := range ss {
		ss[i].id = place[ss[i].id]
	}
}

// of returns the stems of the sentence of it.
func (in *Sentences) of(it *extract.Item) []stem {
	if it.Print == 0 {
		return in.unread[it.Sentence]
	}
	return in.stems[it.Print]
}

// id returns the place of a stem; -1 if no sentence has it.
func (in *Sentences) id(text string) stemID {
	if i, ok := slices.BinarySearch(in.texts, text); ok {
		return stemID(i)
	}
	return -1
}

// A learner makes the stems of sentences. A word that it has met before is not
// looked at again.
type learner struct {
	words map[string]learned
	ids   map[string]stemID
	texts []string // of each stem
	count []int    // of each stem: in how many sentences it stands
	last  []int    // of each stem: the last of them
}

type learned struct {
	id      stemID
	capital bool // or another sign that is folded
	mark    bool
}

const maxStems = 120 // of a sentence; longer ones are lists

func (l *learner) stems(s string) []stem {
	tokens := text.Tokens(s)
	out := make([]stem, 0, min(len(tokens), maxStems))
	for i, t := range tokens {
		if len(out) >= maxStems {
			break
		}
		if t.Kind == text.Mark {
			continue
		}
		w := t.Of(s)
		x, ok := l.words[w]
		if !ok {
			x = l.learn(w, t.Kind)
		}
		out = append(out, stem{id: x.id, word: w, start: t.Start, name: i > 0 && x.capital && t.Kind == text.Word, mark: x.mark})
	}
	return out
}

func (l *learner) learn(w string, kind text.Kind) learned {
	b := text.Bare(w)
	s := words.Stem(b)
	id, ok := l.ids[s]
	if !ok {
		id = stemID(len(l.texts))
		l.ids[s] = id
		l.texts, l.count, l.last = append(l.texts, s), append(l.count, 0), append(l.last, 0)
	}
	x := learned{id, w != b, weightless(b, kind)}
	l.words[w] = x
	return x
}

// weightless reports whether a word, folded, tells nothing of what an item is
// about: a number, a word of the calendar, a light word.
func weightless(b string, kind text.Kind) bool {
	return kind != text.Word || words.IsLight(b) || words.IsNumber(b) || words.Calendar(strings.TrimSuffix(b, "'s")) || len(b) < 2
}

// A phraseStem is a word of a phrase, without its ending.
type phraseStem struct {
	text string
	mark bool // see stem
}

func stemsOf(s string) []phraseStem {
	var out []phraseStem
	for _, t := range text.Tokens(s) {
		if len(out) < maxStems && t.Kind != text.Mark {
			b := text.Bare(t.Of(s))
			out = append(out, phraseStem{words.Stem(b), weightless(b, t.Kind)})
		}
	}
	return out
}
