package align

import (
	"slices"
	"sort"

	"github.com/newsvet/newsvet/extract"
)

// Values are figures among which those of the same value are found without
// looking at all of them.
type Values struct {
	runs map[unitKey]*run
}

// A unitKey is what figures of one value have in common, unless their units
// are converted.
type unitKey struct {
	kind extract.FigureKind
	unit string // "" of counts: nouns are no units
}

func keyOf(f *extract.Figure) unitKey {
	if f.Kind == extract.Count {
		return unitKey{kind: f.Kind}
	}
	return unitKey{f.Kind, f.Unit}
}

// A run is figures of one kind and unit.
type run struct {
	figures []sized          // by their lower ends
	highest []extract.Number // the upper ends as a tree: 2i and 2i+1 are below i, the figures last
	printed []sized          // by what is printed, if the unit can be converted
}

// A sized figure is one with the ends of what it plausibly means.
type sized struct {
	*extract.Figure
	low, high extract.Number
	scaled    float64 // what is printed, in the first unit of its dimension
}

// NewValues returns the values of fs.
func NewValues(fs []extract.Figure) *Values {
	v := &Values{map[unitKey]*run{}}
	type meant struct {
		unitKey
		low, high extract.Number
		hedged    bool
		modifier  extract.Modifier
	}
	count := map[meant]int{}
	for i := range fs {
		f := &fs[i]
		key := keyOf(f)
		r := f.Plausible()
		m := meant{key, f.Low, f.High, f.Coarse, f.Modifier}
		if count[m]++; count[m] > 2 { // two are enough to know of another than one of them
			continue
		}
		if v.runs[key] == nil {
			v.runs[key] = &run{}
		}
		s := sized{Figure: f, low: r.Low, high: r.High, scaled: f.Low.Float() * conversions[f.Unit].scale}
		v.runs[key].figures = append(v.runs[key].figures, s)
	}
	for _, r := range v.runs {
		r.sort()
	}
	return v
}

func (r *run) sort() {
	r.printed = slices.Clone(r.figures)
	sort.SliceStable(r.printed, func(i, j int) bool { return r.printed[i].scaled < r.printed[j].scaled })
	sort.SliceStable(r.figures, func(i, j int) bool { return r.figures[i].low.Cmp(r.figures[j].low) < 0 })
	n := 1
	for n <= len(r.figures) {
		n *= 2
	}
	r.highest = make([]extract.Number, 2*n)
	for i, f := range r.figures {
		r.highest[n+i] = f.high
	}
	for i := n - 1; i > 0; i-- {
		r.highest[i] = r.highest[2*i]
		if h := r.highest[2*i+1]; h.Cmp(r.highest[i]) > 0 {
			r.highest[i] = h
		}
	}
}

// Other reports whether a figure that stands in another place than f is of its
// kind and has its value, see [SameValue].
func (v *Values) Other(f *extract.Figure) bool {
	if r := v.runs[keyOf(f)]; r != nil && r.meets(f) {
		return true
	}
	own, ok := conversions[f.Unit]
	if !ok || f.Kind == extract.Count {
		return false
	}
	for unit, c := range conversions {
		if r := v.runs[unitKey{f.Kind, unit}]; r != nil && unit != f.Unit && c.dimension == own.dimension && r.converts(f, f.Low.Float()*own.scale) {
			return true
		}
	}
	return false
}

// mostTries is how many figures that may have a value are looked at: figures
// of one value are among the nearest, unless somebody has arranged them.
const mostTries = 64

// meets reports whether another figure of f's unit has its value.
func (r *run) meets(f *extract.Figure) bool {
	likely := f.Plausible()
	end := sort.Search(len(r.figures), func(i int) bool { return r.figures[i].low.Cmp(likely.High) > 0 })
	for range mostTries {
		if end = r.last(end, likely.Low); end < 0 {
			return false
		}
		if r.figures[end].Span != f.Span && SameValue(*f, *r.figures[end].Figure) {
			return true
		}
	}
	return false
}

// last returns the last figure before end that reaches up to low, -1 if none
// does.
func (r *run) last(end int, low extract.Number) int {
	n := len(r.highest) / 2
	for i := n + end; i > 1; i /= 2 {
		if i%2 == 0 || r.highest[i-1].Cmp(low) < 0 {
			continue
		}
		for i--; i < n; {
			if i = 2*i + 1; r.highest[i].Cmp(low) < 0 {
				i--
			}
		}
		return i - n
	}
	return -1
}

// converts reports whether another figure, of a unit that f's is converted
// into, has its value; scaled is f's.
func (r *run) converts(f *extract.Figure, scaled float64) bool {
	const slack = 1.1 // more than any two that are the same differ by
	from := sort.Search(len(r.printed), func(i int) bool { return r.printed[i].scaled*slack >= scaled })
	for n, s := range r.printed[from:] {
		if s.scaled > scaled*slack || n == mostTries {
			return false
		}
		if s.Span != f.Span && SameValue(*f, *s.Figure) {
			return true
		}
	}
	return false
}
