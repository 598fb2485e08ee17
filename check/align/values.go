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
	highest []extract.Number // upper end of any figure up to here
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
	for i, f := range r.figures {
		if i > 0 && r.highest[i-1].Cmp(f.high) > 0 {
			f.high = r.highest[i-1]
		}
		r.highest = append(r.highest, f.high)
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

// meets reports whether another figure of f's unit has its value.
func (r *run) meets(f *extract.Figure) bool {
	likely := f.Plausible()
	end := sort.Search(len(r.figures), func(i int) bool { return r.figures[i].low.Cmp(likely.High) > 0 })
	for i := end - 1; i >= 0 && r.highest[i].Cmp(likely.Low) >= 0; i-- {
		if r.figures[i].Span != f.Span && SameValue(*f, *r.figures[i].Figure) {
			return true
		}
	}
	return false
}

// converts reports whether another figure, of a unit that f's is converted
// into, has its value; scaled is f's.
func (r *run) converts(f *extract.Figure, scaled float64) bool {
	const slack = 1.1 // more than any two that are the same differ by
	from := sort.Search(len(r.printed), func(i int) bool { return r.printed[i].scaled*slack >= scaled })
	for _, s := range r.printed[from:] {
		if s.scaled > scaled*slack {
			return false
		}
		if s.Span != f.Span && SameValue(*f, *s.Figure) {
			return true
		}
	}
	return false
}
