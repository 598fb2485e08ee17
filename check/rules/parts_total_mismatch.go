package rules

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// PartsTotalMismatch finds "33 people: 12 women, 10 men and 5 children".
var PartsTotalMismatch = &check.Rule{
	Name: "parts-total-mismatch",
	Doc: `Parts that do not make the total they stand behind

"33 people: 12 women, 10 men and 5 children" are 27. The sum is shown. Parts
are read behind a colon, a dash or an opening bracket, and behind a comma where
they are men, women, boys, girls, adults or children; all of them have to be
counts, each at the beginning of its place in the list. Percentages of one
whole may make 99 to 101.

Left alone are hedged numbers, lists that say they are not complete
("including", "others", "among them") or that one may be in two parts ("both").

Known misses: parts in another sentence or before their total; parts in words
between other words; totals of money.`,
	Standard: "General editorial practice: the numbers of a story add up.",
	Good:     `The fire killed 27 people: 12 women, 10 men and 5 children.`,
	Bad:      `The fire killed 33 people: 12 women, 10 men and 5 children.`,
	Level:    check.Warning,
	Run:      partsTotalMismatch,
}

func partsTotalMismatch(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.Items {
		for _, fs := range sentences(c.Items[i]) {
			for k := 0; k+2 < len(fs); k++ {
				if f, n := partsOf(i, fs[k], fs[k+1:]); n > 0 {
					out = append(out, f)
					k += n // parts are no totals
				}
			}
		}
	}
	return out
}

// partsOf checks the parts behind a total, and returns how many there are if
// they make another number.
func partsOf(article int, total extract.Figure, fs []extract.Figure) (check.Finding, int) {
	whole, ok := exact(total)
	if !ok || !addable(total) || total.Measure.Change != "" || whole.Sign() <= 0 {
		return check.Finding{}, 0
	}
	list, people, ok := behind(total)
	if !ok || people && ofPeople(total) || open(list) {
		return check.Finding{}, 0
	}
	places := split(list)
	if len(places) < 2 || len(places) > len(fs) {
		return check.Finding{}, 0
	}
	sum, at := new(big.Rat), len(total.Sentence)-len(list.rest)
	var terms []string
	for k, p := range places {
		n, ok := exact(fs[k])
		if !ok || !addable(fs[k]) || (fs[k].Kind == extract.Percent) != (total.Kind == extract.Percent) || n.Cmp(whole) >= 0 || fs[k].InSentence.Start != at+p.Start || !short(p.Of(list.text), fs[k], people) {
			return check.Finding{}, 0
		}
		sum.Add(sum, n)
		terms = append(terms, fs[k].Low.String())
	}
	if n := len(places); len(fs) > n && strings.Trim(list.rest[places[n-1].End:min(max(fs[n].InSentence.Start-at, places[n-1].End), len(list.rest))], " ,;and") == "" {
		return check.Finding{}, 0 // the list goes on
	}
	d := new(big.Rat).Sub(sum, whole)
	if d.Sign() == 0 || total.Kind == extract.Percent && d.Abs(d).Cmp(big.NewRat(1, 1)) <= 0 {
		return check.Finding{}, 0
	}
	shown := strings.Join(terms, " + ") + " = " + decimal(sum)
	f := one(article, total.Item, total.Of, shown+", the text says "+quoted(total.Text, 30))
	f.Confidence = medium
	for k := range places {
		f.Evidence = append(f.Evidence, check.Evidence{Article: article, Item: fs[k].Item})
	}
	f.Sides = []string{decimal(sum), check.FigureValue(total)}
	f.Notes = []check.Line{{Label: "sum", Text: shown}}
	return f, len(places)
}

// addable reports whether figures like f are parts of one whole.
func addable(f extract.Figure) bool {
	return f.Kind == extract.Count || f.Kind == extract.Percent && f.Unit == "percent"
}

// decimal writes a sum of numbers, which ends, without zeros behind it.
func decimal(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(maxExponent), "0")
}

// A parts is a list behind a total, and the sentence from its beginning.
type parts struct{ text, rest string }

// mostLead is how many words may stand between a total and its parts.
const mostLead = 4

// behind returns the list that stands behind a figure; people says that it
// stands behind a comma alone.
func behind(total extract.Figure) (list parts, people, ok bool) {
	s := total.Sentence
	if total.InSentence.End < 0 || total.InSentence.End > len(s) {
		return parts{}, false, false
	}
	rest := s[total.InSentence.End:]
	at := strings.IndexAny(rest, ":(,;—–.")
	if dash := strings.Index(rest, " - "); dash >= 0 && (at < 0 || dash < at) {
		at = dash + 1
	}
	if at < 0 || len(strings.Fields(rest[:at])) > mostLead {
		return parts{}, false, false
	}
	sign, _ := utf8.DecodeRuneInString(rest[at:])
	list.rest = strings.TrimLeft(rest[at+len(string(sign)):], " \u00a0")
	list.text = list.rest
	ends := ".;—–"
	switch sign {
	case '(':
		ends = ")"
	case ',':
		people = true
	case ';', '.':
		return parts{}, false, false
	}
	if end := strings.IndexAny(list.text, ends); end >= 0 {
		list.text = list.text[:end]
	} else if sign == '(' {
		return parts{}, false, false
	}
	if end := strings.Index(list.text, " - "); end >= 0 {
		list.text = list.text[:end]
	}
	return list, people, true
}

// open reports whether a list says that it is not whole, or that one may be in
// two of its parts.
func open(p parts) bool {
	for _, t := range text.Tokens(p.text) {
		if words.OpenLists.Has(strings.ToLower(t.Of(p.text))) {
			return true
		}
	}
	return false
}

// split returns where the parts of a list stand in it: "12 women", "10 men".
func split(p parts) []text.Span {
	var out []text.Span
	at, closed := 0, false
	add := func(end int) {
		for at < end && p.text[at] == ' ' {
			at++
		}
		if at < end {
			out = append(out, text.Span{Start: at, End: end})
		}
	}
	for _, t := range text.Tokens(p.text) {
		w := strings.ToLower(t.Of(p.text))
		if w != "," && w != "and" {
			continue
		}
		add(t.Start)
		at = t.End
		if w == "," && closed {
			return out // “seven men and four women, met …”
		}
		closed = closed || w == "and"
	}
	add(len(p.text))
	return out
}

// mostPart is how many words a part may have: what is longer tells more than
// how many of whom.
const mostPart = 5

// short reports whether a place in a list holds a part and nothing else.
func short(place string, f extract.Figure, people bool) bool {
	n := len(strings.Fields(place))
	return n <= mostPart && (!people || n <= 2 && ofPeople(f))
}

// ofPeople reports whether f counts people by sex or age: what stands behind a
// comma is then a part of those counted before it.
func ofPeople(f extract.Figure) bool { return words.PeopleNouns.Has(f.Noun) }
