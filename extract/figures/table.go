package figures

import (
	"strings"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A cell is where a block stands in a table: the blocks that head its row and
// its column, or -1.
type cell struct{ row, column int }

// cellOf returns where block i stands in its table. Cells are of one row if
// they stand on one line of the file.
func (s *scan) cellOf(i int) cell {
	if s.cells == nil {
		s.cells = map[int]cell{}
		blocks := s.a.Doc.Blocks
		for from := 0; from < len(blocks); from++ {
			if blocks[from].Kind != corpus.Cell {
				continue
			}
			to := from
			for to < len(blocks) && blocks[to].Kind == corpus.Cell {
				to++
			}
			s.table(from, to)
			from = to
		}
	}
	if c, ok := s.cells[i]; ok {
		return c
	}
	return cell{-1, -1}
}

// table notes the cells of the table that blocks [from, to) make.
func (s *scan) table(from, to int) {
	var rows [][]int
	line := -1
	for i := from; i < to; i++ {
		if at := s.a.Doc.Map.Place(s.a.Doc.Blocks[i].Span).From.Line; at != line || len(rows) == 0 {
			rows, line = append(rows, nil), at
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
	}
	if len(rows) < 2 || len(rows[0]) < 2 {
		return // a page laid out with a table
	}
	head := rows[0]
	for _, row := range rows[1:] {
		for k, i := range row {
			c := cell{row: row[0], column: -1}
			if k == 0 {
				c.row = -1
			}
			// the corner of a table may be empty
			if n := k + len(head) - len(row); len(row)-len(head) <= 1 && n >= 0 && n < len(head) && k > 0 {
				c.column = head[n]
			}
			s.cells[i] = c
		}
	}
}

// tabled gives a figure in a table the heads of its row and column as measure.
func (s *scan) tabled(f *extract.Figure) {
	i := s.a.BlockAt(f.Span.Start)
	if i < 0 || s.a.Doc.Blocks[i].Kind != corpus.Cell {
		return
	}
	c := s.cellOf(i)
	var heads []string
	for _, b := range []int{c.row, c.column} {
		if b < 0 {
			continue
		}
		sp := s.a.Doc.Blocks[b].Span
		heads = append(heads, oneLine(sp.Of(s.s)))
		s.headed(f, sp)
	}
	if len(heads) > 0 {
		f.Of = strings.Join(heads, " · ")
	}
}

// headed adds to a figure what one head of its row or column says.
func (s *scan) headed(f *extract.Figure, head text.Span) {
	m := &f.Measure
	for _, d := range s.datesFrom(head.Start) {
		if d.Span.End > head.End {
			break
		}
		m.Period = d.Value
	}
	last := ""
	for k := s.a.TokenAt(head.Start); k < len(s.t) && s.t[k].End <= head.End; k++ {
		w := s.low(k)
		if s.raw(k) == "%" && f.Unit == "" {
			f.Unit, f.Kind = "percent", extract.Percent
		}
		if s.kind(k) != text.Word || s.g.function(w) {
			continue
		}
		if known, ok := s.g.measure[w]; ok {
			m.Name, m.Grows = known.name, known.grows
		}
		m.Words = append(m.Words, s.a.Lexicon().Stem(w))
		last = w
	}
	if last != "" && f.Noun == "" && (s.plural(last) || s.g.is(last, "state")) {
		f.Noun = s.singular(last)
		if f.Unit == "" {
			f.Unit = f.Noun
		}
	}
	sortUnique(&m.Words)
}
