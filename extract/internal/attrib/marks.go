package attrib

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract/internal/lexicon"
)

// A Quotation is a stretch in quotation marks.
type Quotation struct {
	Parts    []text.Span // one per block, marks included
	Words    []text.Span // the same without marks
	Inner    []text.Span // in marks inside of these, marks included
	Single   bool        // in single marks
	Unclosed bool
}

// Span is from the first mark to the last.
func (q Quotation) Span() text.Span {
	return text.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
}

// Marks returns the stretches of s that stand in quotation marks, in order.
// An odd mark is forgotten at the end of its block.
func Marks(s string, blocks []text.Span, lex *lexicon.Lexicon) []Quotation {
	m := &marker{s: s, german: lex.Lang == "de", lex: lex}
	scanned := make([][]mark, len(blocks))
	for i, b := range blocks {
		scanned[i] = m.scan(b)
	}
	for i, b := range blocks {
		m.block(b, scanned[i], blocks[i+1:], scanned[i+1:])
	}
	return m.out
}

// A mark is one quotation mark and what it can be where it stands.
type mark struct {
	text.Span
	family      byte // d double, s single, g guillemet
	opens, ends bool // by its place and shape
	sure        bool // by its shape alone: “ or ”
	strayed     bool // may end what is open though a space stands before it
}

type marker struct {
	s      string
	lex    *lexicon.Lexicon
	german bool
	out    []Quotation
	open   int  // 1 + index of the quotation that goes on in the next block
	family byte // of its marks
}

var shapes = map[rune]struct {
	family byte
	side   byte // o opens, c closes, ? either
}{
	'“': {'d', 'o'}, '”': {'d', 'c'}, '„': {'d', 'o'}, '‟': {'d', 'o'}, '"': {'d', '?'}, '＂': {'d', '?'}, '«': {'g', '?'}, '»': {'g', '?'},
	'‘': {'s', 'o'}, '’': {'s', 'c'}, '‚': {'s', 'o'}, '\'': {'s', '?'}, '`': {'s', 'o'}, '‹': {'s', '?'}, '›': {'s', '?'}, '´': {'s', 'c'},
}

// scan finds the marks of block b.
func (m *marker) scan(b text.Span) []mark {
	var out []mark
	before := ' '
	for i := b.Start; i < b.End; {
		c := m.s[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			before = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(m.s[i:b.End])
		shape, ok := shapes[r]
		if !ok {
			before = r
			i += n
			continue
		}
		k := mark{Span: text.Span{Start: i, End: i + n}, family: shape.family}
		if (r == '\'' || r == '`' || r == '‘' || r == '’') && strings.HasPrefix(m.s[i+n:b.End], string(r)) {
			k.End += n // '' and `` for a double mark
			k.family = 'd'
			if r == '\'' {
				shape.side = '?'
			}
		}
		after := ' '
		if k.End < b.End {
			after, _ = utf8.DecodeRuneInString(m.s[k.End:b.End])
		}
		m.judge(&k, r, shape.side, before, after)
		if k.family == 'd' && k.opens && !k.ends && before == ' ' {
			m.astray(&k, shape.side, after)
		}
		if k.opens || k.ends {
			out = append(out, k)
		}
		before = r
		i = k.End
	}
	return out
}

// judge says what a mark can be between two characters.
func (m *marker) judge(k *mark, r rune, side byte, before, after rune) {
	left := unicode.IsSpace(before) || strings.ContainsRune("([{—–-/“‘«„…:*#>\u200b", before) || before == '"' || before == '\''
	right := unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]}—–-/”’»…*\u200b", after) || after == '"' || after == '\''
	switch {
	case k.family == 's':
		// An apostrophe stands between letters; 'em and '90s open nothing.
		k.opens = left && !right && !unicode.IsDigit(after) && side != 'c'
		k.ends = !left && right && (side != 'o' || m.german)
	case r == '„':
		k.opens, k.sure = true, true
	case r == '“' && m.german:
		k.ends, k.opens, k.sure = true, left && !right, !left
	case side == 'o':
		k.opens, k.ends, k.sure = !right || left, !left && right, left || !right
	case side == 'c':
		k.ends, k.opens, k.sure = !left || right, left && !right, true
	case k.family == 'g':
		k.opens, k.ends = r == '«', r == '»'
		if m.german || r == '»' && left && !right || r == '«' && !left && right {
			k.opens, k.ends = r == '»', r == '«'
		}
		k.sure = true
	default:
		k.opens, k.ends = left && !right || left == right, !left && right || left == right
		if !left && unicode.IsDigit(before) && right {
			k.opens = false // 6'2": inches, unless something is open
		}
	}
}

// astray sees to a double mark that a space has come to stand before:
// “We will go, "she said.” It may end what is open.
func (m *marker) astray(k *mark, side byte, after rune) {
	s := strings.TrimRight(m.s[:k.Start], " ")
	switch {
	case side == 'o' && strings.ContainsRune(",.;:!?)", after):
		k.opens, k.ends = false, true
	case side == '?' && unicode.IsLetter(after) && s != "" && (strings.ContainsAny(s[len(s)-1:], ",.?!") || strings.HasSuffix(s, "…")):
		k.ends, k.strayed = true, true
		k.opens = unicode.IsUpper(after) || s[len(s)-1] == ',' || s[len(s)-1] == '.'
	}
}

