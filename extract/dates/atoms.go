package dates

import (
	"strings"
	"unicode/utf8"

	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
)

// A reader looks at the tokens of one text through one grammar.
type reader struct {
	g      *grammar
	a      *extract.Article
	text   string
	tokens []text.Token
	info   []int32 // per token: index in g.table
	parse  bool    // sentences may be parsed
	search search
	last   *scene // of the sentence lastAt
	lastAt int

	dayFirst, monthFirst bool   // 23/5/2024 and 5/23/2024 stand in the text
	sport                int    // words of sport more than of business, 0 before they are counted
	registers            []int8 // per sentence, as far as they have been asked for
}

func newReader(g *grammar, a *extract.Article) *reader {
	s, tokens := a.Doc.Text, a.Tokens
	r := &reader{g: g, a: a, text: s, tokens: tokens, info: make([]int32, len(tokens))}
	var buf [64]byte
	for i, t := range tokens {
		switch n := t.End - t.Start; {
		case t.Kind == text.Number:
			r.noteOrder(i)
		case t.Kind == text.Mark:
			r.info[i] = g.words[markKey(s[t.Start:t.End])]
		case n <= g.maxKey && n <= len(buf):
			r.info[i] = g.lookup(s[t.Start:t.End], &buf)
			if r.g.silent(r.info[i]) && n > 3 && s[t.End-1] == 's' {
				r.info[i] = g.lookup(s[t.Start:t.End-possessive(s[t.Start:t.End])], &buf)
			}
		}
	}
	return r
}

// lookup finds the entry of a word, folded, without allocating.
func (g *grammar) lookup(s string, buf *[64]byte) int32 {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf:
			return g.words[strings.ReplaceAll(strings.ToLower(s), "’", "'")]
		}
		buf[i] = c
	}
	return g.words[string(buf[:len(s)])]
}

// possessive is the length of an ending 's.
func possessive(s string) int {
	switch {
	case strings.HasSuffix(s, "'s"):
		return 2
	case strings.HasSuffix(s, "’s"):
		return len("’s")
	}
	return 0
}

// end is where an expression ends that ends with token i: before its 's,
// unless that belongs to the name of a day.
func (r *reader) end(i int) int {
	t := r.tokens[i]
	s := r.text[t.Start:t.End]
	if n := possessive(s); n > 0 && t.Kind == text.Word && r.g.silent(r.g.words[strings.ToLower(strings.ReplaceAll(s, "’", "'"))]) {
		return t.End - n
	}
	return t.End
}

// silent reports whether an entry says nothing by itself: "year's" stands in
// the lists only for New Year's Day.
func (g *grammar) silent(i int32) bool {
	w := &g.table[i]
	return len(w.atoms) == 0 && len(w.longer) == 0 && w.tense == ""
}

func markKey(s string) string {
	switch s {
	case "’", "‘", "`":
		return "'"
	case "–", "—", "‐", "‑", "−":
		return "-"
	}
	return s
}

func (r *reader) of(i int) string { return r.text[r.tokens[i].Start:r.tokens[i].End] }

// near reports whether token i follows token i-1 in one paragraph.
func (r *reader) near(i int) bool {
	if i <= 0 || i >= len(r.tokens) {
		return i == 0
	}
	a, b := r.tokens[i-1].End, r.tokens[i].Start
	return b-a < 2 || b-a < 8 && !strings.Contains(r.text[a:b], "\n\n")
}

// newline reports whether token i begins a line.
func (r *reader) newline(i int) bool {
	return 0 < i && i < len(r.tokens) && strings.IndexByte(r.text[r.tokens[i-1].End:r.tokens[i].Start], '\n') >= 0
}

// glued reports whether nothing stands between token i-1 and token i.
func (r *reader) glued(i int) bool {
	return i > 0 && i < len(r.tokens) && r.tokens[i-1].End == r.tokens[i].Start
}

