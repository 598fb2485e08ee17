package extract

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A Number is Coef × 10^Exp: as exact as it was printed. "1.50" is 150 × 10⁻²,
// "1.2 million" is 12 × 10⁵: the last digit of Coef is the last one printed.
type Number struct {
	Coef int64 `json:"coef"`
	Exp  int   `json:"exp,omitempty"`
}

// maxExp bounds the exponents of numbers: no article means more, and exact
// arithmetic on "1e999999999" would cost a gigabyte.
const maxExp = 60

// NewNumber returns n as a Number.
func NewNumber(n int64) Number { return Number{Coef: n} }

// ParseNumber reads a plain decimal number, "-12.50", "4e9", as [Number.String]
// writes it. It reports false for what is none, for what has more digits than
// an int64, and for exponents beyond ±60.
func ParseNumber(s string) (Number, bool) {
	mantissa, exponent, scientific := strings.Cut(s, "e")
	if !scientific {
		mantissa, exponent, scientific = strings.Cut(s, "E")
	}
	var n Number
	if scientific {
		if len(exponent) > 5 {
			return Number{}, false
		}
		e, err := strconv.Atoi(exponent)
		if err != nil {
			return Number{}, false
		}
		n.Exp = e
	}
	negative := strings.HasPrefix(mantissa, "-")
	mantissa = strings.TrimPrefix(mantissa, "-")
	digits, point := 0, false
	for i := 0; i < len(mantissa); i++ {
		c := mantissa[i]
		switch {
		case c == '.' && !point:
			point = true
		case c >= '0' && c <= '9':
			if n.Coef > (math.MaxInt64-int64(c-'0'))/10 {
				return Number{}, false
			}
			n.Coef = n.Coef*10 + int64(c-'0')
			digits++
			if point {
				n.Exp--
			}
		default:
			return Number{}, false
		}
	}
	if digits == 0 || n.Exp < -maxExp || n.Exp > maxExp {
		return Number{}, false
	}
	if negative {
		n.Coef = -n.Coef
	}
	return n, true
}

// String returns n as [ParseNumber] reads it back, digit for digit: "1.50",
// "12e5" for 1.2 million. For people there is [Number.Group].
func (n Number) String() string {
	if n.Exp == 0 {
		return strconv.FormatInt(n.Coef, 10)
	}
	if n.Exp > 0 || n.Exp < -18 {
		return strconv.FormatInt(n.Coef, 10) + "e" + strconv.Itoa(n.Exp)
	}
	sign, digits := "", strconv.FormatInt(n.Coef, 10)
	if n.Coef < 0 {
		sign, digits = "-", digits[1:]
	}
	if pad := 1 - n.Exp - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	at := len(digits) + n.Exp
	return sign + digits[:at] + "." + digits[at:]
}

// Group returns n with its thousands divided by commas, as people read it.
func (n Number) Group() string {
	if n.Exp > 0 && n.Exp <= 18 {
		coef := strconv.FormatInt(n.Coef, 10)
		return group(coef + strings.Repeat("0", n.Exp))
	}
	return group(n.String())
}

