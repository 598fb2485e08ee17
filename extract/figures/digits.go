package figures

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsvet/newsvet/extract"
)

// maxDigits bounds what is read as a number; longer runs are card numbers,
// hashes, and attacks.
const maxDigits = 18

// digits reads the number at the start of w: its value, how many bytes it
// takes, and whether it is digits alone. It fails where separators make no
// sense ("1.1.1.1"), where scripts are mixed, and beyond 18 digits.
func (g *grammar) digits(w string) (n extract.Number, used int, plain, ok bool) {
	var group [maxDigits + 1]int // digits per group
	var seps [maxDigits + 1]rune
	groups, total := 0, 0
	var zero rune // of the script
	var coef int64
	last := 0 // bytes up to the last digit
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRuneInString(w[i:])
		if d, z, is := digit(r); is {
			if zero != 0 && z != zero || total >= maxDigits {
				return n, 0, false, false
			}
			zero = z
			coef = coef*10 + int64(d)
			group[groups]++
			total++
			i += size
			last = i
			continue
		}
		if !separator(r) || group[groups] == 0 || groups >= maxDigits {
			break
		}
		next, _ := utf8.DecodeRuneInString(w[i+size:])
		if _, _, is := digit(next); !is {
			break
		}
		seps[groups] = r
		groups++
		i += size
	}
	if total == 0 {
		return n, 0, false, false
	}
	fraction, ok := g.fraction(group[:groups+1], seps[:groups], w[0] == '0' && group[0] == 1)
	if !ok {
		return n, last, false, false
	}
	return extract.Number{Coef: coef, Exp: -fraction}, last, groups == 0, true
}

// fraction returns how many of the last digits stand after the decimal mark;
// zero tells that nothing but a zero stands before the first separator.
func (g *grammar) fraction(group []int, seps []rune, zero bool) (int, bool) {
	if len(seps) == 0 {
		return 0, true
	}
	last := seps[len(seps)-1]
	tail := group[len(group)-1]
	if len(seps) == 1 {
		if g.decimal(last, tail, group[0]) || zero && last != '\'' && last != '’' {
			return tail, true
		}
		return 0, tail == 3 && group[0] <= 3
	}
	if last != seps[0] { // the last of two kinds is the decimal mark
		return tail, grouped(group[:len(group)-1], seps[:len(seps)-1])
	}
	return 0, grouped(group, seps)
}

// decimal reports whether the only separator of a number divides whole and
// fraction: in "1.5" and "1,5" in any language, in "1.234" in English, in
// "1,234" where a comma is the decimal mark and nothing speaks for thousands.
func (g *grammar) decimal(sep rune, tail, head int) bool {
	switch sep {
	case '.':
		return !g.comma || tail != 3 || head > 3
	case '٫':
		return true
	case ',':
		return tail != 3 || head > 3 || g.comma && !g.either
	}
	return false
}

// grouped reports whether groups are thousands, or lakhs and crores.
func grouped(group []int, seps []rune) bool {
	if len(seps) == 0 {
		return group[0] > 0
	}
	indian := seps[0] == ','
	western := true
	for i := 1; i < len(group); i++ {
		if seps[i-1] != seps[0] {
			return false
		}
		final := i == len(group)-1
		western = western && group[i] == 3
		indian = indian && (final && group[i] == 3 || !final && group[i] == 2)
	}
	return group[0] <= 3 && western || group[0] <= 2 && indian
}

func separator(r rune) bool {
	switch r {
	case ',', '.', '\'', '’', '٫', '٬':
		return true
	}
	return false
}

// digit returns the value of a decimal digit of any script and the zero of
// that script.
func digit(r rune) (value int, zero rune, ok bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), '0', true
	}
	if r < 0x80 || !unicode.IsDigit(r) {
		return 0, 0, false
	}
	for _, t := range unicode.Nd.R16 {
		if lo := rune(t.Lo); r >= lo && r <= rune(t.Hi) {
			v := (r - lo) % 10
			return int(v), r - v, true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if lo := rune(t.Lo); r >= lo && r <= rune(t.Hi) {
			v := (r - lo) % 10
			return int(v), r - v, true
		}
	}
	return 0, 0, false
}

// vulgar returns the numerator and denominator of "½".
func vulgar(r rune) (n, d int64) {
	switch r {
	case '½':
		return 1, 2
	case '⅓':
		return 1, 3
	case '⅔':
		return 2, 3
	case '¼':
		return 1, 4
	case '¾':
		return 3, 4
	case '⅕':
		return 1, 5
	case '⅖':
		return 2, 5
	case '⅗':
		return 3, 5
	case '⅘':
		return 4, 5
	case '⅙':
		return 1, 6
	case '⅚':
		return 5, 6
	case '⅛':
		return 1, 8
	case '⅜':
		return 3, 8
	case '⅝':
		return 5, 8
	case '⅞':
		return 7, 8
	}
	return 0, 0
}