func (r *reader) capital(i int) bool {
	c := r.text[r.tokens[i].Start]
	return 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// is reports whether token i is the word or mark key.
func (r *reader) is(i int, key string) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	t := r.tokens[i]
	s := r.text[t.Start:t.End]
	if t.Kind == text.Mark {
		return markKey(s) == key
	}
	if s[0]|0x20 != key[0]|0x20 {
		return false // in most cases; that folds letters of ASCII, and no others fold to them
	}
	if len(s) != len(key) {
		return len(s) == len(key)+2 && strings.EqualFold(strings.ReplaceAll(s, "’", "'"), key)
	}
	return strings.EqualFold(s, key)
}

// entry is what the lexicons say of token i.
func (r *reader) entry(i int) *word { return &r.g.table[r.info[i]] }

// begins reports whether an expression may begin with token i.
func (r *reader) begins(i int) bool {
	return r.tokens[i].Kind == text.Number || r.entry(i).starts || r.tokens[i].Kind == text.Mark && r.is(i, "'") ||
		r.tokens[i].Kind == text.Word && r.mixed(i)
}

// atoms appends to out what can be read at token i.
func (r *reader) atoms(i int, out []atom) []atom {
	t := r.tokens[i]
	if t.Kind == text.Mark {
		out = r.markAtoms(i, out)
	}
	w := r.entry(i)
	if r.info[i] != 0 && (!w.upper || strings.ToUpper(r.of(i)) == r.of(i)) {
		out = r.wordAtoms(i, w, out)
	}
	if t.Kind == text.Number || w.number.kind == 'N' || w.spoken {
		out = r.spoken(i, out)
	}
	if t.Kind == text.Number || w.number.kind != 0 {
		out = r.numberAtoms(i, out)
	}
	if t.Kind == text.Word && r.mixed(i) {
		out = r.mixedAtoms(i, out)
	}
	return out
}

func (r *reader) wordAtoms(i int, w *word, out []atom) []atom {
	lower := w.capped && !r.capital(i)
	for _, a := range w.atoms {
		if lower && (a.class == cMonth || a.class == cWeekday || a.class == cSeason || a.class == cHoliday) {
			continue
		}
		if w.abbrev && r.glued(i+1) && r.is(i+1, ".") {
			a.n = 2
		}
		out = append(out, a)
	}
	for _, p := range w.longer {
		if lower && p.atom.class == cHoliday || !r.follows(i+1, p.rest) {
			continue
		}
		out = append(out, p.atom)
	}
	return out
}

// follows reports whether the words stand at token i and on.
func (r *reader) follows(i int, words []string) bool {
	for k, w := range words {
		if j := i + k; j >= len(r.tokens) || !r.near(j) || !r.is(j, w) {
			return false
		}
	}
	return true
}

func (r *reader) markAtoms(i int, out []atom) []atom {
	switch markKey(r.of(i)) {
	case "-":
		out = append(out, atom{class: cHyphen, n: 1})
	case "'":
		if !r.glued(i+1) || r.tokens[i+1].Kind != text.Number || r.glued(i) {
			return out
		}
		s := r.of(i + 1)
		if len(s) == 2 && isDigits(s) {
			out = append(out, atom{class: cYY, n: 2, v: int32(twoDigit(atoi(s)))})
		}
		if len(s) == 3 && isDigits(s[:2]) && s[1] == '0' && s[2] == 's' {
			out = append(out, atom{class: cDecade, n: 2, v: int32(twoDigit(atoi(s[:2])) / 10)})
		}
	}
	return out
}

// twoDigit is the year of a two-digit one: 30 and above are of the twentieth
// century.
func twoDigit(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

// mixed reports whether token i is a letter and a digit: Q3, H1.
func (r *reader) mixed(i int) bool {
	t := r.tokens[i]
	if t.End-t.Start != 2 {
		return false
	}
	c, d := r.text[t.Start], r.text[t.Start+1]
	return (c == 'Q' || c == 'q') && '1' <= d && d <= '4' || (c == 'H' || c == 'h') && '1' <= d && d <= '2'
}

func (r *reader) mixedAtoms(i int, out []atom) []atom {
	s := r.of(i)
	u := quarter
	if s[0] == 'H' || s[0] == 'h' {
		u = half
	}
	return append(out, atom{class: cQ, n: 1, v: int32(s[1] - '0'), w: int32(u)})
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
