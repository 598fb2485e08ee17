package extract

// A Range is the values between Low and High. An open end is not itself in
// the range; an end that is missing (NoLow, NoHigh) bounds nothing.
type Range struct {
	Low      Number `json:"low"`
	High     Number `json:"high"`
	OpenLow  bool   `json:"open_low,omitempty"`
	OpenHigh bool   `json:"open_high,omitempty"`
	NoLow    bool   `json:"no_low,omitempty"`
	NoHigh   bool   `json:"no_high,omitempty"`
}

// Meets reports whether some value lies in both ranges.
func (r Range) Meets(s Range) bool { return !r.below(s) && !s.below(r) }

// below reports whether all of r lies below all of s.
func (r Range) below(s Range) bool {
	if r.NoHigh || s.NoLow {
		return false
	}
	c := r.High.Cmp(s.Low)
	return c < 0 || c == 0 && (r.OpenHigh || s.OpenLow)
}

// Holds reports whether n lies in r.
func (r Range) Holds(n Number) bool { return r.Meets(Range{Low: n, High: n}) }

// Logical returns what the words admit: "over 70%" is everything above 70,
// "70%" is what rounds to 70, a count of 31 is 31, "about 70" is within a
// tenth of it, or half a unit of its last digit that is not zero.
func (f Figure) Logical() Range {
	low, high := f.ends()
	switch f.Modifier {
	case Less:
		return Range{High: low, NoLow: true, OpenHigh: true}
	case AtMost:
		return Range{High: high, NoLow: true}
	case More:
		return Range{Low: high, NoHigh: true, OpenLow: true}
	case AtLeast:
		return Range{Low: low, NoHigh: true}
	case About:
		w := least(low).Mul(Number{5, -1})
		if t := low.Abs().Mul(Number{1, -1}); t.Cmp(w) > 0 {
			w = t
		}
		return Range{Low: low.Sub(w), High: high.Add(w)}
	}
	return f.rounded(low, high)
}

// Plausible returns what the writer will have meant. A hedge is worth half a
// unit of the last digit that is not zero, at least 2.5 % and at most 5 % of
// the number; "over" and "at least" ("under", "up to") reach half as much
// again, upward (downward) only.
func (f Figure) Plausible() Range {
	low, high := f.ends()
	worth := hedge
	if f.Coarse && f.Kind == Count {
		worth = most // dozens
	}
	switch f.Modifier {
	case Less, AtMost:
		w := worth(high).Mul(Number{15, -1})
		return Range{Low: high.Sub(w), High: high}
	case More, AtLeast:
		w := worth(low).Mul(Number{15, -1})
		return Range{Low: low, High: low.Add(w)}
	case About:
		return Range{Low: low.Sub(worth(low)), High: high.Add(worth(high))}
	}
	if f.Coarse {
		return Range{Low: low.Sub(worth(low)), High: high.Add(worth(high))}
	}
	return f.rounded(low, high)
}

// Near reports whether f and g agree on a value: their plausible ranges meet.
// Hedges on both sides do not add up: if both are hedged, one of the two must
// hold the other as it was printed.
func (f Figure) Near(g Figure) bool {
	a, b := f.Plausible(), g.Plausible()
	if !a.Meets(b) {
		return false
	}
	if !f.Hedged() || !g.Hedged() {
		return true
	}
	return a.Meets(g.printed()) || b.Meets(f.printed())
}

// Hedged reports whether the article says that the number is not exact.
func (f Figure) Hedged() bool { return f.Modifier != Exactly && f.Modifier != Between || f.Coarse }

func (f Figure) printed() Range {
	low, high := f.ends()
	return f.rounded(low, high)
}

// ends returns Low and High in order: "from 16 down to 14" gives them turned.
func (f Figure) ends() (low, high Number) {
	if f.High.Cmp(f.Low) < 0 {
		return f.High, f.Low
	}
	return f.Low, f.High
}

// rounded returns what rounds to low up to what rounds to high. A count of
// single things is not rounded, 31 dead are 31; one in round thousands is.
func (f Figure) rounded(low, high Number) Range {
	low, high = printed(low), printed(high)
	if f.Kind == Score || f.Kind == Count && low.Exp == 0 && high.Exp == 0 {
		return Range{Low: low, High: high}
	}
	return Range{
		Low:  low.Sub(Number{5, low.Exp - 1}),
		High: high.Add(Number{5, high.Exp - 1}), OpenHigh: true,
	}
}

// printed returns n as exact as a reader takes it: the zeros of "40,000" say
// no more than those of "40 thousand".
func printed(n Number) Number {
	for n.Coef != 0 && n.Exp >= 0 && n.Coef%1000 == 0 {
		n.Coef /= 1000
		n.Exp += 3
	}
	return n
}

// least returns one unit of the last digit of n that is not zero: 10,000 of
// 70,000, 0.1 of 1.5.
func least(n Number) Number {
	if n.Coef == 0 {
		return Number{1, n.Exp}
	}
	return Number{1, n.Trim().Exp}
}

// hedge returns what a hedge on n is worth.
func hedge(n Number) Number {
	n = n.Abs()
	w := least(n).Mul(Number{5, -1})
	if m := n.Mul(Number{25, -3}); w.Cmp(m) < 0 {
		w = m
	}
	if m := most(n); w.Cmp(m) > 0 {
		w = m
	}
	return w
}

// most returns the most that a hedge on n is worth.
func most(n Number) Number { return n.Abs().Mul(Number{5, -2}) }