// block pairs the marks of one block.
func (m *marker) block(b text.Span, marks []mark, after []text.Span, next [][]mark) {
	i := 0
	start := -1 // of the mark that opened
	var opened mark
	if m.open > 0 {
		opened = mark{Span: text.Span{Start: b.Start, End: b.Start}, family: m.family}
		start = b.Start
		if len(marks) > 0 && marks[0].family == m.family && marks[0].opens && m.first(b, marks[0]) {
			opened, start, i = marks[0], marks[0].Start, 1
		}
	}
	for ; i < len(marks); i++ {
		k := marks[i]
		if start < 0 {
			if k.family == 's' {
				if end := m.single(marks, i); end > 0 {
					m.add(k, marks[end], true)
					i = end
				}
			} else if k.opens {
				start, opened = k.Start, k
			}
			continue
		}
		if k.family != opened.family && !(opened.family == 'g' && k.family == 'd') || k.family == 's' {
			continue
		}
		switch {
		case m.anew(opened, marks[i:]):
			// “One paragraph. “The next.”, set in one
		case k.ends && !(k.opens && !k.ends):
			m.close(opened, k)
			start = -1
		case k.opens && k.sure && m.open == 0:
			// The mark before it was odd, or its end is missing.
			m.add(opened, mark{Span: text.Span{Start: m.trim(opened.End, k.Start), End: m.trim(opened.End, k.Start)}, family: opened.family}, false)
			m.out[len(m.out)-1].Unclosed = true
			start, opened = k.Start, k
		}
	}
	if start < 0 {
		return
	}
	m.unfinished(b, opened, after, next)
}

// maxBetween is how many blocks without a mark of their own a quotation may go
// on through before a mark that nothing else opened ends it.
const maxBetween = 6

// unfinished ends a block in which a quotation is open: it goes on if the
// next block opens with a mark, or closes one it never opened.
func (m *marker) unfinished(b text.Span, opened mark, after []text.Span, next [][]mark) {
	end := m.trim(opened.End, b.End)
	last := mark{Span: text.Span{Start: end, End: end}, family: opened.family}
	goes := false
	for i := 0; i < min(len(next), maxBetween); i++ {
		at := slices.IndexFunc(next[i], func(k mark) bool { return k.family == opened.family })
		if at < 0 {
			continue
		}
		k := next[i][at]
		goes = i == 0 && k.opens && m.first(after[i], k) || k.ends && !k.opens || k.ends && !k.sure && odd(next[i], k.family)
		break
	}
	if m.open > 0 {
		m.append(opened, last)
	} else {
		m.add(opened, last, false)
		m.open, m.family = len(m.out), opened.family
	}
	if !goes {
		m.out[m.open-1].Unclosed = true
		m.open = 0
	}
}

// odd reports whether the marks of a family are out of step, so that one of
// them must end what was open before.
func odd(marks []mark, family byte) bool {
	n := 0
	for _, k := range marks {
		if k.family == family {
			n++
		}
	}
	return n%2 == 1
}

// first reports whether nothing but marks and space stands before k in b.
func (m *marker) first(b text.Span, k mark) bool {
	return strings.Trim(m.s[b.Start:k.Start], " \u00a0\t…'‘\"“—–-•*>") == ""
}

func (m *marker) trim(from, to int) int {
	return from + len(strings.TrimRightFunc(m.s[from:to], unicode.IsSpace))
}

func (m *marker) close(opened, k mark) {
	if m.open > 0 {
		m.append(opened, k)
		m.open = 0
		return
	}
	m.add(opened, k, false)
}

func (m *marker) add(opened, k mark, single bool) {
	m.out = append(m.out, Quotation{Single: single})
	m.put(&m.out[len(m.out)-1], opened, k)
}

func (m *marker) append(opened, k mark) { m.put(&m.out[m.open-1], opened, k) }

func (m *marker) put(q *Quotation, opened, k mark) {
	part, words := text.Span{Start: opened.Start, End: k.End}, text.Span{Start: opened.End, End: k.Start}
	if words.Empty() {
		words = text.Span{Start: opened.End, End: opened.End}
	}
	if part.Empty() {
		return
	}
	q.Parts, q.Words = append(q.Parts, part), append(q.Words, words)
}

// single returns the index of the mark that closes the single mark i; 0 if
// none does. A plural possessive ("the voters' roll") closes only if nothing
// better follows.
func (m *marker) single(marks []mark, i int) int {
	if !marks[i].opens {
		return 0
	}
	weak := 0
	for k := i + 1; k < len(marks); k++ {
		n := marks[k]
		if n.family != 's' {
			continue
		}
		if n.opens && !n.ends {
			break
		}
		if !n.ends || !strings.Contains(m.s[marks[i].End:n.Start], " ") && n.Start-marks[i].End < 2 {
			continue
		}
		before := m.s[n.Start-1]
		rest := m.s[n.End:min(n.End+2, len(m.s))]
		possessive := before == 's' && len(rest) == 2 && rest[0] == ' ' && unicode.IsLower(rune(rest[1]))
		if !possessive {
			return k
		}
		if weak == 0 {
			weak = k
		}
	}
	return weak
}
