package check

import (
	"cmp"
	"slices"
)

// once makes one finding of those that have one name, a rule and a
// fingerprint: whoever silences it silences it wherever it stands. The gravest
// and surest is told, of a draft first; where else it stands is Also.
func (c *Case) once(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(b.Level.Rank()-a.Level.Rank(), cmp.Compare(b.Confidence, a.Confidence), c.lead(&a)-c.lead(&b), compareFindings(a, b))
	})
	type name struct{ rule, fingerprint string }
	told := map[name]int{}
	out := fs[:0:0]
	for _, f := range fs {
		n := name{f.Rule, f.Fingerprint}
		if at, ok := told[n]; ok {
			out[at].Also = append(append(out[at].Also, f.Evidence), f.Also...)
			continue
		}
		told[n] = len(out)
		f.Also = slices.Clone(f.Also)
		out = append(out, f)
	}
	for i := range out {
		c.sortAlso(&out[i])
	}
	slices.SortStableFunc(out, compareFindings)
	return slices.CompactFunc(out, func(a, b Finding) bool {
		return a.Rule == b.Rule && a.Message == b.Message && samePlaces(a.Evidence, b.Evidence)
	})
}

// sortAlso puts the other places of a finding into order, each once.
func (c *Case) sortAlso(f *Finding) {
	for i := range f.Also {
		slices.SortStableFunc(f.Also[i], c.byPlace)
	}
	slices.SortStableFunc(f.Also, func(a, b []Evidence) int { return slices.CompareFunc(a, b, c.byPlace) })
	f.Also = slices.CompactFunc(f.Also, samePlaces)
	f.Also = slices.DeleteFunc(f.Also, func(p []Evidence) bool { return samePlaces(p, f.Evidence) })
}

func samePlaces(a, b []Evidence) bool { return slices.CompareFunc(a, b, comparePlaces) == 0 }

// lead is 0 for a finding that begins in a draft.
func (c *Case) lead(f *Finding) int {
	if len(f.Evidence) == 0 {
		return 1
	}
	return c.last(f.Evidence[0])
}

// byPlace puts the places in a draft first.
func (c *Case) byPlace(a, b Evidence) int { return cmp.Or(c.last(a)-c.last(b), comparePlaces(a, b)) }
