package rules

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A figureSides knows of each figure of a story which readings say the same.
type figureSides struct {
	at map[printedAt][2]int // comparison and side
	of map[[2]int][]*check.Reading
}

type printedAt struct {
	article int
	span    text.Span
}

func newFigureSides(c *check.Case) *figureSides {
	const each = 3 // readings of one article stand for all that it has on a side
	s := &figureSides{at: map[printedAt][2]int{}, of: map[[2]int][]*check.Reading{}}
	count := map[[3]int]int{}
	for i := range c.OnFigures {
		for k := range c.OnFigures[i].Readings {
			r := &c.OnFigures[i].Readings[k]
			side := [2]int{i, r.Side}
			s.at[printedAt{r.Article, r.Item.Span}] = side
			if n := [3]int{i, r.Side, r.Article}; count[n] < each {
				count[n]++
				s.of[side] = append(s.of[side], r)
			}
		}
	}
	return s
}

// with returns the readings on the side of a figure, of each article the first.
func (s *figureSides) with(article int, f extract.Figure) []*check.Reading {
	side, ok := s.at[printedAt{article, f.Span}]
	if !ok {
		return nil
	}
	return s.of[side]
}

// measures are figures among which others of the same measure are looked for:
// figures of one kind with the same value, small counts of one thing, or counts
// of one thing that grows and of one order.
type measures struct {
	values *align.Values
	alike  map[string][]text.Span // two of a kind are enough to know of another
}

func newMeasures(fs []extract.Figure) *measures {
	m := &measures{values: align.NewValues(fs), alike: map[string][]text.Span{}}
	for i := range fs {
		for _, k := range []string{thingKey(&fs[i]), growthKey(&fs[i], 0)} {
			if k != "" && len(m.alike[k]) < 2 {
				m.alike[k] = append(m.alike[k], fs[i].Span)
			}
		}
	}
	return m
}

// thingKey is the same for small counts of the same number of one thing: "two"
// is met so often that the number alone says nothing. It is empty of others.
func thingKey(f *extract.Figure) string {
	const small = 20
	if f.Kind != extract.Count || f.High.Cmp(extract.NewNumber(small)) > 0 {
		return ""
	}
	return f.Low.String() + "\x00" + cmp.Or(f.Measure.Name, f.Noun)
}

// growthKey is the same for counts of one thing that grows of one order, which
// is more by so many; it is empty of others.
func growthKey(f *extract.Figure, more int) string {
	if f.Measure.Name == "" || !f.Measure.Grows {
		return ""
	}
	order := 0
	for n := f.Low; n.Cmp(extract.NewNumber(1)) > 0; order++ {
		n = n.Mul(extract.Number{Coef: 1, Exp: -1})
	}
	return string(f.Kind) + "\x00" + f.Measure.Name + "\x00" + strconv.Itoa(order+more)
}

// has reports whether another figure than f is of its measure.
func (m *measures) has(f extract.Figure) bool {
	if thing := thingKey(&f); thing != "" && m.other(thing, f.Span) || thing == "" && m.values.Other(&f) {
		return true
	}
	for more := -1; more <= 1; more++ {
		if k := growthKey(&f, more); k != "" && m.other(k, f.Span) {
			return true
		}
	}
	return false
}

// other reports whether a figure that stands elsewhere has the key.
func (m *measures) other(key string, own text.Span) bool {
	return slices.ContainsFunc(m.alike[key], func(sp text.Span) bool { return sp != own })
}
