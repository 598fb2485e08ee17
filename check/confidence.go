package check

import (
	_ "embed" // what readers made of matches
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed confidence.txt
var readings string

// Low, medium and high stand for probabilities of .5, .7 and .9; a confidence
// goes by the name of the nearest. An editor is asked to look from Likely on,
// nothing below Sure is an error, and what is not above Even may as well be
// two things.
const (
	Even   = 0.5
	Likely = 0.6
	Sure   = 0.8
)

// Grade names the step that is nearest to a confidence.
func Grade(confidence float64) string {
	switch {
	case confidence >= Sure:
		return "high"
	case confidence >= Likely:
		return "medium"
	}
	return "low"
}

// Hold sets those findings aside that were matched less surely than least.
func (r *Result) Hold(least float64) {
	kept := r.Findings[:0:0]
	for _, f := range r.Findings {
		if f.Confidence < least {
			r.Unsure = append(r.Unsure, f)
		} else {
			kept = append(kept, f)
		}
	}
	r.Findings = kept
	r.Settle()
}

// A Family is rules whose matches are scored alike, and what a reader made of
// matches of theirs.
type Family struct {
	Name           string
	Rules          []string
	Read, Accepted int

	weights map[string]float64
}

// Families returns what was read, in the order of the data.
var Families = sync.OnceValue(func() []Family {
	var out []Family
	for line := range strings.Lines(readings) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		f := Family{Name: fields[0], Rules: strings.Fields(fields[1]), weights: map[string]float64{}}
		f.Read, _ = strconv.Atoi(fields[2])
		f.Accepted, _ = strconv.Atoi(fields[3])
		for w := range strings.FieldsSeq(fields[4]) {
			sign, value, _ := strings.Cut(w, "=")
			f.weights[sign], _ = strconv.ParseFloat(value, 64)
		}
		out = append(out, f)
	}
	return out
})

// FamilyOf returns the family of a rule; nil if none of its matches was read.
func FamilyOf(rule string) *Family {
	all := Families()
	i := slices.IndexFunc(all, func(f Family) bool { return slices.Contains(f.Rules, rule) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// Chance is the probability that an editor accepts a match of this score in
// (0, 1], in hundredths. The signs are what else is known of it; a family has
// a weight for each. Of places that were matched only by way of a third, as
// many are of one thing as are not.
func Chance(family string, score float64, signs ...string) float64 {
	all := Families()
	i := slices.IndexFunc(all, func(f Family) bool { return f.Name == family })
	if i < 0 || score <= 0 {
		return Even
	}
	const least, most, surest = 0.03, 0.97, 0.98 // nothing is a certainty
	s := min(max(score, least), most)
	z := all[i].weights["constant"] + all[i].weights["score"]*math.Log(s/(1-s))
	for _, sign := range signs {
		z += all[i].weights[sign]
	}
	return min(max(math.Round(100/(1+math.Exp(-z)))/100, 1-surest), surest)
}