// group divides the thousands of the digits s.
func group(s string) string {
	if strings.Contains(s, "e") {
		return s
	}
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, point := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// Float returns the float64 nearest to n, for display and JSON only.
func (n Number) Float() float64 {
	f, _ := strconv.ParseFloat(strconv.FormatInt(n.Coef, 10)+"e"+strconv.Itoa(n.Exp), 64)
	return f
}

// Sign returns -1, 0 or 1.
func (n Number) Sign() int {
	switch {
	case n.Coef < 0:
		return -1
	case n.Coef > 0:
		return 1
	}
	return 0
}

// Neg returns -n.
func (n Number) Neg() Number { return Number{-n.Coef, n.Exp} }

// Abs returns n without its sign.
func (n Number) Abs() Number {
	if n.Coef < 0 {
		return n.Neg()
	}
	return n
}

// Shift returns n × 10^k, as exact as n.
func (n Number) Shift(k int) Number { return Number{n.Coef, min(max(n.Exp+k, -2*maxExp), 2*maxExp)} }

// Cmp compares the values of n and m, whatever their exactness: 1.50 is 1.5.
func (n Number) Cmp(m Number) int {
	if n.Exp == m.Exp {
		return cmp.Compare(n.Coef, m.Coef)
	}
	if a, b, ok := small(n, m); ok {
		return cmp.Compare(a, b)
	}
	a, b := aligned(n, m)
	return a.Cmp(b)
}

// Equal reports whether n and m are the same value.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Add returns n + m.
func (n Number) Add(m Number) Number {
	if a, b, ok := small(n, m); ok {
		return Number{a + b, min(n.Exp, m.Exp)}
	}
	a, b := aligned(n, m)
	return fit(a.Add(a, b), min(n.Exp, m.Exp))
}

// Sub returns n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Mul returns n × m.
func (n Number) Mul(m Number) Number {
	const half = 1 << 31
	if -half < n.Coef && n.Coef < half && -half < m.Coef && m.Coef < half {
		return Number{n.Coef * m.Coef, n.Exp + m.Exp}
	}
	return fit(new(big.Int).Mul(big.NewInt(n.Coef), big.NewInt(m.Coef)), n.Exp+m.Exp)
}

// Quo returns n ÷ m, cut to twelve digits; false if m is zero.
func (n Number) Quo(m Number) (Number, bool) {
	if m.Coef == 0 {
		return Number{}, false
	}
	a := new(big.Int).Mul(big.NewInt(n.Coef), pow10(30))
	a.Quo(a, big.NewInt(m.Coef))
	q := fit(a, n.Exp-m.Exp-30)
	for q.Coef >= 1e12 || q.Coef <= -1e12 {
		q = Number{q.Coef / 10, q.Exp + 1}
	}
	return q.Trim(), true
}

// Trim returns n without trailing zeros: 150 × 10⁻² becomes 15 × 10⁻¹. The
// value is the same; how exactly it was printed is forgotten.
func (n Number) Trim() Number {
	if n.Coef == 0 {
		return Number{}
	}
	for n.Coef%10 == 0 {
		n.Coef /= 10
		n.Exp++
	}
	return n
}

// small returns what [aligned] does where both are so small that neither they
// nor their sum need a big integer: nearly all numbers in the news are.
func small(n, m Number) (a, b int64, ok bool) {
	exp := min(n.Exp, m.Exp)
	a, ok = n.small(exp)
	if !ok {
		return 0, 0, false
	}
	b, ok = m.small(exp)
	return a, b, ok
}

// small returns the coefficient of n at exponent exp, if it is below 10^18.
func (n Number) small(exp int) (int64, bool) {
	const most = 1e18
	c := n.Coef
	if c == 0 {
		return 0, true // however far away its exponent
	}
	for e := n.Exp; e > exp; e-- {
		if c <= -most/10 || c >= most/10 {
			return 0, false
		}
		c *= 10
	}
	return c, -most < c && c < most
}

// aligned returns the coefficients of n and m at their lesser exponent.
func aligned(n, m Number) (a, b *big.Int) {
	a, b = big.NewInt(n.Coef), big.NewInt(m.Coef)
	switch {
	case n.Exp > m.Exp:
		a.Mul(a, pow10(n.Exp-m.Exp))
	case m.Exp > n.Exp:
		b.Mul(b, pow10(m.Exp-n.Exp))
	}
	return a, b
}

// pow10 returns 10^k, k at most what two bounded exponents can be apart.
func pow10(k int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(k, 5*maxExp))), nil)
}

// fit returns v × 10^exp with the digits beyond an int64 cut off.
func fit(v *big.Int, exp int) Number {
	ten := big.NewInt(10)
	for !v.IsInt64() {
		v.Quo(v, ten)
		exp++
	}
	return Number{v.Int64(), exp}
}
