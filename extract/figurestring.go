package extract

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// String returns the figure as people read it: "31 × people killed · Aldport
// mill · 3–4 May 2024".
func (f Figure) String() string {
	var b strings.Builder
	b.WriteString(f.amount())
	if of := f.counted(); of != "" {
		b.WriteString(" × " + of)
	}
	if f.Measure.Subset != "" {
		b.WriteString(" (" + f.Measure.Subset + ")")
	}
	for _, p := range f.Measure.Places {
		if !strings.Contains(strings.ToLower(f.Of), p) {
			b.WriteString(" · " + title(p))
		}
	}
	if p := period(f.Measure.Period); p != "" {
		b.WriteString(" · " + p)
	}
	return b.String()
}

// amount is the number with its hedge and unit: "over 70%", "12–120",
// "$10 million".
func (f Figure) amount() string {
	s := f.Low.Group()
	switch {
	case f.Kind == Score:
		s += "–" + f.High.Group()
	case f.Low.Cmp(f.High) != 0:
		s += "–" + f.High.Group()
	}
	unit := f.Unit
	if f.Kind == Count || f.Kind == Rate && f.Per != "" && strings.HasPrefix(unit, f.Noun+"/") && f.Noun != "" {
		unit = strings.TrimPrefix(unit, f.Noun) // it follows as what is counted
	}
	switch {
	case unit == "percent":
		s += "%"
	case unit == "":
	case strings.HasPrefix(unit, "/"):
		s += unit
	default:
		s += " " + unit
	}
	switch f.Modifier {
	case Exactly, Between, "":
	case About:
		s = "about " + s
	case More:
		s = "over " + s
	case AtLeast:
		s = "at least " + s
	case Less:
		s = "under " + s
	case AtMost:
		s = "up to " + s
	}
	switch f.Measure.Change {
	case "up":
		s = "+" + s
	case "down":
		s = "−" + s
	case "from":
		s = "from " + s
	}
	return s
}

// counted is what the number counts, with the measure where the words do not
// say it: "people killed".
func (f Figure) counted() string {
	of := f.Of
	if of == "" {
		of = f.Noun
	}
	name := f.Measure.Name
	if name == "" || name == f.Noun || f.Noun == name {
		return of
	}
	if of == "" {
		return name
	}
	if strings.Contains(strings.ToLower(of), name) || !f.Measure.Grows || f.Noun == "dead" || f.Noun == "death" {
		return of
	}
	return of + " " + name
}

func title(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		words[i] = strings.ToUpper(w[:n]) + w[n:]
	}
	return strings.Join(words, " ")
}

// period writes a TIMEX3 value as people do; what it does not know it leaves.
func period(v string) string {
	from, to, ok := strings.Cut(v, "/")
	a, err := time.Parse(time.DateOnly, from)
	if err != nil {
		if m, err := time.Parse("2006-01", v); err == nil {
			return m.Format("January 2006")
		}
		return v
	}
	if !ok {
		return a.Format("2 January 2006")
	}
	z, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return v
	}
	switch {
	case a.Year() == z.Year() && a.Month() == z.Month():
		return strconv.Itoa(a.Day()) + "–" + z.Format("2 January 2006")
	case a.Year() == z.Year():
		return a.Format("2 January") + " – " + z.Format("2 January 2006")
	}
	return a.Format("2 January 2006") + " – " + z.Format("2 January 2006")
}
