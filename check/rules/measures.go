package rules

import (
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
// figures of one kind with the same value, or counts of one thing that grows.
type measures struct {
	values *align.Values
	grows  map[string][]text.Span // by kind and measure: two of them are enough to know of another
}

func newMeasures(fs []extract.Figure) *measures {
	m := &measures{values: align.NewValues(fs), grows: map[string][]text.Span{}}
	for i := range fs {
		if k := measureKey(&fs[i]); len(m.grows[k]) < 2 {
			m.grows[k] = append(m.grows[k], fs[i].Span)
		}
	}
	return m
}

func measureKey(f *extract.Figure) string { return string(f.Kind) + "\x00" + f.Measure.Name }

// has reports whether another figure than f is of its measure.
func (m *measures) has(f extract.Figure) bool {
	if m.values.Other(&f) {
		return true
	}
	if f.Measure.Name == "" || !f.Measure.Grows {
		return false
	}
	for _, sp := range m.grows[measureKey(&f)] {
		if sp != f.Span {
			return true
		}
	}
	return false
}
